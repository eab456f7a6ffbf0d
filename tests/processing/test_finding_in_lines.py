"""찾기와 바꾸기 in lines of the minutes: what does not follow the transcript is found, what follows it is not twice."""

from __future__ import annotations

import pytest

from processing.attendees import attendees_of
from processing.basis import with_bases
from processing.finding import FormHit, Hit, LineHit, found, found_in_form, found_in_lines, replaced
from processing.minutes import Minutes, info_of, shown_minutes
from processing.minutes_lines import MinutesLine
from processing.note import DUE, OWNER, LineKind, Speaker, State, apply, change_of, first_state, invert
from processing.transcript import transcript
from tests.builders import line_of, source_of

SOURCE = source_of(
    ("참석자 1", 0, "카프카로 로그를 모읍니다."),
    ("참석자 2", 9, "비용은 다음에 봅시다."),
)
LINES = {
    "mine": line_of(SOURCE, LineKind.SUMMARY, "카프카로 모으고 카프카를 지킴", "카프카로", author="person"),
    "edited": line_of(SOURCE, LineKind.ACTION, "카프카 도입", "카프카로", is_edited=True, owner="카프카 담당"),
    "program": line_of(SOURCE, LineKind.DECISION, "카프카로 로그를 모음", "카프카로 로그를 모읍니다."),
    "model": line_of(SOURCE, LineKind.OPEN_POINT, "카프카 비용 미정", "비용은", author="model"),
    "asked": line_of(SOURCE, LineKind.QUESTION, "비용은?", "비용은", is_edited=True, answer="카프카는 다음에"),
}


@pytest.fixture
def state() -> State:
    first = first_state(SOURCE)
    change = change_of(first, {("lines", id_): line for id_, line in LINES.items()})
    return apply(first, with_bases(SOURCE, first, change))


def lines_of(minutes: Minutes) -> list[MinutesLine]:
    return [*minutes.summary, *minutes.decisions, *minutes.actions, *minutes.open_points, *minutes.questions]


def hits_in(state: State, words: str, is_whole: bool = True) -> list[LineHit]:
    return found_in_lines(SOURCE, state, lines_of(shown_minutes(SOURCE, state)), words, is_whole)


def words_of(state: State) -> dict[str, tuple[str | None, ...]]:
    shown = (line.line for line in lines_of(shown_minutes(SOURCE, state)))
    told = ((line.text, line.answer, line.owner) for line in shown)
    return dict(zip(("mine", "program", "edited", "model", "asked"), told, strict=True))


def test_words_of_a_person_s_own_are_found_and_those_that_follow_are_not_twice(state: State) -> None:
    assert [(hit.line_id, hit.field, hit.suffix) for hit in hits_in(state, "카프카")] == [
        ("mine", "text", "로"),
        ("mine", "text", "를"),
        ("edited", "text", ""),
        ("edited", "owner", ""),
        ("model", "text", ""),  # the evidence does not name it: nothing that is replaced there would reach it
        ("asked", "answer", "는"),
    ]
    assert hits_in(state, " ") == []
    assert hits_in(state, "프카") == []
    assert len(hits_in(state, "프카", is_whole=False)) == 6


def test_all_together_are_one_change_and_the_document_says_one_thing(state: State) -> None:
    hits: list[Hit | LineHit] = [*found(transcript(SOURCE, state), "카프카", True), *hits_in(state, "카프카")]
    change = replaced(SOURCE, state, hits, "파이프")
    after = apply(state, change)
    assert words_of(after) == {
        "mine": ("파이프로 모으고 파이프를 지킴", None, None),
        "edited": ("파이프 도입", None, "파이프 담당"),
        "program": ("파이프로 로그를 모음", None, None),
        "model": ("파이프 비용 미정", None, None),
        "asked": ("비용은?", "파이프는 다음에", None),
    }
    assert (after.lines["mine"].author, after.lines["mine"].is_edited) == ("person", False)
    assert after.lines["edited"].by_hand == (OWNER,)
    assert after.lines["model"].is_edited
    assert not after.lines["program"].is_edited
    assert apply(after, invert(change)) == state


def test_a_line_is_never_left_without_words(state: State) -> None:
    only = next(hit for hit in hits_in(state, "카프카 도입") if hit.line_id == "edited")
    assert apply(state, replaced(SOURCE, state, [only], "")).lines["edited"].text == "카프카 도입"


def test_a_day_that_a_person_typed_is_found(state: State) -> None:
    mine = line_of(SOURCE, LineKind.ACTION, "정리", "비용은", due_text="월말 결산 뒤", by_hand=(DUE,))
    state = apply(state, change_of(state, {("lines", "due"): mine}))
    (hit,) = hits_in(state, "결산")
    assert apply(state, replaced(SOURCE, state, [hit], "마감")).lines["due"].due_text == "월말 마감 뒤"


def filled(state: State, **info: object) -> State:
    return apply(state, change_of(state, {("info", name): value for name, value in info.items()}))


def in_form(state: State, words: str) -> list[FormHit]:
    return found_in_form(info_of(state), words, is_whole=True)


def test_entries_of_the_form_are_found_and_replaced(state: State) -> None:
    state = filled(
        state, title="카프카 점검", place="카프카실", agenda=("비용", "카프카를 지킬지", "카프카"), date="2026-03-02"
    )
    hits = in_form(state, "카프카")
    assert [(hit.field, hit.number, hit.suffix) for hit in hits] == [
        ("title", 0, ""),
        ("agenda", 1, "를"),
        ("agenda", 2, ""),
    ]
    change = replaced(SOURCE, state, hits, "레디스")
    after = apply(state, change).info
    assert (after["title"], after["agenda"]) == ("레디스 점검", ("비용", "레디스를 지킬지", "레디스"))
    assert apply(apply(state, change), invert(change)) == state
    assert in_form(state, "2026") == []


def test_an_entry_that_loses_all_its_words_is_none(state: State) -> None:
    state = filled(state, place="강당", agenda=("예산", "채용"))
    after = apply(state, replaced(SOURCE, state, [*in_form(state, "강당"), *in_form(state, "예산")], ""))
    assert "place" not in after.info
    assert after.info["agenda"] == ("채용",)


def test_attendees_who_follow_the_speakers_follow_them_still(state: State) -> None:
    speakers = {
        ("speakers", "s1"): Speaker("참석자 1", "김유진", "과장"),
        ("speakers", "s2"): Speaker("참석자 2", "한유진"),
    }
    cuts = {("cuts", cut): f"s{i}" for i, cut in enumerate(sorted(state.cuts), 1)}
    state = apply(state, change_of(state, {**speakers, **cuts}))
    assert attendees_of(state) == ("김유진 과장", "한유진")
    after = apply(state, replaced(SOURCE, state, in_form(state, "김유진"), "김유정"))
    assert attendees_of(after) == ("김유정 과장", "한유진")
    assert "attendees" not in after.info
    assert replaced(SOURCE, state, in_form(state, "과장"), "차장") == change_of(state, {})
