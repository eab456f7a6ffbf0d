"""What changes the evidence of a line and what does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from processing.basis import Bases, kept_at_rest, resting, with_bases
from processing.minutes import shown_minutes
from processing.note import Change, Edit, EditKind, Line, LineKind, State, apply, change_of, first_state
from processing.shown import Shown, edit_over
from processing.source import Place, Source
from processing.turns.by_hand import Scope, merge_speakers, reassign, rename
from tests.builders import source_of

SAID = "레그를 금요일까지 정리하겠습니다."


@pytest.fixture
def source() -> Source:
    return source_of(
        ("참석자 1", 0.0, f"안녕하세요. {SAID}"), ("참석자 2", 9.0, "좋습니다."), ("참석자 1", 20.0, "끝내죠.")
    )


def place_of(source: Source, words: str) -> Place:
    at = source.text.index(words)
    return Place(at, at + len(words))


def line_on(source: Source, words: str = SAID, **fields: object) -> Line:
    return Line(LineKind.ACTION, "레그 정리", places=(place_of(source, words),), **fields)  # type: ignore[arg-type]


def typed(source: Source, state: State, words: str, new: str) -> State:
    """The state after a person typed `new` over the first of these words."""
    place = place_of(source, words)
    return apply(state, edit_over(Shown(source.text, state.edits.values()), state, place.start, place.end, new))


def is_changed(source: Source, before: State, after: State, line: Line) -> bool:
    based = resting(source, before, {"a": line})["a"]
    assert not Bases(source, before).is_changed(based)
    return Bases(source, after).is_changed(based)


def test_words_typed_inside_change_it_and_taking_them_back_gives_it_back(source: Source) -> None:
    first, line = first_state(source), line_on(source)
    after = typed(source, first, "금요일", "목요일")
    assert is_changed(source, first, after, line)
    assert not is_changed(source, after, after, line)
    assert not is_changed(source, first, typed(source, after, "금요일", "금요일"), line)


@pytest.mark.parametrize(("words", "new"), [("안녕하세요", "반갑습니다"), ("좋습니다", "싫습니다")])
def test_words_typed_elsewhere_do_not(source: Source, words: str, new: str) -> None:
    first = first_state(source)
    assert not is_changed(source, first, typed(source, first, words, new), line_on(source))


def test_a_comma_does_not(source: Source) -> None:
    first = first_state(source)
    assert not is_changed(source, first, typed(source, first, "레그를 ", "레그를, "), line_on(source))


@pytest.mark.parametrize("kind", [kind for kind in EditKind if kind is not EditKind.MANUAL])
def test_an_applied_term_or_a_mended_line_does_not(source: Source, kind: EditKind) -> None:
    first, place = first_state(source), place_of(source, "레그를")
    edit = Edit(place.start, place.end, "레그를", "RAG를", kind, by="person")
    after = apply(first, change_of(first, {("edits", edit.id): edit}))
    assert not is_changed(source, first, after, line_on(source))


def test_a_new_name_does_not_and_another_speaker_does(source: Source) -> None:
    first, line = first_state(source), line_on(source)
    assert not is_changed(source, first, apply(first, rename(first, "s1", "김민서", None)), line)
    cut = next(iter(first.cuts))
    assert is_changed(source, first, apply(first, reassign(first, cut, "s2", Scope.THIS)), line)
    other = apply(first, reassign(first, source.blocks[1].text.start, "s1", Scope.THIS))
    assert not is_changed(source, first, other, line)


def test_two_labels_of_one_person_change_nothing(source: Source) -> None:
    first = first_state(source)
    line = resting(source, first, {"a": line_on(source, "좋습니다.")})["a"]
    state = apply(first, change_of(first, {("lines", "a"): line}))
    change = merge_speakers(state, "s2", "s1")
    assert Bases(source, apply(state, change)).is_changed(line)
    after = apply(state, kept_at_rest(source, state, change))
    assert not Bases(source, after).is_changed(after.lines["a"])


def test_a_line_that_had_changed_before_the_labels_became_one_stays_marked(source: Source) -> None:
    first = first_state(source)
    line = resting(source, first, {"a": line_on(source)})["a"]
    state = typed(source, apply(first, change_of(first, {("lines", "a"): line})), "금요일", "목요일")
    after = apply(state, kept_at_rest(source, state, merge_speakers(state, "s2", "s1")))
    assert Bases(source, after).is_changed(after.lines["a"])


def test_a_persons_line_is_never_marked(source: Source) -> None:
    first = first_state(source)
    mine = line_on(source, author="person")
    assert not Bases(source, typed(source, first, "금요일", "목요일")).is_changed(mine)


def test_a_line_kept_without_a_basis_was_made_from_the_file(source: Source) -> None:
    first, line = first_state(source), line_on(source)
    assert not Bases(source, first).is_changed(line)
    assert Bases(source, typed(source, first, "금요일", "목요일")).is_changed(line)


def test_a_title_rests_on_its_words_and_not_on_all_that_is_said_where_it_begins(source: Source) -> None:
    first = first_state(source)
    for places in ((source.blocks[0].text, place_of(source, "좋습니다.")), (source.blocks[0].text,)):
        topic = Line(LineKind.TOPIC, "정리", places=places)
        assert not is_changed(source, first, typed(source, first, "금요일", "목요일"), topic)
        assert not is_changed(source, first, typed(source, first, "좋습니다", "싫습니다"), topic)
        assert is_changed(source, first, typed(source, first, "정리", "보관"), topic)


def test_a_title_in_other_words_than_the_talk_rests_on_all_of_its_evidence(source: Source) -> None:
    first, topic = first_state(source), Line(LineKind.TOPIC, "동의", places=(place_of(source, "좋습니다."),))
    assert is_changed(source, first, typed(source, first, "좋습니다", "싫습니다"), topic)
    assert not is_changed(source, first, typed(source, first, "금요일", "목요일"), topic)


def test_another_speaker_of_what_says_a_title_changes_it(source: Source) -> None:
    first = first_state(source)
    topic = Line(LineKind.TOPIC, "정리", places=(source.blocks[0].text,))
    cut = next(iter(first.cuts))
    assert is_changed(source, first, apply(first, reassign(first, cut, "s2", Scope.THIS)), topic)


def test_a_change_gives_new_lines_what_they_rest_on_after_it(source: Source) -> None:
    state = typed(source, first_state(source), "금요일", "목요일")
    change = with_bases(source, state, change_of(state, {("lines", "a"): line_on(source)}))
    after = apply(state, change)
    assert after.lines["a"].basis
    assert not Bases(source, after).is_changed(after.lines["a"])
    done = change_of(after, {("lines", "a"): replace(after.lines["a"], status="완료")})
    assert with_bases(source, after, done) == done
    assert with_bases(source, after, Change()) == Change()


def test_a_topic_is_marked_when_the_words_of_its_title_are_typed_over_where_it_begins() -> None:
    source = source_of(("참석자 1", 0.0, "다음은 해외 진출 건입니다."), ("참석자 2", 9.0, "서버 비용을 봅시다."))
    places = (place_of(source, "다음은 해외 진출 건입니다."), place_of(source, "서버 비용을 봅시다."))
    first, line = first_state(source), Line(LineKind.TOPIC, "서버 비용 · 해외 진출 건", places=places)
    after = typed(source, first, "해외 진출", "국내 철수")
    assert is_changed(source, first, after, line)
    assert not is_changed(source, first, typed(source, first, "다음은", "끝으로"), line)
    assert not is_changed(source, after, after, line)


def test_lines_name_the_one_who_took_over_what_a_merged_label_said() -> None:
    source = source_of(("참석자 1", 0.0, "보고서는 참석자 2가 보냅니다."), ("참석자 2", 9.0, "제가 보낼게요."))
    first = first_state(source)
    line = Line(
        LineKind.ACTION, "보고서는 참석자 2가 보내기", owner="참석자 2", places=(place_of(source, "제가 보낼게요."),)
    )
    state = apply(first, change_of(first, {("lines", "l1"): line}))
    state = apply(state, rename(state, "s2", "김유진"))
    state = apply(state, merge_speakers(state, "s2", "s1"))
    [shown] = shown_minutes(source, state).actions
    assert (shown.line.text, shown.line.owner) == ("보고서는 김유진이 보내기", "김유진")
    unnamed = apply(first, change_of(first, {("lines", "l1"): line}))
    [shown] = shown_minutes(source, apply(unnamed, merge_speakers(unnamed, "s2", "s1"))).actions
    assert (shown.line.text, shown.line.owner) == ("보고서는 참석자 1이 보내기", "참석자 1")
