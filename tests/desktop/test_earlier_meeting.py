"""The next meeting of a series: what the last one has left is offered once, taken with one click, undone with one key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import TALK, drop_files, page_of
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.incoming.earlier_meeting import TAKE
from desktop.incoming.earlier_sheet import EarlierSheet
from desktop.main_window import MainWindow
from desktop.minutes.minutes_edits import added
from desktop.minutes.minutes_rows import RowKind
from desktop.note_page import NotePage
from processing.library import OwnTerm
from processing.note import LineKind, Speaker, change_of
from processing.turns.by_hand import rename

NEXT = TALK.replace("2026.04.28 화", "2026.05.05 화").replace("이번 주에는", "오늘은")


@pytest.fixture
def next_file(tmp_path: Path) -> Path:
    """The export of the meeting a week later."""
    file = tmp_path / "주간 회의 2.txt"
    file.write_text(NEXT, encoding="utf-8")
    return file


def brought_in(window: MainWindow, file: Path, before: NotePage, qtbot: QtBot) -> NotePage:
    drop_files(window, [file])
    qtbot.waitUntil(lambda: window.page is not None and window.page is not before)
    assert window.page is not None
    return window.page


def test_what_is_left_is_offered_taken_and_undone(
    window: MainWindow, page: NotePage, next_file: Path, qtbot: QtBot
) -> None:
    (task,) = [line for line in page.session.state.lines.values() if line.kind is LineKind.ACTION]
    page.session.commit(change_of(page.session.state, {("info", "place"): "3층"}), "장소")
    later = brought_in(window, next_file, page, qtbot)
    qtbot.waitUntil(later.earlier_notice.isVisible)
    assert "'주간 회의'의 끝나지 않은 할 일 1개" in later.earlier_notice.sentence
    qtbot.mouseClick(later.earlier_notice.link(TAKE), Qt.MouseButton.LeftButton)
    assert not later.earlier_notice.isVisible()
    rows = [row for row in later.minutes_page.rows if row.kind is RowKind.TASK]
    assert [row.text for row in rows if row.line.line.kind is LineKind.FOLLOW_UP] == [task.text]
    assert later.session.state.info["place"] == "3층"
    found: list[str | None] = []
    window.shelf.do(lambda library: [row.series for row in library.all_notes()]).then(window, found.extend)
    qtbot.waitUntil(lambda: len(found) == 2)
    assert found == ["주간회의", "주간회의"]
    later.session.undo()
    assert not [line for line in later.session.state.lines.values() if line.kind is LineKind.FOLLOW_UP]
    assert "place" not in later.session.state.info


def test_the_terms_of_the_meeting_before_hold_for_the_next_once_it_is_taken_up(
    window: MainWindow, page: NotePage, next_file: Path, qtbot: QtBot
) -> None:
    first = window.learning.note_id
    own = [OwnTerm("가온트리움", ("가온트리움",), scope="note", note_id=first), OwnTerm("어디서나", ("어디서나",))]
    kept: list[OwnTerm] = []
    window.shelf.do(lambda library: library.add_terms(own)).then(window, kept.extend)
    later = brought_in(window, next_file, page, qtbot)
    qtbot.waitUntil(later.earlier_notice.isVisible)
    asked: list[str] = []
    ask = window.language.ask
    window.language.ask = lambda verb, *args: asked.append(verb) or ask(verb, *args)  # type: ignore[method-assign]
    qtbot.mouseClick(later.earlier_notice.link(TAKE), Qt.MouseButton.LeftButton)
    assert "용어 1개도" in later.said.text()
    qtbot.waitUntil(lambda: "proposals" in asked)  # the note is searched by them
    found: list[OwnTerm] = []
    second = window.learning.note_id
    window.shelf.do(lambda library: library.terms_for(second)).then(window, found.extend)
    qtbot.waitUntil(lambda: len(found) == 2)
    assert [(term.term, term.scope) for term in found] == [("가온트리움", "series"), ("어디서나", "user")]


def test_undone_the_terms_of_the_series_hold_for_the_note_no_more(
    make_window: Callable[[], MainWindow], talk_file: Path, next_file: Path, qtbot: QtBot
) -> None:
    window = make_window()
    drop_files(window, [talk_file])
    page = page_of(window, qtbot)
    own = OwnTerm("가온트리움", ("가온트리움",), scope="note", note_id=window.learning.note_id)
    window.shelf.write(lambda library: library.add_terms([own]))
    later = brought_in(window, next_file, page, qtbot)
    note_id = window.learning.note_id
    assert note_id is not None

    def held(window: MainWindow) -> list[str]:
        found: list[list[str]] = []
        read = window.shelf.do(lambda library: [term.term for term in library.terms_for(note_id)])
        read.then(window, found.append)
        qtbot.waitUntil(lambda: bool(found))
        return found[0]

    qtbot.waitUntil(later.earlier_notice.isVisible)
    qtbot.mouseClick(later.earlier_notice.link(TAKE), Qt.MouseButton.LeftButton)
    assert held(window) == ["가온트리움"]
    window.menus.action("undo").trigger()
    assert held(window) == []
    window.menus.action("redo").trigger()
    assert held(window) == ["가온트리움"]
    again = make_window()  # a restart
    again.open_note(note_id)
    page_of(again, qtbot)
    again.menus.action("undo").trigger()
    assert held(again) == []


def test_terms_alone_are_offered_too(window: MainWindow, page: NotePage, next_file: Path, qtbot: QtBot) -> None:
    state = page.session.state
    lines = {("lines", id_): None for id_, line in state.lines.items() if line.kind is LineKind.ACTION}
    page.session.commit(change_of(state, {**lines, ("info", "author"): None}), "할 일 없음")
    own = OwnTerm("가온트리움", ("가온트리움",), scope="note", note_id=window.learning.note_id)
    window.shelf.write(lambda library: library.add_terms([own]))
    later = brought_in(window, next_file, page, qtbot)
    qtbot.waitUntil(later.earlier_notice.isVisible)
    assert later.earlier_notice.sentence == "지난 '주간 회의'의 용어 1개를 가져올까요?"


def test_it_can_be_left(window: MainWindow, page: NotePage, next_file: Path, qtbot: QtBot) -> None:
    later = brought_in(window, next_file, page, qtbot)
    qtbot.waitUntil(later.earlier_notice.isVisible)
    before = later.session.state
    close = next(b for b in later.earlier_notice.findChildren(QPushButton) if b.text() == "닫기")
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not later.earlier_notice.isVisible()
    assert later.session.state is before


def test_a_first_meeting_and_another_one_are_offered_nothing(
    window: MainWindow, page: NotePage, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "다른 회의.txt"
    file.write_text(NEXT.replace("주간 회의", "채용 면접 정리"), encoding="utf-8")
    qtbot.wait(300)
    assert not page.earlier_notice.sentence
    other = brought_in(window, file, page, qtbot)
    qtbot.wait(300)
    assert not other.earlier_notice.sentence


PEOPLE = {"참석자 1": "김민수", "참석자 2": "이서연", "참석자 3": "박현준", "참석자 4": "최유진", "참석자 5": "정우진"}


def written(folder: Path, name: str, title: str, day: str, said: str, *, named: bool = False) -> Path:
    text = TALK.replace("주간 회의", title).replace("2026.04.28 화", day).replace("이번 주에는", said)
    for label, person in PEOPLE.items() if named else ():
        text = text.replace(label, person)
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def follow_ups(page: NotePage) -> list[tuple[str, str | None]]:
    kinds = sorted(page.session.state.lines.items())
    return [(line.text, line.status) for _, line in kinds if line.kind is LineKind.FOLLOW_UP]


def taken(page: NotePage, qtbot: QtBot) -> None:
    qtbot.waitUntil(page.earlier_notice.isVisible)
    qtbot.mouseClick(page.earlier_notice.link(TAKE), Qt.MouseButton.LeftButton)


def test_three_meetings_in_a_row_hand_on_what_is_open_names_and_place_and_never_their_content(
    window: MainWindow, page: NotePage, tmp_path: Path, qtbot: QtBot
) -> None:
    session = page.session
    session.commit(change_of(session.state, {("info", "place"): "3층"}), "장소")
    session.commit(rename(session.state, "s1", "김민수", None), "이름")
    (task,) = [line for line in session.state.lines.values() if line.kind is LineKind.ACTION]
    second = brought_in(window, written(tmp_path, "둘째.txt", "주간 회의", "2026.05.05 화", "오늘은"), page, qtbot)
    taken(second, qtbot)
    assert second.session.state.info["attendees"] == ("김민수",)
    (old,) = [id_ for id_, line in second.session.state.lines.items() if line.kind is LineKind.FOLLOW_UP]
    second.minutes_page.go_to_line(old)
    second.minutes_page.toggle_done()
    second.session.commit(added(second.session.state, LineKind.ACTION, "예산안 쓰기")[1], "할 일")
    third = brought_in(window, written(tmp_path, "셋째.txt", "주간 회의", "2026.05.12 화", "이제는"), second, qtbot)
    taken(third, qtbot)
    assert sorted(text for text, _ in follow_ups(third)) == sorted([task.text, "예산안 쓰기"])
    assert {status for _, status in follow_ups(third)} == {"할 일"}
    assert third.session.state.info["place"] == "3층"
    carried = [line for line in third.session.state.lines.values() if line.kind is LineKind.FOLLOW_UP]
    assert all(line.author == "person" and not line.places and line.made_of is None for line in carried)
    headings = [row.text for row in third.minutes_page.rows if row.kind is RowKind.HEADING]
    assert "지난 할 일 점검" in headings
    qtbot.waitUntil(lambda: "김민수" in [one.name for one in third.speakers_sheet._people])


def test_a_nameless_note_of_the_same_people_is_offered_what_they_left(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    first = written(tmp_path, "하나.txt", "사업 계획", "2026.04.28 화", "이번 주에는", named=True)
    drop_files(window, [first])
    page = page_of(window, qtbot)
    nameless = written(tmp_path, "둘.txt", "새로운 노트", "2026.05.05 화", "오늘은", named=True)
    later = brought_in(window, nameless, page, qtbot)
    qtbot.waitUntil(later.earlier_notice.isVisible)
    assert "'사업 계획'" in later.earlier_notice.sentence


def test_the_meeting_before_can_be_chosen_by_hand(
    window: MainWindow, page: NotePage, tmp_path: Path, qtbot: QtBot
) -> None:
    other = written(tmp_path, "다른.txt", "채용 면접", "2026.05.05 화", "오늘은")
    later = brought_in(window, other, page, qtbot)
    window.menus.action("earlier").trigger()
    qtbot.waitUntil(lambda: bool(later.findChildren(EarlierSheet)))
    (sheet,) = later.findChildren(EarlierSheet)
    assert [sheet.list.item(i).text() for i in range(sheet.list.count())] == ["주간 회의 · 2026. 4. 28.(화)"]
    qtbot.mouseClick(sheet.take_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(follow_ups(later)))
    rows: list[str | None] = []
    window.shelf.do(lambda library: [row.series for row in library.all_notes()]).then(window, rows.extend)
    qtbot.waitUntil(lambda: rows == ["주간회의", "주간회의"])


def test_a_note_alone_has_nothing_to_choose_from(window: MainWindow, page: NotePage, qtbot: QtBot) -> None:
    window.menus.action("earlier").trigger()
    qtbot.waitUntil(lambda: page.said.text() == "이어받을 다른 노트가 없습니다.")


def test_who_spoke_in_the_last_meeting_is_offered_by_name(
    window: MainWindow, page: NotePage, next_file: Path, qtbot: QtBot
) -> None:
    speaker = page.session.state.speakers["s2"]
    named = replace(speaker, name="이지훈", role="대리")
    page.session.commit(change_of(page.session.state, {("speakers", "s2"): named}), "참석자 이름")
    later = brought_in(window, next_file, page, qtbot)
    later.show_people()
    card = later.speakers_sheet.cards["s3"]
    qtbot.waitUntil(lambda: [link.text() for link in card._earlier.findChildren(QPushButton)] == ["이지훈 대리"])
    card._earlier.findChildren(QPushButton)[0].click()
    assert later.session.state.speakers["s3"] == Speaker("참석자 3", "이지훈", "대리")
    assert later.session.minutes().info.attendees == ("이지훈 대리",)


def test_names_come_with_a_meeting_that_is_chosen_by_hand_and_go_with_it(
    window: MainWindow, page: NotePage, tmp_path: Path, qtbot: QtBot
) -> None:
    page.session.commit(rename(page.session.state, "s2", "이지훈"), "참석자 이름")
    later = brought_in(window, written(tmp_path, "다른.txt", "채용 면접", "2026.05.05 화", "오늘은"), page, qtbot)
    later.show_people()
    card = later.speakers_sheet.cards["s3"]

    def offered() -> list[str]:
        return [link.text() for link in card._earlier.findChildren(QPushButton) if link.isVisible()]

    assert offered() == []
    window.menus.action("earlier").trigger()
    qtbot.waitUntil(lambda: bool(later.findChildren(EarlierSheet)))
    later.findChildren(EarlierSheet)[0].take_button.click()
    qtbot.waitUntil(lambda: offered() == ["이지훈"])
    window.menus.action("undo").trigger()
    qtbot.waitUntil(lambda: offered() == [])
