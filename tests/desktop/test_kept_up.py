"""What a session keeps from one action to the next is what would be made of the note anew."""

from __future__ import annotations

import random

import pytest
from hands import Hands, more_offers
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.note import note_session
from desktop.note.note_session import NoteSession
from desktop.note.transcript_rows import rows_of
from processing.errors import UserError
from processing.minutes import minutes_of, shown_minutes
from processing.note import Change, Line, LineKind, change_of
from processing.proposals import still_open
from processing.source import Place, Source
from processing.transcript import Turn, transcript
from processing.turns import by_hand
from tests.builders import source_of

SAID = (
    "레그를 먼저 붙이고 나머지는 참석자 2가 다음 회의에서 정하기로 했습니다. 예산은 금요일까지 봅니다.",
    "네 맞습니다.",
    "회의록에 있는 랩을 다시 봤는데요, 그래서 참석자 1이 3월까지 하기로 했어요. 좋습니다! 어디까지 하죠?",
)


def talk(times: bool) -> Source:
    """Some turns of three people; every fourth has no time of its own, or none has."""
    return source_of(
        *[(f"참석자 {i % 3 + 1}", 7.0 * i if times and i % 4 else None, SAID[i * 5 % 7 % 3]) for i in range(24)]
    )


def lines(source: Source) -> dict[tuple[str, str], Line]:
    """A line of many kinds on every third turn, on two places where it can be."""
    kinds = [LineKind.TOPIC, LineKind.BULLET, LineKind.ACTION, LineKind.QUESTION, LineKind.SUMMARY, LineKind.DECISION]
    texts = [block.text for block in source.blocks]
    return {
        ("lines", f"l{i}"): Line(
            kinds[i % len(kinds)],
            source.slice(texts[i * 3])[:30],
            places=(Place(texts[i * 3].start, texts[i * 3].start + 9), texts[(i * 3 + 5) % 24])[: 1 + i % 2],
            order=i,
            topic="l0" if kinds[i % len(kinds)] is LineKind.BULLET else None,
            owner="참석자 2" if i % 3 == 2 else None,
        )
        for i in range(8)
    }


@pytest.mark.parametrize("seed", range(4))
def test_actions_of_many_places_are_got_ready_bit_by_bit_and_end_the_same(
    seed: int, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = talk(times=True)
    session, plain = NoteSession(source, proposals=more_offers(source)), NoteSession(source)
    monkeypatch.setattr(note_session, "MANY", 1)
    hands, told = Hands(random.Random(seed)), list[Change]()
    session.commit(change_of(session.state, lines(source)), "요약", by="program")
    session.changed.connect(told.append)
    plain.commit(change_of(plain.state, lines(source)), "요약", by="program")
    for count in range(25):
        change = hands.change(session)[1]
        told.clear()
        session.commit_soon(change, "말")
        plain.commit(change, "말")
        assert session.state == plain.state
        assert not told
        if count % 3 and change:
            qtbot.waitUntil(lambda: bool(told))
        else:
            session.flush()
        assert told == [change] * bool(change)
        assert session.minutes() == shown_minutes(source, session.state)
        assert session.rows() == rows_of(transcript(source, session.state))
        if count % 4 == 3:
            session.undo()
            session.redo()  # before the first is ready
            session.settle()
            assert session.state == plain.state
            assert len(session.entries) > len(plain.entries)


def test_a_key_pressed_before_all_is_made_finds_it_shown(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    source = talk(times=True)
    session, told, at_key = NoteSession(source), list[Change](), list[int]()
    monkeypatch.setattr(note_session, "MANY", 1)
    session.changed.connect(told.append)

    class Field(QWidget):
        def keyPressEvent(self, event: QKeyEvent) -> None:
            at_key.append(len(told))

    field = Field()
    qtbot.addWidget(field)
    field.show()
    session.commit_soon(by_hand.merge_with_above(session.state, source.blocks[3].text.start), "위 발언과 합침")
    assert not told
    QTest.keyClick(field, Qt.Key.Key_A)
    assert at_key == [1]


def act(session: NoteSession, hands: Hands) -> None:
    what = hands.dice.choices(["new", "undo", "redo", "alone"], [10, 4, 3, 1])[0]
    try:
        if what == "new":
            session.commit(hands.change(session)[1], "말")
        elif what == "alone":
            session.undo_alone(hands.dice.choice(session.entries))
        else:
            getattr(session, what)()
    except UserError:
        pass


@pytest.mark.parametrize("seed", range(6))
def test_after_any_action_all_that_is_kept_reads_as_made_anew(seed: int) -> None:
    source = talk(times=bool(seed % 3))
    session, hands = NoteSession(source, proposals=more_offers(source)), Hands(random.Random(seed))
    session.commit(change_of(session.state, lines(source)), "요약", by="program")
    for count in range(60):
        act(session, hands)
        state, turns = session.state, transcript(source, session.state)
        told = f"after {count + 1} actions, seed {seed}"
        assert _read(session.turns()) == _read(turns), told
        assert session.rows() == rows_of(turns), told
        assert session.minutes() == shown_minutes(source, state), told
        assert session.minutes_with_offers() == minutes_of(source, state, session.proposals), told
        assert session.open_proposals() == still_open(session.proposals, state), told


def _read(turns: list[Turn]) -> list[tuple[object, ...]]:
    return [
        (t.cut, t.place, t.speaker, t.start_s, t.end_s, [(p.text, p.place, p.start_s, p.exact) for p in t.paragraphs])
        for t in turns
    ]
