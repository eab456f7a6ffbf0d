"""Names, roles and one person under two labels, as a person gives them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from talk import compose, full_session, session_of, type_hangul

from desktop.note_session import NoteSession
from desktop.speaker_colours import ON_DARK, ON_LIGHT, speaker_colours
from desktop.speaker_portraits import portraits
from desktop.speakers_sheet import SpeakersSheet
from desktop.theme import DARK, LIGHT
from processing.note import Speaker, change_of
from processing.proposals import TurnProposal
from processing.source import Place


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
    first, second, third = portraits(session.turns(), session.state.speakers)
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
