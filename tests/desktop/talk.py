"""A short written talk as an open note, for the tests of the views."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.note.note_session import NoteSession
from processing.note import Edit, EditKind, Line, LineKind, change_of
from processing.proposals import PROPOSE, Proposal
from processing.source import Block, Header, Place, Source, Span, SpanKind

TALK = """주간 회의

참석자 1 00:00
안녕하세요. 오늘은 레그를 쓰는 방법을 같이 보겠습니다. 😀 지난주에 레그 같은 것을 봤죠.

참석자 2 00:21
네, 프로포트가 길면 답이 나빠지더라고요. 랩이 더 낫다는 말도 있습니다.

참석자 1 00:48
그러면 다음 주 금요일까지 제가 비교표를 만들겠습니다. 레그랑 파인튜닝을 나란히 놓을게요.
참석자 3 01:10
좋습니다. 그 표를 보고 정하기로 하죠.
"""

WHY = "사전에 없는 말 · 같은 문단에 파인튜닝"

_HEAD = re.compile(r"^(참석자 \d+) (?:(\d+):)?(\d\d):(\d\d)$", re.M)


def source_of(text: str = TALK) -> Source:
    """The source of a text in CLOVA's usual layout."""
    heads = list(_HEAD.finditer(text))
    spans = [Span(_stripped(text, 0, heads[0].start()), SpanKind.HEADER_FIELD)] if heads[0].start() else []
    blocks = []
    for head, end in zip(heads, [*(h.start() for h in heads[1:]), len(text)], strict=True):
        body, header = _stripped(text, head.end(), end), Place(head.start(), head.end())
        spans.append(Span(header, SpanKind.TURN_HEADER))
        if len(body):
            spans.append(Span(body, SpanKind.TURN_TEXT))
        seconds = int(head[2] or 0) * 3600 + int(head[3]) * 60 + int(head[4])
        blocks.append(Block(body, header, head[1], float(seconds)))
    return Source(text.encode(), text, tuple(spans), tuple(blocks), Header("주간 회의", duration_s=90.0))


def _stripped(text: str, start: int, end: int) -> Place:
    body = text[start:end]
    low = start + len(body) - len(body.lstrip())
    return Place(low, max(low, start + len(body.rstrip())))


def place_of(source: Source, words: str, nth: int = 0) -> Place:
    """Where words stand in the source, the nth time."""
    at = -1
    for _ in range(nth + 1):
        at = source.text.index(words, at + 1)
    return Place(at, at + len(words))


def proposal(source: Source, before: str, after: str, term: str, heard: str, nth: int = 0, **about: Any) -> Proposal:
    """An offered correction of the nth `before`."""
    place = place_of(source, before, nth)
    confidence = float(about.get("confidence", 0.8))
    edit = Edit(
        place.start,
        place.end,
        before,
        after,
        EditKind.TERM,
        "sound",
        confidence,
        "사전에 없는 말 · 같은 문단에 파인튜닝",
    )
    alternatives = tuple(about.get("alternatives", ()))
    return Proposal(edit, PROPOSE, term, heard, alternatives)


def proposals(source: Source) -> list[Proposal]:
    """레그 three times and 랩 once for RAG, 프로포트 once for 프롬프트."""
    return [
        proposal(source, "레그를", "RAG를", "RAG", "레그", alternatives=("랙을",)),
        proposal(source, "레그 ", "RAG ", "RAG", "레그"),
        proposal(source, "프로포트가", "프롬프트가", "프롬프트", "프로포트"),
        proposal(source, "랩이", "RAG가", "RAG", "랩"),
        proposal(source, "레그랑", "RAG랑", "RAG", "레그"),
    ]


def lines(source: Source) -> dict[str, Line]:
    """A few lines of minutes with their evidence."""

    def line(kind: LineKind, text: str, said: str, **about: Any) -> Line:
        return Line(kind, text, places=(place_of(source, said),), **about)

    return {
        "h": line(LineKind.HEADLINE, "레그와 파인튜닝을 비교하기로 함", "그 표를 보고 정하기로 하죠."),
        "s1": line(LineKind.SUMMARY, "레그를 쓰는 방법을 봄", "오늘은 레그를 쓰는 방법을 같이 보겠습니다."),
        "s2": line(LineKind.SUMMARY, "프로포트가 길면 나쁨", "네, 프로포트가 길면 답이 나빠지더라고요.", order=1),
        "t1": line(LineKind.TOPIC, "비교표", "그러면 다음 주"),
        "b1": line(
            LineKind.BULLET,
            "그 표를 보고 정하기로 하죠",
            "그 표를 보고 정하기로 하죠.",
            topic="t1",
            is_quoted=True,
            needs_check=True,
        ),
        "a1": line(
            LineKind.ACTION,
            "비교표 만들기",
            "그러면 다음 주 금요일까지 제가 비교표를 만들겠습니다.",
            owner="참석자 1",
            due_text="다음 주 금요일",
            due_date="2025-05-23",
            status="할 일",
        ),
    }


def session_of(text: str = TALK, **options: Any) -> NoteSession:
    """An open note of a text, without lines or proposals."""
    return NoteSession(source_of(text), **options)


def full_session(**options: Any) -> NoteSession:
    """The written talk with its proposals and its minutes, as the program would hand them over."""
    source = source_of()
    session = NoteSession(source, proposals=proposals(source), **options)
    change = change_of(session.state, {("lines", id_): line for id_, line in lines(source).items()})
    session.commit(change, "요약", by="program")
    return session


def compose(editor: QWidget | None, preedit: str, commit: str = "") -> None:
    """What a Korean input method sends: the syllable in work, and what it hands over."""
    assert editor is not None
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(editor, event)


def type_hangul(editor: QWidget | None, text: str) -> None:
    """Type a text as a Korean input method does: each syllable is in work before it is handed over."""
    for letter in text:
        compose(editor, letter)
        compose(editor, "", letter)
