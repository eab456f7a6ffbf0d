"""The pages: the minutes of a note as a list of blocks in the order in which they are read.

Two builders, one for each template: `minutes_blocks` (회의록) and `lecture_blocks` (강의·멘토링 노트).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from processing.evidence import Evidence
from processing.export.appendix import appendices
from processing.export.blocks import (
    ALWAYS,
    LECTURE,
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
from processing.export.wording import clock, day, due, span_of_time, speakers_of, when_held
from processing.minutes import Info, Minutes, MinutesLine


def blocks_of(minutes: Minutes, choices: Choices) -> list[Block]:
    """The page of a note in the chosen template."""
    build = lecture_blocks if choices.template == LECTURE else minutes_blocks
    page = list(build(minutes, choices))
    return [*page, *_legend(page), *appendices(minutes, choices)]


def _legend(page: Iterable[Block]) -> Iterator[Block]:
    """What the times in brackets are, for a reader who has the page alone."""
    if any(item.evidence for block in page for item in items_of(block)):
        yield Note("※ 괄호 안의 시각은 녹음에서 그 말이 나온 때입니다.")


def minutes_blocks(minutes: Minutes, choices: Choices) -> Iterator[Block]:
    """회의록: form, agenda, what was left to do, summary, topics, decisions, tasks, open points, next meeting."""
    yield Title("회의록")
    if choices.wants(Section.INFO):
        yield Form(_form_rows(minutes.info))
    if minutes.info.agenda and choices.wants(Section.AGENDA):
        yield _heading(Section.AGENDA)
        yield Items(tuple(Item(text) for text in minutes.info.agenda), "number")
    if minutes.follow_ups and choices.wants(Section.FOLLOW_UPS):
        yield _heading(Section.FOLLOW_UPS)
        yield _tasks(minutes.follow_ups, minutes, choices)
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
    yield Title(minutes.info.title or "강의·멘토링 노트", _subtitle(minutes, choices))
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
        FormRow((("작성자", info.author),)),
        FormRow((("참석자", ", ".join(info.attendees)),)),
        FormRow((("불참자", ", ".join(info.absentees)),)),
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
        evidence = topic.line.cited[:1] if topic.line and choices.evidence else ()
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


def _subtitle(minutes: Minutes, choices: Choices) -> str:
    if not choices.wants(Section.INFO):
        return ""
    parts = (day(minutes.info.date), speakers_of(minutes), span_of_time(minutes.duration_s))
    return " · ".join(part for part in parts if part)
