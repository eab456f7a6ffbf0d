"""What is copied for sending: a mail, a note for Notion, a short message for Slack or KakaoTalk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from processing.export.blocks import LECTURE, NONE_SAID, Choices
from processing.export.markdown import markdown
from processing.export.page import task_table
from processing.export.text import printable
from processing.export.wording import day
from processing.minutes import Minutes

SUMMARY_LINES = 5
LONGEST_MESSAGE = 900  # characters; a longer message is folded away by KakaoTalk


@dataclass(frozen=True)
class Copy:
    """What goes on the clipboard: plain text always, `html` for programs that take rich text, a mail's `subject`."""

    plain: str
    html: str = ""
    subject: str = ""


def mail(minutes: Minutes, choices: Choices | None = None) -> Copy:
    """A mail: subject, five lines of summary, decisions and the table of tasks as rich text."""
    chosen = choices or Choices()
    subject = _subject(minutes, chosen)
    summary, decisions = _summary(minutes)[:SUMMARY_LINES], [_flat(line.text) for line in minutes.decisions]
    table = task_table(minutes, Choices(chosen.template, evidence=False))
    rows = [[_flat(item.text) for item in row] for row in table.rows]
    plain = "\n".join(_mail_lines(summary, decisions, rows))
    html = "".join(
        [
            "<div style=\"font-family:'맑은 고딕',sans-serif;font-size:10.5pt\">",
            *_html_list("요약", summary, "ul"),
            *(_html_list("결정 사항", decisions, "ol") if decisions else []),
            "<p><b>할 일</b></p>",
            _html_table(table.header, rows) if rows else f"<p>{NONE_SAID}</p>",
            "</div>",
        ]
    )
    return Copy(plain, html, subject)


def notion(minutes: Minutes, choices: Choices | None = None) -> Copy:
    """Markdown without front matter, which Notion turns into its own blocks when it is pasted."""
    return Copy(markdown(minutes, choices or Choices(evidence=False)))


def slack(minutes: Minutes, choices: Choices | None = None) -> Copy:
    """A short message in Slack's own markup."""
    lines = _message(minutes, _subject(minutes, choices or Choices()))
    marked = [f"*{line}*" if is_heading else line for line, is_heading in lines]
    text = "\n".join(marked)
    for sign, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):  # all that Slack asks to be escaped
        text = text.replace(sign, entity)
    return Copy(text)


def kakaotalk(minutes: Minutes, choices: Choices | None = None) -> Copy:
    """A short plain message that KakaoTalk shows without folding it away."""
    lines = _message(minutes, _subject(minutes, choices or Choices()))
    plain = [f"[{line}]" if is_heading else line for line, is_heading in lines]
    return Copy(_shortened(plain))


def _subject(minutes: Minutes, choices: Choices) -> str:
    what = "강의·멘토링 노트" if choices.template == LECTURE else "회의록"
    title = _flat(minutes.info.title)
    when = day(minutes.info.date)
    return " ".join(part for part in (f"[{what}]", title, f"({when})" if when else "") if part)


def _summary(minutes: Minutes) -> list[str]:
    head = [minutes.headline] if minutes.headline else []
    return [_flat(line.text) for line in (*head, *minutes.summary)]


def _mail_lines(summary: list[str], decisions: list[str], rows: list[list[str]]) -> Iterator[str]:
    yield "■ 요약"
    yield from (f"- {line}" for line in summary or [NONE_SAID])
    if decisions:
        yield from ("", "■ 결정 사항", *(f"{number}. {line}" for number, line in enumerate(decisions, 1)))
    yield from ("", "■ 할 일")
    yield from (_task_line(number, row) for number, row in enumerate(rows, 1))
    if not rows:
        yield NONE_SAID


def _task_line(number: int, row: list[str]) -> str:
    known = ", ".join(value for value in row[1:] if value)
    return f"{number}. {row[0]}{f' ({known})' if known else ''}"


def _message(minutes: Minutes, subject: str) -> Iterator[tuple[str, bool]]:
    """The lines of a short message, each with whether it is a heading."""
    yield subject.removeprefix("[").replace("] ", " · ", 1).rstrip("]"), True
    yield from ((f"• {line}", False) for line in _summary(minutes)[:3])
    if minutes.decisions:
        yield "결정 사항", True
        yield from ((f"• {_flat(line.text)}", False) for line in minutes.decisions)
    if minutes.actions:
        yield "할 일", True
        rows = task_table(minutes, Choices(evidence=False)).rows
        for number, row in enumerate(rows, 1):
            yield _task_line(number, [_flat(item.text) for item in row]), False


def _shortened(lines: list[str]) -> str:
    """As many whole lines as fit, and how many more there are."""
    kept: list[str] = []
    for line in lines:
        if kept and sum(map(len, kept)) + len(kept) + len(line) > LONGEST_MESSAGE:
            return "\n".join([*kept, f"… 외 {len(lines) - len(kept)}줄은 회의록을 봐 주세요."])
        kept.append(line)
    return "\n".join(kept)


def _html_list(heading: str, lines: list[str], tag: str) -> list[str]:
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return [f"<p><b>{heading}</b></p>", f"<{tag}>{items}</{tag}>" if lines else f"<p>{NONE_SAID}</p>"]


def _html_table(header: tuple[str, ...], rows: list[list[str]]) -> str:
    """A table with its style on every cell: mail programs throw style sheets away."""
    cell = "border:1px solid #a6a6a6;padding:4px 8px"
    head = "".join(f'<th style="{cell};background:#f2f2f2">{escape(name)}</th>' for name in header)
    cells = ("".join(f'<td style="{cell}">{escape(value)}</td>' for value in row) for row in rows)
    body = "".join(f"<tr>{row}</tr>" for row in cells)
    return f'<table style="border-collapse:collapse;font-size:10pt"><tr>{head}</tr>{body}</table>'


def _flat(text: str) -> str:
    return " ".join(printable(text).split())
