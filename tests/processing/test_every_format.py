"""Every container through the whole job: an applied correction tells the line and the column where a person finds it.

Line N is line N of a text, paragraph or table row N of a Word file, row N of a sheet, cue or segment N of the others;
columns count code points, so an emoji is one and a syllable written in parts (as macOS names files) is one too.
"""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from processing.export.formats import export
from processing.minutes import minutes_of
from processing.pipeline import Workshop
from processing.readers import read
from processing.schema import note_json
from tests.processing.readers.containers import excel_file, word_file, word_table

FIRST = "오늘은 배포 이야기를 하겠습니다."
SECOND = "😀 네, 그럼 쿠버네티즈에 올리고 자료는 제가 금요일까지 정리하겠습니다."
COLUMN = 8  # of 쿠버네티즈 in the second speech

TEXT = f"참석자 1 00:00\n{FIRST}\n\n참석자 2 00:10\n{SECOND}\n"
ROWS = [["시간", "참석자", "내용"], ["00:00", "참석자 1", FIRST], ["00:10", "참석자 2", SECOND]]
CSV = "".join(",".join(f'"{cell}"' for cell in row) + "\r\n" for row in ROWS)
SRT = f"1\n00:00:00,000 --> 00:00:09,000\n참석자 1: {FIRST}\n\n2\n00:00:10,000 --> 00:00:20,000\n참석자 2: {SECOND}\n"
VTT = (
    f"WEBVTT\n\n00:00.000 --> 00:09.000\n<v 참석자 1>{FIRST}</v>\n\n00:10.000 --> 00:20.000\n<v 참석자 2>{SECOND}</v>\n"
)
JSON = json.dumps(
    {
        "segments": [
            {"start": 0, "end": 9000, "text": FIRST, "speaker": {"label": "1", "name": "참석자 1"}},
            {"start": 10000, "end": 20000, "text": SECOND, "speaker": {"label": "2", "name": "참석자 2"}},
        ]
    },
    ensure_ascii=False,
)

CASES: list[tuple[str, bytes, int, int]] = [
    ("회의.txt", TEXT.encode(), 5, COLUMN),
    ("윈도.txt", TEXT.replace("\n", "\r\n").encode("utf-8-sig"), 5, COLUMN),
    ("맥.txt", unicodedata.normalize("NFD", TEXT).encode(), 5, COLUMN),
    ("메모장.txt", TEXT.encode("utf-16"), 5, COLUMN),
    ("옛 윈도.txt", TEXT.replace("😀 ", "").encode("cp949"), 5, COLUMN - 2),
    ("문단.docx", word_file(TEXT.splitlines()), 5, COLUMN),
    ("줄바꿈.docx", word_file([f"참석자 1 00:00\n{FIRST}", f"참석자 2 00:10\n{SECOND}"]), 2, len("참석자 2 00:10 ") + COLUMN),
    ("표.docx", word_table(ROWS), 3, len("00:10 참석자 2 ") + COLUMN),
    ("시트.xlsx", excel_file(ROWS), 3, len("00:10 참석자 2 ") + COLUMN),
    ("표.csv", CSV.encode("utf-8-sig"), 3, len("00:10 참석자 2 ") + COLUMN),
    ("자막.srt", SRT.encode(), 2, len("참석자 2: ") + COLUMN),
    ("자막.vtt", VTT.encode(), 2, COLUMN),  # the tag that names the speaker is no part of the line
    ("이름.vtt", VTT.replace("<v ", "").replace(">오", ": 오").replace(">😀", ": 😀").encode(), 2, len("참석자 2: ") + COLUMN),
    ("clova.json", JSON.encode(), 2, COLUMN),
    ("이름 없는 확장자", TEXT.encode(), 5, COLUMN),
]  # fmt: skip


@pytest.mark.parametrize(("name", "raw", "line", "column"), CASES, ids=[case[0] for case in CASES])
def test_a_correction_is_found_where_the_json_says(
    workshop: Workshop, name: str, raw: bytes, line: int, column: int
) -> None:
    imported = read(raw, name)
    cleaned = workshop.clean(imported.source)
    minutes = minutes_of(cleaned.source, cleaned.state, cleaned.proposals, cleaned.turn_proposals)
    document: dict[str, Any] = note_json(minutes, imported.report.warnings)
    (edit,) = (edit for edit in document["edits"] if edit["after"] == "Kubernetes")
    assert (edit["decision"], edit["before"]) == ("apply", "쿠버네티즈")
    assert (edit["source_line"], edit["source_column"]) == (line, column)
    assert cleaned.source.text.split("\n")[line - 1][column:].startswith("쿠버네티즈에")
    turns = document["turns"]
    assert [(turn["speaker"], turn["start_s"]) for turn in turns] == [("참석자 1", 0), ("참석자 2", 10)]
    assert edit["turn_id"] == turns[1]["id"]
    assert "Kubernetes에 올리고" in turns[1]["text"]
    assert [item["task"] for item in document["action_items"]]
    assert document["not_understood"] == []


TALKS = sorted((Path(__file__).parents[1] / "cases" / "turns_unseen").glob("*.txt"))


@pytest.mark.parametrize("path", TALKS, ids=lambda path: path.stem)
def test_what_was_cleaned_and_is_cleaned_again_stays_as_it_is(workshop_without_summary: Workshop, path: Path) -> None:
    raw, turns = path.read_bytes(), []
    for _ in range(2):
        cleaned = workshop_without_summary.clean(read(raw, path.name).source)
        minutes = minutes_of(cleaned.source, cleaned.state)
        turns.append([(turn.label, turn.start_s, turn.text.split()) for turn in minutes.turns])
        raw = export(minutes, "clova")
    assert len(turns[0]) > 3
    assert turns[0] == turns[1]
