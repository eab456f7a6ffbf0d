"""Fillers: found where the words say nothing, left where they answer, react or mean something."""

from __future__ import annotations

import pytest
from talks import korean
from turn_notes import source_of

from processing.note import State, apply, change_of, first_state, invert
from processing.source import Place, Source
from processing.transcript import transcript
from processing.turns import by_hand
from processing.turns.fillers import Filler, counts_of, fillers_of, still_standing, without


def found(*texts: str) -> tuple[Source, State, list[Filler]]:
    source = source_of([(f"참석자 {n % 2 + 1}", text) for n, text in enumerate(texts)])
    state = first_state(source)
    return source, state, fillers_of(korean().analyse(transcript(source, state)))


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("현수막은 음 작년에 걸었는데 구청에서 떼 갔어요.", "현수막은 작년에 걸었는데 구청에서 떼 갔어요."),
        ("비용이 줄었어요. 어 그러니까 절반쯤 됩니다.", "비용이 줄었어요. 그러니까 절반쯤 됩니다."),
        ("회사는 이제 돈을 벌고 사람은 이제 쉬는 겁니다.", "회사는 돈을 벌고 사람은 쉬는 겁니다."),
        ("회사는 이제 돈을 벌고 사람은 이제 그냥 쉬는 겁니다.", "회사는 돈을 벌고 사람은 그냥 쉬는 겁니다."),
        ("현수막은 음, 작년에 걸었는데 구청에서 떼 갔어요.", "현수막은 작년에 걸었는데 구청에서 떼 갔어요."),
        ("그건 하나의 이제 도구로 봅니다.", "그건 하나의 도구로 봅니다."),
        ("여기는 약간 좀 조용한 동네예요.", "여기는 좀 조용한 동네예요."),
        ("여기는 좀 약간 조용한 동네예요.", "여기는 좀 조용한 동네예요."),
        ("우리는 뭐 이런 걸로 끝내지 않습니다.", "우리는 이런 걸로 끝내지 않습니다."),
    ],
)
def test_a_filler_goes_with_its_blank(said: str, left: str) -> None:
    source, state, fillers = found(said)
    change = without(state, fillers)
    after = apply(state, change)
    assert transcript(source, after)[0].text == left
    assert apply(after, invert(change)) == state


@pytest.mark.parametrize(
    "said",
    [
        "네.",
        "아 그렇군요. 몰랐습니다.",
        "음.",
        "이제부터 시작합니다.",
        "이제 시작합니다.",
        "회사는 이제 돈을 법니다.",
        "회사는 이제 부터 벌고 사람은 이제 부터 쉽니다.",
        "이 가방은 약간 비싸요.",
        "그 서버는 제가 봤어요.",
        "현수막은 저 구청에서 떼 갔어요.",
        "그냥 두세요.",
        "그건 하나의 그냥 도구로만 봅니다.",
        "네 곳을 봤습니다.",
    ],
)
def test_a_word_that_answers_reacts_or_means_something_stays(said: str) -> None:
    assert not found(said)[2]


def test_the_preview_counts_by_word() -> None:
    _, _, fillers = found("저는 음 내일 가고 음 모레 옵니다.", "비가 와요. 어 그러면 우산을 챙기죠.")
    assert counts_of(fillers) == [("음", 2), ("어", 1)]


def test_a_filler_inside_words_that_were_edited_meanwhile_stays() -> None:
    source, state, fillers = found("현수막은 음 작년에 걸었어요.")
    paragraph = transcript(source, state)[0].paragraphs[0]
    edited = apply(state, paragraph.change(state, 3, 9, "막을 지난해"))
    assert not without(edited, fillers)
    assert not change_of(edited, without(edited, fillers).steps)


TWO = "현수막은 음 작년에 걸었어요. 간판은 음 올해 달아요."


def test_a_filler_that_is_withheld_stays() -> None:
    source, state, fillers = found(TWO)
    start = source.text.index("간판")
    hidden = apply(state, by_hand.withhold(state, Place(start, start + 12)))
    assert [one.edit.start < start for one in still_standing(hidden, fillers)] == [True]


def test_a_filler_in_which_a_turn_was_begun_by_hand_stays() -> None:
    _, state, fillers = found(TWO)
    inside = fillers[0].edit.end - 1
    cut = apply(state, change_of(state, {("cuts", inside): "s1"}))
    assert [one.edit.start > inside for one in still_standing(cut, fillers)] == [True]
    at_its_end = apply(state, change_of(state, {("cuts", fillers[0].edit.end): "s1"}))
    assert len(still_standing(at_its_end, fillers)) == 2


def test_what_goes_goes_by_a_person_s_choice() -> None:
    _, state, fillers = found(TWO)
    assert {step.new.by for step in without(state, fillers).steps.values()} == {"person"}
