"""What a file will look like, as HTML for the save sheet; pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from desktop.saving.ways_out import TRACKED, WITH_CHOICES
from desktop.words import tr
from processing.corrections import Correction
from processing.export.blocks import NONE_SAID, Block, Choices, Note, Table, Turns
from processing.export.formats import export
from processing.export.html_page import html_table, page_of, parts_of, words
from processing.export.page import blocks_of
from processing.export.task_sheet import HEADER, rows
from processing.minutes import Minutes
from processing.note import EditKind

TURNS_SHOWN, ROWS_SHOWN, LONGEST = 20, 40, 12_000
UNTOLD = (EditKind.WRAP, EditKind.JOIN, EditKind.SPACING)
RED, GREEN = "#b3261e", "#17653f"


def preview_html(minutes: Minutes, format_: str, choices: Choices) -> str:
    """The page as it will be, or the beginning of the file where it is no page."""
    if format_ in WITH_CHOICES:
        return page_of(parts_of(_shortened(blocks_of(minutes, choices))))
    if format_ == TRACKED:
        return page_of(_tracked(minutes))
    if format_ in ("xlsx", "csv"):
        return page_of([html_table(HEADER, ([words(value) for value in row] for row in rows(minutes)))])
    few = replace(minutes, turns=minutes.turns[:TURNS_SHOWN])
    text = export(few, format_, choices).decode().removeprefix("\ufeff")
    more = "\n…" if len(text) > LONGEST or len(minutes.turns) > TURNS_SHOWN else ""
    return page_of([f'<p style="font-size:9.5pt;white-space:pre-wrap">{words(text[:LONGEST])}{more}</p>'])


def _shortened(page: Iterable[Block]) -> Iterator[Block]:
    """The page with the beginning of what is long: ten hours of talk are not laid out for every tick."""
    for block in page:
        match block:
            case Turns() if len(block.turns) > TURNS_SHOWN:
                yield Turns(block.turns[:TURNS_SHOWN])
                yield Note(tr("… 발언 {count:,}개가 파일에 모두 들어갑니다.").format(count=len(block.turns)))
            case Table() if len(block.rows) > ROWS_SHOWN:
                yield replace(block, rows=block.rows[:ROWS_SHOWN])
                yield Note(tr("… {count:,}줄이 파일에 모두 들어갑니다.").format(count=len(block.rows)))
            case _:
                yield block


def _tracked(minutes: Minutes) -> Iterator[str]:
    """What the colleague will see: each correction with the words that go and those that come."""
    told = [c for c in minutes.corrections if c.decision == "apply" and c.edit.kind not in UNTOLD]
    yield tr(
        "<p>녹취록에서 고친 곳이 Word의 '변경 내용'으로 들어갑니다. 받는 사람이 하나씩 적용하거나 되돌릴 수 있습니다.</p>"
    )
    if not told:
        yield tr("<p>고친 곳: {none}</p>").format(none=NONE_SAID)
        return
    yield html_table((tr("고친 곳"), tr("이유")), (_change(correction) for correction in told[:ROWS_SHOWN]), (55, 45))
    if len(told) > ROWS_SHOWN:
        yield tr("<p>… 외 %n곳</p>", "", len(told) - ROWS_SHOWN)


def _change(correction: Correction) -> tuple[str, str]:
    edit = correction.edit
    gone = f'<s style="color:{RED}">{words(edit.before)}</s> ' if edit.before.strip() else ""
    return f'{gone}<span style="color:{GREEN}">{words(edit.after)}</span>', words(edit.reason)
