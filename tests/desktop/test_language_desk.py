"""The language process's own desk, with real Kiwi: what was taught is used at once, and by its next start."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from desktop.language.language_child import Desk
from desktop.preferences import Preferences
from processing.korean import Korean
from processing.note import Edit, EditKind, apply, change_of
from processing.pipeline import Estate
from processing.proposals import Proposal
from processing.terms.glossary import USER, Term
from processing.terms.learning import LearnedPair
from processing.terms.memory import Memory
from processing.turns.fillers import Filler, without

TALK = """회의

참석자 1 00:00
오늘은 버다코를 봅니다. 가온트림이 같이합니다. 버다코가 후원하고 버다 코어는 현수막만 답니다.

참석자 2 00:40
버다코아에 고맙다고 전해 주세요.
"""


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk(words=("가온트리움",))


def no_progress(_what: str, _share: float) -> None:
    return None


def ask(desk: Desk, verb: str, *args: Any) -> Any:
    return getattr(desk, verb)(*args, no_progress, lambda: False)


def test_a_correction_by_hand_is_spread_by_the_desk(desk: Desk) -> None:
    _, cleaned = ask(desk, "clean", TALK.encode(), "note.txt")
    start = cleaned.source.text.index("버다코")
    edit = Edit(start, start + 3, "버다코", "버다코어", by="person")
    state = apply(cleaned.state, change_of(cleaned.state, {("edits", edit.id): edit}))
    taught = ask(desk, "taught", cleaned.source, state, (edit,))
    assert [p.edit.before for p in taught.proposals] == ["버다코", "버다 코어", "버다코아"]
    assert taught.lessons[edit.id].is_worth_keeping


def test_a_term_added_while_it_runs_is_found_without_a_restart(desk: Desk) -> None:
    _, cleaned = ask(desk, "clean", TALK.encode(), "note.txt")
    ask(desk, "remember", Memory(terms=(Term("가온트리움", ("가온트리움",), (), (), USER),)))
    found: list[Proposal] = ask(desk, "proposals", cleaned.source, cleaned.state)
    assert ("가온트림", "가온트리움") in [(p.heard, p.term) for p in found]


def test_a_document_s_terms_are_told(desk: Desk) -> None:
    ask(desk, "remember", Memory())
    found = ask(desk, "terms_in", "Zentavo 도입. Zentavo는 빠르다. 버다코어와 버다코어.".encode(), "안건.md")
    assert {"Zentavo", "버다코어"} <= {term.term for term in found}


def test_the_next_desk_spreads_a_correction_without_reading_the_note_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, cleaned = ask(desk, "clean", TALK.encode(), "note.txt")
    ask(desk, "remember", Memory(learned=(LearnedPair("현수막", "걸개", 1, 0, 1),)))
    start = cleaned.source.text.index("버다코")
    edit = Edit(start, start + 3, "버다코", "버다코어", by="person")
    state = apply(cleaned.state, change_of(cleaned.state, {("edits", edit.id): edit}))
    told, left = ask(desk, "taught", cleaned.source, state, (edit,)), ask(desk, "estate")
    ask(desk, "inherit", pickle.dumps(Estate(Memory(), {})))  # as a fresh one, without a second Kiwi
    ask(desk, "inherit", left)
    monkeypatch.delattr(Korean, "analyse")
    assert ask(desk, "taught", cleaned.source, state, (edit,)) == told
    assert pickle.loads(ask(desk, "estate")).memory.learned[0].heard == "현수막"


def test_a_desk_is_worn_by_a_long_note_only(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    ask(desk, "clean", TALK.encode(), "note.txt")
    assert not desk.is_worn
    monkeypatch.setattr("processing.pipeline.LONG", len(TALK) - 10)
    ask(desk, "clean", TALK.encode(), "note.txt")
    assert desk.is_worn


def test_own_words_are_kept_for_the_next_start(tmp_path: Any) -> None:
    Preferences(tmp_path).keep_own_words(["가온트리움"])
    assert Preferences(tmp_path).language_options()["words"] == ("가온트리움",)
    Preferences(tmp_path).keep_own_words([])
    assert Preferences(tmp_path).language_options()["words"] == ()


def test_fillers_are_told_and_none_is_taken_out_unasked(desk: Desk) -> None:
    talk = "회의\n\n참석자 1 00:00\n현수막은 음 작년에 걸었는데 간판은 음 올해 달아요. 음 그 얘기는 이제 시작합니다.\n"
    _, cleaned = ask(desk, "clean", talk.encode(), "note.txt")
    assert not [edit for edit in cleaned.state.edits.values() if edit.kind is EditKind.FILLER]
    found: list[Filler] = ask(desk, "fillers", cleaned.source, cleaned.state)
    assert [one.word for one in found] == ["음", "음", "음"]
    state = apply(cleaned.state, without(cleaned.state, found[:1]))
    assert ask(desk, "fillers", cleaned.source, state) == found[1:]
