"""Numbers of dates and hours said in words ("십일월 이십칠일", "오후 세 시 반") as figures, with the way back to the text.

Source: 표준국어대사전: Sino-Korean numerals before 년, 월, 일, 분 (유월 and 시월 are their own forms), native ones before 시.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from processing.figures import ODD_MONTHS, spoken_value

_NATIVE = ("한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열", "열한", "열두")
_DIGIT = "[일이삼사오육칠팔구]"
_UP_TO_99 = rf"(?:{_DIGIT}? ?십 ?{_DIGIT}?|{_DIGIT})"
_UP_TO_12 = r"(?:십 ?[일이]?|[일이삼사오육칠팔구유시])"
_HOURS = "|".join(sorted(_NATIVE, key=len, reverse=True))
_SAID = re.compile(
    # a month only before its day or another word of dates: 이월 and 구월 are words of their own
    rf"(?<![가-힣\d])(?P<month>{_UP_TO_12}) ?(?=월(?: ?(?:{_UP_TO_99}|\d{{1,2}}) ?일"
    r"| ?말| ?초| ?중(?:순|에|으로)| ?하순| ?[안내](?:에|으로|로)| (?:첫|둘|셋|넷|마지막)|까지|에|부터|달))"
    rf"|(?<=월)(?P<gap> ?)(?P<day>{_UP_TO_99}) ?(?=일(?!\d))"
    rf"|(?<![가-힣\d])(?P<nth>(?:이|삼)?십 ?{_DIGIT}?|{_DIGIT}) ?(?=일(?:까지|날|에|\ 오[전후]|\ [월화수목금토일]요일))"
    rf"|(?<![가-힣\d])(?P<hour>{_HOURS}) ?(?=시(?![가-힣])|시(?:까지|에|쯤|반|부터|로|입니다|이에요|예요|이?요))"
    rf"|(?<=시 )(?P<minute>{_UP_TO_99}) ?(?=분)"
    r"|(?<=\d)(?P<blank> )(?=[월일시분](?![가-힣])|[월일시](?:까지|에|부터))"
)


@dataclass(frozen=True)
class Figures:
    """A text with its spoken numbers as figures; `origin[i]` is where its code point i comes from in the text as said."""

    text: str
    origin: Sequence[int]

    def said(self, position: int) -> int:
        """The position in the text as said for a position (0 to the length) in this one."""
        return self.origin[position]


def with_figures(text: str) -> Figures:
    """The text with spoken dates and hours in figures; everything else as it was.

    >>> with_figures("십일월 이십칠일까지 보내 주세요").text
    '11월 27일까지 보내 주세요'
    >>> with_figures("시월 삼일 오후 세 시 반에 열한 명이 와요").text
    '10월 3일 오후 3시 반에 열한 명이 와요'
    >>> with_figures("이 일은 이월하고 구일 씨는 한 시간 뒤에").text
    '이 일은 이월하고 구일 씨는 한 시간 뒤에'
    """
    parts: list[str] = []
    origin: list[int] = []
    at = 0
    if not _SAID.search(text):
        return Figures(text, range(len(text) + 1))
    for match in _SAID.finditer(text):
        figures = (match["gap"] or "") + _figures(match)
        parts += [text[at : match.start()], figures]
        origin += [*range(at, match.start()), *[match.start()] * len(figures)]
        at = match.end()
    return Figures("".join((*parts, text[at:])), (*origin, *range(at, len(text) + 1)))


def _figures(match: re.Match[str]) -> str:
    kind = match.lastgroup or ""
    said = (match[kind] or "").replace(" ", "")
    if kind == "blank":
        return ""
    if kind == "hour":
        return str(_NATIVE.index(said) + 1)
    return str(ODD_MONTHS[said] if said in ODD_MONTHS else int(spoken_value(said)))
