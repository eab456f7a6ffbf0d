"""The lines of a text, and the builder that gives every non-blank character of it exactly one span.

A reader says what it recognises; whatever it leaves out becomes "not understood" by itself, so no reader can drop
words.
"""

from __future__ import annotations

from dataclasses import dataclass

from processing.readers.labels import is_unknown_label
from processing.readers.refusals import refuse_many
from processing.source import Block, Place, Span, SpanKind


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of a text: [start, end) without its line break and without blanks at its ends."""

    start: int
    end: int
    text: str

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands on it."""
        return self.start == self.end


def text_lines(text: str) -> list[TextLine]:
    """The lines of `text` in order, each trimmed to its words; line N of the text is item N - 1."""
    lines, at = [], 0
    for line in text.split("\n"):
        words = line.strip()
        start = at + len(line) - len(line.lstrip()) if words else at
        lines.append(TextLine(start, start + len(words), words))
        at += len(line) + 1
    return lines


class Layout:
    """Collects what a reader recognises in `text`, in the order of the text.

    >>> layout = Layout("참석자 1 00:00\\n네.")
    >>> layout.turn(Place(0, 11), 11, 14, "참석자 1", 0.0)
    >>> [str(span.kind) for span in layout.spans()], layout.blocks[0].text
    (['turn header', 'turn text'], Place(start=12, end=14))
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.blocks: list[Block] = []
        self._spans: list[Span] = []

    def mark(self, kind: SpanKind, start: int, end: int) -> Place | None:
        """Mark [start, end), trimmed to its words, as `kind`; None where nothing stands there."""
        place = self._trimmed(start, end)
        if not len(place):
            return None
        self._spans.append(Span(place, kind))
        return place

    def turn(
        self,
        header: Place | None,
        start: int,
        end: int,
        label: str | None = None,
        start_s: float | None = None,
        end_s: float | None = None,
    ) -> None:
        """Add a turn whose words stand in [start, end), and mark its header; the words may be none.

        A label that says that the speaker is not known is no label. Raises UnreadableFile for more turns than any talk has.
        """
        if header is not None:
            header = self.mark(SpanKind.TURN_HEADER, header.start, header.end)
        text = self.mark(SpanKind.TURN_TEXT, start, end) or Place(start, start)
        refuse_many(len(self.blocks))
        if label is not None and is_unknown_label(label):
            label = None
        self.blocks.append(Block(text, header, label, start_s, end_s))

    def spans(self) -> tuple[Span, ...]:
        """All spans in order, the gaps filled line by line as not understood."""
        self._spans.sort(key=lambda span: span.place)
        filled, at = [], 0
        for span in self._spans:
            filled.extend(self._not_understood(at, span.place.start))
            filled.append(span)
            at = span.place.end
        filled.extend(self._not_understood(at, len(self.text)))
        return tuple(filled)

    def _not_understood(self, start: int, end: int) -> list[Span]:
        gap = self.text[start:end]
        if not gap.strip():
            return []
        return [
            Span(Place(start + line.start, start + line.end), SpanKind.NOT_UNDERSTOOD)
            for line in text_lines(gap)
            if not line.is_blank
        ]

    def _trimmed(self, start: int, end: int) -> Place:
        words = self.text[start:end]
        stripped = words.lstrip()
        first = start + len(words) - len(stripped)
        stripped = stripped.rstrip()
        return Place(first, first + len(stripped)) if stripped else Place(start, start)
