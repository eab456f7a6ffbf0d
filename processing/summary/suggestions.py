"""Advice to listeners ("꼭 써 보세요", "…하시는 게 좋습니다") and the tools and sources that were mentioned.

Advice is no task: nobody took it on. Greetings ("들어가세요", "수고하세요") are none either.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from processing.summary import intents
from processing.summary.phrases import Named
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
_NO_TOOLS = frozenset(("AI", "IT", "인공지능"))  # fields, not things one uses by name
_TOOL_NOUNS = (
    "툴|도구|앱|어플|프로그램|서비스|플랫폼|사이트|소프트웨어|라이브러리|프레임워크|모델|책|논문|강의|유튜브|채널|사전"
)
_USED = re.compile(r"^ ?(?:를|을|로|으로|에서|에|같은|이라는|라는|라고)(?![가-힣])")
_USES = re.compile(r"(?:쓰|사용|이용|활용|써|돌리|설치|구독|깔|만들|검색|읽|참고|호출|도입)")


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
        if intents.is_told_to_machine(utterance) or intents.is_laughed_at(utterances, at):
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


def tools(named: Sequence[Named]) -> list[tuple[str, Utterance]]:
    """Tools and sources that are said to be used, each with the first sentence that says so, in order.

    A name counts when it is written in Latin letters, and something is done with it (를 쓰다, 로 만들다), or
    when it is called a tool, an app, a book ("노션이라는 툴").
    """
    found: dict[str, tuple[str, Utterance]] = {}
    for sentence in named:
        text = sentence.utterance.text
        for name in sorted(_names(sentence), key=text.find):
            if name.lower() not in found and name not in _NO_TOOLS and _is_used(text, name):
                found[name.lower()] = (name, sentence.utterance)
    return list(found.values())


def _names(sentence: Named) -> set[str]:
    text = sentence.utterance.text
    called = {p.text for p in sentence.phrases if _is_latin_name(p.text) or _is_called_tool(text[p.end :])}
    return called | {term for term in sentence.terms if _is_latin_name(term)}


def _is_latin_name(text: str) -> bool:
    return re.fullmatch(r"[A-Z][A-Za-z0-9.+#-]+(?: [A-Z][A-Za-z0-9.+#-]+){0,2}", text) is not None


def _is_called_tool(after: str) -> bool:
    return re.match(rf"(?:이라는|라는|이라고 하는|라고 하는) (?:\S+ )?(?:{_TOOL_NOUNS})", after) is not None


def _is_used(text: str, name: str) -> bool:
    at = text.find(name)
    after = text[at + len(name) :]
    if _is_called_tool(after):
        return True
    particle = _USED.match(after)
    return particle is not None and _USES.search(after[particle.end() :][:14]) is not None
