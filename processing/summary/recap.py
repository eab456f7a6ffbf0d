"""What the one who leads the meeting sums up at its end ("정리할게요. 온라인은 십이월 십팔일, 첫 물량 오천 개. 포장은 화요일에 결정.").

Such a list names each matter with its value and no verb; it is the best evidence of what was settled. A clause that ends
in a decision to come (…에 결정, 추후 논의, 미정, 보류) is open. A lecturer who sums up decides nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from processing.summary.utterance import Utterance, lecturer_of
from processing.summary.written_style import MAX_LENGTH

_OPENS = re.compile(
    r"^(?:(?:네|예|자|아|어|음|그럼|그러면|이제|마지막으로|다시|한번|한 번|오늘|지금까지|회의|결정된|정해진|나온"
    r"|거|것|걸|것들?[은을]?|내용[은을]?|사항[은을]?)[,.]? )*"
    r"(?:정리(?:를|해)? ?(?:좀 |한번 )?"
    r"(?:할게요|하겠습니다|하죠|합시다|볼게요|보겠습니다|드릴게요|드리겠습니다|하면|하자면|보면|드리면|드리자면)"
    r"|요약(?:하면|하자면|할게요|하겠습니다))[,.]?(?: |$)"
)
_WITHIN = 6  # sentences of the same turn behind the opening
_FEWEST, _LONGEST = 2, 9  # clauses that make a recap; eojeols of a clause
_BORDER = re.compile(r",\s*|[.]\s*$|(?<=[가-힣])(?:이고|고)요?[,]\s*")
_COPULA = re.compile(r"(?:입니다|이에요|예요|이고요?|으?로(?: ?하고| ?하기로| ?합니다)?|고요|요)$")
_NAMED = re.compile(r"^(?P<topic>[가-힣A-Za-z0-9]+(?: [가-힣A-Za-z0-9]+){0,2}?)(?:은|는) (?P<value>.+)$")
_COUNTED = re.compile(
    r"^(?P<topic>[가-힣A-Za-z]+(?: [가-힣A-Za-z]+)?) (?P<value>(?:[\d,.]+|[영일이삼사오육칠팔구십백천만억]+)(?: ?[영일이삼사오육칠팔구십백천만억]+)* ?"
    r"(?:개|원|명|그램|킬로|시간|시|분|일|월|주|달|건|대|장|부|권|팀|퍼센트|프로|%|회|번|곳|군데|박스|만|억)[가-힣 ]*)$"
)
_OPEN = re.compile(r"(?:결정|확정|논의|재논의|검토|협의|정하기|미정|보류)(?: ?예정)?$")
_VERBAL = re.compile(r"(?:다|죠|까|네|어요|아요|해요|세요|게요|는데|니까|면|서|지만|던|고)$")
_PERSON = re.compile(r"(?:씨|님|저|제가|우리|저희)$")
_VAGUE = re.compile(r"^(?:이|그|저)(?:거|것|게|건|쪽|때)?$")


@dataclass(frozen=True)
class Clause:
    """One matter of the recap: its `topic` and `value`, the whole `text` of the line, whether it is still open."""

    topic: str
    value: str
    text: str
    is_open: bool
    said: Utterance


def recap(said: Sequence[Utterance]) -> list[Clause]:
    """The clauses of what is summed up, in order; none where nobody sums up, or only one matter is named."""
    lecturer, found = lecturer_of(said), []
    for at, utterance in enumerate(said):
        opening = _OPENS.match(utterance.text)
        if opening is None or utterance.is_asked or utterance.speaker_id == lecturer:
            continue
        clauses = list(_clauses(said, at, opening.end()))
        found += clauses if len(clauses) >= _FEWEST else []
    return found


def _clauses(said: Sequence[Utterance], at: int, behind: int) -> Iterator[Clause]:
    for utterance in said[at : at + 1 + _WITHIN]:
        if utterance.turn != said[at].turn or utterance.is_asked:
            return
        text = utterance.text[behind:] if utterance is said[at] else utterance.text
        for words in _BORDER.split(text):
            clause = clause_of((words or "").strip(), utterance)
            if clause is not None:
                yield clause


def clause_of(words: str, said: Utterance) -> Clause | None:
    """The clause that names a matter and its value without a verb; None for any other."""
    bare = _COPULA.sub("", words.strip(" .")).strip()
    match = _NAMED.match(bare) or _COUNTED.match(bare)
    if match is None or len(bare.split()) > _LONGEST or len(bare) > MAX_LENGTH:
        return None
    topic, value = match["topic"], match["value"]
    if _VERBAL.search(value) or _PERSON.search(topic) or _VAGUE.match(topic):
        return None
    return Clause(topic, value, bare, _OPEN.search(value) is not None, said)
