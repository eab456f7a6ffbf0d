"""What a page of minutes is made of, with no word about Word or Markdown: blocks, and what a person can choose.

The window shows these blocks and every export writes them, so both hold the same words. `page.py` puts them in order.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from processing.evidence import Evidence, MinutesTurn


class Section(StrEnum):
    """A section that the save sheet can switch on or off; the value is its heading."""

    INFO = "회의 정보"
    AGENDA = "안건"
    FOLLOW_UPS = "지난 할 일 점검"
    SUMMARY = "요약"
    TOPICS = "회의 내용"
    DECISIONS = "결정 사항"
    ACTIONS = "할 일"
    OPEN_POINTS = "미결·확인 필요"
    QUESTIONS = "질문과 답변"
    SUGGESTIONS = "권유 사항"
    TOOLS = "언급된 도구·자료"
    NEXT = "차기 회의"
    KEYWORDS = "핵심어"


MINUTES, LECTURE = "minutes", "lecture"

NONE_SAID = "없음"
MOST_ROWS_TOGETHER = 8  # a table no longer than this stays on one page
SHORT_TITLE = 4  # letters; a title no longer than this is spread out

DEFAULT_SECTIONS = {
    MINUTES: frozenset(Section) - {Section.QUESTIONS, Section.SUGGESTIONS, Section.TOOLS, Section.KEYWORDS},
    LECTURE: frozenset(Section)
    - {Section.AGENDA, Section.FOLLOW_UPS, Section.NEXT, Section.OPEN_POINTS, Section.KEYWORDS},
}

# These stand in 회의록 even when empty: a reader must see that nothing was decided, not wonder whether it was lost.
ALWAYS = frozenset({Section.SUMMARY, Section.DECISIONS, Section.ACTIONS})


@dataclass(frozen=True)
class Choices:
    """What the save sheet lets a person choose. `sections` None means the template's own."""

    template: str = MINUTES
    sections: frozenset[Section] | None = None
    evidence: bool = True
    transcript: bool = False
    corrections: bool = False
    front_matter: bool = False

    def wants(self, section: Section) -> bool:
        """Whether a section is to be printed."""
        return section in (DEFAULT_SECTIONS[self.template] if self.sections is None else self.sections)


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
