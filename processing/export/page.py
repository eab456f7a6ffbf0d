"""The pages: the minutes of a note as a list of blocks in the order in which they are read, which a template gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from processing.evidence import Evidence
from processing.export.appendix import appendices
from processing.export.blocks import (
    ALWAYS,
    NONE_SAID,
    Block,
    Choices,
    Form,
    FormRow,
    Heading,
    Item,
    Items,
    Note,
    QuestionAnswer,
    Section,
    Table,
    Text,
    Title,
    items_of,
)
from processing.export.layout import COUNT, Part, Shape
from processing.export.wording import clock, day, due, span_of_time, speakers_of, when_held
from processing.minutes import Info, Minutes
from processing.minutes_lines import MinutesLine


def blocks_of(minutes: Minutes, choices: Choices) -> list[Block]:
    """The page of a note in the chosen template."""
    parts = choices.layout.parts
    page = [_title(minutes, choices), *(block for part in parts for block in _part(part, minutes, choices))]
    return [*page, *_legend(page), *appendices(minutes, choices)]


def _legend(page: Iterable[Block]) -> Iterator[Block]:
    """What the times in brackets are, for a reader who has the page alone."""
    cited = (evidence for block in page for item in items_of(block) for evidence in item.evidence)
    if any(evidence.start_s is not None for evidence in cited):
        yield Note("※ 괄호 안의 시각은 녹음에서 그 말이 나온 때입니다.")


def _title(minutes: Minutes, choices: Choices) -> Title:
    layout, parts = choices.layout, choices.layout.parts
    has_subtitle = choices.wants(Section.INFO) and any(part.shape is Shape.SUBTITLE for part in parts)
    return Title(layout.title_of(minutes.info.title), _subtitle(minutes) if has_subtitle else "")


def _part(part: Part, minutes: Minutes, choices: Choices) -> Iterator[Block]:
    """One section of the page, if it is wanted and there is something to say in it."""
    if part.shape is Shape.SUBTITLE or not choices.wants(part.section):
        return
    body = list(_body(part, minutes, choices))
    if not body and part.section in ALWAYS and part.shape is Shape.WHOLE and choices.layout.says_none:
        body = [Text(Item(NONE_SAID))]
    if body and (part.section is not Section.INFO or part.heading != Section.INFO):  # the form needs no heading
        yield Heading(Item(part.heading.replace(COUNT, str(len(minutes.summary)))))
    yield from body


def _body(part: Part, minutes: Minutes, choices: Choices) -> Iterator[Block]:
    match part.section:
        case Section.INFO:
            yield Form(_form_rows(minutes.info))
        case Section.AGENDA:
            yield from _items((Item(text) for text in minutes.info.agenda), "number")
        case Section.SUMMARY:
            yield from _summary(part.shape, minutes, choices)
        case Section.TOPICS:
            yield from _topics(minutes, choices)
        case Section.FOLLOW_UPS | Section.ACTIONS:
            lines = minutes.actions if part.section is Section.ACTIONS else minutes.follow_ups
            yield from [_tasks(lines, minutes, choices)] if lines else []
        case Section.QUESTIONS:
            yield from (QuestionAnswer(_item(line, choices), line.line.answer or "") for line in minutes.questions)
        case Section.NEXT:
            yield from [Text(Item(minutes.info.next_meeting))] if minutes.info.next_meeting else []
        case Section.KEYWORDS:
            words = ", ".join(line.text for line in minutes.keywords)
            yield from [Text(Item(words))] if minutes.keywords else []
        case _:
            lines, style, most = _LISTS[part.section](minutes)
            yield from _items((_item(line, choices, most) for line in lines), style)


# the lines of a section that is a plain list, its style, and how many times of each line are printed
_LISTS: dict[Section, Callable[[Minutes], tuple[tuple[MinutesLine, ...], str, int]]] = {
    Section.DECISIONS: lambda minutes: (minutes.decisions, "number", 1),
    Section.OPEN_POINTS: lambda minutes: (minutes.open_points, "bullet", 1),
    Section.SUGGESTIONS: lambda minutes: (minutes.suggestions, "check", 1),
    Section.TOOLS: lambda minutes: (minutes.tools, "bullet", 3),
}


def _items(items: Iterable[Item], style: str) -> Iterator[Block]:
    """A list, if there is something in it."""
    found = tuple(items)
    if found:
        yield Items(found, style)


def _form_rows(info: Info) -> tuple[FormRow, ...]:
    return (
        FormRow((("회의명", info.title),)),
        FormRow((("일시", when_held(info)), ("장소", info.place))),
        FormRow((("작성자", info.author),)),
        FormRow((("참석자", ", ".join(info.attendees)),)),
        FormRow((("불참자", ", ".join(info.absentees)),)),
    )


def _summary(shape: Shape, minutes: Minutes, choices: Choices) -> Iterator[Block]:
    if minutes.headline and shape is not Shape.CORE:
        yield Text(_item(minutes.headline, choices), is_lead=True)
    if shape is not Shape.HEADLINE:
        style = "number" if shape is Shape.CORE else "bullet"
        yield from _items((_item(line, choices) for line in minutes.summary), style)


def _topics(minutes: Minutes, choices: Choices) -> Iterator[Block]:
    for number, topic in enumerate(minutes.topics, 1):
        line_id = topic.line.id if topic.line else None
        evidence = topic.line.cited[:1] if topic.line and choices.evidence else ()
        yield Heading(Item(f"{number}. {topic.title}", line_id, evidence), level=2)
        yield from _items((_item(line, choices) for line in topic.bullets), "bullet")


def task_table(minutes: Minutes, choices: Choices) -> Table:
    """할 일 with owner, due date and remarks; what is unknown stays blank."""
    return _tasks(minutes.actions, minutes, choices)


def _tasks(lines: Iterable[MinutesLine], minutes: Minutes, choices: Choices) -> Table:
    rows = tuple(
        (
            _item(line, choices),
            Item(line.line.owner or "", line.id),
            Item(due(line.line, minutes.info.date), line.id),
            Item("완료" if line.line.status == "완료" else "", line.id),
        )
        for line in lines
    )
    return Table(("내용", "담당자", "기한", "비고"), rows, (48, 13, 29, 10), frozenset({1, 2, 3}))


def _item(line: MinutesLine, choices: Choices, most: int = 1) -> Item:
    """A line as it is printed; what needs a check says so wherever evidence is shown.

    That the evidence has changed since is told in the window; to a reader elsewhere it means the same.
    """
    remark = "확인 필요" if line.is_changed or line.line.needs_check else ""
    if not choices.evidence:
        return Item(line.text, line.id)
    return Item(line.text, line.id, _timed(line.cited, most), remark)


def _timed(evidence: Iterable[Evidence], most: int) -> tuple[Evidence, ...]:
    """The first `most` pieces of evidence that tell different times."""
    by_time: dict[str, Evidence] = {}
    for found in evidence:
        if found.start_s is not None:
            by_time.setdefault(clock(found.start_s), found)
    return tuple(by_time.values())[:most]


def _subtitle(minutes: Minutes) -> str:
    parts = (day(minutes.info.date), speakers_of(minutes), span_of_time(minutes.duration_s))
    return " · ".join(part for part in parts if part)
