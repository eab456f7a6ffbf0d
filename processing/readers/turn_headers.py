"""Where turns begin in CLOVA's text: a label and a time, one of them, or neither.

A standard label (참석자 1, Attendees 1) with a time is a header wherever it stands. A name of one's own is one only if
the times stay in order and the name recurs or stands where a header stands, because people also say "회의는 10:30".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from processing.readers.clocks import CLOCK, UNTIL, in_order, seconds
from processing.readers.labels import (
    LONGEST_LABEL,
    STANDARD,
    STANDARD_LABEL,
    is_name,
    is_sentence,
    is_standard_label,
    unwrapped,
)
from processing.readers.layout import TextLine
from processing.readers.speaker_names import is_common_word, is_person, speakers_among
from processing.source import Place
from processing.turns.persons import is_title

PERSONS_SHARE = 0.15  # of a file's lines are names at the least, where nothing else shows that they head turns
LONGEST_PAUSE = 300  # seconds before a header that only its place speaks for
_ALONE = r"(?![\d:])(?!\s?[-~–—→]>?\s?\d{1,2}:\d)"  # CLOVA writes no ranges
_TIMED_STANDARD = re.compile(rf"({STANDARD})[^\S\n]+({CLOCK}){_ALONE}", re.IGNORECASE)
_TIMED = re.compile(rf"(\S(?:.{{0,{LONGEST_LABEL - 2}}}?\S)?)[^\S\n]+({CLOCK}){_ALONE}")
_TIME = re.compile(rf"{CLOCK}$")
_TIME_OR_RANGE = re.compile(rf"{CLOCK}(?:{UNTIL})?$")

_LATIN_NAME = re.compile(r"[A-Z][a-zé'’-]+$")
_REPLY = re.compile(r"^.$|(?:[요다죠까네데]|그래|.{21,})$")  # 네 and 그래요 open paragraphs as often as names do


@dataclass(frozen=True, slots=True)
class TurnHeader:
    """A turn's header: where it stands, whom it names and which second it tells, perhaps also the one at which its words end.

    `line` is the index of its last line, `first_line` of its first; the turn's words may follow on the last.
    """

    line: int
    place: Place
    label: str | None = None
    start_s: float | None = None
    is_inline: bool = False
    lines: int = 1
    end_s: float | None = None

    @property
    def first_line(self) -> int:
        """The index of the line that the header begins on."""
        return self.line - self.lines + 1


def turn_headers(lines: Sequence[TextLine], body: range) -> list[TurnHeader]:
    """The headers on the lines `body` in order; none if the file tells neither speakers nor times."""
    timed = [header for i in body if (header := _timed(lines, i)) is not None]
    timed.extend(_pairs(lines, body))
    timed.sort(key=lambda header: header.place)
    chosen = _choose(lines, timed)
    if chosen:
        return _with_labels_alone(lines, body, chosen)
    return _labels_alone(lines, body) or _times_alone(lines, body)


def is_reply(text: str) -> bool:
    """Whether a line that recurs is rather a reply or a sentence than a name: 그래요, 좋습니다."""
    return bool(_REPLY.search(text))


def is_header_line(line: TextLine) -> bool:
    """Whether the line reads as a header by itself, with a standard label or with nothing after the time."""
    match = _TIMED.match(line.text)
    return bool(
        STANDARD_LABEL.match(line.text) or _TIMED_STANDARD.match(line.text) or _TIME_OR_RANGE.match(line.text)
    ) or bool(match and match.end() == len(line.text) and is_name(match[1]))


def _timed(lines: Sequence[TextLine], i: int) -> TurnHeader | None:
    line = lines[i]
    match = _TIMED_STANDARD.match(line.text) or _TIMED.match(line.text)
    if match is None or not (STANDARD_LABEL.match(match[1]) or is_name(match[1])):
        return None
    place = Place(line.start, line.start + match.end())
    return TurnHeader(i, place, unwrapped(match[1]), seconds(match[2]), match.end() < len(line.text))


def _pairs(lines: Sequence[TextLine], body: range) -> list[TurnHeader]:
    """Headers whose label and time stand on two lines, as a copy from the web page may have them.

    Where the talk itself begins with a time, the lines above times are the words of the turn before; so they are where
    a blank line stands above the time and none below.
    """
    words = [i for i in body if not lines[i].is_blank]
    if not words or _TIME.match(lines[words[0]].text):
        return []
    times = [(label, i) for label, i in pairwise(words) if len(lines[i].text) <= 9 and _TIME.match(lines[i].text)]
    found = [
        TurnHeader(
            i, Place(lines[label].start, lines[i].end), lines[label].text, seconds(lines[i].text), lines=i - label + 1
        )
        for label, i in times
        if _may_stand_alone(lines[label].text) and (i - label == 1 or i + 1 == len(lines) or lines[i + 1].is_blank)
    ]
    counts = Counter(header.label for header in found)
    are_usual = 2 * len(found) >= len(times)  # above a time that stands over words, few lines look like a name
    return [header for header in found if are_usual or _is_standard(header) or counts[header.label] > 1]


def _may_stand_alone(label: str) -> bool:
    return is_standard_label(label) or (is_name(label) and not is_sentence(label))


def _choose(lines: Sequence[TextLine], found: Sequence[TurnHeader]) -> list[TurnHeader]:
    """The headers among the lines that look like one."""
    counts = Counter(header.label for header in found)
    named = (
        speakers_among([header.label or "" for header in found], found[0].start_s or 0.0)
        if _are_usual(lines, found)
        else frozenset()
    )
    is_tight = _are_tight(lines, [header for header in found if _is_standard(header) or counts[header.label] > 1])
    likely = [
        header
        for header in found
        if _is_standard(header)
        or _is_likely(lines, header, counts[header.label])
        or header.label in named
        or (is_tight and _is_person_over_words(lines, header))
    ]
    weights = [1000 if _is_standard(header) else min(counts[header.label], 100) for header in likely]
    ordered = in_order([header.start_s or 0.0 for header in likely], weights)
    chosen = [header for i, header in enumerate(likely) if i in ordered or _is_standard(header)]
    return [
        header
        for before, header in zip([None, *chosen], chosen, strict=False)
        if counts[header.label] > 1 or _is_standard(header) or before is None or _follows(lines, before, header)
    ]


def _are_tight(lines: Sequence[TextLine], sure: Sequence[TurnHeader]) -> bool:
    """Whether most headers of the file stand right under the words before, without a blank line."""
    tight = sum(header.first_line > 0 and not lines[header.first_line - 1].is_blank for header in sure)
    return 2 * tight >= len(sure) > 1


def _is_person_over_words(lines: Sequence[TextLine], header: TurnHeader) -> bool:
    """Whether a header that stands but once names somebody (김유나, Jane) and its words follow on the next line."""
    label = header.label or ""
    has_name = is_person(label) or _LATIN_NAME.match(label) is not None
    return has_name and _has_words_right_below(lines, header) and not header.is_inline and not is_common_word(label)


def _are_usual(lines: Sequence[TextLine], found: Sequence[TurnHeader]) -> bool:
    """Whether nearly everything is headed in one way, so that a name that stands but once is one too.

    Either most lines begin with a header and go on with its words, or each time on a line of its own has a name right
    above and words below; where it has words above and below, these are the short answers of a talk without names.
    """
    words = sum(not line.is_blank for line in lines)
    inline = sum(header.is_inline for header in found)
    times = sum(len(line.text) <= 9 and _TIME.match(line.text) is not None for line in lines)
    pairs = sum(header.lines == 2 for header in found)
    return (inline > 2 and inline >= 0.7 * words) or (pairs > 1 and pairs >= 0.95 * times and 3 * pairs <= words)


def _follows(lines: Sequence[TextLine], before: TurnHeader, header: TurnHeader) -> bool:
    """Whether a header comes about when one is due, since CLOVA begins a new block every minute, or has its words below."""
    is_due = (header.start_s or 0.0) - (before.start_s or 0.0) <= LONGEST_PAUSE
    return is_due or _has_words_right_below(lines, header)


def _has_words_right_below(lines: Sequence[TextLine], header: TurnHeader) -> bool:
    return header.line + 1 < len(lines) and not lines[header.line + 1].is_blank


def _is_standard(header: TurnHeader) -> bool:
    return is_standard_label(header.label or "")


def _is_likely(lines: Sequence[TextLine], header: TurnHeader, count: int) -> bool:
    if count > 1:
        return True
    before = header.line - 1
    return (
        not header.is_inline
        and not is_sentence(header.label or "")
        and (before < 0 or lines[before].is_blank)
        and any(not line.is_blank for line in lines[header.line + 1 : header.line + 4])
    )


def _with_labels_alone(lines: Sequence[TextLine], body: range, chosen: list[TurnHeader]) -> list[TurnHeader]:
    taken = [header.place for header in chosen]
    alone = [header for header in _standard_alone(lines, body) if not any(header.place.overlaps(p) for p in taken)]
    return sorted([*chosen, *alone], key=lambda header: header.place)


def _standard_alone(lines: Sequence[TextLine], body: range) -> list[TurnHeader]:
    return [_label_header(lines, i) for i in body if STANDARD_LABEL.match(lines[i].text)]


def _label_header(lines: Sequence[TextLine], i: int) -> TurnHeader:
    return TurnHeader(i, Place(lines[i].start, lines[i].end), lines[i].text)


def _labels_alone(lines: Sequence[TextLine], body: range) -> list[TurnHeader]:
    """Labels without times: standard ones, and names that open nearly every paragraph of the file."""
    standard = _standard_alone(lines, body)
    firsts = [i for i in body if _opens_paragraph(lines, i)]
    counts = Counter(lines[i].text for i in firsts)
    names = {text for text, n in counts.items() if n > 1 and _may_stand_alone(text) and not is_reply(text)}
    named = [i for i in firsts if lines[i].text in names]
    found = {header.line: header for header in standard}
    if len(standard) + len(named) >= 0.8 * len(firsts) and (standard or (len(named) > 2 and len(names) > 1)):
        found.update((i, _label_header(lines, i)) for i in named)
    return [found[i] for i in sorted(found)] or _persons_alone(lines, body)


def _persons_alone(lines: Sequence[TextLine], body: range) -> list[TurnHeader]:
    """Whole names on lines of their own with words below each, where they recur and blank lines tell nothing."""
    words = [i for i in body if not lines[i].is_blank]
    alone = [
        i for i, after in pairwise(words) if _is_whole_name(lines[i].text) and not _is_whole_name(lines[after].text)
    ]
    counts = Counter(lines[i].text for i in alone)
    recur = sum(n > 1 for n in counts.values())
    if recur < 2 or alone[0] != words[0] or len(alone) < PERSONS_SHARE * len(words):
        return []
    return [_label_header(lines, i) for i in alone]


def _is_whole_name(text: str) -> bool:
    return len(text) <= LONGEST_LABEL and is_person(text) and not is_title(text)


def _opens_paragraph(lines: Sequence[TextLine], i: int) -> bool:
    """Whether line `i` is the first of a paragraph of two or more lines."""
    has_more = i + 1 < len(lines) and not lines[i + 1].is_blank
    return not lines[i].is_blank and (i == 0 or lines[i - 1].is_blank) and has_more


def _times_alone(lines: Sequence[TextLine], body: range) -> list[TurnHeader]:
    alone = [i for i in body if len(lines[i].text) <= 9 and _TIME.match(lines[i].text)]
    times = [seconds(lines[i].text) for i in alone]
    ordered = in_order(times, [1] * len(times))
    return [
        TurnHeader(i, Place(lines[i].start, lines[i].end), None, time)
        for n, (i, time) in enumerate(zip(alone, times, strict=True))
        if n in ordered
    ]
