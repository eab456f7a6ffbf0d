"""CLOVA's text in every known layout: the table of `clova_rows`, and the same in other encodings and line ends."""

from __future__ import annotations

import unicodedata

import pytest
import recorder_rows
from clova_rows import BODY, BODY_TURNS, FOOT, HEAD, ROWS, Row, Turn
from dropped_rows import CLOVA
from hypothesis import given
from hypothesis import strategies as st

from processing import readers
from processing.readers import Imported
from processing.source import SpanKind, check_source


def turns_of(imported: Imported) -> tuple[Turn, ...]:
    source = imported.source
    return tuple((block.label, block.start_s, source.slice(block.text)) for block in source.blocks)


@pytest.mark.parametrize("row", ROWS + CLOVA + recorder_rows.CLOVA, ids=lambda row: row.name)
def test_every_row(row: Row) -> None:
    imported = readers.read(row.text.encode(), "note.txt")
    source, report = imported.source, imported.report
    check_source(source)
    assert turns_of(imported) == row.turns
    head = source.header
    assert (head.title, head.recorded_at, head.duration_s, head.owner) == (
        row.title, row.recorded_at, row.duration_s, row.owner,
    )  # fmt: skip
    assert tuple(source.slice(place) for place in report.not_understood) == row.unread
    assert tuple(source.slice(place) for place in source.of_kind(SpanKind.FOOTER)) == row.footers
    assert report.format == row.format
    assert report.turns == len(row.turns)
    assert source.text.split("\n") == row.text.split("\n")


WHOLE = HEAD + BODY + FOOT


@pytest.mark.parametrize(
    ("encoding", "raw"),
    [
        ("utf-8", WHOLE.encode()),
        ("utf-8", WHOLE.encode("utf-8-sig")),
        ("utf-8", WHOLE.replace("\n", "\r\n").encode()),
        ("utf-8", WHOLE.replace("\n", "\r").encode()),
        ("utf-8", unicodedata.normalize("NFD", WHOLE).encode()),
        ("cp949", WHOLE.replace("・", "·").encode("cp949")),
        ("utf-16-le", WHOLE.encode("utf-16")),
        ("utf-16-be", b"\xfe\xff" + WHOLE.encode("utf-16-be")),
        ("utf-16-le", WHOLE.encode("utf-16-le")),
        ("utf-16-be", WHOLE.encode("utf-16-be")),
    ],
    ids=["utf-8", "BOM", "CRLF", "CR", "NFD", "cp949", "utf-16", "utf-16-be", "utf-16-le bare", "utf-16-be bare"],
)
def test_encodings_and_line_ends(encoding: str, raw: bytes) -> None:
    imported = readers.read(raw, "note.txt")
    assert imported.report.encoding == encoding
    assert turns_of(imported) == BODY_TURNS
    assert imported.source.text.replace("·", "・") == WHOLE
    assert imported.source.raw == raw
    assert imported.source.header.title == "주간 회의"
    assert imported.report.warnings == ()


JAPANESE = (
    "参加者 1 00:00\nそれでは会議を始めたいと思います。\n\n話者 2 00:10\nはい、お願いします。資料はこちらです。\n"
)
FRENCH = "Speaker 1 00:00\nOn se retrouve donc à Genève pour la réunion.\n"


@pytest.mark.parametrize(
    ("text", "encoding"), [(JAPANESE, "shift_jis"), (JAPANESE, "euc_jp"), (FRENCH, "cp1252"), (FRENCH, "utf-8")]
)
def test_other_languages(text: str, encoding: str) -> None:
    assert readers.read(text.encode(encoding), "note.txt").source.text == text


def test_places_are_lines_and_columns_of_the_file() -> None:
    source = readers.read(("\ufeff" + WHOLE).replace("\n", "\r\n").encode(), "note.txt").source
    lines = WHOLE.split("\n")
    for block in source.blocks:
        line, column = source.line_of(block.text.start), source.column_of(block.text.start)
        words = source.slice(block.text).split("\n")[0]
        assert lines[line - 1][column : column + len(words)] == words


def test_one_unnamed_speaker_is_said_aloud() -> None:
    report = readers.read("안녕하세요.\n어제 보내신 편지 잘 받았습니다.\n".encode(), "letter.txt").report
    assert (report.turns, report.speakers, report.format) == (1, 0, "text")
    assert "하나도 찾지 못해" in report.warnings[0]


def test_a_line_not_understood_is_told_with_its_number() -> None:
    report = readers.read((HEAD + "무슨 말일까\n" + BODY).encode(), "note.txt").report
    assert "1개" in report.warnings[0]
    assert "6번째" in report.warnings[0]


def test_words_of_a_letter_are_no_speakers() -> None:
    letter = "일시: 3월 2일\n장소: 본관 3층\n안건: 예산\n\n모임은 오전 10:30에 시작합니다.\n늦지 말아 주세요.\n"
    imported = readers.read(letter.encode(), "memo.txt")
    assert turns_of(imported) == ((None, None, letter.strip()),)


def test_an_emoji_written_as_two_halves_is_read_whole() -> None:
    halves = "참석자 1 00:00\n좋아요 ".encode() + "\ud83d\ude00\n".encode("utf-8", "surrogatepass")
    imported = readers.read(halves, "note.txt")
    assert imported.source.text == "참석자 1 00:00\n좋아요 😀\n"
    assert not imported.report.warnings


UNSEEN = st.text("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060", max_size=3)


@given(UNSEEN, UNSEEN, UNSEEN, UNSEEN, UNSEEN)
def test_signs_without_width_around_words_are_nobodys(a: str, b: str, c: str, d: str, e: str) -> None:
    text = f"{a}참석자 1{b} {c}00:00{d}\n{e}네.\n{a or b}\n참석자 1 00:05{b}\n{c}👩\u200d💻 {d}예.{e}\n"
    imported = readers.read(text.encode(), "note.txt")
    assert turns_of(imported) == (("참석자 1", 0, "네."), ("참석자 1", 5, f"👩\u200d💻 {' ' * len(d)}예."))
    assert len(imported.source.text) == len(text)
    assert not imported.report.warnings


def test_a_million_signs_without_width_take_no_longer_than_words() -> None:
    imported = readers.read(("참석자 1 00:00\n가" + "\u200b" * 1_000_000 + "나\n").encode(), "note.txt")
    assert imported.report.turns == 1
