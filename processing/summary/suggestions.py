"""Advice to listeners ("꼭 써 보세요", "…하시는 게 좋습니다").

Advice is no task: nobody took it on. Greetings ("들어가세요", "수고하세요") are none either.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from processing.summary import intents
from processing.summary.to_machine import is_told_to_machine
from processing.summary.trimming import clause_starts, starts_vaguely
from processing.summary.utterance import Utterance
from processing.summary.written_style import MAX_LENGTH, Written, draft_of, nominal, statement, without_politeness

_TELLS = re.compile(r"/(?:VV|VX|XSV) (?:세요|으세요|시어요|십시오|으십시오)/EF (?:요/JX )?$")
_RECOMMENDS = re.compile(
    r" (?:시/EP )?(?:으?면|는/ETM [거것]/NNB (?:이|도)/J\S+|[으]?시는/ETM [거것]/NNB 이/JKS) (?:제일/MAG |더/MAG |아주/MAG )?"
    r"(?:좋/VA|도움/NNG 이/JKS 되/VV)(?: ᆯ/ETM [거것]/NNB 같/VA| 을/ETM [거것]/NNB 같/VA)? (?:겠/EP )?(?:\S+/E[FC]) (?:요/JX )?$"
)
_TO_LISTENERS = re.compile(r" (?:시|으시)/EP | 여러분/NP | 보/VX ")
_ASKS = re.compile(r" 주/VX (?:시/EP )?\S+/EF (?:요/JX )?$")
_TELLS_OF = re.compile(r"/JKS | [^ ]+/(?:NN.|XSN) (?:은|는)/JX (?:\S+ )*?(?!보/VX)\S+ (?:세요|시어요)/EF ")
_POINTS = re.compile(r"^(?:이|그|저)(?:거|것|게|건|걸|런|렇)")
_GREETING = frozenset(
    (
        "수고",
        "들어가",
        "가",
        "오",
        "계시",
        "안녕",
        "감사",
        "걱정",
        "기다리",
        "앉",
        "죄송",
        "신경",
        "말씀하",
        "말씀",
        "연락",
    )
)


def advice(
    utterances: Sequence[Utterance], is_taken: frozenset[int], lecturer: str | None
) -> list[tuple[Written, Utterance]]:
    """Advice in order, as lines (~하기, ~하면 좋음). What only a `lecturer` can advise by is -아/어 주세요: else it is a request."""
    found = []
    for at, utterance in enumerate(utterances):
        if utterance.index in is_taken or utterance.is_asked or len(utterance.words) < 3:
            continue
        if utterance.has(_ASKS) and utterance.speaker_id != lecturer:
            continue
        if is_told_to_machine(utterance) or intents.is_laughed_at(utterances, at):
            continue
        written = _advice_text(utterance)
        if written is not None:
            found.append((written, utterance))
    return found


def _advice_text(utterance: Utterance) -> Written | None:
    if utterance.has(_RECOMMENDS) and utterance.has(_TO_LISTENERS):
        return _clear(statement(utterance))
    if not utterance.has(_TELLS) or (utterance.has(_TELLS_OF) and " 보/VX " not in utterance.tagged):
        return None
    draft = draft_of(utterance)
    starts = clause_starts(draft.eojeols, draft.kept)
    for start in [0, *starts]:
        shorter = draft.from_position(start)
        tokens = without_politeness(
            [pair for pair in shorter.tokens if pair[1].tag != "JX" or pair[1].form != "요"][:-1]
        )
        is_whole = len(shorter.words) >= 2 and not starts_vaguely(shorter.eojeols[shorter.kept[0]])
        if not tokens or not is_whole or tokens[-1][1].form in _GREETING or shorter.words & _GREETING:
            continue
        text = nominal(replace(shorter, kept=tuple(i for i in shorter.kept if i <= tokens[-1][0])), tokens, "기")
        if text is not None and len(text) <= MAX_LENGTH:
            return Written(text, False, shorter.words)
    return None


def _clear(written: Written | None) -> Written | None:
    """Advice that points at nothing said before."""
    return None if written is None or _POINTS.match(written.text) else written
