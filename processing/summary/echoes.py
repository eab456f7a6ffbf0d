"""What has the mark or the ending of a question and is none: a figure said back, a thought, the rest of a quotation.

Source: 표준국어대사전, -ㄹ까 (the speaker's guess or intention, also to oneself), -라는 (a quotation that describes a noun).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from processing.summary.utterance import Utterance

_ASKS_WHAT = re.compile(r" (?:어떻|언제|누구|뭐|무엇|왜|얼마|얼마나|어디|몇|어떤|어느|어떻게|무슨)/")
_FIGURE_LAST = re.compile(
    r" \S+/(?:SN|NR|MM|NNG) (?:반/NNG )?(?:\S+/(?:NNB|NNG) )?(?:반/NNG )?(?:짜리/XSN |쯤/XSN |정도/NNG )?\?/SF $"
)
_COUNTS = re.compile(r"/(?:SN|NR) | (?:한|두|세|네|다섯|여섯|열|몇십|수십)/MM ")
_PREDICATE = re.compile(r"/(?:VV|VA|VX|VCP|VCN|XSV|XSA|EF|EC) ")
_TOPIC = re.compile(r" (?:은|는|도)/JX ")
_QUOTES = re.compile(r"^(?:이?라는|이?라고|다는|하는) (?:생각|느낌|걱정|의문|말|말씀|얘기|이야기|질문|궁금|의견)")


def asks_a_figure_back(utterance: Utterance) -> bool:
    """8시 4분? 한 시간 반짜리?: a figure by itself only says back, or guesses, what somebody else has to tell."""
    if utterance.has(_PREDICATE) or utterance.has(_ASKS_WHAT) or utterance.has(_TOPIC):
        return False
    return utterance.has(_FIGURE_LAST) and utterance.has(_COUNTS)


def goes_on_quoting(utterance: Utterance) -> bool:
    """라는 생각이 들기는 해서 …: the rest of what was begun in the sentence before."""
    return _QUOTES.match(utterance.text) is not None


def is_thought(utterances: Sequence[Utterance], at: int) -> bool:
    """좀 더 나은 걸 써 보면 어떨까 / 라는 생각이 들기는 해서: the next sentence says that it was a thought."""
    return at + 1 < len(utterances) and goes_on_quoting(utterances[at + 1])
