"""CLOVA Speech's JSON: `segments` with `start` and `end` in milliseconds, text as heard and as edited, and a speaker.

https://api.ncloud-docs.com/docs/en/ai-application-service-clovaspeech-shortsentence describes the fields.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from processing.readers.decoding import clean
from processing.readers.imported import Document
from processing.readers.layout import Layout
from processing.readers.refusals import JSON_OPENING, MAX_TURNS, refusal
from processing.source import Header, Source

FORMAT = "clova_json"
LATEST = 1_000_000  # seconds; what is later is no time of a recording
MAX_VALUES = 3_000_000  # signs that part or open values: a talk of 20 hours has 1.3 million, most around words


def likeness(document: Document) -> float:
    """1 where the text opens as JSON does, else 0."""
    return 1.0 if JSON_OPENING.match(document.text[:2000]) else 0.0


def read(document: Document) -> Source:
    """The source with one line a segment; what a person edited in CLOVA stands before what was heard.

    Raises UnreadableFile for JSON that is broken, nested without end, or of another kind.
    """
    data = _data(document)
    segments = _segments(data, document.name)
    names, unit = _names(data), _unit(segments)
    texts = [_words(segment) for segment in segments]
    layout, at = Layout("\n".join(texts)), 0
    for segment, text in zip(segments, texts, strict=True):
        start_s, end_s = _seconds(segment.get("start"), unit), _seconds(segment.get("end"), unit)
        layout.turn(None, at, at + len(text), _label(segment, names), start_s, end_s)
        at += len(text) + 1
    spans, blocks = layout.spans(), tuple(layout.blocks)
    return Source(document.raw, layout.text, spans, blocks, Header(), FORMAT, document.encoding, document.name)


def _data(document: Document) -> Any:
    text = document.text
    if text.count(",") + text.count("[") + text.count("{") > MAX_VALUES:
        raise refusal("long", document.name)
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise refusal("broken", document.name) from None


def _segments(data: Any, name: str) -> list[dict[str, Any]]:
    """The segments that say something; the whole text as one where there are none."""
    found = _list_of(data, "segments") if isinstance(data, dict) else data
    if isinstance(found, list) and len(found) > MAX_TURNS:
        raise refusal("long", name)
    segments = [one for one in found if isinstance(one, dict) and _words(one)] if isinstance(found, list) else []
    if not segments and isinstance(data, dict) and isinstance(data.get("text"), str) and _words(data):
        segments = [{"text": data["text"]}]
    if not segments:
        raise refusal("json", name)
    return segments


def _list_of(data: dict[str, Any], key: str) -> Any:
    """What stands under `key`, or one level deeper where a program has wrapped the answer."""
    within = (value[key] for value in data.values() if isinstance(value, dict) and key in value)
    return data[key] if key in data else next(within, None)


def _words(segment: dict[str, Any]) -> str:
    for key in ("textEdited", "text"):
        words = segment.get(key)
        if isinstance(words, str) and words.strip():
            return _cleaned(words)
    return _cleaned(" ".join(_each_word(segment.get("words"))))


def _each_word(words: Any) -> Iterator[str]:
    """The words of `[[start, end, word], …]`, which alone some copies keep."""
    for one in words if isinstance(words, list) else []:
        if isinstance(one, list) and len(one) > 2 and isinstance(one[2], str):
            yield one[2]


def _cleaned(words: str) -> str:
    return clean(" ".join(words.split()))[0]


def _names(data: Any) -> dict[str, str]:
    """`{label: name}` of the speakers that the file lists apart from its segments."""
    speakers = _list_of(data, "speakers") if isinstance(data, dict) else None
    listed = [one for one in speakers if isinstance(one, dict)] if isinstance(speakers, list) else []
    return {_told(one.get("label")): _told(one.get("name")) for one in listed if _told(one.get("name"))}


def _label(segment: dict[str, Any], names: Mapping[str, str]) -> str | None:
    """The speaker's name, else the label, which stands under `diarization` where no one has looked at the speakers."""
    speaker, found = segment.get("speaker"), segment.get("diarization")
    told = [one for one in (speaker, found) if isinstance(one, dict)]
    name = _told(speaker) or next((name for one in told if (name := _told(one.get("name")))), "")
    label = next((label for one in told if (label := _told(one.get("label")))), "")
    return name or names.get(label) or label or None


def _told(value: Any) -> str:
    return _cleaned(str(value))[:100] if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _unit(segments: Sequence[dict[str, Any]]) -> float:
    """How many seconds a figure is: CLOVA counts thousandths, others write seconds with a fraction."""
    figures = (one.get(key) for one in segments for key in ("start", "end"))
    return 1.0 if any(isinstance(figure, float) and not figure.is_integer() for figure in figures) else 0.001


def _seconds(figure: object, unit: float) -> float | None:
    if isinstance(figure, bool) or not isinstance(figure, int | float):
        return None
    # compared before anything is multiplied: JSON's whole numbers may be longer than any float
    return round(figure * unit, 3) if 0 <= figure < LATEST / unit else None
