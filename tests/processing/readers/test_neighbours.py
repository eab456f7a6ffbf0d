"""The text formats beside CLOVA's: the tables of `neighbour_rows`."""

from __future__ import annotations

import dropped_rows
import pytest
import recorder_rows
from clova_rows import Row
from neighbour_rows import LINE_A_CUE, SAME_LINES

from processing import readers
from processing.readers import Imported
from processing.source import SpanKind, check_source


def _read(row: Row) -> Imported:
    imported = readers.read(row.text.encode(), "note")
    source = imported.source
    check_source(source)
    assert imported.report.format == row.format
    assert tuple((block.label, block.start_s, source.slice(block.text)) for block in source.blocks) == row.turns
    assert tuple(source.slice(place) for place in imported.report.not_understood) == row.unread
    assert tuple(source.slice(place) for place in source.of_kind(SpanKind.FOOTER)) == row.footers
    head = source.header
    assert (head.title, head.recorded_at, head.owner) == (row.title, row.recorded_at, row.owner)
    return imported


@pytest.mark.parametrize(
    "row", SAME_LINES + dropped_rows.SAME_LINES + recorder_rows.SAME_LINES, ids=lambda row: row.name
)
def test_a_text_keeps_its_lines(row: Row) -> None:
    assert _read(row).source.text == row.text


@pytest.mark.parametrize("row", LINE_A_CUE + dropped_rows.LINE_A_CUE, ids=lambda row: row.name)
def test_a_cue_or_segment_is_one_line(row: Row) -> None:
    source = _read(row).source
    lines = [source.line_of(block.text.start) for block in source.blocks]
    assert lines == list(range(1 + len(row.unread), len(row.turns) + len(row.unread) + 1))
    assert len(source.text.split("\n")) == lines[-1]
    for block in source.blocks:
        column = source.column_of(block.text.start)
        assert column == (len(source.slice(block.header)) + 1 if block.header else 0)


def test_a_cue_ends_when_it_says_so() -> None:
    source = readers.read(b"1\n00:00:01,000 --> 00:00:04,250\nHello there.\n", "a.srt").source
    assert (source.blocks[0].start_s, source.blocks[0].end_s) == (1, 4.25)


@pytest.mark.parametrize("name", ["note.srt", "note.docx", "note", "note.json", "note.vtt"])
def test_the_extension_does_not_decide(name: str) -> None:
    assert readers.read("참석자 1 00:00\n네, 그럼요.\n".encode(), name).report.format == "clova_text"


def test_a_range_tells_when_the_words_end() -> None:
    for text in ("00:01 - 00:05\n화자 1\n하나.\n", "화자 1 00:01 - 00:05\n하나.\n\n화자 1 00:07 - 00:09\n둘.\n"):
        source = readers.read(text.encode(), "a.txt").source
        assert (source.blocks[0].start_s, source.blocks[0].end_s) == (1, 5)
