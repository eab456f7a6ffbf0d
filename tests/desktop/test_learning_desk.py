"""Correcting once: the other places come into one row, the pair is counted, and undoing takes all of it back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from conftest import drop_files, page_of
from pytestqt.qtbot import QtBot

from desktop.glossary.learning_desk import memory_of
from desktop.glossary.taught_edits import acts_in
from desktop.main_window import MainWindow
from desktop.note_page import NotePage
from processing.library import Learned, Rule
from processing.note import Change, Edit, EditKind, Step, change_of, invert
from processing.proposals import accepted


def asked(window: MainWindow, verb: Callable[[Any], Any], qtbot: QtBot) -> Any:
    """What the library says, after all that was asked before."""
    answers: list[Any] = []
    window.learning.shelf.do(verb).done.connect(answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


def learned(window: MainWindow, qtbot: QtBot) -> list[Learned]:
    found: list[Learned] = asked(window, lambda library: library.learned(), qtbot)
    return found


def wait_for_learned(window: MainWindow, pairs: list[tuple[str, str, int]], qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: [(one.heard, one.meant, one.confirmed) for one in learned(window, qtbot)] == pairs)


@pytest.fixture
def reviewed(page: NotePage) -> NotePage:
    """The talk with its proposals in sight: the first row is chosen."""
    page.show_proposals()
    return page


def type_over(page: NotePage, before: str, after: str) -> Edit:
    """Correct the first place of a word by hand, as the transcript's editor commits it."""
    start = page.session.source.text.index(before)
    edit = Edit(start, start + len(before), before, after, by="person")
    page.session.commit(change_of(page.session.state, {("edits", edit.id): edit}), "녹취록 고침")
    return edit


def terms_offered(page: NotePage) -> list[str]:
    return [one.term for one in page.session.open_proposals()]


def test_one_correction_brings_the_other_places_into_one_row(page: NotePage, window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.learning.found) as told:
        type_over(page, "보겠습니다", "보겠읍니다")
    assert told.args == ["보겠읍니다", 1]
    assert page.notice.sentence == "보겠읍니다로 고칠 곳을 1곳 더 찾았습니다."
    wait_for_learned(window, [("보겠습니다", "보겠읍니다", 1)], qtbot)


def test_the_offer_of_other_places_goes_when_nothing_is_left_to_offer(
    page: NotePage, window: MainWindow, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.learning.found):
        type_over(page, "보겠습니다", "보겠읍니다")
    assert page.notice.isVisible()
    page.session.undo()
    qtbot.waitUntil(lambda: not page.notice.isVisible())
    page.notice.say("다른 말")
    page.session.redo()
    assert page.notice.isVisible()


def test_what_was_corrected_in_this_note_is_not_counted_among_others(
    page: NotePage, window: MainWindow, qtbot: QtBot
) -> None:
    type_over(page, "보겠습니다", "보겠읍니다")
    wait_for_learned(window, [("보겠습니다", "보겠읍니다", 1)], qtbot)
    note_id, sha256 = window.learning.note_id, page.session.source.sha256
    memory = asked(window, lambda library: memory_of(library, note_id), qtbot)
    assert [pair.notes for pair in memory.pairs_for(sha256)] == [0]
    assert [pair.notes for pair in memory.pairs_for("another")] == [1]


def test_all_places_are_taken_with_one_click(page: NotePage, window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.learning.found):
        type_over(page, "보겠습니다", "보겠읍니다")
    page.notice.link("모두 고치기").click()
    said = "\n".join(turn.text for turn in page.session.turns())
    assert said.count("보겠읍니다") == 2
    assert "보겠습니다" not in said


@pytest.fixture
def corrected(page: NotePage, window: MainWindow, qtbot: QtBot) -> NotePage:
    """The talk with 보겠습니다 corrected by hand at its first place: two others follow."""
    with qtbot.waitSignal(window.learning.found):
        type_over(page, "겠습니다", "겠읍니다")
    return page


def test_undoing_withdraws_what_was_offered_and_unlearns(corrected: NotePage, window: MainWindow, qtbot: QtBot) -> None:
    page = corrected
    assert "겠읍니다" in terms_offered(page)
    wait_for_learned(window, [("겠습니다", "겠읍니다", 1)], qtbot)
    page.session.undo()
    assert "겠읍니다" not in terms_offered(page)
    wait_for_learned(window, [], qtbot)
    page.session.redo()
    wait_for_learned(window, [("겠습니다", "겠읍니다", 1)], qtbot)


def test_an_accepted_row_is_counted_place_by_place(page: NotePage, window: MainWindow, qtbot: QtBot) -> None:
    rows = page.session.open_proposals()
    assert [one.term for one in rows] == ["RAG", "RAG"]
    page.session.commit(accepted(page.session.state, rows), "레그 → RAG 2곳 적용")
    wait_for_learned(window, [("레그", "RAG", 2)], qtbot)
    page.session.undo()
    wait_for_learned(window, [], qtbot)


def test_the_second_place_of_a_row_is_counted_without_asking_again(
    page: NotePage, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asks: list[str] = []
    ask = window.learning.language.ask
    monkeypatch.setattr(window.learning.language, "ask", lambda verb, *args: asks.append(verb) or ask(verb, *args))
    for row in page.session.open_proposals():
        page.session.commit(accepted(page.session.state, [row]), "레그 → RAG 1곳 적용")
    wait_for_learned(window, [("레그", "RAG", 2)], qtbot)
    assert asks.count("taught") == 1


def test_ignoring_counts_as_a_refusal_until_it_is_undone(reviewed: NotePage, window: MainWindow, qtbot: QtBot) -> None:
    reviewed.review_panel.ignore()
    qtbot.waitUntil(lambda: [one.refused for one in learned(window, qtbot)] == [1])
    reviewed.session.undo()
    wait_for_learned(window, [], qtbot)


def test_always_applies_here_and_keeps_a_rule_until_undone(
    reviewed: NotePage, window: MainWindow, qtbot: QtBot
) -> None:
    window.menus.action("always").trigger()
    assert not reviewed.session.open_proposals()
    assert "RAG를 먼저" in reviewed.session.turns()[0].text
    qtbot.waitUntil(lambda: [one.rule for one in learned(window, qtbot)] == [Rule.ALWAYS])
    reviewed.session.undo()
    assert reviewed.session.open_proposals()
    qtbot.waitUntil(lambda: Rule.ALWAYS not in [one.rule for one in learned(window, qtbot)])


@pytest.mark.parametrize("action", ["always", "never"])
def test_no_rule_is_made_for_a_row_that_nobody_has_looked_at(page: NotePage, window: MainWindow, action: str) -> None:
    window.menus.action(action).trigger()
    assert page.session.open_proposals()
    assert page.said.text() == "제안 탭에서 용어를 먼저 골라 주세요."


def test_never_takes_a_pair_out_of_this_note_and_others(reviewed: NotePage, window: MainWindow, qtbot: QtBot) -> None:
    window.menus.action("never").trigger()
    assert not reviewed.session.open_proposals()
    qtbot.waitUntil(lambda: [one.rule for one in learned(window, qtbot)] == [Rule.NEVER])


@pytest.mark.parametrize("rule", [Rule.ALWAYS, Rule.NEVER])
def test_a_rule_for_a_pair_without_an_open_row_stands_alone(
    page: NotePage, window: MainWindow, qtbot: QtBot, rule: Rule
) -> None:
    type_over(page, "보겠습니다", "보겠읍니다")
    entries = len(page.session.entries)
    (window.learning.always if rule is Rule.ALWAYS else window.learning.never)("쿼라", "쿼리")
    assert len(page.session.entries) == entries
    wait_for_rule_of(window, "쿼라", rule, qtbot)
    page.session.undo()
    asked(window, lambda _library: None, qtbot)
    wait_for_rule_of(window, "쿼라", rule, qtbot)


def wait_for_rule_of(window: MainWindow, heard: str, rule: Rule, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: [one.rule for one in learned(window, qtbot) if one.heard == heard] == [rule])


def wait_for_rules(window: MainWindow, rules: list[Rule], qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: [one.rule for one in learned(window, qtbot)] == rules)


def test_undoing_always_leaves_a_rule_that_stood_before(reviewed: NotePage, window: MainWindow, qtbot: QtBot) -> None:
    asked(window, lambda library: library.set_rule("레그", "RAG", Rule.ALWAYS), qtbot)
    window.menus.action("always").trigger()
    reviewed.session.undo()
    asked(window, lambda _library: None, qtbot)
    qtbot.wait(300)
    wait_for_rules(window, [Rule.ALWAYS], qtbot)


@pytest.mark.parametrize(("action", "rule"), [("always", Rule.ALWAYS), ("never", Rule.NEVER)])
def test_doing_it_again_brings_the_rule_back(
    reviewed: NotePage, window: MainWindow, qtbot: QtBot, action: str, rule: Rule
) -> None:
    window.menus.action(action).trigger()
    wait_for_rules(window, [rule], qtbot)
    reviewed.session.undo()
    qtbot.waitUntil(lambda: rule not in [one.rule for one in learned(window, qtbot)])
    reviewed.session.redo()
    wait_for_rules(window, [rule], qtbot)
    reviewed.session.undo()
    qtbot.waitUntil(lambda: rule not in [one.rule for one in learned(window, qtbot)])


@pytest.mark.parametrize("action", ["always", "never"])
def test_a_rule_is_taken_back_in_a_note_that_was_opened_again(
    reviewed: NotePage,
    window: MainWindow,
    make_window: Callable[[], MainWindow],
    talk_file: Any,
    qtbot: QtBot,
    action: str,
) -> None:
    window.menus.action(action).trigger()
    wait_for_rules(window, [Rule(action)], qtbot)
    window.close()
    again = make_window()
    drop_files(again, [talk_file])
    page_of(again, qtbot).session.undo()
    qtbot.waitUntil(lambda: Rule(action) not in [one.rule for one in learned(again, qtbot)])


def test_a_name_given_to_a_speaker_is_looked_for_in_the_note(
    corrected: NotePage, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asks: list[str] = []
    ask = window.learning.language.ask
    monkeypatch.setattr(window.learning.language, "ask", lambda verb, *args: asks.append(verb) or ask(verb, *args))
    state = corrected.session.state
    id_, speaker = next(iter(state.speakers.items()))
    named = change_of(state, {("speakers", id_): replace(speaker, name="박현준")})
    corrected.session.commit(named, "이름: 박현준")
    qtbot.waitUntil(lambda: "proposals" in asks)
    qtbot.wait(300)
    assert "겠읍니다" in terms_offered(corrected)  # what was brought by hand stays


def test_what_was_brought_is_there_after_a_restart(
    corrected: NotePage, make_window: Callable[[], MainWindow], talk_file: Any, qtbot: QtBot
) -> None:
    again = make_window()
    drop_files(again, [talk_file])
    assert "겠읍니다" in terms_offered(page_of(again, qtbot))


def test_deletions_bridges_and_the_program_teach_nothing() -> None:
    deletion = Edit(0, 2, "음 ", "", EditKind.FILLER, by="person")
    program = Edit(0, 2, "레그", "RAG", EditKind.TERM, by="program")
    person = Edit(0, 2, "레그", "RAG", EditKind.TERM, by="person")
    assert not acts_in(Change({("edits", "a"): Step(None, deletion), ("edits", "b"): Step(None, program)}))
    made = Change({("edits", "b"): Step(program, person)})
    assert acts_in(made).made == (person,)
    assert acts_in(invert(made)).undone == (person,)
