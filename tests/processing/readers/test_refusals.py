"""Files that cannot become a note: each gets a sentence of its own, and hostile ones cost little time and memory."""

from __future__ import annotations

import json
import os
import random
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from containers import excel_file, replaced, word_file, word_xml, zipped

from processing import readers
from processing.errors import UnreadableFile
from processing.readers.files import read_file
from processing.readers.refusals import MAX_BYTES, MAX_CHARACTERS, MAX_LINES, MAX_TURNS
from processing.source import check_source

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
ENTITIES = (
    '<!DOCTYPE d [<!ENTITY a "ha">' + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairwise("abcdefghi"))
    + "]>"
)  # fmt: skip
BAD: dict[str, tuple[bytes | Callable[[], bytes], str]] = {  # the large ones are made when they are wanted
    "empty": (b"", "빈 파일"),
    "only a BOM": (b"\xef\xbb\xbf\r\n", "빈 파일"),
    "only NULs": (bytes(5000), "빈 파일"),
    "random bytes": (random.Random(7).randbytes(5000), "글이 아닌 파일"),
    "binary with a few letters": (b"\x01\x02\x03abc\x00\x05" * 100, "글이 아닌 파일"),
    "program": (b"MZ\x90\0\3\0\0\0", "글이 아닌 파일"),
    "mp3": (b"ID3\x03" + bytes(100), "녹음"),
    "bare mp3": (b"\xff\xfb\x90\x64" + bytes(100), "녹음"),
    "m4a": (b"\0\0\0 ftypM4A " + bytes(100), "녹음"),
    "wav": (b"RIFF\x24\0\0\0WAVEfmt ", "녹음"),
    "ogg": (b"OggS\0\2", "녹음"),
    "png": (b"\x89PNG\r\n\x1a\n", "그림"),
    "jpeg": (b"\xff\xd8\xff\xe0", "그림"),
    "heic": (b"\0\0\0\x18ftypheic", "그림"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
    "hwp": (OLE + b"HWP Document File", "한글(.hwp"),
    "hwp 3": (b"HWP Document File V3.00", "한글(.hwp"),
    "hwpx": (zipped({"mimetype": b"application/hwp+zip", "Contents/section0.xml": b"<a/>"}), "한글(.hwp"),
    "doc": (OLE, "옛 형식"),
    "rtf": (b"{\\rtf1\\ansi hello}", "문서 형식"),
    "pptx": (zipped({"ppt/presentation.xml": b"<a/>"}), "문서 형식"),
    "zip": (zipped({"note.txt": "참석자 1 00:00\n네.".encode()}), "압축"),
    "gz": (b"\x1f\x8b\x08\0", "압축"),
    "web page": (b"<!DOCTYPE html><html><body>CLOVA Note</body></html>", "웹 페이지"),
    "share link": (b"https://clovanote.naver.com/s/abcDEF123", "공유 링크"),
    "share link with words": ("새로운 노트\nhttps://clovanote.naver.com/s/abcD\n비밀번호 1234".encode(), "공유 링크"),
    "shortcut": (b"[InternetShortcut]\r\nURL=https://clovanote.naver.com/s/abcDEF123\r\n", "공유 링크"),
    "no sentence": (b"1234 5678\n---\n", "문장이 하나도"),
    "headers only": ("참석자 1 00:00\n\n참석자 2 00:05\n".encode(), "문장이 하나도"),
    "too long": (b"a" * (MAX_CHARACTERS + 1), "600만 자"),
    "too many lines": (b"a:b\n" * (MAX_LINES + 1), "30만 줄"),
    "too many segments": (b'{"segments": [' + b'{"text":"a"},' * MAX_TURNS + b'{"text":"b"}]}', "너무 길어"),
    "entities after many blanks": (lambda: word_xml("<w:p/>", " " * 200 + ENTITIES), "위험한 선언"),
    "marks without end": (("네 " + "\u0301\u0316" * 50_000).encode(), "부호가 끝없이"),
    "cut docx": (word_file(["참석자 1 00:00", "네."])[:-200], "깨져"),
    "garbled docx": (word_file(["참석자 1 00:00", "네."]).replace(b"document", b"docu\0ent"), ""),
    "docx without a main part": (zipped({"word/other.xml": b"<a/>", "[Content_Types].xml": b"<a/>"}), "깨져"),
    "docx with entities": (word_xml("<w:p><w:r><w:t>&i;</w:t></w:r></w:p>", ENTITIES), "위험한 선언"),
    "docx in UTF-16": (
        replaced(word_file(["네."]), {"word/document.xml": '<?xml version="1.0"?><a/>'.encode("utf-16")}),
        "위험한 선언",
    ),
    "docx nested too deep": (lambda: word_xml("<w:p>" * 50_000 + "</w:p>" * 50_000), "깨져"),
    "docx bomb": (lambda: word_xml("<w:p/>" * 1 + " " * (70 * 1024 * 1024)), "지나치게 커지는"),
    "docx of tags": (lambda: word_xml("<w:p/>" * 4_100_000), "지나치게 커지는"),
    "xlsx with entities": (
        replaced(excel_file([("네",)]), {"xl/sharedStrings.xml": (ENTITIES + "<sst>&i;</sst>").encode()}), "위험한 선언",
    ),
    "xlsx without a sheet": (replaced(excel_file([("네",)]), {"xl/worksheets/sheet1.xml": b"<a"}), "깨져"),
    "zip of many": (lambda: zipped({f"word/{n}.xml": b"" for n in range(10_001)}), "지나치게 커지는"),
    "broken JSON": (b'{"segments": [{"start": 0, "te', "깨져"),
    "JSON of another kind": (b'{"name": "x", "items": []}', "JSON"),
    "JSON nested too deep": (b'{"segments": ' + b"[" * 200_000, "깨져"),
    "JSON with an endless number": (b'{"segments": ' + b"9" * 100_000 + b"}", "깨져"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_told_in_one_sentence(name: str) -> None:
    made, says = BAD[name]
    raw = made() if callable(made) else made
    start = time.perf_counter()
    with pytest.raises(UnreadableFile) as error:
        readers.read(raw, "회의.txt")
    assert time.perf_counter() - start < 5
    assert says in error.value.sentence
    assert error.value.sentence.endswith("주세요.")
    assert error.value.sentence.count("다. ") == 0


def test_the_sentences_differ() -> None:
    assert len({says for _, says in BAD.values()}) > 15


STRANGE = {
    "NUL": "참석자 1 00:00\n안녕\0하세요 여러분 반갑습니다.\n".encode(),
    "bidirectional": "참석자 1 00:00\n안녕\u202e하세요\u2066 여러분.\n".encode(),
    "escape sequence": b"\xec\xb0\xb8\xec\x84\x9d\xec\x9e\x90 1 00:00\n\x1b[31mhello there\x1b[0m everyone\n",
    "surrogate": json.dumps({"segments": [{"start": 0, "end": 1, "text": "안녕\ud800하세요"}]}).encode(),
    "UTF-16 surrogate": "참석자 1 00:00\n안녕하세요 여러분".encode("utf-16") + b"\x00\xd8",
    "half a letter in UTF-8": "참석자 1 00:00\n안녕".encode() + b"\xed\xa0\x80" + "하세요\n".encode(),
    "cut in a letter": "참석자 1 00:00\n안녕하세요 여러분".encode()[:-1],
    "page break": "참석자 1 00:00\n앞\f\n\f참석자 2 00:04\n뒤\u2028줄\n".encode(),
    "BOM in the middle": "\ufeff참석자 1 00:00\n앞\n\ufeff참석자 2 00:04\n뒤\n".encode(),
}


@pytest.mark.parametrize("name", STRANGE)
def test_strange_signs_do_no_harm(name: str) -> None:
    imported = readers.read(STRANGE[name], "note")
    check_source(imported.source)
    text = imported.source.text
    text.encode()
    assert not any(ord(ch) < 32 and ch not in "\t\n" for ch in text)
    assert not set(text) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u2028")
    assert bool(imported.report.warnings) == (imported.source.text.count("\ufffd") > 0)
    assert imported.source.raw == STRANGE[name]


@pytest.mark.slow
def test_a_hundred_thousand_turns() -> None:
    text = "".join(f"참석자 {n % 7 + 1} {n // 3600:02}:{n // 60 % 60:02}:{n % 60:02}\n네.\n\n" for n in range(100_000))
    start = time.perf_counter()
    imported = readers.read(text.encode(), "long.txt")
    assert imported.report.turns == 100_000
    assert time.perf_counter() - start < 20


def test_a_document_nested_as_deeply_as_its_parser_allows() -> None:
    raw = word_xml(("<w:p>" * 200 + "<w:r><w:t>네.</w:t></w:r>" + "</w:p>" * 200) * 500)
    start = time.perf_counter()
    assert readers.read(raw, "deep.docx").report.turns == 1
    assert time.perf_counter() - start < 10


def test_one_line_of_a_million_letters() -> None:
    imported = readers.read(("참석자 1 00:00\n" + "가나다 " * 300_000).encode(), "line.txt")
    assert imported.report.turns == 1


@pytest.mark.slow
def test_a_workbook_with_far_cells_is_read_in_bounds() -> None:
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row r="1"><c r="A1" t="inlineStr"><is><t>참석자 1 00:00</t></is></c></row>'
        '<row r="2"><c r="XFD2" t="inlineStr"><is><t>멀리</t></is></c></row>'
        '<row r="200000"><c r="A200000" t="inlineStr"><is><t>네, 끝입니다.</t></is></c></row></sheetData></worksheet>'
    )
    raw = replaced(excel_file([("네",)]), {"xl/worksheets/sheet1.xml": sheet.encode()})
    source = readers.read(raw, "far.xlsx").source
    assert source.line_of(source.blocks[0].text.end) == 200_000


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="찾을 수 없으니"):
        read_file(tmp_path / "none.txt")


def test_a_name_longer_than_any_file_has(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="찾을 수 없으니"):
        read_file(tmp_path / ("가" * 300))


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="폴더"):
        read_file(tmp_path)


def test_a_path_with_a_nul() -> None:
    with pytest.raises(UnreadableFile):
        read_file(Path("a\0b"))


def test_200_megabytes_are_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        os.truncate(file.fileno(), MAX_BYTES)

    def _opened(*_: object) -> None:
        raise AssertionError("the file was opened")

    monkeypatch.setattr(Path, "open", _opened)
    with pytest.raises(UnreadableFile, match="200MB"):
        read_file(path)


@pytest.mark.parametrize(("fault", "says"), [(PermissionError, "권한"), (OSError, "디스크"), (TimeoutError, "디스크")])
def test_a_fault_on_opening(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: type[OSError], says: str) -> None:
    path = tmp_path / "note.txt"
    path.write_text("네.")

    def _fails(*_: object) -> None:
        raise fault

    monkeypatch.setattr(Path, "open", _fails)
    with pytest.raises(UnreadableFile, match=says):
        read_file(path)


def test_a_device_is_no_file() -> None:
    if not Path(os.devnull).exists() or os.name == "nt":
        pytest.skip("no device files here")
    with pytest.raises(UnreadableFile, match="저장된 파일이 아니라서"):
        read_file(Path(os.devnull))


def test_a_file_is_read_and_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "회의.txt"
    path.write_bytes("참석자 1 00:00\r\n네.\r\n".encode())
    imported = read_file(path)
    assert imported.source.name == "회의.txt"
    assert path.read_bytes() == imported.source.raw
