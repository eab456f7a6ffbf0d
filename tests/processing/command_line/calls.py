"""What the tests of the command line share: a note, what a command said, and its JSON held against the schema."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import jsonschema

from processing.schema import schema_document

NOTE = """주간 회의

2026.04.28 화 오후 8:02 · 1분 30초

홍길동

참석자 1 00:00

이번 분기 예산은 삼천만 원으로 확정하겠습니다. 그리고 고객 응대 봇에는 레그를 붙여 보려고 합니다.

참석자 2 00:30

네, 알겠습니다. 제가 다음 주 금요일까지 비용 보고서를 써서 공유드리겠습니다. 제 번호는 010-1234-5678입니다.

참석자 1 01:00

좋습니다. 프롬프트랑 파인튜닝 자료는 제가 정리할게요. 그럼 배포는 언제 하나요?

참석자 2 01:20

배포는 5월 11일에 하기로 했습니다.
"""
KEY = "sk-test-secret"


class Told:
    """What a command said: exit code, standard output and error."""

    def __init__(self, code: int, out: bytes, error: bytes) -> None:
        self.code, self.out, self.error = code, out.decode("utf-8"), error.decode("utf-8")


Run = Any  # a call of `malkkeum clean` with what stands behind it, which gives a `Told`


def checked(text: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(text)
    jsonschema.validate(document, schema_document(), jsonschema.Draft202012Validator)
    return document


def names_in(folder: Path) -> set[str]:
    return {unicodedata.normalize("NFC", path.name) for path in folder.iterdir()}
