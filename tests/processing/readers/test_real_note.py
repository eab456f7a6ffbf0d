"""The real note, where it is there: every header it has becomes a turn, and nothing else does."""

from __future__ import annotations

import re
from pathlib import Path

from processing import readers
from processing.source import check_source

NOTE = "mentoring-talk.part1.txt"


def test_every_header_of_the_real_note_is_a_turn(evaluation: Path) -> None:
    raw = (evaluation / NOTE).read_bytes()
    imported = readers.read(raw, NOTE)
    source = imported.source
    check_source(source)
    lines = raw.decode().split("\n")
    headers = [n for n, line in enumerate(lines, 1) if re.match(r"참석자 \d+ \d\d:\d\d\s*$", line)]
    assert [source.line_of(block.header.start) for block in source.blocks if block.header] == headers
    assert len(source.blocks) == imported.report.turns == len(headers)
    assert imported.report.speakers == 2
    assert imported.report.not_understood == ()
    assert imported.report.warnings == ()
    assert source.text.split("\n") == lines
    assert source.header.title == "새로운 노트"
    assert source.header.duration_s == 54 * 60 + 11
