"""A chat from KakaoTalk, exported or copied: `[이름] [오후 2:05] 본문`, or `2026년 11월 3일 오후 2:05, 이름 : 본문` on a phone.

The hours are those of the day and to the minute only, so that no turn gets a time of a recording from them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import pairwise

from processing.readers.clocks import LOOSE_CLOCK, date_line
from processing.readers.imported import SAMPLE_CHARACTERS, Document
from processing.readers.labels import STANDARD
from processing.readers.layout import Layout, TextLine, text_lines
from processing.source import Header, Place, Source, SpanKind

FORMAT = "kakao"

LEAST_SHARE = 0.2  # of the lines that are messages, in a chat copied from its first message on; some have many lines
SHARE_AMID_WORDS = 0.5  # and where other words stand above

_HOUR = r"(?:(?:오전|오후|AM|PM)\s)?\d{1,2}:\d{2}(?:\s[AP]M)?"
_DAY = r"\d{4}[년.]\s?\d{1,2}[월.]\s?\d{1,2}[일.]?"
CHAT_OPENING = re.compile(rf"\[(?P<label>(?:[^\[\]\n]|\[[^\[\]\n]{{0,20}}\]){{1,40}})\]\s\[(?P<hour>{_HOUR})\]\s?")
_PHONE = re.compile(rf"(?P<day>{_DAY})\s(?P<hour>{_HOUR}),\s(?P<label>[^:\n]{{1,40}}?)\s:\s?")
_SHAPES = (CHAT_OPENING, _PHONE)
_NEW_DAY = re.compile(rf"(?:-{{3,}}\s)?(?P<day>{_DAY})(?:\s[월화수목금토일]요일)?(?:\s{_HOUR})?(?:\s-{{3,}})?$")
_PHONE_NOTICE = re.compile(rf"{_DAY}\s{_HOUR}(?:,|:)\s")
_TITLE = re.compile(r"(?P<title>.{1,100}?)\s?(?:님과\s)?카카오톡 대화$")
_SAVED = re.compile(r"(?:저장한 날짜|Date Saved)\s?:\s.*$")

_LABELLED = re.compile(
    rf"[\[(<【#*\d:\s]{{0,12}}{STANDARD}(?!\d)[\])>】*]{{0,3}}\s?(?:[:：]|[\[(]?{LOOSE_CLOCK}|$)", re.IGNORECASE
)


def likeness(document: Document) -> float:
    """How sure it is that this is a chat, 0 to 1."""
    lines = [line.text[:200] for line in text_lines(document.text[:SAMPLE_CHARACTERS]) if not line.is_blank]
    messages = [i for i, line in enumerate(lines) if CHAT_OPENING.match(line) or _PHONE.match(line)]
    labelled = sum(1 for line in lines if _LABELLED.match(line))
    if len(messages) < 2 or labelled >= len(messages):
        return 0.0
    return 0.93 if len(messages) > _least_share(lines[: messages[0]]) * len(lines) else 0.0


def _least_share(above: Sequence[str]) -> float:
    """How many of the lines must be messages, after the lines `above`: other people's texts quote a few of a chat."""
    if any(_TITLE.match(line) or _SAVED.match(line) or line.startswith("---") for line in above):
        return 0.0
    return LEAST_SHARE if all(_NEW_DAY.match(line) for line in above) else SHARE_AMID_WORDS


def read(document: Document) -> Source:
    """One turn a message; days and notices between them are no one's words."""
    lines = text_lines(document.text)
    shape = max(_SHAPES, key=lambda shape: sum(1 for line in lines if shape.match(line.text[:200])))
    layout = Layout(document.text)
    parts = [*_parts(lines, shape), len(lines)]
    header = _head(layout, lines[: parts[0]])
    for first, after in pairwise(parts):
        _part(layout, lines[first:after], shape)
    spans, blocks = layout.spans(), tuple(layout.blocks)
    found = Header(title=header, recorded_at=_began(lines, shape))
    return Source(document.raw, document.text, spans, blocks, found, FORMAT, document.encoding, document.name)


def _parts(lines: Sequence[TextLine], shape: re.Pattern[str]) -> Iterator[int]:
    """The lines on which a message, a day or a notice begins."""
    has_begun = False
    for i, line in enumerate(lines):
        is_message = shape.match(line.text[:200]) is not None
        has_begun = has_begun or is_message
        if is_message or (has_begun and _is_notice(line)):
            yield i


def _is_notice(line: TextLine) -> bool:
    text = line.text[:200]
    return _NEW_DAY.match(text) is not None or _PHONE_NOTICE.match(text) is not None


def _part(layout: Layout, lines: Sequence[TextLine], shape: re.Pattern[str]) -> None:
    message = shape.match(lines[0].text[:200])
    end = lines[-1].end
    if message is not None:
        opening = Place(lines[0].start, lines[0].start + message.end())
        layout.turn(opening, opening.end, end, message["label"].strip())
    elif _NEW_DAY.match(lines[0].text[:200]):
        layout.mark(SpanKind.FOOTER, lines[0].start, lines[0].end)


def _head(layout: Layout, lines: Sequence[TextLine]) -> str | None:
    """Mark what stands before the first message; give the chat's title."""
    title = None
    for line in lines:
        named = _TITLE.match(line.text[:200])
        if named or _SAVED.match(line.text[:200]) or _NEW_DAY.match(line.text[:200]):
            layout.mark(SpanKind.HEADER_FIELD, line.start, line.end)
        title = title or (named["title"] if named else None)
    return title


def _began(lines: Sequence[TextLine], shape: re.Pattern[str]) -> datetime | None:
    """The day and hour of the first message, where the file tells the day."""
    day = ""
    for line in lines:
        message = shape.match(line.text[:200])
        if message is not None:
            day = message.groupdict().get("day") or day
            found = date_line(f"{'.'.join(re.findall(r'[0-9]+', day))} {message['hour']}") if day else None
            return found[0] if found else None
        if (named := _NEW_DAY.match(line.text[:200])) is not None:
            day = named["day"]
    return None
