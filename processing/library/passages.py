"""What of a note can be found: paragraphs as shown, lines of its minutes, its meeting form, with their content morphemes.

Pure. The library imports no Kiwi: the caller says what the content morphemes of a text are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from processing.minutes import Minutes, all_lines, form_entries
from processing.source import Place


class PassageKind(StrEnum):
    """Where in a note a passage stands."""

    TITLE = "title"
    PARAGRAPH = "paragraph"
    LINE = "line"
    FORM = "form"


@dataclass(frozen=True)
class Passage:
    """A few sentences that are found together. `morphemes` are their content morphemes, parted by blanks.

    `place` is None for words that stand nowhere in the source. `start_s` is in seconds, `speaker` as shown.
    """

    kind: PassageKind
    text: str
    morphemes: str
    place: Place | None = None
    start_s: float | None = None
    speaker: str | None = None


def passages_of(title: str, minutes: Minutes, contents: Callable[[str], str]) -> list[Passage]:
    """The passages of a note as it stands; `minutes` already leave out what is withheld.

    `contents` gives the content morphemes of a text, parted by blanks.
    """
    return [
        Passage(PassageKind.TITLE, title, contents(title)),
        *_paragraphs(minutes, contents),
        *_lines(minutes, contents),
        *(Passage(PassageKind.FORM, words, contents(words)) for words in _form(minutes)),
    ]


def _form(minutes: Minutes) -> Iterator[str]:
    """Entries of the meeting form; the title is found as the note's, and who wrote it stands in every note alike."""
    return (words for field, words in form_entries(minutes.info) if field not in ("title", "author"))


def _paragraphs(minutes: Minutes, contents: Callable[[str], str]) -> Iterator[Passage]:
    for turn in minutes.turns:
        for paragraph in turn.paragraphs:
            yield Passage(
                PassageKind.PARAGRAPH,
                paragraph.text,
                contents(paragraph.text),
                paragraph.place,
                paragraph.start_s,
                turn.shown_name or None,
            )


def _lines(minutes: Minutes, contents: Callable[[str], str]) -> Iterator[Passage]:
    for line in all_lines(minutes):
        text = " ".join(part for part in (line.text, line.line.answer, line.line.owner) if part)
        place = line.evidence[0].place if line.evidence else None
        yield Passage(PassageKind.LINE, text, contents(text), place, line.start_s, line.line.owner)
