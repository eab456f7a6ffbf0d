"""The review as a person uses it: keys, ticks, the right form typed by hand, undo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot
from talk import full_session, place_of, proposals, source_of, type_hangul

from desktop.note import note_session
from desktop.note.note_session import NoteSession
from desktop.note.review_made import ReviewMade
from desktop.note.review_rows import Chip, Chips, Review, clusters_of
from desktop.review.review_context import turn_context_of
from desktop.review.review_panel import ReviewPanel
from processing.note import Change, Edit, EditKind, State, change_of
from processing.proposals import Proposal, TurnProposal, accepted
from processing.source import Place

CONTROL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def session() -> NoteSession:
    return full_session()


@pytest.fixture
def panel(session: NoteSession, qtbot: QtBot) -> ReviewPanel:
    return shown(ReviewPanel(session), qtbot)


def shown(panel: ReviewPanel, qtbot: QtBot) -> ReviewPanel:
    qtbot.addWidget(panel)
    panel.resize(460, 620)
    panel.show()
    qtbot.waitExposed(panel)
    panel.activateWindow()
    panel.setFocus()
    return panel


def with_first_applied(qtbot: QtBot) -> tuple[ReviewPanel, Proposal]:
    """What was applied by itself, where the program has applied the first proposal: which one that is."""
    source = source_of()
    offered = proposals(source)
    session = NoteSession(source, proposals=offered)
    session.commit(change_of(session.state, {("edits", offered[0].id): offered[0].edit}), "용어", by="program")
    panel = shown(ReviewPanel(session), qtbot)
    panel.show_chip(Chip.AUTOMATIC)
    return panel, offered[0]


def press(panel: ReviewPanel, key: Qt.Key, qtbot: QtBot, held: Qt.KeyboardModifier = NONE) -> None:
    qtbot.keyClick(panel.tree, key, held)


def texts(session: NoteSession) -> str:
    return "\n".join(turn.text for turn in session.turns())


def top_rows(panel: ReviewPanel) -> list[str]:
    model = panel.tree.model()
    return [model.index(i, 0).data() for i in range(model.rowCount())]


def review_of(state: State, proposals: Sequence[Proposal]) -> Review:
    return ReviewMade(tuple(proposals), ()).of(state, Chips(state.lines))


def test_terms_stand_with_their_variants_and_counts(session: NoteSession) -> None:
    clusters = clusters_of(session.open_proposals())
    assert [(cluster.term, cluster.title) for cluster in clusters] == [
        ("RAG", "레그 3, 랩 1"),
        ("프롬프트", "프로포트 1"),
    ]


def test_what_reaches_the_minutes_comes_first(session: NoteSession) -> None:
    review = review_of(session.state, session.proposals)
    in_minutes = [p.edit.before for c in review.clusters[Chip.MINUTES] for p in c.proposals]
    assert sorted(in_minutes) == ["레그를", "프로포트가"]
    assert review.counts[Chip.REST].left == 3


def test_spellings_of_a_term_stand_in_one_row_wherever_they_are(session: NoteSession) -> None:
    styled = [replace(one, edit=replace(one.edit, kind=EditKind.STYLE)) for one in session.proposals]
    review = review_of(session.state, styled)
    assert review.clusters[Chip.MINUTES] == review.clusters[Chip.REST] == ()
    assert [cluster.title for cluster in review.clusters[Chip.STYLE]] == ["레그 3, 랩 1", "프로포트 1"]


def test_one_enter_applies_a_term_and_the_next_is_chosen(
    panel: ReviewPanel, session: NoteSession, qtbot: QtBot
) -> None:
    assert top_rows(panel) == ["RAG ← 레그 1", "프롬프트 ← 프로포트 1"]
    press(panel, Qt.Key.Key_Return, qtbot)
    assert "오늘은 RAG를 쓰는" in texts(session)
    assert top_rows(panel) == ["프롬프트 ← 프로포트 1"]
    assert panel.tree.currentIndex().data() == "프롬프트 ← 프로포트 1"
    assert all(edit.by == "person" for edit in session.state.edits.values())
    press(panel, Qt.Key.Key_Return, qtbot)
    assert panel.chip is Chip.REST
    press(panel, Qt.Key.Key_Return, qtbot)
    assert "RAG랑" in texts(session)
    assert "RAG가 더" in texts(session)
    assert "마쳤습니다" in panel._end.text()
    session.undo()
    assert "레그랑" in texts(session)
    assert top_rows(panel)


def test_undo_chooses_the_row_that_it_brings_back(panel: ReviewPanel, session: NoteSession, qtbot: QtBot) -> None:
    press(panel, Qt.Key.Key_Return, qtbot)
    assert panel.tree.currentIndex().data() == "프롬프트 ← 프로포트 1"
    session.undo()
    assert panel.tree.currentIndex().data() == "RAG ← 레그 1"
    press(panel, Qt.Key.Key_Delete, qtbot)
    session.undo()
    assert panel.tree.currentIndex().data() == "RAG ← 레그 1"


def test_undo_of_one_place_chooses_the_place(panel: ReviewPanel, session: NoteSession, qtbot: QtBot) -> None:
    panel.show_chip(Chip.REST)
    for _ in range(4):
        press(panel, Qt.Key.Key_Right, qtbot)
    node = panel.tree.current_node()
    assert node is not None
    assert isinstance(node.what, Proposal)
    press(panel, Qt.Key.Key_Return, qtbot)
    session.undo()
    again = panel.tree.current_node()
    assert again is not None
    assert again.what == node.what


def test_each_step_is_one_change(panel: ReviewPanel, session: NoteSession, qtbot: QtBot) -> None:
    panel.show_chip(Chip.REST)
    before = len(session.entries)
    press(panel, Qt.Key.Key_Return, qtbot, CONTROL)
    assert len(session.entries) == before + 1
    assert session.can_undo == "레그 → RAG 4곳 적용"  # the one in the minutes too


def test_right_opens_variants_then_places_and_space_unticks(
    panel: ReviewPanel, session: NoteSession, qtbot: QtBot
) -> None:
    panel.show_chip(Chip.REST)
    press(panel, Qt.Key.Key_Right, qtbot)
    press(panel, Qt.Key.Key_Right, qtbot)
    assert panel.tree.currentIndex().data() == "레그 2곳"
    press(panel, Qt.Key.Key_Right, qtbot)
    press(panel, Qt.Key.Key_Right, qtbot)
    press(panel, Qt.Key.Key_Space, qtbot)
    for _ in range(2):
        press(panel, Qt.Key.Key_Left, qtbot)
    root = panel.tree.currentIndex()
    while root.parent().isValid():
        root = root.parent()
    panel.tree.setCurrentIndex(root)
    assert root.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.PartiallyChecked
    press(panel, Qt.Key.Key_Return, qtbot)
    assert len(session.state.edits) == 2
    assert "지난주에 레그 같은" in texts(session)


def test_delete_ignores_and_ctrl_d_puts_off(panel: ReviewPanel, session: NoteSession, qtbot: QtBot) -> None:
    press(panel, Qt.Key.Key_Delete, qtbot)
    press(panel, Qt.Key.Key_D, qtbot, CONTROL)
    assert sorted(session.state.verdicts.values()) == ["held", "ignored"]
    assert not session.state.edits
    panel.show_chip(Chip.HELD)
    assert top_rows(panel) == ["프롬프트 ← 프로포트 1"]
    press(panel, Qt.Key.Key_Return, qtbot)
    assert "프롬프트가" in texts(session)
    assert "held" not in session.state.verdicts.values()


def test_another_right_form_takes_the_particle_that_fits(
    panel: ReviewPanel, session: NoteSession, qtbot: QtBot
) -> None:
    press(panel, Qt.Key.Key_F2, qtbot)
    field = panel.tree._field
    assert field is not None
    assert field.text() == "RAG"
    field.selectAll()
    type_hangul(field, "검색증강")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "검색증강을 쓰는" in texts(session)
    assert len(session.state.edits) == 1
    assert panel.tree._field is None


def test_the_field_stands_on_the_row_that_it_changes(panel: ReviewPanel, qtbot: QtBot) -> None:
    tree = panel.tree
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(tree, key)
        qtbot.keyClick(tree, Qt.Key.Key_F2)
        assert tree._field is not None
        row = tree.visualRect(tree.currentIndex())
        assert row.contains(tree._field.geometry().center())
        qtbot.keyClick(tree._field, Qt.Key.Key_Escape)


def test_escape_in_the_field_changes_nothing(panel: ReviewPanel, session: NoteSession, qtbot: QtBot) -> None:
    press(panel, Qt.Key.Key_F2, qtbot)
    field = panel.tree._field
    type_hangul(field, "가")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert panel.tree._field is None
    press(panel, Qt.Key.Key_F2, qtbot)
    qtbot.keyClick(panel.tree._field, Qt.Key.Key_Return)
    assert not session.state.edits


def test_a_correction_made_by_itself_can_be_taken_back(qtbot: QtBot) -> None:
    panel, first = with_first_applied(qtbot)
    session = panel.session
    assert top_rows(panel) == ["RAG ← 레그 1"]
    press(panel, Qt.Key.Key_Delete, qtbot)
    assert "레그를" in texts(session)
    assert first.id not in {p.id for p in session.open_proposals()}
    session.undo()
    assert "RAG를" in texts(session)


def test_what_the_program_applied_is_typed_over_in_its_row(qtbot: QtBot) -> None:
    panel, _ = with_first_applied(qtbot)
    session = panel.session
    press(panel, Qt.Key.Key_F2, qtbot)
    field = panel.tree._field
    assert field is not None
    field.selectAll()
    type_hangul(field, "검색증강")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "검색증강을" in texts(session)
    assert [edit.by for edit in session.state.edits.values()] == ["person"]
    session.undo()
    assert "RAG를" in texts(session)
    assert [edit.by for edit in session.state.edits.values()] == ["program"]


def test_a_change_of_turns_is_judged_too(qtbot: QtBot) -> None:
    source = source_of()
    session = NoteSession(source)
    at = place_of(source, "랩이").start
    change = change_of(session.state, {("cuts", at): "s3"})
    split = TurnProposal("split", "propose", place_of(source, "랩이"), "여기서 다른 사람이 말한 듯합니다.", change)
    session.set_proposals((), (split,))
    panel = shown(ReviewPanel(session), qtbot)
    assert panel.chip is Chip.TURNS
    said = f"{split.detail} 참석자 2: 네, 프로포트가 길면 답이 나빠지더라고요. 랩이 더 낫다는 말도 있습니다."
    assert top_rows(panel) == [said]
    press(panel, Qt.Key.Key_D, qtbot, CONTROL)
    assert session.state.verdicts == {split.id: "held"}
    panel.show_chip(Chip.HELD)
    assert top_rows(panel) == [said]
    press(panel, Qt.Key.Key_D, qtbot, CONTROL)
    panel.show_chip(Chip.TURNS)
    press(panel, Qt.Key.Key_Return, qtbot)
    assert session.state.cuts[at] == "s3"
    assert panel.tree.model().rowCount(QModelIndex()) == 0


@pytest.mark.parametrize(
    ("words", "shown_words"),
    [
        ("네,", "참석자 1: …같이 보겠습니다. 😀 지난주에 레그 같은 것을 봤죠.\u2028참석자 2: 네, 프로포트가 길면 답이"),
        ("랩이", "참석자 2: 네, 프로포트가 길면 답이 나빠지더라고요. 랩이 더 낫다는"),
        ("안녕하세요.", "참석자 1: 안녕하세요. 오늘은"),
    ],
)
def test_a_change_of_turns_shows_who_says_what_there(words: str, shown_words: str) -> None:
    session = NoteSession(source_of())
    place = place_of(session.source, words)
    context = turn_context_of(session.rows(), TurnProposal("split", "propose", place, "까닭", Change()))
    assert context is not None
    assert context.text.startswith(shown_words)
    assert context.text[slice(*context.words)] == words
    assert all(context.text[slice(*name)].startswith("참석자") for name in context.names)


def test_a_change_about_no_words_shows_none() -> None:
    session = NoteSession(source_of())
    assert turn_context_of(session.rows(), TurnProposal("role", "propose", Place(0, 0), "까닭", Change())) is None


def test_a_clicked_place_is_shown_opened(panel: ReviewPanel, session: NoteSession) -> None:
    wanted = session.proposals[-1]
    panel.show_proposal(wanted.id)
    node = panel.tree.current_node()
    assert node is not None
    assert node.what == wanted


def test_taking_a_proposal_absorbs_the_line_break_it_runs_over() -> None:
    source = source_of("참석자 1 00:00\n이 플러\n세스가 빠릅니다.\n")
    gap = place_of(source, "\n세").start
    wrap = Edit(gap, gap + 1, "\n", "", EditKind.WRAP)
    session = NoteSession(source)
    session.commit(change_of(session.state, {("edits", wrap.id): wrap}), "줄", by="program")
    place = place_of(source, "플러\n세스가")
    edit = Edit(place.start, place.end, "플러\n세스가", "프로세스가", EditKind.TERM, "sound")
    offered = replace(proposals(source_of())[0], edit=edit, term="프로세스", heard="플러세스")
    session.commit(accepted(session.state, [offered]), "적용")
    assert texts(session) == "이 프로세스가 빠릅니다."
    session.undo()
    assert texts(session) == "이 플러세스가 빠릅니다."


def test_what_was_applied_is_counted_and_taken_back(panel: ReviewPanel, session: NoteSession, qtbot: QtBot) -> None:
    press(panel, Qt.Key.Key_Return, qtbot)
    assert panel.foot._counted.text() == "1곳 적용됨 ·"
    qtbot.mouseClick(panel.foot._undo, Qt.MouseButton.LeftButton)
    assert not session.state.edits
    assert panel.foot._counted.text() == ""


def test_a_rival_reading_is_one_choice_away(panel: ReviewPanel, session: NoteSession) -> None:
    menu = panel.row_menu()
    rival = next(action for action in menu.actions() if action.text() == "적용: 랙을")
    rival.trigger()
    assert "오늘은 랙을 쓰는" in texts(session)


def test_what_overlaps_a_manual_edit_is_left_out(session: NoteSession) -> None:
    place = place_of(session.source, "레그를 쓰는")
    edit = Edit(place.start, place.end, "레그를 쓰는", "알에이지 쓰는", by="person")
    session.commit(change_of(session.state, {("edits", edit.id): edit}), "고침")
    assert not accepted(session.state, session.proposals[:1])


def with_doubtful(*before: str) -> NoteSession:
    """The talk with its proposals at these places doubtful, which are folded away."""
    told = full_session()
    low = [replace(p, edit=replace(p.edit, confidence=0.05)) if p.edit.before in before else p for p in told.proposals]
    session = NoteSession(told.source, proposals=low)
    session.commit(change_of(session.state, {("lines", id_): line for id_, line in told.state.lines.items()}), "요약")
    return session


def test_the_end_tells_of_folded_places_that_wait(qtbot: QtBot) -> None:
    panel = shown(ReviewPanel(with_doubtful("랩이")), qtbot)
    for _ in range(3):
        press(panel, Qt.Key.Key_Return, qtbot)
    assert panel._end.text() == "확실한 제안은 다 보았습니다. 확신이 낮은 제안 1건은 접어 두었습니다."
    panel.show_chip(Chip.DOUBTFUL)
    press(panel, Qt.Key.Key_Return, qtbot)
    assert "마쳤습니다" in panel._end.text()


def test_the_end_tells_of_what_was_put_off_and_enter_goes_to_the_minutes(qtbot: QtBot) -> None:
    panel = shown(ReviewPanel(with_doubtful("랩이")), qtbot)
    press(panel, Qt.Key.Key_D, qtbot, CONTROL)
    for _ in range(2):
        press(panel, Qt.Key.Key_Return, qtbot)
    told = "확실한 제안은 다 보았습니다. 보류 1건은 남겨 두었습니다. 확신이 낮은 제안 1건은 접어 두었습니다."
    assert panel._end.text() == told
    assert not panel.foot._keys.isVisible()  # they would do nothing here
    with qtbot.waitSignal(panel.minutes_wanted):
        qtbot.keyClick(panel._to_minutes, Qt.Key.Key_Return)


def test_what_ignoring_holds_for_is_told(panel: ReviewPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.said) as told:
        press(panel, Qt.Key.Key_Delete, qtbot)
    assert told.args == ["이 노트에서만 무시했습니다."]


def test_all_of_a_term_reaches_the_same_word_under_every_chip(qtbot: QtBot) -> None:
    session = with_doubtful("레그랑")
    panel = shown(ReviewPanel(session), qtbot)
    assert top_rows(panel)[0] == "RAG ← 레그 1"
    before = texts(session).count("레그")
    press(panel, Qt.Key.Key_Return, qtbot, CONTROL)
    assert "레그" not in texts(session)
    assert "RAG랑" in texts(session)
    session.undo()
    assert texts(session).count("레그") == before


def test_a_change_made_elsewhere_tells_no_place(panel: ReviewPanel, session: NoteSession, qtbot: QtBot) -> None:
    told: list[object] = []
    panel.place_chosen.connect(told.append)
    chosen = session.open_proposals()[0]
    session.commit(accepted(session.state, [chosen]), "적용")
    session.undo()
    offered = session.proposals
    session.set_proposals(offered[1:], ())
    panel.hide()
    session.set_proposals(offered, ())
    panel.show()
    assert told == []
    panel.show_proposal(offered[-1].id)
    assert told[-1] == offered[-1].edit.place


@pytest.mark.parametrize("verb", ["apply", "apply_all", "ignore", "hold"])
def test_a_verb_without_a_key_meets_no_row_that_is_about_to_go(
    panel: ReviewPanel, session: NoteSession, monkeypatch: pytest.MonkeyPatch, verb: str
) -> None:
    """macOS's own menu and screen readers call verbs while what a large change shows is still being made."""
    monkeypatch.setattr(note_session, "MANY", 1)
    session.commit_soon(accepted(session.state, session.open_proposals()), "모두 적용")
    before = session.state
    getattr(panel, verb)()
    assert session.state == before


def test_the_next_place_is_reached_through_every_term_and_back(panel: ReviewPanel, qtbot: QtBot) -> None:
    panel.show_chip(Chip.REST)
    places = [one.id for cluster in panel._review.clusters[Chip.REST] for one in cluster.proposals]
    assert len(places) > 2

    def chosen() -> str:
        node = panel.tree.current_node()
        return node.proposals[0].id if node is not None and len(node.proposals) == 1 else ""

    told: list[str] = []
    panel.said.connect(told.append)
    gone = []
    for _ in places:
        panel.step_place(1)
        gone.append(chosen())
        assert panel.tree.visualRect(panel.tree.currentIndex()).isValid()  # what it stands under is open
    assert sorted(gone) == sorted(places)
    panel.step_place(1)
    assert (chosen(), told) == (gone[-1], ["이 묶음의 마지막 곳입니다."])
    for id_ in reversed(gone[:-1]):
        panel.step_place(-1)
        assert chosen() == id_
    panel.step_place(-1)
    assert told[1:] == ["이 묶음의 첫 곳입니다."]
