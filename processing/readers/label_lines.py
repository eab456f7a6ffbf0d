"""Text with a label or a time at the beginning of its lines, as other programs and people write it.

`참석자 1: 본문`, `[00:01:02] 이름: 본문`, `이름 (00:12)`, Daglo's `00:12 화자 1`, Teams' `이름   0:03`, `[참석자 1]`, times alone
without padding, and Google's documents, where a time stands over several `이름: 본문`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence, Set
from dataclasses import replace
from typing import TypeVar

from processing.readers.clocks import CLOCK, FRACTION, LOOSE_CLOCK, UNTIL, in_order, seconds
from processing.readers.clova_head import Head, head_of
from processing.readers.imported import SAMPLE_CHARACTERS, Document
from processing.readers.labels import LONGEST_LABEL, STANDARD, is_name, is_standard_label, unwrapped
from processing.readers.layout import TextLine, text_lines
from processing.readers.speaker_names import LEAST_PERSONS, is_person, speakers_among
from processing.readers.turn_assembly import assembled
from processing.readers.turn_headers import TurnHeader
from processing.source import Place, Source

FORMAT = "label_lines"

_BARE = rf"[^\s:：\[(\d](?:[^:：\n]{{0,{LONGEST_LABEL - 2}}}?[^\s:：])?"
_WRAPPED = rf"[\[【<](?![\d\s])[^:：\n\[\]【】<>]{{1,{LONGEST_LABEL - 2}}}[\]】>]"
_LABEL = rf"(?P<label>{_WRAPPED}|{_BARE})"
_SPAN = rf"(?P<clock>{LOOSE_CLOCK}){FRACTION}(?:{UNTIL})?"
_BRACKETED = rf"[\[(]{_SPAN}[\])]"
_COLON = r"\s?[:：](?![\d/])"
NAME_AND_BRACKETS = re.compile(rf"{_LABEL}\s*{_BRACKETED}\s?[:：]?")  # 이름 (00:12)
TIME_AND_NAME = re.compile(rf"[\[(]?{_SPAN}[\])]?\s+{_LABEL}$")  # 00:12 화자 1
NAME_AND_TIME = re.compile(rf"{_LABEL}\s+{_SPAN}$")  # 이름   0:03
NAME = re.compile(rf"{_LABEL}{_COLON}")  # 참석자 1: 본문
NAME_IN_BRACKETS = re.compile(rf"(?P<label>{_WRAPPED})(?=\s|$)(?!\s*\[)")  # [김민수] 본문
SHAPES = (
    re.compile(rf"{_BRACKETED}\s*{_LABEL}{_COLON}"),  # [00:01:02] 이름: 본문
    re.compile(rf"(?P<clock>{CLOCK}){FRACTION}(?:{UNTIL})?\s+{_LABEL}{_COLON}"),  # 00:01:02 이름: 본문
    NAME_AND_BRACKETS,
    TIME_AND_NAME,
    NAME_AND_TIME,
    NAME,
    re.compile(rf"[\[(<【](?P<label>{STANDARD})[\])>】]\s?[:：]?"),  # [참석자 1] 본문
    NAME_IN_BRACKETS,
    re.compile(rf"{_BRACKETED}"),  # [00:01:02] 본문
    re.compile(rf"{_SPAN}(?:\s+(?=\D)|$)"),  # 0:12, or 00:12 본문
)
_BEGINS_WITH_CLOCK = re.compile(rf"[\[(]?{LOOSE_CLOCK}(?![\d:])")
_CLOCK_ALONE = re.compile(rf"{LOOSE_CLOCK}$")
_UNPADDED = re.compile(r"(?<![\d:])\d:[0-5]\d$")
SPEAKER_PREFIX = re.compile(rf"(?P<label>{_BARE}){_COLON}\s*")

T = TypeVar("T")


def likeness(document: Document) -> float:
    """How sure it is that lines begin with labels or times, 0 to 1."""
    lines = text_lines(document.text[:SAMPLE_CHARACTERS])
    head = head_of(lines)
    headers = _headers(lines, head)
    if len(headers) < 2:
        return 0.5 if headers and is_standard_label(headers[0].label or "") else 0.0
    if head.date_line is not None:
        return 0.91
    return 0.86 if any(_is_foreign(document.text, header) for header in headers) else 0.7


def _is_foreign(text: str, header: TurnHeader) -> bool:
    """Whether a header is one that CLOVA does not write: a label with a time over it, or with an unpadded one."""
    words = text[header.place.start : header.place.end]
    return header.label is not None and (header.lines > 1 or _UNPADDED.search(words) is not None)


def read(document: Document) -> Source:
    """The source of a text whose lines begin with labels or times."""
    lines = text_lines(document.text)
    head = head_of(lines)
    return assembled(document, lines, head, _headers(lines, head), FORMAT)


def _headers(lines: Sequence[TextLine], head: Head) -> list[TurnHeader]:
    """The headers of the shape that most lines have; an earlier shape says more than a later one."""
    found = [_of_shape(lines, head.body, shape) for shape in SHAPES]
    return max(found, key=len)


def _of_shape(lines: Sequence[TextLine], body: int, shape: re.Pattern[str]) -> list[TurnHeader]:
    headers = [
        _header(lines, i, match) for i in range(body, len(lines)) if (match := shape.match(lines[i].text)) is not None
    ]
    if shape is NAME_AND_BRACKETS:
        headers = [header for header in headers if _is_sure(lines, header)]
    elif shape is TIME_AND_NAME:
        headers = _with_speakers([header for header in headers if _has_words_below(lines, header)])
    elif shape is NAME_AND_TIME:
        headers = _named_with_times(lines, headers)
    elif shape is NAME_IN_BRACKETS:
        headers = _persons_before_words(lines[body:], headers)
    elif shape in SHAPES[:2] and len(headers) >= 0.6 * sum(1 for line in lines[body:] if _begins_with_clock(line)):
        headers = [header for header in headers if is_name(header.label or "")]
    elif "label" in shape.groupindex:
        words = sum(1 for line in lines[body:] if not line.is_blank)
        headers = with_likely_names(headers, lambda header: header.label or "", words)
    if shape is NAME:
        return _with_times_above(lines, body, headers)
    if "clock" not in shape.groupindex:
        return headers
    ordered = in_order([header.start_s or 0.0 for header in headers], [1] * len(headers))
    return [header for i, header in enumerate(headers) if i in ordered]


def _begins_with_clock(line: TextLine) -> bool:
    return _BEGINS_WITH_CLOCK.match(line.text) is not None


def _has_words_below(lines: Sequence[TextLine], header: TurnHeader) -> bool:
    """Whether the next words after a time and a name are no time again, as they are where words follow each time."""
    below = next((line for line in lines[header.line + 1 : header.line + 4] if not line.is_blank), None)
    return below is not None and not _begins_with_clock(below)


def _named_with_times(lines: Sequence[TextLine], headers: Sequence[TurnHeader]) -> list[TurnHeader]:
    """The headers over words, with the names that recur; none in a timetable, which has no words between its times."""
    named = _with_speakers(headers)
    firsts = {header.line for header in named}
    counts = Counter(header.label for header in named)
    over = {header.line for header in named if _is_over_words(lines, header, firsts)}
    if len(over) < 0.5 * len(named):
        return []
    return [header for header in named if header.line in over or counts[header.label] > 1]


def _persons_before_words(lines: Sequence[TextLine], headers: Sequence[TurnHeader]) -> list[TurnHeader]:
    """The headers, where they open most lines and most of their labels are persons'; [안건] is none."""
    labels = {header.label or "" for header in headers}
    words = sum(not line.is_blank for line in lines)
    are_persons = sum(map(is_person, labels)) >= LEAST_PERSONS * len(labels)
    return _with_speakers(headers) if are_persons and len(headers) >= 0.6 * words else []


def _with_speakers(headers: Sequence[TurnHeader]) -> list[TurnHeader]:
    """The headers whose labels name speakers."""
    names = speakers_among([header.label or "" for header in headers], headers[0].start_s or 0.0) if headers else ()
    return [header for header in headers if header.label in names]


def _is_over_words(lines: Sequence[TextLine], header: TurnHeader, firsts: Set[int]) -> bool:
    below = next((i for i in range(header.line + 1, len(lines)) if not lines[i].is_blank), None)
    return below is not None and below not in firsts and _has_words_below(lines, header)


def _with_times_above(lines: Sequence[TextLine], body: int, headers: Sequence[TurnHeader]) -> list[TurnHeader]:
    """The headers, each joined with a time that stands on a line of its own right above it, where these run on.

    People say a time alone, too; so one of minutes counts only where such a time stands over the first header.
    """
    above = {
        header.line: time
        for before, header in zip([None, *headers], headers, strict=False)
        if (time := _time_above(lines, body, header.line)) is not None and not _is_answer(lines, before, time)
    }
    if headers and headers[0].line not in above:
        above = {line: time for line, time in above.items() if lines[time].text.count(":") > 1}
    ordered = in_order([seconds(lines[time].text) for time in above.values()], [1] * len(above))
    times = {line: time for n, (line, time) in enumerate(above.items()) if n in ordered}
    return [_under_time(lines, header, times[header.line]) if header.line in times else header for header in headers]


def _time_above(lines: Sequence[TextLine], body: int, i: int) -> int | None:
    above = next((n for n in range(i - 1, max(i - 4, body - 1), -1) if not lines[n].is_blank), None)
    return above if above is not None and _CLOCK_ALONE.match(lines[above].text) else None


def _is_answer(lines: Sequence[TextLine], before: TurnHeader | None, time: int) -> bool:
    """Whether the time at `time` is all that is said under the header before."""
    if before is None or before.place.end < lines[before.line].end:
        return False
    return all(line.is_blank for line in lines[before.line + 1 : time])


def _under_time(lines: Sequence[TextLine], header: TurnHeader, time: int) -> TurnHeader:
    place = Place(lines[time].start, header.place.end)
    return replace(header, place=place, start_s=seconds(lines[time].text), lines=header.line - time + 1)


def _is_sure(lines: Sequence[TextLine], header: TurnHeader) -> bool:
    """Whether a name with a time in brackets is a speaker's: it stands alone, or a program gave the label."""
    label, line = header.label or "", lines[header.line]
    is_alone = header.place.end == line.end
    return (
        is_standard_label(label) or (is_name(label) and is_alone) or (is_person(label) and _ends_in_colon(line, header))
    )


def _ends_in_colon(line: TextLine, header: TurnHeader) -> bool:
    return line.text[header.place.end - line.start - 1] in ":："


def _header(lines: Sequence[TextLine], i: int, match: re.Match[str]) -> TurnHeader:
    groups = match.groupdict()
    place = Place(lines[i].start, lines[i].start + len(match[0].rstrip()))
    clock = groups.get("clock")
    label, until = groups.get("label"), groups.get("until")
    return TurnHeader(
        i,
        place,
        unwrapped(label) if label else None,
        seconds(clock) if clock else None,
        end_s=seconds(until) if until else None,
    )


def with_likely_names(items: Sequence[T], label_of: Callable[[T], str], lines: int) -> list[T]:
    """The items whose label is a person's: a standard one, or one that recurs.

    Where most of the file's `lines` have a label, one that stands once is taken too, after the first sure one; so
    `일시: 3월 2일` at the top of a memo is no speaker.
    """
    items = [item for item in items if is_standard_label(label_of(item)) or is_name(label_of(item))]
    counts = Counter(label_of(item) for item in items)
    sure = {label for label, n in counts.items() if n > 1 or is_standard_label(label)}
    is_usual = len(items) >= 0.6 * lines
    chosen: list[T] = []
    for item in items:
        if label_of(item) in sure or (chosen and is_usual):
            chosen.append(item)
    return chosen
