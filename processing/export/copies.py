"""What is copied for sending: a mail, a note for Notion, a short message for Slack or KakaoTalk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import escape

from processing.export.blocks import LECTURE, NONE_SAID, Choices, Section
from processing.export.layout import Layout
from processing.export.markdown import markdown
from processing.export.page import task_table
from processing.export.text import printable
from processing.export.wording import day
from processing.minutes import Minutes
from processing.minutes_lines import MinutesLine

SUMMARY_LINES = 5
LONGEST_MESSAGE = 900  # characters; a longer message is folded away by KakaoTalk


@dataclass(frozen=True)
class Copy:
    """What goes on the clipboard: plain text always, `html` for programs that take rich text, a mail's `subject`."""

    plain: str
    html: str = ""
    subject: str = ""


def mail(minutes: Minutes, choices: Choices | None = None) -> Copy:
    """A mail: subject, five lines of summary, decisions and the table of tasks as rich text.

    A lecture has the advice that was given instead of tasks and decisions that nobody spoke of. The headings, and which
    of these stand there at all, are the template's.
    """
    chosen = choices or Choices()
    layout = chosen.layout
    table = task_table(minutes, replace(chosen, evidence=False))
    rows = [[_flat(item.text) for item in row] for row in table.rows]
    parts = [("요약", _summary(minutes)[:SUMMARY_LINES], "ul"), *_settled(minutes, layout)]
    told = [part for part in parts if part[1] or part[0] == "요약"]
    has_tasks = Section.ACTIONS in layout.shown and (bool(rows) or layout.says_none)
    tasks = layout.heading(Section.ACTIONS)
    plain = "\n".join([*_mail_lines(told), *(_mail_tasks(tasks, rows) if has_tasks else [])]).rstrip()
    html = "".join(part for heading, lines, tag in told for part in _html_list(heading, lines, tag))
    if has_tasks:
        html += f"<p><b>{escape(tasks)}</b></p>" + (_html_table(table.header, rows) if rows else f"<p>{NONE_SAID}</p>")
    style = "font-family:'맑은 고딕',sans-serif;font-size:10.5pt"
    return Copy(plain, f'<div style="{style}">{html}</div>', _subject(minutes, chosen))


def notion(minutes: Minutes, choices: Choices | None = None) -> Copy:
    """Markdown without front matter, which Notion turns into its own blocks when it is pasted."""
    return Copy(markdown(minutes, choices or Choices(evidence=False)))


def slack(minutes: Minutes, choices: Choices | None = None) -> Copy:
    """A short message in Slack's own markup."""
    lines = _message(minutes, choices or Choices())
    marked = [f"*{line}*" if is_heading else line for line, is_heading in lines]
    text = "\n".join(marked)
    for sign, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):  # all that Slack asks to be escaped
        text = text.replace(sign, entity)
    return Copy(text)


def kakaotalk(minutes: Minutes, choices: Choices | None = None) -> Copy:
    """A short plain message that KakaoTalk shows without folding it away."""
    lines = _message(minutes, choices or Choices())
    plain = [f"[{line}]" if is_heading else line for line, is_heading in lines]
    return Copy(_shortened(plain))


def _subject(minutes: Minutes, choices: Choices) -> str:
    what = choices.layout.name
    title = _flat(minutes.info.title)
    when = day(minutes.info.date)
    return " ".join(part for part in (f"[{what}]", title, f"({when})" if when else "") if part)


def _summary(minutes: Minutes) -> list[str]:
    head = [minutes.headline] if minutes.headline else []
    return [_flat(line.text) for line in (*head, *minutes.summary)]


def _flat_lines(lines: Iterable[MinutesLine]) -> list[str]:
    return [_flat(line.text) for line in lines]


def _settled(minutes: Minutes, layout: Layout) -> list[tuple[str, list[str], str]]:
    """Decisions and advice, as far as the template prints them: heading, lines, kind of list."""
    found = ((Section.DECISIONS, minutes.decisions, "ol"), (Section.SUGGESTIONS, minutes.suggestions, "ul"))
    return [(layout.heading(part), _flat_lines(lines), tag) for part, lines, tag in found if part in layout.shown]


def _mail_lines(parts: Iterable[tuple[str, list[str], str]]) -> Iterator[str]:
    for heading, lines, tag in parts:
        yield f"■ {heading}"
        for number, line in enumerate(lines or [NONE_SAID], 1):
            yield f"{number}. {line}" if tag == "ol" else f"- {line}"
        yield ""


def _mail_tasks(heading: str, rows: list[list[str]]) -> Iterator[str]:
    yield f"■ {heading}"
    yield from (_task_line(number, row) for number, row in enumerate(rows, 1))
    if not rows:
        yield NONE_SAID


def _task_line(number: int, row: list[str]) -> str:
    known = ", ".join(value for value in row[1:] if value)
    return f"{number}. {row[0]}{f' ({known})' if known else ''}"


def _message(minutes: Minutes, choices: Choices) -> Iterator[tuple[str, bool]]:
    """The lines of a short message, each with whether it is a heading; a blank line before each but the first."""
    layout = choices.layout
    is_lecture = choices.template == LECTURE  # of which the summary is what matters most
    yield _subject(minutes, choices).removeprefix("[").replace("] ", " · ", 1).rstrip("]"), True
    yield from ((f"• {line}", False) for line in _summary(minutes)[: SUMMARY_LINES if is_lecture else 3])
    for heading, lines, _ in _settled(minutes, layout):
        if lines:
            yield from (("", False), (heading, True))
            yield from ((f"• {line}", False) for line in lines)
    if minutes.actions and Section.ACTIONS in layout.shown:
        yield from (("", False), (layout.heading(Section.ACTIONS), True))
        rows = task_table(minutes, Choices(evidence=False)).rows
        for number, row in enumerate(rows, 1):
            yield _task_line(number, [_flat(item.text) for item in row]), False


def _shortened(lines: list[str]) -> str:
    """As many whole lines as fit, and how many more there are."""
    kept: list[str] = []
    for line in lines:
        if kept and sum(map(len, kept)) + len(kept) + len(line) > LONGEST_MESSAGE:
            left = sum(1 for other in lines[len(kept) :] if other)
            return "\n".join([*kept, f"… 외 {left}줄은 회의록을 봐 주세요."])
        kept.append(line)
    return "\n".join(kept)


def _html_list(heading: str, lines: list[str], tag: str) -> list[str]:
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return [f"<p><b>{escape(heading)}</b></p>", f"<{tag}>{items}</{tag}>" if lines else f"<p>{NONE_SAID}</p>"]


def _html_table(header: tuple[str, ...], rows: list[list[str]]) -> str:
    """A table with its style on every cell: mail programs throw style sheets away."""
    cell = "border:1px solid #a6a6a6;padding:4px 8px"
    head = "".join(f'<th style="{cell};background:#f2f2f2">{escape(name)}</th>' for name in header)
    cells = ("".join(f'<td style="{cell}">{escape(value)}</td>' for value in row) for row in rows)
    body = "".join(f"<tr>{row}</tr>" for row in cells)
    return f'<table style="border-collapse:collapse;font-size:10pt"><tr>{head}</tr>{body}</table>'


def _flat(text: str) -> str:
    return " ".join(printable(text).split())
