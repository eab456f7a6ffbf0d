"""Sentences that do not say what their words say once they are cut or given another ending: no line states them.

A denial in form that means the contrary, a concession before its point, a reason before what it is the reason for, an
order or words that are somebody else's. Sources: 표준국어대사전, 수사 의문문 (a question that holds a strong assertion), -지
(the 해체 ending that tells, asks, orders and proposes), -아서, -는데, -니까 (연결 어미), -라고, -자고 (간접 인용); 국립국어원 『외국인을 위한 한국어 문법 2』.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from processing.summary.utterance import Utterance, once

_STOPS = ".?!…"
# 없어지는 거 아니에요, 돈을 낼 거 아니야, 우리 일 아닙니까: they do. 없어지는 게 아니에요, 거는 아니에요, 것 아닙니다 deny.
_TAG_QUESTION = re.compile(
    r" (?:거|것)/NNB 아니/VCN (?:에요|어요|예요|야|어|냐|니|죠|지|잖아요?)/EF (?:요/JX )?(?:\?/SF )?$"
    r"| 아니/VCN (?:시/EP )?(?:ᆸ니까|ᆫ가요?|나요?|냐|ᆯ까요?|겠/EP \S+)/EF (?:요/JX )?(?:\?/SF )?$"
)
# 그게 더 낫지 않아요: with a word of judging, asked as often as denied; the sound alone tells
_JUDGED = re.compile(
    r" (?:맞|낫|좋|그렇|괜찮|같|비슷하|이상하|중요하|필요하)/\S+ 지/EC 않/VX (?:어요?|습니까|나요?|ᆫ가요?|을까요?)/EF (?:\?/SF )?$"
    r"| (?:중요|필요|이상|비슷)/\S+ 하/XSA 지/EC 않/VX 어요?/EF (?:\?/SF )?$"
)
# 하면 되지 (그래도 …): -지 that goes on without 요 or a full stop concedes
_PLAIN_JI = re.compile(r" 지/EF $")
_CONTRAST = re.compile(r" (?:그래도|그렇지만|하지만|그런데|근데|그러나|다만)/MAJ $")
# 나오기는 하는데, 좋긴 한데, 있기는 하지만: granted, and what counts is still to come
_GRANTED = re.compile(r" 기/ETN (?:는|ᆫ)/JX (?:\S+/V\S )?(?:\S+/EP )?(?:는데|ᆫ데|은데|지만|고|으?나)/E[CF] (?:요/JX )?$")
_REASON = re.compile(r" (?:어서|아서|라서|어/EC 가지고|길래|느라고?|으?면서|으?려고)/EC $")
_UNFINISHED = re.compile(r" (?:는데|ᆫ데|은데|던데|고|니까|으니까|지만|며|으며|거나|으?면|어서|아서|라서)/EC $")
# 바둑 두지 말고 게임해, 하지 말고 와: the plain ending behind -지 말고 orders
_FORBIDS = re.compile(r" 지/EC 말/VX 고/EC (?:\S+ )*?\S+/(?:VV|VX|XSV) (?:어|아|라|어라|아라|자|거라)/EF $")
# 빨리 끝내라고(요), 같이 가자고: an order or proposal that is quoted or repeated
_QUOTED_ORDER = re.compile(r"/(?:VV|VX|XSV) (?:으?라고|으?라는데|자고|자는데|냐고|느냐고)/E[CF] (?:요/JX )?$")
# 당뇨약같이 비교적이죠: an adverb of degree with what it belongs to left out; … 프로젝트가 이거예요: what it is stands before
_ONLY_POINTS = re.compile(
    r" (?:비교적|가급적|아마|혹시|물론|이거|그거|저거|이것|그것|여기|거기|저기)/(?:NP|MAG) 이/VCP (?:\S+/EP )?\S+/E[CF] (?:요/JX )?$"
)
# … 제시하는 데요: a bound noun without what it is bound to, where -는데요 was parted
# 아니 끝나고.: a bare deed that goes on to something not said
_BARE_GO = re.compile(r"^ (?:\S+/(?:IC|MAG|MAJ|VCN|EF) )*\S+/(?:VV|XSV) 고/E[CF] $")
_PARTED = re.compile(r"/(?:ETM) (?:데|수|줄|바|채|대로|만큼)/NNB (?:요/JX )?$")
# 괜찮을 거야, 게임해, 이제 끝이다: forms without courtesy
_INTIMATE = re.compile(r" (?:야|어|아|지|냐|니|라|어라|아라|자|거든|잖아|는데|ᆫ데)/EF $")
_COURTEOUS = re.compile(
    r"(?:ᆸ니다|습니다|ᆸ니까|습니까|세요|어요|아요|에요|예요|죠|네요|거든요|잖아요|고요|ᆫ데요|는데요)/EF $|요/JX $"
)
_FEWEST_COURTEOUS = 8  # sentences by which a speaker's style is known
_COURTEOUS_SHARE = 0.7


def is_turned(utterance: Utterance) -> bool:
    """Whether its words, written as a statement, would say something else than its speaker means."""
    if any(utterance.has(rule) for rule in (_TAG_QUESTION, _JUDGED, _GRANTED, _FORBIDS, _QUOTED_ORDER)):
        return True
    if any(utterance.has(rule) for rule in (_CONTRAST, _REASON, _ONLY_POINTS, _PARTED, _BARE_GO)):
        return True
    return (utterance.has(_UNFINISHED) or utterance.has(_PLAIN_JI)) and not _is_stopped(utterance)


def _is_stopped(utterance: Utterance) -> bool:
    return utterance.text.rstrip("\"'”’ ")[-1:] in _STOPS


def courteous(utterances: Sequence[Utterance]) -> frozenset[str]:
    """The speakers who speak with courtesy (-요, -습니다) throughout: their plain sentences are others' words, or thoughts."""
    told: dict[str, list[bool]] = {}
    for utterance in utterances:
        is_courteous, is_intimate = utterance.ends_in(_COURTEOUS) is not None, _is_intimate(utterance)
        if is_courteous or is_intimate:
            told.setdefault(utterance.speaker_id, []).append(is_courteous)
    return frozenset(
        speaker
        for speaker, styles in told.items()
        if len(styles) >= _FEWEST_COURTEOUS and sum(styles) >= _COURTEOUS_SHARE * len(styles)
    )


def is_out_of_style(utterance: Utterance, polite: frozenset[str]) -> bool:
    """Whether it leaves its speaker's courtesy ("바둑 두지 말고 게임해" in a talk that says -요): said by or to somebody else."""
    return utterance.speaker_id in polite and _is_intimate(utterance)


@once
def _is_intimate(utterance: Utterance) -> bool:
    return utterance.ends_in(_INTIMATE) is not None
