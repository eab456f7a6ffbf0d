"""What a file will look like, as HTML for the save sheet; pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from desktop.ways_out import TRACKED, WITH_CHOICES
from processing.corrections import Correction
from processing.export.blocks import NONE_SAID, Choices
from processing.export.formats import export
from processing.export.html_page import html_page, html_table, page_of, words
from processing.export.task_sheet import HEADER, rows
from processing.minutes import Minutes
from processing.note import EditKind

TURNS_SHOWN, CORRECTIONS_SHOWN, LONGEST = 20, 40, 12_000
UNTOLD = (EditKind.WRAP, EditKind.JOIN, EditKind.SPACING)
RED, GREEN = "#b3261e", "#17653f"


def preview_html(minutes: Minutes, format_: str, choices: Choices) -> str:
    """The page as it will be, or the beginning of the file where it is no page."""
    if format_ in WITH_CHOICES:
        return html_page(minutes, Choices(choices.template, choices.sections, choices.evidence))
    if format_ == TRACKED:
        return page_of(_tracked(minutes))
    if format_ in ("xlsx", "csv"):
        return page_of([html_table(HEADER, ([words(value) for value in row] for row in rows(minutes)))])
    few = replace(minutes, turns=minutes.turns[:TURNS_SHOWN])
    text = export(few, format_, choices).decode().removeprefix("\ufeff")
    more = "\n…" if len(text) > LONGEST or len(minutes.turns) > TURNS_SHOWN else ""
    return page_of([f'<p style="font-size:9.5pt;white-space:pre-wrap">{words(text[:LONGEST])}{more}</p>'])


def _tracked(minutes: Minutes) -> Iterator[str]:
    """What the colleague will see: each correction with the words that go and those that come."""
    told = [c for c in minutes.corrections if c.decision == "apply" and c.edit.kind not in UNTOLD]
    yield "<p>녹취록에서 고친 곳이 Word의 '변경 내용'으로 들어갑니다. 받는 사람이 하나씩 적용하거나 되돌릴 수 있습니다.</p>"
    if not told:
        yield f"<p>고친 곳: {NONE_SAID}</p>"
        return
    yield html_table(("고친 곳", "이유"), (_change(correction) for correction in told[:CORRECTIONS_SHOWN]), (55, 45))
    if len(told) > CORRECTIONS_SHOWN:
        yield f"<p>… 외 {len(told) - CORRECTIONS_SHOWN}곳</p>"


def _change(correction: Correction) -> tuple[str, str]:
    edit = correction.edit
    gone = f'<s style="color:{RED}">{words(edit.before)}</s> ' if edit.before.strip() else ""
    return f'{gone}<span style="color:{GREEN}">{words(edit.after)}</span>', words(edit.reason)
