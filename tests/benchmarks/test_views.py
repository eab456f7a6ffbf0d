"""Views of ten hours of talk: first paint against one hour, and how long a key, a scroll or a commit holds the window.

Run by `pytest -n 0 -m bench -s tests/benchmarks/test_views.py`. Times are the window's thread's own, whatever else the
machine does. Ten hours are about 550,000 characters in 4,000 blocks.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from statistics import median

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.note.note_making import NoteMaking
from desktop.note.note_session import REST_MS, NoteSession
from desktop.note.paragraph_edits import retyped
from desktop.note_page import NotePage
from desktop.transcript.transcript_view import TranscriptView
from processing.finding import found, replaced
from processing.note import Change, Edit, EditKind, Line, LineKind, State, change_of, first_state
from processing.proposals import PROPOSE, Proposal, TurnProposal, accepted
from processing.source import Place, Source
from processing.turns import by_hand
from processing.turns.by_hand import Scope
from tests.builders import source_of

pytestmark = pytest.mark.bench

BLOCKS_AN_HOUR = 400
LINES_AN_HOUR = 40
WORDS = "이번 분기에는 레그를 먼저 붙이고 나머지는 다음 회의에서 정하기로 했습니다. "
HELD_MS = 50.0
MOST_ROUNDS = 1000
TERMS = 200  # that are offered, each in some places


def note_of(hours: int) -> NoteSession:
    """So many hours of five people, with a correction offered and one applied in every fourth block, and every
    thirteenth turn offered to somebody else.
    """
    count = hours * BLOCKS_AN_HOUR
    said = [(f"참석자 {i % 5 + 1}", 9.0 * i, f"{i}번째 말입니다. {WORDS * 3}".strip()) for i in range(count)]
    source = source_of(*said)
    places = list(_places(source, "레그를"))
    offered = [_offer(place, i) for i, place in enumerate(places[::12])]
    first = first_state(source)
    others = [_other_speaker(block.text, first) for block in source.blocks[5::13]]
    session = NoteSession(source, proposals=offered, turn_proposals=others)
    edits = {("edits", _edit(place).id): _edit(place) for place in places[6::12]}
    session.commit(change_of(session.state, edits), "용어", by="program")
    session.commit(change_of(session.state, _lines(source, hours * LINES_AN_HOUR)), "요약", by="program")
    session.turns()
    return session


def _lines(source: Source, count: int) -> dict[tuple[str, str], Line]:
    """So many lines over the whole talk: topics, each with its bullets, decisions and tasks among them."""
    kinds = (LineKind.TOPIC, *[LineKind.BULLET] * 5, LineKind.DECISION, LineKind.ACTION)
    lines, topic = {}, None
    for i in range(count):
        kind, place = kinds[i % len(kinds)], source.blocks[i * len(source.blocks) // count].text
        topic = f"l{i}" if kind is LineKind.TOPIC else topic
        under = topic if kind is LineKind.BULLET else None
        line = Line(
            kind, "레그를 먼저 붙이고 나머지는 다음 회의에서 정하기로 함", places=(place,), order=i, topic=under
        )
        lines[("lines", f"l{i}")] = line
    return lines


def _places(source: Source, words: str) -> list[Place]:
    found, at = [], source.text.find(words)
    while at >= 0:
        found.append(Place(at, at + len(words)))
        at = source.text.find(words, at + 1)
    return found


def _edit(place: Place) -> Edit:
    return Edit(place.start, place.end, "레그를", "RAG를", EditKind.TERM, "sound", 0.8)


def _offer(place: Place, number: int) -> Proposal:
    term = f"RAG{number % TERMS}"
    edit = replace(_edit(place), after=f"{term}를", reason="소리가 비슷한 용어입니다. · 가까이에 '회의', '분기'")
    return Proposal(edit, PROPOSE, term, "레그" if number % 3 else "렉", ("랙을", "래그를"))


def _other_speaker(place: Place, state: State) -> TurnProposal:
    change = by_hand.reassign(state, place.start, "s4", Scope.THIS)
    return TurnProposal("reassign", PROPOSE, place, "앞사람의 말이 이어지는 것 같습니다.", change)


def milliseconds(work: Callable[[], object]) -> float:
    """How long a call and the events that follow it hold the thread: its own time, whatever else the machine does."""
    start = time.thread_time()
    work()
    QApplication.processEvents()
    return (time.thread_time() - start) * 1000


def longest_hold(session: NoteSession, work: Callable[[], object]) -> float:
    """The longest that a call, or one round of the events that follow until all is shown, holds the thread."""
    told: list[object] = []
    session.changed.connect(told.append)
    start = time.thread_time()
    work()
    held = [(time.thread_time() - start) * 1000]
    while not told:
        assert len(held) < MOST_ROUNDS, "the views were told of nothing"
        held.append(milliseconds(lambda: None))
    session.changed.disconnect(told.append)
    return max(*held, milliseconds(lambda: None))


def shown(session: NoteSession) -> TranscriptView:
    view = TranscriptView(session)
    view.resize(560, 800)
    view.show()
    QApplication.processEvents()
    return view


def test_ten_hours_paint_first_within_three_times_of_one(qtbot: QtBot) -> None:
    kept: list[QWidget] = [shown(note_of(1))]  # warm
    one, ten = note_of(1), note_of(10)
    times = {
        name: min(milliseconds(lambda session=session: kept.append(shown(session))) for _ in range(5))
        for name, session in (("one", one), ("ten", ten))
    }
    print(
        f"first paint: 1 h {times['one']:.1f} ms, 10 h {times['ten']:.1f} ms, {times['ten'] / times['one']:.2f} times"
    )
    for view in kept:
        qtbot.addWidget(view)
    assert times["ten"] <= 3 * times["one"]


def test_keys_and_scrolling_in_ten_hours(qtbot: QtBot) -> None:
    view = shown(note_of(10))
    qtbot.addWidget(view)
    qtbot.wait(2 * REST_MS)
    bar = view.verticalScrollBar()
    scrolls = [milliseconds(lambda: bar.setValue(bar.value() + 700)) for _ in range(100)]
    jumps = [milliseconds(lambda i=i: bar.setValue(bar.maximum() * (i * 37 % 100) // 100)) for i in range(50)]
    view.open_editor(view.indexAt(view.viewport().rect().center()))
    keys = [milliseconds(lambda: QTest.keyClick(view.editor, Qt.Key.Key_A)) for _ in range(100)]
    for name, times in (("scroll", scrolls), ("jump", jumps), ("key", keys)):
        ordered = sorted(times)
        print(f"{name}: median {ordered[len(ordered) // 2]:.1f} ms, worst {ordered[-1]:.1f} ms")
        assert ordered[-1] <= HELD_MS


def test_a_commit_in_ten_hours(qtbot: QtBot) -> None:
    session = note_of(10)
    page = NotePage(session)
    qtbot.addWidget(page)
    page.resize(1280, 820)
    page.show()
    qtbot.wait(2 * REST_MS)

    def retype(i: int) -> None:
        paragraph = session.turns()[i].paragraphs[0]
        session.commit(retyped(session.state, paragraph, f"{paragraph.text} 덧붙인 말입니다."), "녹취록 고침")

    def take(i: int) -> None:
        session.commit(accepted(session.state, [session.open_proposals()[i]]), "적용")

    for name, view in (("transcript", page.transcript_view), ("review", page.review_panel)):
        opening = milliseconds(partial(page.tabs.setCurrentWidget, view))
        print(f"the {name} opened: {opening:.1f} ms")
        assert opening <= HELD_MS
        for what, act in (("paragraph", retype), ("correction", take), ("undo", lambda _i: session.undo())):
            times = sorted(milliseconds(lambda i=i, act=act: act(i)) for i in range(40, 360, 16))
            print(f"{what} with the {name} open: median {times[len(times) // 2]:.1f} ms, worst {times[-1]:.1f} ms")
            assert times[-1] <= HELD_MS


def _turn_verbs(session: NoteSession) -> dict[str, Callable[[int], Change]]:
    """What a person does to turns by hand, as changes of the note as it stands; each takes the number of a turn."""
    source, shown = session.source, session.turns

    def cut(i: int) -> int:
        return shown()[i].cut

    return {
        "split": lambda i: by_hand.split(source, session.state, shown()[i].paragraphs[0], 12, "s2"),
        "merge with above": lambda i: by_hand.merge_with_above(session.state, cut(i)),
        "sentence to above": lambda i: by_hand.first_sentence_to_above(source, session.state, shown()[i]),
        "sentence to next": lambda i: by_hand.last_sentence_to_next(source, session.state, shown()[i]),
        "reassign this": lambda i: by_hand.reassign(session.state, cut(i), "s5", Scope.THIS),
        "reassign from here": lambda i: by_hand.reassign(session.state, cut(i), "s5", Scope.FROM_HERE),
        "reassign all": lambda i: by_hand.reassign(session.state, cut(i), "s5", Scope.ALL),
        "merge speakers": lambda _i: by_hand.merge_speakers(session.state, "s2", "s1"),
        "rename": lambda i: by_hand.rename(session.state, "s3", f"이태수{i}"),
        "withhold": lambda i: by_hand.withhold(session.state, shown()[i].paragraphs[0].place),
    }


def test_a_turn_verb_in_ten_hours(qtbot: QtBot) -> None:
    session = note_of(10)
    page = NotePage(session)
    qtbot.addWidget(page)
    page.resize(1280, 820)
    page.show()
    qtbot.wait(2 * REST_MS)
    slow = {}
    views = {"transcript": page.transcript_view, "people": page.speakers_sheet, "review": page.review_panel}
    for where, view in views.items():
        page.tabs.setCurrentWidget(view)
        QApplication.processEvents()
        for name, verb in _turn_verbs(session).items():
            done, undone = [], []
            for i in range(41, 300, 52):
                change = verb(i)
                if not change:  # the turn is that speaker's already
                    continue
                done.append(longest_hold(session, partial(session.commit_soon, change, name)))
                undone.append(longest_hold(session, session.undo))
            usual = max(median(done), median(undone))
            print(f"{name} with the {where} open: median {median(done):.1f} ms, its undo {median(undone):.1f} ms")
            if usual > HELD_MS:
                slow[where, name] = usual
    assert not slow


def test_a_thousand_places_changed_at_once_in_ten_hours(qtbot: QtBot) -> None:
    session = note_of(10)
    page = NotePage(session)
    qtbot.addWidget(page)
    page.resize(1280, 820)
    page.show()
    qtbot.wait(2 * REST_MS)
    hits = found(session.turns(), "분기")[:3000:3]
    all_back = change_of(session.state, {("edits", id_): None for id_ in list(session.state.edits)[:1000]})
    changes = {"replace": replaced(session.source, session.state, hits, "기간"), "take back": all_back}
    changes["take"] = accepted(session.state, session.open_proposals()[:1000])
    for where, view in (("transcript", page.transcript_view), ("review", page.review_panel)):
        page.tabs.setCurrentWidget(view)
        QApplication.processEvents()
        for name, change in changes.items():
            done = longest_hold(session, partial(session.commit_soon, change, name))
            undone = longest_hold(session, session.undo)
            told = f"{name} {len(change.steps)} places with the {where} open"
            print(f"{told}: held {done:.1f} ms at the longest, its undo {undone:.1f} ms")
            assert done <= HELD_MS
            assert undone <= HELD_MS


def test_the_page_of_ten_hours_is_made_of_what_another_thread_has_made(qtbot: QtBot) -> None:
    noted = note_of(10)
    making = NoteMaking(noted.source)
    reading = milliseconds(lambda: making.warm_up(noted.state))
    pages: list[NotePage] = []

    def open_page() -> None:
        pages.append(NotePage(NoteSession(noted.source, noted.entries, noted.proposals, making=making)))
        pages[0].resize(1280, 820)
        pages[0].show()

    start = time.thread_time()
    open_page()
    opening = (time.thread_time() - start) * 1000
    painting = [milliseconds(lambda: None) for _ in range(3)]
    qtbot.addWidget(pages[0])
    print(
        f"off the window's thread {reading:.0f} ms, the page {opening:.0f} ms, then painted in {max(painting):.0f} ms"
    )
    assert max(opening, *painting) <= HELD_MS
