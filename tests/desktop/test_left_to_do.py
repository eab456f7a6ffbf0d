"""The bar of what is left: it counts as the review, the page and the sheet do, and each count leads to its items."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot
from talk import full_session, place_of, proposal, source_of

from desktop.menus.note_verbs import edit_info
from desktop.minutes.meeting_form import MeetingForm
from desktop.note.note_session import NoteSession
from desktop.note.review_rows import UNFOLDED_FROM, Chip
from desktop.note_page import PEOPLE, PROPOSALS, NotePage
from processing.note import Change, Line, LineKind, Step, change_of
from processing.proposals import PROPOSE, TurnProposal
from processing.readers.files import read
from processing.turns.by_hand import Scope


@pytest.fixture
def page(qtbot: QtBot) -> NotePage:
    """The written talk, open and shown."""
    return shown(full_session(), qtbot)


def shown(session: NoteSession, qtbot: QtBot) -> NotePage:
    page = NotePage(session)
    qtbot.addWidget(page)
    page.info_wanted.connect(lambda: edit_info(page))
    page.resize(1100, 700)
    page.show()
    qtbot.waitExposed(page)
    return page


def link(page: NotePage, starts: str) -> QPushButton:
    """The link of the bar that begins so."""
    links = page.left_bar.findChildren(QPushButton)
    return next(link for link in links if link.text().removeprefix("✓ ").startswith(starts))


def in_focus(page: NotePage, is_there: Callable[[], bool], qtbot: QtBot) -> None:
    page.activateWindow()
    qtbot.waitUntil(is_there)


def test_a_doubtful_proposal_is_left_in_neither(qtbot: QtBot) -> None:
    session = full_session()
    sure = session.proposals[0]
    doubtful = replace(sure, edit=replace(sure.edit, confidence=UNFOLDED_FROM - 0.01))
    session.set_proposals([doubtful], ())
    page = shown(session, qtbot)
    assert page.review_panel.chips.findChildren(QPushButton)
    assert link(page, "제안").text() == "✓ 제안"
    assert page.tabs.tabText(1) == PROPOSALS
    session.set_proposals([sure], ())
    assert link(page, "회의록에 나오는 제안").text() == "회의록에 나오는 제안 1"
    assert page.tabs.tabText(1) == f"{PROPOSALS} 1"


def test_a_word_that_a_line_cites_and_does_not_read_is_not_counted_for_the_minutes(qtbot: QtBot) -> None:
    source = source_of()
    offered = [proposal(source, "프로포트가", "프롬프트가", "프롬프트", "프로포트")]
    line = Line(LineKind.SUMMARY, "답이 나빠짐", places=(place_of(source, "네, 프로포트가 길면 답이 나빠지더라고요."),))
    session = NoteSession(source, proposals=offered)
    session.commit(change_of(session.state, {("lines", "s"): line}), "요약", by="program")
    page = shown(session, qtbot)
    assert link(page, "그 밖의 제안").text() == "그 밖의 제안 1"
    read = replace(line, text="프로포트가 길면 답이 나빠짐")
    session.commit(change_of(session.state, {("lines", "s"): read}), "요약", by="program")
    assert link(page, "회의록에 나오는 제안").text() == "회의록에 나오는 제안 1"


def test_the_count_is_the_reviews(page: NotePage) -> None:
    counted = page.session.review().counts
    assert link(page, "회의록에 나오는 제안").text() == f"회의록에 나오는 제안 {counted[Chip.MINUTES].left}"
    assert page.tabs.tabText(1) == f"{PROPOSALS} {page.session.review().left}"


def test_a_change_of_turns_counts_too(qtbot: QtBot) -> None:
    session = full_session()
    at = place_of(session.source, "레그랑").start
    change = Change({("cuts", at): Step(None, "s3")})
    split = TurnProposal("split", PROPOSE, place_of(session.source, "레그랑"), "말이 바뀝니다.", change)
    session.set_proposals((), (split,))
    page = shown(session, qtbot)
    assert link(page, "그 밖의 제안").text() == "그 밖의 제안 1"
    link(page, "그 밖의 제안").click()
    assert page.review_panel.chip is Chip.TURNS


def test_proposals_lead_to_the_first_that_is_left(page: NotePage) -> None:
    link(page, "회의록에 나오는 제안").click()
    assert page.tabs.currentWidget() is page.review_panel
    assert page.review_panel.chip is Chip.MINUTES
    assert page.review_panel.tree.current_node() is not None


def test_proposals_elsewhere_lead_there(qtbot: QtBot) -> None:
    source = source_of()
    session = NoteSession(source, proposals=[proposal(source, "프로포트가", "프롬프트가", "프롬프트", "프로포트")])
    page = shown(session, qtbot)
    link(page, "그 밖의 제안").click()
    assert page.review_panel.chip is Chip.REST
    assert page.review_panel.tree.current_node() is not None


def test_with_nothing_left_the_review_says_so(qtbot: QtBot) -> None:
    page = shown(NoteSession(source_of()), qtbot)
    link(page, "제안").click()
    in_focus(page, lambda: QApplication.focusWidget() is page.review_panel._to_minutes, qtbot)


def test_names_lead_to_the_first_speaker_without_one(page: NotePage, qtbot: QtBot) -> None:
    state = page.session.state
    page.session.commit(change_of(state, {("speakers", "s1"): replace(state.speakers["s1"], role="멘토")}), "역할")
    assert link(page, "참석자 이름").text() == "참석자 이름 1/3"
    link(page, "참석자 이름").click()
    assert page.tabs.tabText(page.tabs.currentIndex()) == PEOPLE
    in_focus(page, lambda: QApplication.focusWidget() is page.speakers_sheet.cards["s2"].name, qtbot)


def test_checks_lead_to_each_line_in_turn(page: NotePage) -> None:
    assert link(page, "확인 필요").text() == "확인 필요 1"
    link(page, "확인 필요").click()
    row = page.minutes_page.current()
    assert row is not None
    assert row.id == "b1"
    page.minutes_page.confirm_line()
    assert link(page, "'확인 필요'").text() == "'확인 필요' 표시 없음", "no tick: nobody has read the other lines"
    assert "보내기 전에 읽어" in link(page, "'확인 필요'").toolTip()


@pytest.mark.qt_log_ignore("grabbing the keyboard", "raise\\(\\)", extend=True)
def test_a_note_without_speakers_is_told_so_and_shown_the_way_to_some(qtbot: QtBot) -> None:
    session = NoteSession(read("나온 소비자 조사입니다.\n\n원재료비를 봅니다.\n".encode(), "수요.txt").source)
    page = shown(session, qtbot)
    assert link(page, "말한 사람을 모름").text() == "말한 사람을 모름"
    link(page, "말한 사람을 모름").click()
    sheet = page.speakers_sheet
    assert (sheet.give_turns.isVisible(), sheet.role_for_all.isVisible()) == (True, False)
    sheet.give_turns.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions() if action.text().startswith("새 참석자")]
    menu.close()
    page.transcript_view.reassign_to_new("김민수", Scope.ALL)
    page.name_speakers()
    assert (sheet.give_turns.isVisible(), sheet.role_for_all.isVisible()) == (False, True)
    assert link(page, "참석자 이름").text() == "✓ 참석자 이름 1/1"


def test_a_line_that_the_page_does_not_show_is_not_counted(page: NotePage) -> None:
    place = place_of(page.session.source, "그 표를")
    hidden = Line(LineKind.KEYWORD, "표", places=(place,), needs_check=True)
    page.session.commit(change_of(page.session.state, {("lines", "k1"): hidden}), "핵심어", by="program")
    assert link(page, "확인 필요").text() == "확인 필요 1"


def test_blanks_lead_to_the_form(page: NotePage) -> None:
    link(page, "회의 정보 빈칸").click()
    assert any(form.isVisible() for form in page.findChildren(MeetingForm))
