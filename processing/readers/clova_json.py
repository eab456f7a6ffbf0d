"""CLOVA Speech's JSON: `segments` with `start` and `end` in milliseconds, text as heard and as edited, and a speaker.

https://api.ncloud-docs.com/docs/en/ai-application-service-clovaspeech-shortsentence describes the fields.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from processing.readers.decoding import clean
from processing.readers.imported import Document
from processing.readers.layout import Layout
from processing.readers.refusals import JSON_OPENING, MAX_TURNS, refusal
from processing.source import Header, Source

FORMAT = "clova_json"
MAX_VALUES = 3_000_000  # signs that part or open values: a talk of 20 hours has 1.3 million, most around words


def likeness(document: Document) -> float:
    """1 where the text opens as JSON does, else 0."""
    return 1.0 if JSON_OPENING.match(document.text[:2000]) else 0.0


def read(document: Document) -> Source:
    """The source with one line a segment; what a person edited in CLOVA stands before what was heard.

    Raises UnreadableFile for JSON that is broken, nested without end, or of another kind.
    """
    segments = list(_segments(document))
    texts = [_words(segment) for segment in segments]
    layout, at = Layout("\n".join(texts)), 0
    for segment, text in zip(segments, texts, strict=True):
        start_s, end_s = _seconds(segment.get("start")), _seconds(segment.get("end"))
        layout.turn(None, at, at + len(text), _label(segment), start_s, end_s)
        at += len(text) + 1
    spans, blocks = layout.spans(), tuple(layout.blocks)
    return Source(document.raw, layout.text, spans, blocks, Header(), FORMAT, document.encoding, document.name)


def _segments(document: Document) -> Iterator[dict[str, Any]]:
    text = document.text
    if text.count(",") + text.count("[") + text.count("{") > MAX_VALUES:
        raise refusal("long", document.name)
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise refusal("broken", document.name) from None
    found = data.get("segments") if isinstance(data, dict) else data
    if isinstance(found, list) and len(found) > MAX_TURNS:
        raise refusal("long", document.name)
    segments = [one for one in found if isinstance(one, dict) and _words(one)] if isinstance(found, list) else []
    if not segments:
        raise refusal("json", document.name)
    return iter(segments)


def _words(segment: dict[str, Any]) -> str:
    for key in ("textEdited", "text"):
        words = segment.get(key)
        if isinstance(words, str) and words.strip():
            return clean(" ".join(words.split()))[0]
    return ""


def _label(segment: dict[str, Any]) -> str | None:
    speaker = segment.get("speaker")
    if not isinstance(speaker, dict):
        return None
    name, label = speaker.get("name"), speaker.get("label")
    for value in (name, label):
        if isinstance(value, str | int) and str(value).strip():
            return clean(" ".join(str(value).split()))[0][:100]
    return None


def _seconds(milliseconds: object) -> float | None:
    if isinstance(milliseconds, bool) or not isinstance(milliseconds, int):
        return None
    return milliseconds / 1000 if 0 <= milliseconds < 1_000_000_000 else None
