"""Over generated files of every format: each non-blank character in exactly one span, places that are true, no crash."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Callable

import pytest
from containers import excel_file, word_file, word_xml, zipped
from hypothesis import given
from hypothesis import strategies as st

from processing import readers
from processing.errors import UnreadableFile
from processing.readers import Document, Imported, clova_text, label_lines
from processing.readers.decoding import clean
from processing.source import SpanKind, check_source

PIECES = (
    "참석자 1 00:00", "참석자 2 01:05", "참석자1 1:00:12", "참석자 3", "홍길동 팀장 12:03", "Attendees 2 00:09", "네 10:30",
    "2026.04.28 화 오후 8:02 ・ 75분 53초", "2026.03.29 Sun AM 3:20", "홍길동", "새로운 노트", "clovanote.naver.com", "00:00",
    "1:02", "00:00:01 - 00:00:05", "Speaker 1", "SPEAKER_00: 네", "알 수 없음", "[이름] 네",
    "[00:01:02] 이름: 네", "참석자 1: 네", "이름: 그래요", "이름 (00:12)", "### 00:00:40 {#00:00:40}", "**이름:** 본문",
    "1 / 2", "- 3 -", "12", "하이라이트", "네.", "그래서 회의는 오후 3:00", ">> 네", "&gt;&gt; 예 &amp;", "\\!\\.", "시간\t참석자\t내용",
    "00:01\t참석자 1\t네", "00:00:01,000 --> 00:00:02,000", "WEBVTT", "NOTE 말", "<v 이름>말</v>", "a\u0301\u0316", "\u1100\u1161", "😀",
    "\u202e", "\0", "\x0c", "\ufeff", "\u00a0", "\u3000", "\u2028", "가" * 50, "",
)  # fmt: skip
lines = st.one_of(st.sampled_from(PIECES), st.text(max_size=12))
glue = st.sampled_from(["\n", "\n", "\n\n", "\r\n", "\r", " ", ""])
texts = st.lists(st.tuples(lines, glue), max_size=25).map(lambda parts: "".join(line + end for line, end in parts))
words = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=20)
clocks = st.integers(0, 9999).map(lambda s: f"{s // 60:02}:{s % 60:02}")


def _subtitles(cues: list[tuple[int, int, str]], signature: str) -> bytes:
    parts = [f"{n}\n00:00:{a:02}.000 --> 00:00:{b:02}.500\n{said}\n" for n, (a, b, said) in enumerate(cues)]
    return (signature + "\n".join(parts)).encode("utf-8", "replace")


def _segments(cues: list[tuple[int, int, str]]) -> bytes:
    return json.dumps({"segments": [{"start": a, "end": b, "text": said} for a, b, said in cues]}).encode()


def _rows(rows: list[tuple[str, str, str]], delimiter: str, has_title: bool) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter)
    writer.writerows([*([("주간 회의",)] if has_title else []), ("시간", "참석자", "내용"), *rows])
    return text.getvalue().encode()


cues = st.lists(st.tuples(st.integers(0, 59), st.integers(0, 59), texts), min_size=1, max_size=8)
cells = st.lists(st.tuples(clocks, st.sampled_from(["참석자 1", "홍길동", ""]), words), min_size=1, max_size=8)
tags = st.sampled_from(
    ["w:p", "w:p", "w:r", "w:t", "w:t", "w:tbl", "w:tr", "w:tc", "w:del", "w:sdt", "w:br", "w:tab", "w:pPr"]
)
pieces = st.sampled_from(["참석자 1 00:00", "네.", "이름: 본문", "하이라이트", "clovanote.naver.com", " ", "&lt;v&gt;"])
trees = st.recursive(
    pieces.map("<w:t>{}</w:t>".format),
    lambda inside: st.tuples(tags, st.lists(inside, max_size=4)).map(
        lambda one: f"<{one[0]}>{''.join(one[1])}</{one[0]}>"
    ),
    max_leaves=30,
)
FILES: dict[str, st.SearchStrategy[bytes]] = {
    "text": texts.map(lambda text: text.encode("utf-8", "replace")),
    "utf-16": texts.map(lambda text: text.encode("utf-16", "replace")),
    "cp949": texts.map(lambda text: text.encode("cp949", "replace")),
    "decomposed": texts.map(lambda text: unicodedata.normalize("NFD", text).encode("utf-8", "replace")),
    "srt": cues.map(lambda found: _subtitles(found, "")),
    "vtt": cues.map(lambda found: _subtitles(found, "WEBVTT\n\n")),
    "json": cues.map(_segments),
    "docx": st.lists(words, min_size=1, max_size=8).map(word_file),
    "docx XML": trees.map(lambda tree: word_xml(f"<w:p>{tree}</w:p>{tree}")),
    "xlsx": cells.map(lambda rows: excel_file([("시간", "참석자", "내용"), *rows])),
    "csv": st.tuples(cells, st.sampled_from(",;"), st.booleans()).map(lambda one: _rows(*one)),
    "bytes": st.binary(max_size=300),
    "zip": st.dictionaries(
        st.sampled_from(["word/document.xml", "xl/workbook.xml", "[Content_Types].xml", "_rels/.rels", "a"]),
        st.binary(max_size=60),
    ).map(zipped),
}


def read_or_refuse(raw: bytes) -> Imported | None:
    """What was imported, all promises checked; None where the file was refused with a sentence."""
    imported, refused = None, "주세요."
    try:
        imported = readers.read(raw, "파일")
    except UnreadableFile as error:
        refused = error.sentence
    assert refused.endswith("주세요.")
    if imported is not None:
        _check(imported)
    return imported


def _check(imported: Imported) -> None:
    source = imported.source
    check_source(source)
    text = source.text
    assert unicodedata.is_normalized("NFC", text)
    assert not any(unicodedata.category(ch) == "Cs" or (ord(ch) < 32 and ch not in "\t\n") for ch in text)
    covered = bytearray(len(text))
    for span in source.spans:
        assert len(span.place)
        for at in range(span.place.start, span.place.end):
            covered[at] += 1
    assert all(n == 1 for n, ch in zip(covered, text, strict=True) if not ch.isspace())
    assert max(covered, default=0) <= 1
    for block in source.blocks:
        said = source.slice(block.text)
        assert said == said.strip()
        assert block.header is None or source.slice(block.header).strip()
        line, column = source.line_of(block.text.start), source.column_of(block.text.start)
        assert text.split("\n")[line - 1][column : column + 1] == said[:1].replace("\n", "") or not said
    assert imported.report.turns == len(source.blocks) > 0
    assert len(imported.report.not_understood) == sum(span.kind is SpanKind.NOT_UNDERSTOOD for span in source.spans)


@pytest.mark.parametrize("form", FILES)
def test_every_character_of_every_format_is_kept_once(form: str) -> None:
    _checked(FILES[form])()


def _checked(files: st.SearchStrategy[bytes]) -> Callable[[], None]:
    @given(files)
    def _run(raw: bytes) -> None:
        read_or_refuse(raw)

    return _run


@given(texts)
def test_a_text_file_keeps_its_lines_and_columns(text: str) -> None:
    raw = text.encode("utf-8", "replace")
    imported = read_or_refuse(raw)
    if imported is not None and imported.report.format not in ("vtt", "srt", "clova_json", "csv"):
        assert imported.source.text == clean(raw.decode())[0]


@given(texts)
def test_a_clean_text_is_clean(text: str) -> None:
    cleaned, _ = clean(text)
    assert clean(cleaned) == (cleaned, 0)


turns = st.lists(
    st.tuples(st.integers(1, 12), st.lists(st.sampled_from(["네.", "그래요?", "첫 안건입니다.", "이어서 "]), min_size=1, max_size=3)),
    min_size=1,
    max_size=12,
)  # fmt: skip


@given(turns, st.booleans(), st.sampled_from(["\n", "\n\n"]), st.sampled_from(["\n", "\r\n"]))
def test_what_clova_writes_is_what_is_read(
    written: list[tuple[int, list[str]]], has_head: bool, gap: str, end: str
) -> None:
    head = "주간 회의\n2026.04.28 화 오후 8:02 ・ 75분 53초\n홍길동\n\n\n" if has_head else ""
    parts = [
        f"참석자 {who} {n // 60:02}:{n % 60:02}\n" + "\n".join(said) + "\n" for n, (who, said) in enumerate(written)
    ]
    imported = readers.read(
        (head + gap.join(parts) + "\n\nclovanote.naver.com").replace("\n", end).encode(), "note.txt"
    )
    source = imported.source
    assert [(block.label, block.start_s, source.slice(block.text)) for block in source.blocks] == [
        (f"참석자 {who}", n, "\n".join(said).strip()) for n, (who, said) in enumerate(written)
    ]
    assert imported.report.not_understood == ()


FOUND = {  # by fuzzing, each reader called by itself: what broke a promise once
    "a name that stands once at the end of the file, long after the others": (
        clova_text, "이서연 00:00 시작.\n김민수 00:05 네.\n이서연 00:15 음.\n박지훈 59:00",
    ),
    "a title that looks like a header and stands again beside a footer": (
        label_lines, "가: 나\n참석자 1 00:00\n가: 나\nclovanote.naver.com\n가: 나\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FOUND)
def test_what_fuzzing_found_stays_mended(name: str) -> None:
    reader, text = FOUND[name]
    check_source(reader.read(Document(b"", name, text)))
