"""What cannot become a note, each with one sentence that says what it is and what to do."""

from __future__ import annotations

import re

from processing.errors import UnreadableFile
from processing.readers.imported import Document
from processing.source import Source, SpanKind

MAX_BYTES = 200 * 1024 * 1024
MAX_CHARACTERS = 12_000_000  # two hundred hours of talk

_CHOOSE = "클로바노트에서 '다운로드 > 음성 기록 > 텍스트(.txt)'를 골라 저장한 파일을 넣어 주세요."


def refuse_bytes(raw: bytes, name: str) -> None:
    """Raise UnreadableFile for bytes that are no text by their first bytes or their size."""
    if not raw.strip():
        raise UnreadableFile(f"'{name}'은(는) 빈 파일입니다. {_CHOOSE}", name)
    if len(raw) >= MAX_BYTES:
        raise UnreadableFile(f"'{name}'은(는) 너무 큽니다(200MB 이상). {_CHOOSE}", name)


def refuse_text(document: Document) -> None:
    """Raise UnreadableFile for a text that is a link, or far too long."""
    if len(document.text) > MAX_CHARACTERS:
        raise UnreadableFile(f"'{document.name}'의 글이 너무 깁니다. 여러 파일로 나누어 넣어 주세요.", document.name)


def refuse_without_words(source: Source) -> None:
    """Raise UnreadableFile where nobody says a word."""
    for place in source.of_kind(SpanKind.TURN_TEXT):
        if re.search(r"[^\W\d_]", source.slice(place)):
            return
    raise UnreadableFile(f"'{source.name}'에는 읽을 문장이 하나도 없습니다. {_CHOOSE}", source.name)
