"""What a page of minutes is made of, with no word about Word or Markdown: blocks, and what a person can choose.

The window shows these blocks and every export writes them, so both hold the same words. `page.py` puts them in order.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from processing.evidence import Evidence, MinutesTurn
from processing.export.layout import LECTURE as LECTURE
from processing.export.layout import MINUTES as MINUTES
from processing.export.layout import Layout, built_in
from processing.export.layout import Section as Section

NONE_SAID = "없음"
MOST_ROWS_TOGETHER = 8  # a table no longer than this stays on one page
SHORT_TITLE = 4  # letters; a title no longer than this is spread out

# These stand in 회의록 even when empty: a reader must see that nothing was decided, not wonder whether it was lost.
ALWAYS = frozenset({Section.SUMMARY, Section.DECISIONS, Section.ACTIONS})


@dataclass(frozen=True)
class Choices:
    """What the save sheet lets a person choose. `sections` None means the template's own.

    `template` is the key of one that ships, or the name of a person's own, which is then `own`.
    """

    template: str = MINUTES
    sections: frozenset[Section] | None = None
    evidence: bool = True
    transcript: bool = False
    corrections: bool = False
    front_matter: bool = False
    own: Layout | None = field(default=None, repr=False)

    @property
    def layout(self) -> Layout:
        """The template itself. Raises `Bug` for a name that none has."""
        return self.own or built_in(self.template)

    def wants(self, section: Section) -> bool:
        """Whether a section is to be printed, if the template has a place for it."""
        return section in (self.layout.shown if self.sections is None else self.sections)


@dataclass(frozen=True)
class Item:
    """A line on the page: words, the line of the state they come from, evidence times to print, a remark."""

    text: str
    line_id: str | None = None
    evidence: tuple[Evidence, ...] = ()
    remark: str = ""


@dataclass(frozen=True)
class Title:
    """The document's name at its head, with what it is about under it."""

    text: str
    subtitle: str = ""


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 (section) or 2 (topic); `item` has the topic's line and time."""

    item: Item
    level: int = 1
    starts_page: bool = False


@dataclass(frozen=True)
class FormRow:
    """A row of the form: one or two pairs of label and value. `field` names `State.info` keys for the window."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Form:
    """The table at the head of the minutes."""

    rows: tuple[FormRow, ...]


@dataclass(frozen=True)
class Text:
    """A paragraph of its own; `is_lead` for the one line that says it all."""

    item: Item
    is_lead: bool = False


@dataclass(frozen=True)
class Items:
    """A list. `style` is number, bullet or check (a box to tick)."""

    items: tuple[Item, ...]
    style: str = "bullet"


@dataclass(frozen=True)
class Table:
    """A table with a header row; `widths` are parts of the page's width, `narrow` columns are centred."""

    header: tuple[str, ...]
    rows: tuple[tuple[Item, ...], ...]
    widths: tuple[int, ...]
    narrow: frozenset[int] = frozenset()


@dataclass(frozen=True)
class QuestionAnswer:
    """A question in one line and its answer, "" if none was given."""

    question: Item
    answer: str


@dataclass(frozen=True)
class Note:
    """A small line for whoever reads the page elsewhere; the window, which explains itself, leaves it out."""

    text: str


@dataclass(frozen=True)
class Turns:
    """The transcript; every paragraph can be linked to by its id."""

    turns: tuple[MinutesTurn, ...] = field(repr=False)


Block = Title | Heading | Form | Text | Items | Table | QuestionAnswer | Note | Turns


def items_of(block: Block) -> tuple[Item, ...]:
    """The lines in a block that can have evidence."""
    match block:
        case Heading() | Text():
            return (block.item,)
        case Items():
            return block.items
        case Table():
            return tuple(item for row in block.rows for item in row)
        case QuestionAnswer():
            return (block.question,)
    return ()
