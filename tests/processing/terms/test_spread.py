"""Correct once, everywhere: the other places of a word that was corrected by hand."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from marked_notes import Note, analysed, marked

from processing.korean import Korean
from processing.note import EditKind, State, apply, change_of, first_state
from processing.proposals import Proposal
from processing.source import Place
from processing.terms.context import RightForms
from processing.terms.glossary import Term, squeezed
from processing.terms.spread import Corrected, spread

CASES = Path(__file__).parents[2] / "cases"
MARKED = sorted((CASES / "spread").glob("*.txt"))
UNFOLDED = 0.4  # what the window shows without being asked


def note_of(text: str, korean: Korean) -> Note:
    return analysed(f"회의\n\n참석자 1 00:00\n{text}\n".encode(), "note.txt", korean)


def spread_in(
    text: str, heard: str, meant: str, korean: Korean, right: RightForms, **about: tuple[str, ...]
) -> list[str]:
    note = note_of(text, korean)
    found = spread(note.analysis, note.state, Corrected(heard, meant, **about), right.is_listed)
    return [f"{p.edit.before}>{p.edit.after}" for p in found]


def by_form(terms: Iterable[Term]) -> dict[str, Term]:
    return {squeezed(form): term for term in reversed(list(terms)) for form in term.forms}


def corrected(heard: str, meant: str, terms: dict[str, Term]) -> Corrected:
    term = terms.get(squeezed(meant))
    return Corrected(heard, meant, term.readings, term.forms) if term else Corrected(heard, meant)


def test_particles_agree_with_the_right_form(korean: Korean, right: RightForms) -> None:
    text = "버틀랙을 찾았습니다. 버틀랙이 여기예요. 버틀랙으로 봤어요. 버틀랙 같은 건 없습니다. 버틀랙까지 보고요."
    assert spread_in(text, "버틀랙", "보틀넥", korean, right) == ["버틀랙>보틀넥"] * 5
    text = "엘엠을 씁니다. 엘엠이 답하고 엘엠은 비싸고 엘엠으로 바꿉니다. 엘엠과 비교합니다."
    found = spread_in(text, "엘엠", "RAG", korean, right, readings=("래그",))
    assert found == ["엘엠을>RAG를", "엘엠이>RAG가", "엘엠은>RAG는", "엘엠으로>RAG로", "엘엠과>RAG와"]


def test_words_cut_joined_and_inside_longer_ones_are_found(korean: Korean, right: RightForms) -> None:
    text = "가온 트림 쪽에서 냅니다. 가온트림은 좋아요. 가온트림행사는 유월입니다. 가온투림에도 물어봅시다."
    found = spread_in(text, "가온트림", "가온트리움", korean, right)
    assert found == ["가온 트림>가온트리움", "가온트림>가온트리움", "가온트림>가온트리움", "가온투림>가온트리움"]


def test_what_is_right_already_stays(korean: Korean, right: RightForms) -> None:
    text = "톨게이트를 지나서 레그 프레스를 했습니다. 프롬프트를 씁니다. 프로포트를 씁니다."
    assert spread_in(text, "프로포트", "프롬프트", korean, right) == ["프로포트>프롬프트"]


def test_ordinary_words_of_other_sorts_are_no_variants(korean: Korean, right: RightForms) -> None:
    text = "지금 갑니다. 그런 일이 좀 더 있습니다. 직은 어디 있죠?"
    assert spread_in(text, "직", "지그", korean, right) == ["직은>지그는"]


def test_a_word_that_fits_where_it_stands_is_offered_with_doubt(korean: Korean, right: RightForms) -> None:
    note = note_of("비슷한 사례가 우리 회사에도 있습니다. 버틀랙을 봤습니다.", korean)
    (word,) = spread(note.analysis, note.state, Corrected("사례", "판례"), right.is_listed)
    (odd,) = spread(note.analysis, note.state, Corrected("버틀랙", "보틀넥"), right.is_listed)
    assert word.edit.confidence < odd.edit.confidence


def test_another_spelling_of_the_right_form_is_a_matter_of_style(korean: Korean, right: RightForms) -> None:
    note = note_of("파인 튜닝을 합니다. 파이트닝이 어렵죠.", korean)
    found = spread(note.analysis, note.state, Corrected("파이트닝", "파인튜닝"), right.is_listed)
    assert [(p.edit.before, p.edit.kind) for p in found] == [
        ("파인 튜닝", EditKind.STYLE),
        ("파이트닝", EditKind.TERM),
    ]


def test_places_that_are_corrected_already_are_not_offered(korean: Korean, right: RightForms) -> None:
    note = note_of("버틀랙을 봅니다. 버틀랙이 여기예요.", korean)
    first, second = spread(note.analysis, note.state, Corrected("버틀랙", "보틀넥"), right.is_listed)
    state = apply(note.state, change_of(note.state, {("edits", first.edit.id): first.edit}))
    assert spread(note.analysis, state, Corrected("버틀랙", "보틀넥"), right.is_listed) == [second]


def test_one_correction_reaches_nearly_all_other_places_of_written_notes(
    korean: Korean, built_in: list[Term], right: RightForms
) -> None:
    total, reached, offered, right_ones = 0, 0, 0, 0
    for path in MARKED:
        note = marked(path, korean)
        for meant, places in note.places.items():
            pair = corrected(note.source.slice(places[0]), meant, by_form(built_in))
            found = spread(note.analysis, note.state, pair, right.is_listed)
            assert {p.term for p in found} <= {meant}
            total += len(places) - 1
            reached += sum(any(reads_so(note, place, p, meant) for p in found) for place in places[1:])
            shown = [p for p in found if p.edit.confidence >= UNFOLDED and not p.edit.place.overlaps(places[0])]
            offered += len(shown)
            right_ones += sum(any(place.overlaps(p.edit.place) for place in places) for p in shown)
    assert total > 80
    assert reached / total >= 0.95
    assert right_ones / offered >= 0.9


def reads_so(note: Note, place: Place, proposal: Proposal, meant: str) -> bool:
    """Whether a proposal takes the whole of a place in and gives the right form."""
    edit = proposal.edit
    return edit.start <= place.start and place.end <= edit.end and edit.after.startswith(meant)


def test_an_empty_note_has_no_places(korean: Korean, right: RightForms) -> None:
    note = note_of("네.", korean)
    assert spread(note.analysis, State(), Corrected("레그", "RAG"), right.is_listed) == []
    assert first_state(note.source).edits == {}
