"""Replacing over several notes of a real library: whole terms with particles, one entry a note, taken back as one."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from processing.journal import Entry, fold
from processing.library import Library, LibraryTrouble, Why
from processing.note import LineKind, State, change_of, first_state
from processing.over_notes import NotTaken, Sight, Wish, entry_replacing, entry_taking_back, sights
from processing.transcript import transcript
from tests.builders import line_of, source_of

TALKS = (
    "레그를 먼저 봅시다. 레그 같은 것도요.",
    "예산은 그대로 갑니다.",
    "그 레그는 제가 할게요. 프레그는 아닙니다.",
)
WHAT = "여러 노트에서 바꾸기: 레그 → 모델"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.sqlite") as opened:
        yield opened


def put_in(library: Library, talks: Sequence[str] = TALKS) -> list[int]:
    sources = [source_of(("참석자 1", 0, words), title=f"회의 {n}") for n, words in enumerate(talks)]
    return [library.import_note(source) for source in sources]


def state_of(library: Library, note_id: int) -> State:
    source, entries = library.load(note_id)
    return fold(first_state(source), entries)


def text_of(library: Library, note_id: int) -> str:
    return " ".join(turn.text for turn in transcript(library.source(note_id), state_of(library, note_id)))


def do_over(library: Library, wish: Wish, what: str = WHAT, time: datetime | None = None) -> dict[int, Entry]:
    """Replace all places of all notes, as the window has it done."""
    at = time or datetime.now(UTC)
    made: dict[int, Entry] = {}
    for row in library.all_notes():
        source, entries = library.load(row.id)
        chosen = range(len(sights(source, entries, wish)))
        entry = entry_replacing(source, entries, wish, chosen, what, at)
        if entry is not None:
            made[row.id] = entry
    library.append_to_many(made)
    return made


def take_back(library: Library, made: Mapping[int, Entry]) -> dict[int, NotTaken]:
    """Take the whole back where it can be; what stood in the way elsewhere."""
    same = next(iter(made.values()))
    outcomes = {id_: entry_taking_back(*library.load(id_), same, datetime.now(UTC)) for id_ in library.notes_with(same)}
    library.append_to_many({id_: one for id_, one in outcomes.items() if isinstance(one, Entry)})
    return {id_: one for id_, one in outcomes.items() if isinstance(one, NotTaken)}


def test_whole_terms_are_replaced_with_their_particles_and_notes_without_them_get_no_entry(library: Library) -> None:
    notes = put_in(library)
    made = do_over(library, Wish("레그", "모델"))
    assert list(made) == [notes[0], notes[2]]
    assert text_of(library, notes[0]) == "모델을 먼저 봅시다. 모델 같은 것도요."
    assert text_of(library, notes[2]) == "그 모델은 제가 할게요. 프레그는 아닙니다."
    assert [copy.why for copy in library.backups()] == [Why.BULK_CHANGE]


def test_a_preview_shows_each_place_with_what_stands_around_it(library: Library) -> None:
    first, *_ = put_in(library)
    seen = sights(*library.load(first), Wish("레그", "RAG"))
    assert seen[0] == Sight("", "레그를", "RAG를", " 먼저 봅시다. 레그 같은 것도요.")
    assert len(seen) == 2
    (long,) = put_in(library, ["가 " * 30 + "레그를 봅니다. " + "나 " * 30])
    (sight,) = sights(*library.load(long), Wish("레그", "RAG"))
    assert sight.left.startswith("…")
    assert sight.right.endswith("…")


def test_only_what_is_chosen_is_replaced(library: Library) -> None:
    first, *_ = put_in(library)
    source, entries = library.load(first)
    entry = entry_replacing(source, entries, Wish("레그", "모델"), [1], WHAT, datetime.now(UTC))
    assert entry is not None
    library.append_to_many({first: entry})
    assert text_of(library, first) == "레그를 먼저 봅시다. 모델 같은 것도요."
    assert entry_replacing(source, entries, Wish("레그", "모델"), [], WHAT, datetime.now(UTC)) is None


def test_words_that_a_person_put_in_the_minutes_are_replaced_too(library: Library) -> None:
    (note,) = put_in(library, TALKS[1:2])
    source = library.source(note)
    line = line_of(source, LineKind.DECISION, "레그로 정함", "예산은", author="person")
    put = Entry(1, datetime.now(UTC), "person", "줄", change_of(first_state(source), {("lines", "l1"): line}))
    library.append(note, put)
    do_over(library, Wish("레그", "모델"))
    assert state_of(library, note).lines["l1"].text == "모델로 정함"


def test_the_whole_is_taken_back_and_is_as_before(library: Library) -> None:
    notes = put_in(library)
    before = [state_of(library, id_) for id_ in notes]
    made = do_over(library, Wish("레그", "모델"))
    assert take_back(library, made) == {}
    assert [state_of(library, id_) for id_ in notes] == before
    assert set(take_back(library, made).values()) == {NotTaken.GONE_ALREADY}


def test_a_note_in_which_something_rests_on_it_is_left_and_named_the_others_are_taken_back(library: Library) -> None:
    notes = put_in(library)
    made = do_over(library, Wish("레그", "모델"))
    later = do_over(library, Wish("모델을", "모형을"), "여러 노트에서 바꾸기: 모델을 → 모형을")
    assert list(later) == [notes[0]]
    assert take_back(library, made) == {notes[0]: NotTaken.IN_THE_WAY}
    assert "모형을" in text_of(library, notes[0])
    assert "레그는" in text_of(library, notes[2])


def test_two_actions_of_one_name_are_two(library: Library) -> None:
    notes = put_in(library)
    first = do_over(library, Wish("레그", "모델"))
    take_back(library, first)
    second = do_over(library, Wish("레그", "모델"))
    same = next(iter(second.values()))
    assert library.notes_with(same) == [notes[0], notes[2]]
    assert take_back(library, second) == {}


def test_a_change_that_one_note_refuses_is_made_in_none(library: Library) -> None:
    notes = put_in(library)
    wish, now = Wish("레그", "모델"), datetime.now(UTC)
    made = {id_: entry_replacing(*library.load(id_), wish, [0], WHAT, now) for id_ in (notes[0], notes[2])}
    entries = {id_: entry for id_, entry in made.items() if entry is not None}
    entries[notes[2]] = replace(entries[notes[2]], time=now.replace(tzinfo=None))
    with pytest.raises(Exception, match="zone"):
        library.append_to_many(entries)
    assert not library.entries(notes[0])


def test_without_room_for_the_backup_nothing_is_changed(library: Library) -> None:
    notes = put_in(library)
    folder = library.path.parent / "backups"
    folder.write_text("a file where the folder of copies would be", "utf-8")
    with pytest.raises(LibraryTrouble):
        do_over(library, Wish("레그", "모델"))
    assert not library.entries(notes[0])


WORDS = ("레그", "레그를", "모델", "RAG", "😀", "회의")


@settings(max_examples=30, deadline=None)
@given(
    talks=st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=5), min_size=1, max_size=4),
    wishes=st.lists(
        st.builds(Wish, st.sampled_from(WORDS), st.sampled_from(("", "모델", "RAG", "길 다")), st.booleans()),
        min_size=1,
        max_size=3,
    ),
)
def test_any_replacing_over_notes_taken_back_from_the_last_leaves_all_as_before(
    talks: list[list[str]], wishes: list[Wish]
) -> None:
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder) / "library.sqlite") as library:
        notes = put_in(library, [f"{n} {' '.join(words)}" for n, words in enumerate(talks)])
        steps: list[tuple[dict[int, State], dict[int, Entry]]] = []
        for n, wish in enumerate(wishes):
            before = {id_: state_of(library, id_) for id_ in notes}
            steps.append((before, do_over(library, wish, f"바꾸기 {n}")))
        for before, made in reversed(steps):
            assert not made or take_back(library, made) == {}
            assert {id_: state_of(library, id_) for id_ in notes} == before
