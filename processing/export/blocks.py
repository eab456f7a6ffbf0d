"""Minutes as a list of blocks: what stands on the page in which order, with no word about Word or Markdown.

The window shows these blocks, every export writes them; so both hold the same words. Two builders, one for each
template: `minutes_blocks` (회의록) and `lecture_blocks` (강의·멘토링 노트).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from processing.evidence import Evidence, MinutesTurn
from processing.export.wording import clock, day, due, span_of_time, speakers_of, when_held
from processing.minutes import Info, Minutes, MinutesLine

NONE_SAID = "없음"


class Section(StrEnum):
    """A section that the save sheet can switch on or off; the value is its heading."""

    INFO = "회의 정보"
    AGENDA = "안건"
    SUMMARY = "요약"
    TOPICS = "회의 내용"
    DECISIONS = "결정 사항"
    ACTIONS = "할 일"
    OPEN_POINTS = "미결·확인 필요"
    QUESTIONS = "질문과 답변"
    SUGGESTIONS = "권한 것"
    TOOLS = "언급된 도구·자료"
    NEXT = "차기 회의"
    KEYWORDS = "핵심어"


MINUTES, LECTURE = "minutes", "lecture"

DEFAULT_SECTIONS = {
    MINUTES: frozenset(Section) - {Section.QUESTIONS, Section.SUGGESTIONS, Section.TOOLS, Section.KEYWORDS},
    LECTURE: frozenset(Section) - {Section.AGENDA, Section.NEXT, Section.OPEN_POINTS, Section.KEYWORDS},
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
class Turns:
    """The transcript; every paragraph can be linked to by its id."""

    turns: tuple[MinutesTurn, ...] = field(repr=False)


Block = Title | Heading | Form | Text | Items | Table | QuestionAnswer | Turns


def blocks_of(minutes: Minutes, choices: Choices) -> list[Block]:
    """The page of a note in the chosen template."""
    build = lecture_blocks if choices.template == LECTURE else minutes_blocks
    return [*build(minutes, choices), *_appendices(minutes, choices)]


def minutes_blocks(minutes: Minutes, choices: Choices) -> Iterator[Block]:
    """회의록: form, agenda, summary, topics, decisions, tasks, open points, next meeting."""
    yield Title("회의록")
    if choices.wants(Section.INFO):
        yield Form(_form_rows(minutes.info))
    if minutes.info.agenda and choices.wants(Section.AGENDA):
        yield _heading(Section.AGENDA)
        yield Items(tuple(Item(text) for text in minutes.info.agenda), "number")
    if choices.wants(Section.SUMMARY):
        yield _heading(Section.SUMMARY)
        yield from _summary(minutes, choices)
    yield from _topics(minutes, choices, Section.TOPICS.value)
    yield from _decisions_and_tasks(minutes, choices, ALWAYS)
    yield from _bullets(Section.OPEN_POINTS, minutes.open_points, choices)
    yield from _lecture_extras(minutes, choices)
    if minutes.info.next_meeting and choices.wants(Section.NEXT):
        yield _heading(Section.NEXT)
        yield Text(Item(minutes.info.next_meeting))
    yield from _keywords(minutes, choices)


def lecture_blocks(minutes: Minutes, choices: Choices) -> Iterator[Block]:
    """강의·멘토링 노트: one line, core lines, questions, topics, advice, tools; empty sections are left out."""
    yield Title(minutes.info.title or minutes.title or "강의·멘토링 노트", _subtitle(minutes, choices))
    if choices.wants(Section.SUMMARY):
        if minutes.headline:
            yield Heading(Item("한 줄 요약"))
            yield Text(_item(minutes.headline, choices), is_lead=True)
        if minutes.summary:
            yield Heading(Item(f"핵심 {len(minutes.summary)}줄"))
            yield Items(tuple(_item(line, choices) for line in minutes.summary), "number")
    yield from _questions(minutes, choices)
    yield from _topics(minutes, choices, "주제별 정리")
    yield from _checklist(minutes, choices)
    yield from _tools(minutes, choices)
    yield from _decisions_and_tasks(minutes, choices, frozenset())
    yield from _bullets(Section.OPEN_POINTS, minutes.open_points, choices)
    yield from _keywords(minutes, choices)


def _heading(section: Section) -> Heading:
    return Heading(Item(section.value))


def _form_rows(info: Info) -> tuple[FormRow, ...]:
    return (
        FormRow((("회의명", info.title),)),
        FormRow((("일시", when_held(info)), ("장소", info.place))),
        FormRow((("작성자", info.author), ("불참자", ", ".join(info.absentees)))),
        FormRow((("참석자", ", ".join(info.attendees)),)),
    )


def _summary(minutes: Minutes, choices: Choices) -> Iterator[Block]:
    if minutes.headline:
        yield Text(_item(minutes.headline, choices), is_lead=True)
    if minutes.summary:
        yield Items(tuple(_item(line, choices) for line in minutes.summary))
    elif not minutes.headline:
        yield Text(Item(NONE_SAID))


def _topics(minutes: Minutes, choices: Choices, heading: str) -> Iterator[Block]:
    if not minutes.topics or not choices.wants(Section.TOPICS):
        return
    yield Heading(Item(heading))
    for number, topic in enumerate(minutes.topics, 1):
        line_id = topic.line.id if topic.line else None
        evidence = topic.line.evidence[:1] if topic.line and choices.evidence else ()
        yield Heading(Item(f"{number}. {topic.title}", line_id, evidence), level=2)
        if topic.bullets:
            yield Items(tuple(_item(line, choices) for line in topic.bullets))


def _decisions_and_tasks(minutes: Minutes, choices: Choices, always: frozenset[Section]) -> Iterator[Block]:
    for section, lines in ((Section.DECISIONS, minutes.decisions), (Section.ACTIONS, minutes.actions)):
        if not choices.wants(section) or not (lines or section in always):
            continue
        yield _heading(section)
        if not lines:
            yield Text(Item(NONE_SAID))
        elif section is Section.ACTIONS:
            yield task_table(minutes, choices)
        else:
            yield Items(tuple(_item(line, choices) for line in lines), "number")


def task_table(minutes: Minutes, choices: Choices) -> Table:
    """할 일 with owner, due date and remarks; what is unknown stays blank."""
    rows = tuple(
        (
            _item(line, choices),
            Item(line.line.owner or "", line.id),
            Item(due(line.line, minutes.info.date), line.id),
            Item("완료" if line.line.status == "완료" else "", line.id),
        )
        for line in minutes.actions
    )
    return Table(("내용", "담당자", "기한", "비고"), rows, (52, 14, 22, 12), frozenset({1, 2, 3}))


def _bullets(section: Section, lines: Iterable[MinutesLine], choices: Choices) -> Iterator[Block]:
    items = tuple(_item(line, choices) for line in lines)
    if items and choices.wants(section):
        yield _heading(section)
        yield Items(items)


def _lecture_extras(minutes: Minutes, choices: Choices) -> Iterator[Block]:
    yield from _questions(minutes, choices)
    yield from _checklist(minutes, choices)
    yield from _tools(minutes, choices)


def _questions(minutes: Minutes, choices: Choices) -> Iterator[Block]:
    if minutes.questions and choices.wants(Section.QUESTIONS):
        yield _heading(Section.QUESTIONS)
        for line in minutes.questions:
            yield QuestionAnswer(_item(line, choices), line.line.answer or "")


def _checklist(minutes: Minutes, choices: Choices) -> Iterator[Block]:
    if minutes.suggestions and choices.wants(Section.SUGGESTIONS):
        yield Heading(Item("멘토가 권한 것" if choices.template == LECTURE else Section.SUGGESTIONS.value))
        yield Items(tuple(_item(line, choices) for line in minutes.suggestions), "check")


def _tools(minutes: Minutes, choices: Choices) -> Iterator[Block]:
    if minutes.tools and choices.wants(Section.TOOLS):
        yield _heading(Section.TOOLS)
        yield Items(tuple(_item(line, choices, most=3) for line in minutes.tools))


def _keywords(minutes: Minutes, choices: Choices) -> Iterator[Block]:
    if minutes.keywords and choices.wants(Section.KEYWORDS):
        yield _heading(Section.KEYWORDS)
        yield Text(Item(", ".join(line.text for line in minutes.keywords)))


def _item(line: MinutesLine, choices: Choices, most: int = 1) -> Item:
    """A line as it is printed; what needs a check says so wherever evidence is shown."""
    remark = "확인 필요" if line.line.needs_check and choices.evidence else ""
    return Item(line.text, line.id, _timed(line.evidence, most) if choices.evidence else (), remark)


def _timed(evidence: Iterable[Evidence], most: int) -> tuple[Evidence, ...]:
    """The first `most` pieces of evidence with different times."""
    by_time = {clock(found.start_s): found for found in reversed(list(evidence)) if found.start_s is not None}
    return tuple(sorted(by_time.values(), key=lambda found: found.start_s or 0.0))[:most]


def _subtitle(minutes: Minutes, choices: Choices) -> str:
    if not choices.wants(Section.INFO):
        return ""
    parts = (day(minutes.info.date), speakers_of(minutes), span_of_time(minutes.duration_s))
    return " · ".join(part for part in parts if part)


def _appendices(minutes: Minutes, choices: Choices) -> Iterator[Block]:
    wanted = [
        name for name, is_wanted in (("녹취록", choices.transcript), ("고친 목록", choices.corrections)) if is_wanted
    ]
    for number, name in enumerate(wanted, 1):
        yield Heading(Item(f"붙임 {number}. {name}" if len(wanted) > 1 else f"붙임. {name}"), starts_page=True)
        if name == "녹취록":
            yield Turns(tuple(turn for turn in minutes.turns if turn.paragraphs))
        else:
            yield correction_table(minutes)


def correction_table(minutes: Minutes) -> Block:
    """What was corrected: each pair of words once, with how often and where first; breaks and blanks are left out."""
    grouped: dict[tuple[str, str], list[int]] = {}
    told = [c for c in minutes.corrections if c.decision == "apply" and _is_told(c.edit.before, c.edit.after)]
    for i, correction in enumerate(told):
        grouped.setdefault((_flat(correction.edit.before), _flat(correction.edit.after)), []).append(i)
    if not grouped:
        return Text(Item(NONE_SAID))
    rows = tuple(
        (
            Item(before or "(없음)"),
            Item(after or "(지움)"),
            Item(f"{len(found)}곳"),
            Item(", ".join(clock(told[i].start_s) for i in found[:3] if told[i].start_s is not None)),
            Item(told[found[0]].edit.reason),
        )
        for (before, after), found in grouped.items()
    )
    return Table(("고치기 전", "고친 뒤", "횟수", "시각", "이유"), rows, (22, 22, 8, 18, 30), frozenset({2, 3}))


def _is_told(before: str, after: str) -> bool:
    return "".join(before.split()) != "".join(after.split())


def _flat(text: str) -> str:
    return " ".join(text.split())
