"""Names, roles and one person under two labels, as a person gives them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from talk import compose, full_session, session_of, type_hangul

from desktop.note.note_session import NoteSession
from desktop.parts.theme import DARK, LIGHT, palette_of
from desktop.speakers.speaker_colours import ON_DARK, ON_LIGHT, speaker_colours
from desktop.speakers.speaker_portraits import portraits
from desktop.speakers.speakers_sheet import SpeakersSheet
from processing.note import Speaker, change_of
from processing.proposals import TurnProposal
from processing.source import Place
from processing.turns.by_hand import split
from processing.turns.speaking import speaking


@pytest.fixture
def session() -> NoteSession:
    return full_session()


@pytest.fixture
def sheet(session: NoteSession, qtbot: QtBot) -> SpeakersSheet:
    made = SpeakersSheet(session)
    qtbot.addWidget(made)
    made.resize(460, 600)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def test_shares_and_sentences(session: NoteSession) -> None:
    shares = speaking(session.source, session.state)
    first, second, third = portraits(session.turns(), session.state.speakers, shares)
    assert (first.speaker.label, second.speaker.label, third.speaker.label) == ("참석자 1", "참석자 2", "참석자 3")
    assert first.seconds == pytest.approx(43)
    assert sum(p.share for p in (first, second, third)) == pytest.approx(1)
    assert first.first == "오늘은 레그를 쓰는 방법을 같이 보겠습니다."
    assert second.telling == "랩이 더 낫다는 말도 있습니다."


def test_a_name_typed_counts_when_the_person_goes_on(sheet: SpeakersSheet, session: NoteSession, qtbot: QtBot) -> None:
    card = sheet.cards["s1"]
    card.name.setFocus()
    type_hangul(card.name, "김민")
    compose(card.name, "수")
    sheet.cards["s2"].name.setFocus()
    assert session.state.speakers["s1"].name == "김민수"
    assert len(session.entries) == 2
    session.undo()
    assert session.state.speakers["s1"].name == ""


def test_one_role_for_several(sheet: SpeakersSheet, session: NoteSession, qtbot: QtBot) -> None:
    sheet.cards["s2"].tick.setChecked(True)
    sheet.cards["s3"].tick.setChecked(True)
    sheet.role_for_all.setEditText("질문자")
    sheet.give_role()
    assert [s.role for s in session.state.speakers.values()] == ["", "질문자", "질문자"]
    assert len(session.entries) == 2


def test_a_role_typed_in_hangul(sheet: SpeakersSheet, session: NoteSession, qtbot: QtBot) -> None:
    field = sheet.cards["s2"].role.field
    field.setFocus()
    type_hangul(field, "멘")
    compose(field, "티")
    sheet.cards["s1"].name.setFocus()
    assert session.state.speakers["s2"].role == "멘티"
    assert len(session.entries) == 2


def test_the_wheel_changes_no_role(sheet: SpeakersSheet, session: NoteSession) -> None:
    box = sheet.cards["s1"].role
    middle, down = QPointF(box.rect().center()), QPoint(0, -120)
    none = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase)
    QApplication.sendEvent(box, QWheelEvent(middle, middle, down, down, *none, False))
    assert session.state.speakers["s1"].role == ""


def test_two_labels_made_one(sheet: SpeakersSheet, session: NoteSession, qtbot: QtBot) -> None:
    sheet.cards["s1"].tick.setChecked(True)
    sheet.cards["s3"].tick.setChecked(True)
    sheet.merge()
    assert set(session.state.speakers) == {"s1", "s2"}
    assert [turn.speaker_id for turn in session.turns()] == ["s1", "s2", "s1"]
    assert set(sheet.cards) == {"s1", "s2"}
    session.undo()
    assert len(session.turns()) == 4


def test_a_suggested_role_is_taken_with_one_click(qtbot: QtBot) -> None:
    session = session_of()
    change = change_of(session.state, {("speakers", "s1"): Speaker("참석자 1", "", "진행")})
    session.set_proposals((), (TurnProposal("role", "propose", Place(0, 0), "회의를 여는 말을 했습니다.", change),))
    sheet = SpeakersSheet(session)
    qtbot.addWidget(sheet)
    sheet.show()
    card = sheet.cards["s1"]
    assert "진행" in card._suggestion.text()
    qtbot.mouseClick(card._suggestion, Qt.MouseButton.LeftButton)
    assert session.state.speakers["s1"].role == "진행"


def test_time_in_a_block_that_two_share_is_divided(session: NoteSession) -> None:
    turn = session.turns()[0]
    session.commit(split(session.source, session.state, turn.paragraphs[0], 8, "s2"), "나눔")
    shares = speaking(session.source, session.state)
    shown = {p.id: p for p in portraits(session.turns(), session.state.speakers, shares)}
    assert shown["s1"].seconds == shares["s1"].seconds
    assert (shown["s1"].seconds or 0) > 0
    assert sum(p.share for p in shown.values()) == pytest.approx(1)


def suggested(session: NoteSession, id_: str, name: str, role: str = "", reason: str = "말함.") -> TurnProposal:
    speaker = session.state.speakers[id_]
    change = change_of(session.state, {("speakers", id_): Speaker(speaker.label, name, role)})
    return TurnProposal("role", "propose", Place(0, 0), reason, change)


def test_a_given_name_is_known_from_an_earlier_meeting(sheet: SpeakersSheet, session: NoteSession) -> None:
    session.set_proposals((), (suggested(session, "s1", "지훈"),))
    sheet.recall((Speaker(None, "이지훈", "대리"), Speaker(None, "김유진")))
    card = sheet.cards["s1"]
    assert card._suggestion.text() == "이지훈 대리"
    assert "지난 회의에 있던 이름" in card._reason.text()
    card._suggestion.click()
    assert session.state.speakers["s1"] == Speaker("참석자 1", "이지훈", "대리")


def test_names_of_earlier_meetings_are_a_click_away_until_they_are_given(
    sheet: SpeakersSheet, session: NoteSession, qtbot: QtBot
) -> None:
    sheet.recall((Speaker(None, "이지훈", "대리"), Speaker(None, "김유진")))
    links = {b.text(): b for b in sheet.cards["s2"]._earlier.findChildren(QPushButton)}
    assert list(links) == ["이지훈 대리", "김유진"]
    links["김유진"].click()
    assert session.state.speakers["s2"].name == "김유진"
    assert sheet.cards["s2"]._earlier.isHidden()
    links = sheet.cards["s1"]._earlier

    def shown() -> list[str]:
        return [b.text() for b in links.findChildren(QPushButton) if b.isVisible()]

    qtbot.waitUntil(lambda: shown() == ["이지훈 대리"])


def test_the_journal_says_what_of_a_speaker_was_changed(sheet: SpeakersSheet, session: NoteSession) -> None:
    sheet.cards["s1"].named.emit("김민수")
    sheet.cards["s1"].given_role.emit("결제팀")
    sheet.cards["s1"].given_role.emit("")
    sheet.cards["s2"].suggestion_taken.emit("이서연", "대리")
    told = [entry.what for entry in session.entries[-4:]]
    assert told == ["참석자 이름: 김민수", "역할: 결제팀", "역할 지움", "참석자 이름: 이서연, 역할: 대리"]


def test_a_long_reason_wraps_and_nothing_is_cut(sheet: SpeakersSheet, session: NoteSession, qtbot: QtBot) -> None:
    said = "'안녕하세요. 저는 이번 결제 시스템 이전에서 데이터베이스와 배포를 맡은 정민호라고 합니다.'"
    reason = f"{said}라고 자신을 소개함, 앞사람이 '과장님'을 부른 다음에 말함."
    session.set_proposals((), (suggested(session, "s1", "정민호", "과장", reason),))
    qtbot.wait(20)
    assert sheet._area.widget().width() <= sheet._area.viewport().width()
    for card in sheet.cards.values():
        for part in (card.role, card._words, card._reason, card._suggestion):
            assert part.isHidden() or card.rect().contains(part.mapTo(card, part.rect().bottomRight()))


def test_every_control_has_a_name(sheet: SpeakersSheet) -> None:
    for card in sheet.cards.values():
        for control in (card.tick, card.name, card.role, card._words):
            assert control.accessibleName()


@pytest.mark.parametrize(("colours", "paper"), [(ON_LIGHT, LIGHT.paper), (ON_DARK, DARK.paper)])
def test_speaker_colours_read_as_text(colours: tuple[str, ...], paper: str) -> None:
    assert len(set(colours)) == len(colours)
    for colour in colours:
        assert contrast(colour, paper) >= 4.5


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_colours_go_by_the_order_of_the_file() -> None:
    speakers = {f"s{i}": Speaker(f"참석자 {i}") for i in range(1, 11)}
    colours = speaker_colours(speakers, is_dark=False)
    assert colours["s1"] == ON_LIGHT[0]
    assert colours["s9"] == ON_LIGHT[0]


def test_enter_in_a_name_goes_on_to_the_next_that_is_missing(
    sheet: SpeakersSheet, session: NoteSession, qtbot: QtBot
) -> None:
    sheet.focus_first_unnamed()
    told: list[str] = []
    sheet.said.connect(told.append)
    for id_, name in (("s1", "김민수"), ("s2", "이서연"), ("s3", "박지훈")):
        field = QApplication.focusWidget()
        assert field is sheet.cards[id_].name
        type_hangul(field, name)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert [speaker.name for speaker in session.state.speakers.values()] == ["김민수", "이서연", "박지훈"]
    assert told == ["참석자 이름을 모두 적었습니다."]


def test_enter_on_a_name_left_blank_goes_round_to_those_above(
    sheet: SpeakersSheet, session: NoteSession, qtbot: QtBot
) -> None:
    session.commit(change_of(session.state, {("speakers", "s3"): Speaker("참석자 3", "박지훈")}), "이름")
    sheet.cards["s2"].name.setFocus()
    qtbot.keyClick(sheet.cards["s2"].name, Qt.Key.Key_Return)
    assert sheet.cards["s1"].name.hasFocus()
    assert session.state.speakers["s2"].name == ""


def colours_shown(sheet: SpeakersSheet) -> list[str]:
    return [card._who.styleSheet() for card in sheet.cards.values()]


def test_cards_take_the_colours_of_a_dark_window(sheet: SpeakersSheet, qtbot: QtBot) -> None:
    sheet.setPalette(palette_of(DARK))
    assert colours_shown(sheet) == [f"color: {colour}" for colour in ON_DARK[:3]]


def test_after_a_merge_cards_have_the_colours_of_the_transcript(sheet: SpeakersSheet, session: NoteSession) -> None:
    for id_ in ("s2", "s1"):
        sheet.cards[id_].tick.setChecked(True)
    sheet.merge()
    told = speaker_colours(session.state.speakers, is_dark=False)
    assert {id_: f"color: {told[id_]}" for id_ in sheet.cards} == dict(
        zip(sheet.cards, colours_shown(sheet), strict=True)
    )
    assert len(sheet.cards) == 2
