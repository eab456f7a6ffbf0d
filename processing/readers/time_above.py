"""A time, who speaks and the words, each on lines of their own, as recorder apps write them: `00:27:11`, `화자 1`, words.

The time may be a range or stand in brackets, blank lines may stand between. A time that is said stands over words and
not over a label, so nearly all times of the file must stand over one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from processing.readers.clocks import LOOSE_CLOCK, UNTIL, in_order, seconds
from processing.readers.clova_head import head_of
from processing.readers.imported import SAMPLE_CHARACTERS, Document
from processing.readers.labels import STANDARD, is_name, is_sentence, is_standard_label, is_unknown_label, unwrapped
from processing.readers.layout import TextLine, text_lines
from processing.readers.speaker_names import is_common_word, is_person, speakers_among
from processing.readers.turn_assembly import assembled
from processing.readers.turn_headers import TurnHeader, is_reply
from processing.source import Place, Source

FORMAT = "time_above"

USUAL = 0.8  # of the times stand over a label, where no program's label says so
SURE = 0.6  # of the labels are a program's, recur or have a name's form
_TIME = re.compile(rf"[\[(]?(?P<clock>{LOOSE_CLOCK})(?:{UNTIL})?[\])]?$")
_LONGEST_TIME = 32
_LABEL_AND_TIME = re.compile(rf"{STANDARD}[^\S\n]+[\[(]?{LOOSE_CLOCK}", re.IGNORECASE)


def likeness(document: Document) -> float:
    """How sure it is that times stand over labels here, 0 to 1."""
    lines = text_lines(document.text[:SAMPLE_CHARACTERS])
    return 0.96 if _headers(lines, head_of(lines).body) else 0.0


def read(document: Document) -> Source:
    """The source of a text whose times stand over labels."""
    lines = text_lines(document.text)
    head = head_of(lines)
    return assembled(document, lines, head, _headers(lines, head.body), FORMAT)


def _headers(lines: Sequence[TextLine], body: int) -> list[TurnHeader]:
    words = [i for i in range(body, len(lines)) if not lines[i].is_blank]
    times = {i for i in words if len(lines[i].text) <= _LONGEST_TIME and _TIME.match(lines[i].text)}
    found = list(_candidates(lines, words, times))
    names = speakers_among([header.label or "" for header in found], found[0].start_s or 0.0) if found else frozenset()
    headers = [
        header for header in found if is_standard_label(header.label or "") or _is_one_of(header.label or "", names)
    ]
    if not headers or not _are_usual(lines, words, times, headers):
        return []
    ordered = in_order([header.start_s or 0.0 for header in headers], [1] * len(headers))
    return [header for i, header in enumerate(headers) if i in ordered]


def _is_one_of(label: str, names: Container[str]) -> bool:
    return label in names and (is_person(label) or not is_reply(label))


def _candidates(lines: Sequence[TextLine], words: Sequence[int], times: set[int]) -> Iterator[TurnHeader]:
    """The times with what may be a label on the next line that is not blank."""
    for i, below in pairwise(words):
        label = unwrapped(lines[below].text.rstrip(":： "))
        match = _TIME.match(lines[i].text) if i in times and below not in times else None
        if match is not None and _may_be_label(label):
            place = Place(lines[i].start, lines[below].end)
            until = seconds(match["until"]) if match["until"] else None
            yield TurnHeader(below, place, label, seconds(match["clock"]), lines=below - i + 1, end_s=until)


def _may_be_label(label: str) -> bool:
    return is_standard_label(label) or (is_name(label) and not is_sentence(label) and not is_common_word(label))


def _are_usual(lines: Sequence[TextLine], words: Sequence[int], times: set[int], headers: Sequence[TurnHeader]) -> bool:
    """Whether the file is made of such headers: most times and most labels stand in one, most with words below."""
    labels = Counter(header.label or "" for header in headers)
    counted = [header for header in headers if _is_sure(header.label or "", labels)]
    standard = sum(
        is_standard_label(unwrapped(lines[i].text)) or bool(_LABEL_AND_TIME.match(lines[i].text)) for i in words
    )
    taken = {header.line for header in headers}
    over = sum(unwrapped(lines[i].text) in labels and i not in taken for i, time in pairwise(words) if time in times)
    over_words = sum(after not in times for i, after in pairwise(words) if i in taken)
    return (
        len(headers) >= (SURE if standard else USUAL) * len(times)  # other times are said
        and len(headers) >= USUAL * standard
        and len(counted) >= SURE * len(headers)
        and over < SURE * len(headers)
        and over_words >= SURE * len(headers)
    )


def _is_sure(label: str, counts: Counter[str]) -> bool:
    if is_standard_label(label):
        return not is_unknown_label(label) or len(counts) > 1
    return is_person(label) or (counts[label] > 1 and not is_reply(label))
