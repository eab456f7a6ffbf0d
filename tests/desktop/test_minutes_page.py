"""The minutes page as a person uses it: arrows, evidence, lines typed, added, moved, removed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot
from talk import compose, full_session, place_of, session_of, type_hangul

from desktop.minutes.minutes_edits import moved, with_due
from desktop.minutes.minutes_model import spoken, states_of
from desktop.minutes.minutes_page import MinutesPage
from desktop.minutes.minutes_rows import RowKind
from desktop.note.note_session import NoteSession
from processing.note import LineKind, Speaker, change_of
from processing.proposals import accepted

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def session() -> NoteSession:
    return full_session()


@pytest.fixture
def page(session: NoteSession, qtbot: QtBot) -> MinutesPage:
    return shown(MinutesPage(session), qtbot)


def shown(page: MinutesPage, qtbot: QtBot) -> MinutesPage:
    qtbot.addWidget(page)
    page.resize(700, 800)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    page.setFocus()
    return page


def lines_of(session: NoteSession, kind: LineKind) -> list[str]:
    found = sorted(session.state.lines.values(), key=lambda line: line.order)
    return [line.text for line in found if line.kind is kind]


def test_the_page_reads_as_it_will_print(page: MinutesPage) -> None:
    told = [row.text for row in page.rows if row.kind is RowKind.HEADING]
    assert told == ["요약", "회의 내용", "결정 사항", "할 일"]
    empty = [row.adds for row in page.rows if row.kind is RowKind.NOTHING]
    assert empty == [LineKind.DECISION]
    task = next(row for row in page.rows if row.kind is RowKind.TASK)
    assert task.cells[:2] == ("참석자 1", "다음 주 금요일(5/23)")


def test_arrows_stop_at_lines_and_tell_their_places(page: MinutesPage, session: NoteSession, qtbot: QtBot) -> None:
    page.go_to_line("h")
    with qtbot.waitSignal(page.line_chosen) as told:
        qtbot.keyClick(page, Qt.Key.Key_Down)
    assert told.args == [session.state.lines["s1"].places]
    for _ in range(len(page.rows)):
        qtbot.keyClick(page, Qt.Key.Key_Down)
        assert page.current().is_stop


@pytest.mark.parametrize(
    ("printed", "entry"),
    [("7월 1일 10시", "next_meeting"), ("예산", "agenda"), ("주간 회의", "title"), ("김민수", "attendees")],
)
def test_what_the_form_holds_is_edited_from_where_it_is_printed(
    page: MinutesPage, session: NoteSession, qtbot: QtBot, printed: str, entry: str
) -> None:
    told = {"next_meeting": "7월 1일 10시", "agenda": ("예산",), "title": "주간 회의", "attendees": ("김민수",)}
    session.commit(change_of(session.state, {("info", name): value for name, value in told.items()}), "회의 정보")
    row = next(i for i, row in enumerate(page.rows) if printed in (row.text, *row.cells))
    page.go_to(page.model().index(row, 0))
    with qtbot.waitSignal(page.info_wanted) as wanted:
        qtbot.keyClick(page, Qt.Key.Key_Return)
    assert wanted.args == [entry]
    assert not page.is_editing


def test_ctrl_home_goes_to_the_top_of_the_minutes(page: MinutesPage, qtbot: QtBot) -> None:
    page.resize(700, 300)
    qtbot.keyClick(page, Qt.Key.Key_End, CONTROL)
    assert page.verticalScrollBar().value() > 0
    qtbot.keyClick(page, Qt.Key.Key_Home, CONTROL)
    assert (page.currentIndex().row(), page.verticalScrollBar().value()) == (1, 0)


def test_space_opens_the_words_under_the_line(page: MinutesPage, session: NoteSession, qtbot: QtBot) -> None:
    page.go_to_line("s1")
    before = page.visualRect(page.currentIndex()).height()
    qtbot.keyClick(page, Qt.Key.Key_Space)
    (told,) = page._model.evidence(page.current())
    assert [told.text[slice(*span)] for span in told.spans] == ["오늘은 레그를 쓰는 방법을 같이 보겠습니다."]
    assert told.text.startswith("안녕하세요.")
    assert page.visualRect(page.currentIndex()).height() > before
    with qtbot.waitSignal(page.jump_wanted) as jumped:
        qtbot.keyClick(page, Qt.Key.Key_J, CONTROL)
    assert jumped.args == [place_of(session.source, "오늘은 레그를 쓰는 방법을 같이 보겠습니다.")]
    qtbot.keyClick(page, Qt.Key.Key_Space)
    assert page.visualRect(page.currentIndex()).height() == before


def test_enter_edits_commits_and_goes_on(page: MinutesPage, session: NoteSession, qtbot: QtBot) -> None:
    page.go_to_line("s1")
    qtbot.keyClick(page, Qt.Key.Key_Return)
    page.editor.selectAll()
    type_hangul(page.editor, "RAG를 봄")
    qtbot.keyClick(page.editor, Qt.Key.Key_Return)
    line = session.state.lines["s1"]
    assert (line.text, line.is_edited, line.author) == ("RAG를 봄", True, "program")
    assert page.current().id == "s2"
    assert "직접 고침" in spoken(page.rows[page._model.row_of("s1")])
    session.undo()
    assert session.state.lines["s1"].text == "레그를 쓰는 방법을 봄"


def test_a_line_that_was_not_changed_stays_the_programs(page: MinutesPage, session: NoteSession, qtbot: QtBot) -> None:
    page.go_to_line("b1")
    qtbot.keyClick(page, Qt.Key.Key_F2)
    assert page.editor.toPlainText() == "그 표를 보고 정하기로 하죠"
    qtbot.keyClick(page.editor, Qt.Key.Key_Return)
    assert len(session.entries) == 1
    assert session.state.lines["b1"].is_quoted


def test_a_syllable_in_work_is_kept_when_the_focus_goes(page: MinutesPage, session: NoteSession, qtbot: QtBot) -> None:
    page.go_to_line("s2")
    qtbot.keyClick(page, Qt.Key.Key_Return)
    compose(page.editor, "함")
    qtbot.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    assert session.state.lines["s2"].text == "프로포트가 길면 나쁨함"


def test_ctrl_enter_writes_a_line_below(page: MinutesPage, session: NoteSession, qtbot: QtBot) -> None:
    page.go_to_line("s1")
    qtbot.keyClick(page, Qt.Key.Key_Return, CONTROL)
    type_hangul(page.editor, "새 줄")
    qtbot.keyClick(page.editor, Qt.Key.Key_Return, CONTROL)
    type_hangul(page.editor, "또 새 줄")
    qtbot.keyClick(page.editor, Qt.Key.Key_Return)
    expected = ["레그를 쓰는 방법을 봄", "새 줄", "또 새 줄", "프로포트가 길면 나쁨"]
    assert lines_of(session, LineKind.SUMMARY) == expected
    assert "직접 작성" in spoken(page.rows[page._model.row_of("p1")])
    assert page.editor is None


def test_an_empty_new_line_leaves_nothing(page: MinutesPage, session: NoteSession, qtbot: QtBot) -> None:
    page.go_to_line("s1")
    before = len(page.rows)
    qtbot.keyClick(page, Qt.Key.Key_Return, CONTROL)
    assert len(page.rows) == before + 1
    qtbot.keyClick(page.editor, Qt.Key.Key_Escape)
    assert len(page.rows) == before
    assert len(session.entries) == 1


def test_enter_on_nothing_writes_the_first_decision(page: MinutesPage, session: NoteSession, qtbot: QtBot) -> None:
    row = next(i for i, row in enumerate(page.rows) if row.kind is RowKind.NOTHING)
    page.go_to(page.model().index(row, 0))
    qtbot.keyClick(page, Qt.Key.Key_Return)
    type_hangul(page.editor, "표를 보고 정함")
    qtbot.keyClick(page.editor, Qt.Key.Key_Return)
    assert lines_of(session, LineKind.DECISION) == ["표를 보고 정함"]
    assert not any(row.kind is RowKind.NOTHING for row in page.rows)


def test_owner_and_due_of_a_task(page: MinutesPage, session: NoteSession, qtbot: QtBot) -> None:
    session.commit(change_of(session.state, {("info", "date"): "2025-05-15"}), "날짜")
    page.go_to_line("a1")
    qtbot.keyClick(page, Qt.Key.Key_Right)
    qtbot.keyClick(page, Qt.Key.Key_Return)
    page.editor.selectAll()
    type_hangul(page.editor, "김민수")
    qtbot.keyClick(page.editor, Qt.Key.Key_Return)
    qtbot.keyClick(page, Qt.Key.Key_Return)
    assert page.editor.toPlainText() == "다음 주 금요일"
    page.editor.selectAll()
    type_hangul(page.editor, "5월 30일까지")
    qtbot.keyClick(page.editor, Qt.Key.Key_Return)
    task = session.state.lines["a1"]
    assert (task.owner, task.due_text, task.due_date) == ("김민수", "5월 30일까지", "2025-05-30")
    page.go_to_line("a1")
    qtbot.keyClick(page, Qt.Key.Key_Right)
    qtbot.keyClick(page, Qt.Key.Key_Return)
    page.editor.selectAll()
    qtbot.keyClick(page.editor, Qt.Key.Key_Delete)
    page.finish()
    assert session.state.lines["a1"].owner is None


def test_a_day_typed_as_a_number_needs_no_words(session: NoteSession) -> None:
    change = with_due(session.state, "a1", "2025-06-01")
    line = change.steps[("lines", "a1")].new
    assert (line.due_text, line.due_date) == (None, "2025-06-01")


def test_delete_removes_and_alt_arrows_move(page: MinutesPage, session: NoteSession, qtbot: QtBot) -> None:
    page.go_to_line("s2")
    qtbot.keyClick(page, Qt.Key.Key_Up, ALT)
    assert lines_of(session, LineKind.SUMMARY) == ["프로포트가 길면 나쁨", "레그를 쓰는 방법을 봄"]
    assert page.current().id == "s2"
    assert not moved(session.state, "s2", -1)
    qtbot.keyClick(page, Qt.Key.Key_Delete)
    assert lines_of(session, LineKind.SUMMARY) == ["레그를 쓰는 방법을 봄"]
    session.undo()
    session.undo()
    assert lines_of(session, LineKind.SUMMARY) == ["레그를 쓰는 방법을 봄", "프로포트가 길면 나쁨"]


def test_a_name_given_shows_in_the_page_at_once(page: MinutesPage, session: NoteSession) -> None:
    session.commit(change_of(session.state, {("speakers", "s1"): Speaker("참석자 1", "김민수")}), "이름")
    task = next(row for row in page.rows if row.kind is RowKind.TASK)
    assert task.cells[0] == "김민수"


def test_an_unfinished_line_comes_back(page: MinutesPage, session: NoteSession, qtbot: QtBot) -> None:
    page.go_to_line("s1")
    qtbot.keyClick(page, Qt.Key.Key_Return)
    type_hangul(page.editor, "그리고 ")
    compose(page.editor, "더")
    qtbot.waitUntil(lambda: bool(session.drafts))
    again = shown(MinutesPage(full_session(drafts=session.drafts)), qtbot)
    assert again.restore_draft()
    assert again.editor.toPlainText() == "레그를 쓰는 방법을 봄그리고 더"


def test_a_line_from_the_transcript_cites_it(qtbot: QtBot) -> None:
    session = session_of()
    page = shown(MinutesPage(session), qtbot)
    place = place_of(session.source, "좋습니다. 그 표를 보고 정하기로 하죠.")
    page.add_from_transcript("decision", place)
    (line,) = session.state.lines.values()
    assert (line.kind, line.author, line.places) == (LineKind.DECISION, "person", (place,))
    assert page.editor is not None


def test_words_of_the_transcript_become_a_task_with_their_due_date(
    page: MinutesPage, session: NoteSession, qtbot: QtBot
) -> None:
    session.commit(change_of(session.state, {("info", "date"): "2026-09-14"}), "날짜")
    place = place_of(session.source, "다음 주 금요일까지 제가 비교표를 만들겠습니다.")
    page.add_from_transcript("action", place)
    id_ = page.current().id
    line = session.state.lines[id_]
    assert (line.kind, line.author, line.places) == (LineKind.ACTION, "person", (place,))
    assert (line.text, line.is_quoted) == ("다음 주 금요일까지 제가 비교표를 만들겠습니다.", True)
    assert (line.due_text, line.due_date, line.owner) == ("다음 주 금요일까지", "2026-09-25", None)
    assert page.editor is not None
    page.editor.setPlainText("비교표 만들기")
    qtbot.keyClick(page.editor, Qt.Key.Key_Return)
    line = session.state.lines[id_]
    assert (line.text, line.is_quoted, line.due_date) == ("비교표 만들기", False, "2026-09-25")


def test_words_put_among_decisions_and_left_as_they_are_stand_as_speech(
    page: MinutesPage, session: NoteSession, qtbot: QtBot
) -> None:
    page.add_from_transcript("decision", place_of(session.source, "정하기로 하죠"))
    qtbot.keyClick(page.editor, Qt.Key.Key_Escape)
    assert any(row.text == "「정하기로 하죠」" for row in page.rows)
    session.undo()
    assert not any("「정하기로 하죠」" in row.text for row in page.rows)


def test_a_line_is_not_offered_the_list_that_it_stands_in(page: MinutesPage) -> None:
    page.go_to_line("a1")
    assert "할 일로 넣기" not in [action.text() for action in page.line_menu().actions()]
    assert "결정 사항으로 넣기" in [action.text() for action in page.line_menu().actions()]
    before = page.session.state
    page.put_among(LineKind.ACTION)
    assert page.session.state == before


def test_a_line_taken_over_as_another_kind_follows_its_evidence(page: MinutesPage) -> None:
    session = page.session
    page.go_to_line("s1")
    page.put_among(LineKind.DECISION)
    session.commit(accepted(session.state, session.open_proposals()), "적용")
    taken = next(row for row in page.rows if row.line and row.line.line.kind is LineKind.DECISION)
    assert taken.text == "RAG를 쓰는 방법을 봄"


def test_a_task_whose_day_a_person_set_says_so(page: MinutesPage) -> None:
    assert states_of(next(row for row in page.rows if row.id == "a1")) == []
    page.session.commit(with_due(page.session.state, "a1", "5월 30일"), "기한")
    assert states_of(next(row for row in page.rows if row.id == "a1")) == ["직접 고침"]


INFO = {
    "date": "2025-05-23",
    "start": "14:00",
    "end": "15:30",
    "place": "본사 3층 대회의실",
    "attendees": (
        "김민수 부장",
        "이서연 대리",
        "박지훈 과장",
        "최유진 사원",
        "정하늘 팀장",
        "한도윤 책임",
        "오세라 선임",
    ),
}


@pytest.mark.parametrize("width", [330, 420, 700])
def test_no_word_of_the_form_is_cut(page: MinutesPage, session: NoteSession, width: int) -> None:
    session.commit(change_of(session.state, {("info", name): value for name, value in INFO.items()}), "회의 정보")
    page.resize(width, 800)
    room = page.viewport().width()
    layout, sheet = page._layout, page._layout.sheet(room)
    forms = [(i, row) for i, row in enumerate(page.rows) if row.kind is RowKind.FORM]
    assert forms
    for number, row in forms:
        height = layout.row_height(page.model().index(number, 0), room)
        for cell in layout.form_cells(row, sheet):
            assert cell.words.text in row.cells
            assert cell.words.width <= cell.right - cell.middle
            assert cell.words.line_count * page.fontMetrics().height() <= height


def test_the_chosen_line_stays_chosen_in_another_template(
    page: MinutesPage, session: NoteSession, qtbot: QtBot
) -> None:
    page.go_to_line("b1")
    told: list[object] = []
    page.line_chosen.connect(told.append)
    session.commit(change_of(session.state, {("info", "template"): "lecture"}), "양식")
    assert (page.current() or page.rows[0]).id == "b1"
    session.undo()
    assert (page.current() or page.rows[0]).id == "b1"
    assert not told  # the transcript stays where it is


def test_a_task_that_is_done_says_so_on_the_page(page: MinutesPage, session: NoteSession, qtbot: QtBot) -> None:
    """As the printed table does, in a column of its own."""
    page.go_to_line("a1")
    layout, sheet = page._layout, page._layout.sheet(page.viewport().width())

    def printed() -> list[str]:
        row = page.rows[page.currentIndex().row()]
        return [layout.block(row, sheet, cell).text for cell in layout.cells(row)]

    assert printed() == ["비교표 만들기", "참석자 1", "다음 주 금요일(5/23)", ""]
    page.toggle_done()
    assert printed()[-1] == "완료"
    head = next(row for row in page.rows if row.kind is RowKind.TASK_HEAD)
    assert [layout.text_of(head, cell) for cell in layout.cells(head)] == ["내용", "담당자", "기한", "비고"]
    left, right = layout.column(sheet, 3)
    assert layout.block(page.rows[page.currentIndex().row()], sheet, 3).width <= right - left
    session.undo()
    assert printed()[-1] == ""
