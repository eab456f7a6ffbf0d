"""What cannot become a note, each with one sentence that says what it is and what to do."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from processing.errors import UnreadableFile
from processing.readers.imported import Document
from processing.source import Source, SpanKind

MAX_BYTES = 200 * 1024 * 1024
MAX_TEXT_BYTES = 64 * 1024 * 1024  # of a file that is text all through
MAX_CHARACTERS = 6_000_000  # a hundred hours of talk
MAX_JSON_CHARACTERS = 24_000_000  # JSON tells each word again with its times
MAX_LINES = 300_000  # forty hours of subtitles, whose cues take four lines
MAX_TURNS = 150_000
MOST_BROKEN = 0.02  # the share of signs that cannot be read, above which a file is no text

_TEXT_DOWNLOAD = "클로바노트에서 '음성 기록 다운로드'를 눌러 텍스트 파일(.txt)로 받은 것을 넣어 주세요."
_SENTENCES: Mapping[str, str] = {
    "empty": f"빈 파일이니 {_TEXT_DOWNLOAD}",
    "large": f"200MB가 넘는 파일은 읽지 못하니 {_TEXT_DOWNLOAD}",
    "long": "글이 너무 길어(600만 자, 30만 줄까지) 한 번에 읽지 못하니 여러 파일로 나누어 넣어 주세요.",
    "pdf": f"PDF 파일은 읽지 못하니 {_TEXT_DOWNLOAD}",
    "hwp": f"한글(.hwp, .hwpx) 문서는 읽지 못하니 {_TEXT_DOWNLOAD}",
    "office": "옛 형식의 오피스 문서는 읽지 못하니 워드나 엑셀에서 .docx 또는 .xlsx로 다시 저장해 넣어 주세요.",
    "document": "읽을 수 없는 문서 형식이니 워드 문서(.docx)나 텍스트 파일(.txt)로 저장해 넣어 주세요.",
    "audio": "녹음이나 영상 파일은 읽지 못하니 클로바노트에서 글로 바꾼 뒤 텍스트 파일(.txt)로 받아 넣어 주세요.",
    "image": f"그림 파일에서는 글을 읽지 못하니 {_TEXT_DOWNLOAD}",
    "archive": "압축 파일은 바로 읽지 못하니 압축을 푼 뒤 안에 든 파일을 넣어 주세요.",
    "binary": f"글이 아닌 파일이라 읽을 수 없으니 {_TEXT_DOWNLOAD}",
    "page": f"웹 페이지를 저장한 파일에는 음성 기록이 들어 있지 않으니 {_TEXT_DOWNLOAD}",
    "link": f"공유 링크만으로는 내용을 읽을 수 없으니 링크를 연 다음 {_TEXT_DOWNLOAD}",
    "wordless": f"읽을 문장이 하나도 없으니 {_TEXT_DOWNLOAD}",
    "bomb": "압축을 풀면 지나치게 커지는 파일이라 열지 않았으니 클로바노트에서 다시 받은 파일을 넣어 주세요.",
    "broken": "파일이 깨져 있거나 내려받다가 끊겼으니 클로바노트에서 다시 받은 파일을 넣어 주세요.",
    "locked": "암호가 걸려 있어 읽지 못하니 암호를 풀고 저장한 파일을 넣어 주세요.",
    "unsafe": "문서에 쓰이지 않는 위험한 선언이 들어 있어 열지 않았으니 클로바노트에서 다시 받은 파일을 넣어 주세요.",
    "json": "CLOVA Speech의 발화(segments)가 없는 JSON이니 음성 인식 결과를 그대로 저장한 파일을 넣어 주세요.",
    "marks": "한 글자에 부호가 끝없이 겹친 깨진 파일이니 클로바노트에서 다시 받은 파일을 넣어 주세요.",
    "folder": "폴더이니 폴더 안의 파일을 골라 넣어 주세요.",
    "device": "저장된 파일이 아니라서 읽을 수 없으니 텍스트 파일(.txt)로 저장해 넣어 주세요.",
    "missing": "파일을 찾을 수 없으니 옮기거나 지우지 않았는지 확인해 주세요.",
    "forbidden": "읽을 권한이 없으니 읽을 수 있는 폴더에 복사한 뒤 넣어 주세요.",
    "disk": "파일을 읽다가 실패했으니 디스크 연결을 확인하고 다시 넣어 주세요.",
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HWP_MARKS = (b"HWP Document File", "HwpSummaryInformation".encode("utf-16-le"))
_OPENINGS: tuple[tuple[str, re.Pattern[bytes]], ...] = tuple(
    (kind, re.compile(pattern, re.DOTALL))
    for kind, pattern in (
        ("pdf", rb"\s{0,64}%PDF-"),
        ("hwp", rb"HWP Document File"),
        ("office", re.escape(_OLE)),
        ("document", rb"\{\\rtf"),
        (
            "audio",
            rb"ID3[\2-\4]|OggS\0|fLaC\0|#!AMR|caff\0|MThd\0|\x1aE\xdf\xa3"
            rb"|RIFF.{4}(?:WAVE|AVI )|FORM.{4}AIF|\x30\x26\xb2\x75",
        ),
        (
            "image",
            rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|RIFF.{4}WEBP|BM.{4}\0\0\0\0|II\*\0|MM\0\*|.{4}ftyp(?:heic|heix|mif1|avif)",
        ),
        ("audio", rb".{4}ftyp|\xff[\xf1\xf9\xfb\xfa\xf3\xf2][\x00-\xff]{2}"),
        ("archive", rb"7z\xbc\xaf|Rar!\x1a|\x1f\x8b\x08|BZh[1-9]1AY|\xfd7zXZ\0|\x28\xb5\x2f\xfd"),
        ("binary", rb"\x7fELF|MZ.{0,64}\0\0|SQLite format 3\0"),
    )
)
JSON_OPENING = re.compile(r"\s*(?:\{\s*\"|\[\s*\{\s*\")")
_PAGE = re.compile(r"\s*(?:<!doctype html|<html[\s>])", re.IGNORECASE)
_SHARE_LINK = re.compile(r"clovanote\.naver\.com/(?:[a-z]{2}/)?s/", re.IGNORECASE)
_ONLY_LINK = re.compile(r"\s*(?:\[InternetShortcut\]\s*URL=)?https?://\S+\s*$", re.IGNORECASE)
_LONGEST_INVITATION = 700  # characters around a share link: whose note it is, the password


def refusal(kind: str, name: str) -> UnreadableFile:
    """The error of one kind for the file `name`."""
    return UnreadableFile(f"'{name}': {_SENTENCES[kind]}" if name else _SENTENCES[kind], name)


def refuse_bytes(raw: bytes, name: str) -> None:
    """Raise UnreadableFile for bytes that are no text by their size or their beginning."""
    if len(raw) >= MAX_BYTES:
        raise refusal("large", name)
    if not raw[:4096].strip(b"\0 \t\r\n\xef\xbb\xbf\xfe\xff") and not raw.strip(b"\0 \t\r\n\xef\xbb\xbf\xfe\xff"):
        raise refusal("empty", name)
    if raw.startswith(_OLE) and (name.lower().endswith(".hwp") or any(mark in raw for mark in _HWP_MARKS)):
        raise refusal("hwp", name)
    for kind, opening in _OPENINGS:
        if opening.match(raw[:4096]):
            raise refusal(kind, name)


def refuse_zip(names: frozenset[str], name: str) -> None:
    """Raise UnreadableFile for a zip that no reader takes."""
    kinds: tuple[tuple[str, Callable[[str], bool]], ...] = (
        ("hwp", lambda one: one.startswith("Contents/section") or one == "version.xml"),
        ("document", lambda one: one.startswith(("ppt/", "Index/")) or one in ("content.xml", "xl/workbook.bin")),
    )
    for kind, is_member in kinds:
        if any(map(is_member, names)):
            raise refusal(kind, name)
    raise refusal("archive", name)


def refuse_long(text: str, name: str) -> None:
    """Raise UnreadableFile for more text than a hundred hours of talk have."""
    is_json = JSON_OPENING.match(text[:2000]) is not None
    if len(text) > (MAX_JSON_CHARACTERS if is_json else MAX_CHARACTERS):
        raise refusal("long", name)
    if not is_json and text.count("\n") > MAX_LINES:
        raise refusal("long", name)


def refuse_many(turns: int) -> None:
    """Raise UnreadableFile for more turns than any talk has, before they take more memory; the file is named later."""
    if turns > MAX_TURNS:
        raise refusal("long", "")


def named(error: UnreadableFile, name: str) -> UnreadableFile:
    """The error with the file's name, if it was raised where that was not known."""
    return error if error.name or not name else UnreadableFile(f"'{name}': {error.sentence}", name)


def refuse_text(document: Document, damaged: int) -> None:
    """Raise UnreadableFile for a text that is no text at all, a web page or a link."""
    text = document.text
    if damaged > 4 and damaged > MOST_BROKEN * len(text):
        raise refusal("binary", document.name)
    if not text.strip():
        raise refusal("empty", document.name)
    if _PAGE.match(text[:1000]):
        raise refusal("page", document.name)
    if len(text) < _LONGEST_INVITATION and (_ONLY_LINK.match(text) or _SHARE_LINK.search(text)):
        raise refusal("link", document.name)


def refuse_without_words(source: Source) -> None:
    """Raise UnreadableFile where nobody says a word."""
    if not any(re.search(r"[^\W\d_]", source.slice(place)) for place in source.of_kind(SpanKind.TURN_TEXT)):
        raise refusal("wordless", source.name)
