"""A model's opinions on turns: echo, remap, only what turn repair may do, never applied, words never changed."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processing.model.failure import ModelFailed
from processing.model.masking import mask_of
from processing.model.numbered import sent_lines
from processing.model.turn_rails import JudgedTurns, SaidTurn, TurnKind, beside_turns, judged_turns
from processing.model.turns_by_model import turns_answered, turns_asked, turns_from
from processing.note import Speaker, State, apply, first_state, invert
from processing.proposals import PROPOSE, TurnProposal, still_open_turns
from processing.source import Place
from processing.transcript import transcript
from tests.builders import source_of
from tests.processing.model.scripted import Scripted, number_of

NOTE = source_of(
    ("참석자 1", 0.0, "로그는 어디에 남기셨나요? 네 서버에 남겼습니다."),
    ("참석자 2", 10.0, "주소는 제가 보내 드릴게요. 그리고 지난주에 만든"),
    ("참석자 3", 20.0, "화면도 같이 보냅니다. 저는 이지훈이고요 화면을 맡았습니다."),
    ("참석자 1", 30.0, "좋습니다. 비용은 삼천만 원"),
    ("참석자 2", 40.0, "네."),
    ("참석자 1", 50.0, "안으로 맞춰 주세요."),
)
START = first_state(NOTE)


def judged(*said: SaidTurn, state: State = START) -> JudgedTurns:
    return judged_turns(said, sent_lines(transcript(NOTE, state), state.withheld.values()), mask_of([]), NOTE, state)


def only(said: SaidTurn) -> TurnProposal:
    (proposal,) = judged(said).proposals
    assert proposal.decision == PROPOSE
    return proposal


def spoken(state: State) -> list[tuple[str, str]]:
    return [(turn.speaker_id, " ".join(turn.text.split())) for turn in transcript(NOTE, state)]


def number(words: str) -> int:
    (found,) = [line.number for line in sent_lines(transcript(NOTE, START)) if words in line.text]
    return found


def test_an_answer_in_the_question_goes_to_the_next_speaker() -> None:
    proposal = only(SaidTurn(TurnKind.BELOW, number("네 서버에"), "네 서버에 남겼습니다."))
    turns = spoken(apply(START, proposal.change))
    assert turns[0] == ("s1", "로그는 어디에 남기셨나요?")
    assert turns[1][0] == "s2"
    assert turns[1][1].startswith("네 서버에 남겼습니다. 주소는")
    assert proposal.kind == "split"


def test_the_end_of_a_cut_sentence_goes_to_the_speaker_before_and_joins_it() -> None:
    proposal = only(SaidTurn(TurnKind.ABOVE, number("화면도 같이"), "화면도 같이 보냅니다."))
    turns = spoken(apply(START, proposal.change))
    assert turns[1][1].endswith("그리고 지난주에 만든 화면도 같이 보냅니다.")
    assert turns[2] == ("s3", "저는 이지훈이고요 화면을 맡았습니다.")


def test_a_listening_noise_is_folded_into_the_sentence_it_cuts() -> None:
    proposal = only(SaidTurn(TurnKind.FOLD, 9, "네"))
    assert ("s1", "좋습니다. 비용은 삼천만 원 안으로 맞춰 주세요.") in spoken(apply(START, proposal.change))


def test_words_of_another_speaker_are_given_to_them() -> None:
    proposal = only(
        SaidTurn(TurnKind.SPEAKER, number("저는 이지훈"), "저는 이지훈이고요 화면을 맡았습니다.", "참석자 2")
    )
    assert spoken(apply(START, proposal.change))[3] == ("s2", "저는 이지훈이고요 화면을 맡았습니다.")


def test_two_labels_of_one_person_become_one() -> None:
    proposal = only(SaidTurn(TurnKind.SAME, 5, "화면도", "참석자 3", "참석자 2"))
    assert set(apply(START, proposal.change).speakers) == {"s1", "s2"}


def test_a_name_that_is_said_is_offered_as_a_name() -> None:
    proposal = only(SaidTurn(TurnKind.NAME, 6, "저는 이지훈이고요", "참석자 3", "이지훈"))
    assert proposal.kind == "role"
    assert apply(START, proposal.change).speakers["s3"] == Speaker("참석자 3", "이지훈")


@pytest.mark.parametrize(
    "said",
    [
        SaidTurn(TurnKind.BELOW, 2, "없는 말입니다."),  # no echo
        SaidTurn(TurnKind.BELOW, 2, ""),
        SaidTurn(TurnKind.BELOW, 1, "로그는 어디에"),  # a whole turn is no answer's head
        SaidTurn(TurnKind.ABOVE, 1, "로그는"),  # nobody speaks above
        SaidTurn(TurnKind.ABOVE, 6, "저는 이지훈이고요 화면을 맡았습니다."),  # the whole turn
        SaidTurn(TurnKind.FOLD, 1, "로그는 어디에 남기셨나요?"),  # no turn of its own
        SaidTurn(TurnKind.SPEAKER, 3, "주소는", "참석자 9"),  # nobody of the note
        SaidTurn(TurnKind.SPEAKER, 3, "주소는", "참석자 2"),  # alters nothing
        SaidTurn(TurnKind.SAME, 5, "화면도", "참석자 2", "참석자 2"),
        SaidTurn(TurnKind.NAME, 6, "저는 이지훈이고요", "참석자 3", "김철수"),  # a name that is not said
    ],
)
def test_what_does_not_hold_is_dropped_and_counted(said: SaidTurn) -> None:
    result = judged(said)
    assert result.proposals == ()
    assert result.dropped == 1


def test_a_wrong_number_is_mended_where_only_one_line_has_the_words() -> None:
    assert only(SaidTurn(TurnKind.BELOW, 99, "네  서버에 남겼습니다.")).place.start == NOTE.text.index("네 서버에")
    assert judged(SaidTurn(TurnKind.FOLD, 99, "네.")).dropped == 1


def test_withheld_words_are_not_moved_unseen() -> None:
    at = NOTE.text.index("네 서버에 남겼습니다.")
    state = replace(START, withheld={"w": Place(at + 2, at + 5)})
    assert judged(SaidTurn(TurnKind.BELOW, 2, "네", "", ""), state=state).proposals == ()


@pytest.mark.parametrize(
    ("hidden", "said"),
    [
        ("화면도", SaidTurn(TurnKind.ABOVE, 5, "같이 보냅니다.")),
        ("같이", SaidTurn(TurnKind.ABOVE, 5, "보냅니다.")),
        ("맡았습니다.", SaidTurn(TurnKind.SPEAKER, 6, "저는 이지훈이고요", "참석자 2")),
    ],
)
def test_nothing_is_moved_together_with_words_that_the_model_has_not_seen(hidden: str, said: SaidTurn) -> None:
    assert judged(said).proposals
    at = NOTE.text.index(hidden)
    state = replace(START, withheld={"w": Place(at, at + len(hidden))})
    assert judged(said, state=state).proposals == ()


def test_a_noise_is_not_folded_with_words_that_the_model_has_not_seen() -> None:
    noise = SaidTurn(TurnKind.FOLD, 9, "네")
    assert judged(noise).proposals
    at = NOTE.text.index("네.\n") + 1
    assert judged(noise, state=replace(START, withheld={"w": Place(at, at + 1)})).proposals == ()


def test_a_sentence_that_has_ended_is_joined_to_nothing() -> None:
    proposal = only(SaidTurn(TurnKind.BELOW, number("네 서버에"), "네 서버에 남겼습니다."))
    assert apply(START, proposal.change).edits == {}


def test_what_the_program_offers_already_is_offered_once() -> None:
    mine = only(SaidTurn(TurnKind.BELOW, 2, "네 서버에 남겼습니다."))
    other = only(SaidTurn(TurnKind.FOLD, 9, "네"))
    same = replace(mine, detail="AI도 같은 의견.", place=Place(0, 1))
    assert beside_turns([mine], [same, other]) == [mine, other]


KINDS = st.sampled_from(list(TurnKind))
WORDS = st.sampled_from(
    [word for line in sent_lines(transcript(NOTE, START)) for word in (line.text, *line.text.split())]
)
LABELS = st.sampled_from(["참석자 1", "참석자 2", "참석자 3", "이지훈", ""])


@given(st.lists(st.builds(SaidTurn, KINDS, st.integers(0, 10), WORDS, LABELS, LABELS), max_size=6))
def test_whatever_is_said_can_be_taken_in_any_order_and_taken_back_and_keeps_the_words(said: list[SaidTurn]) -> None:
    state, folded = START, ""
    for proposal in judged(*said).proposals:
        if still_open_turns([proposal], state):
            taken = apply(state, proposal.change)
            assert apply(taken, invert(proposal.change)) == state
            folded += NOTE.slice(proposal.place) if proposal.kind == "fold" else ""
            state = taken
    before = "".join(text for _, text in spoken(START)) + ""
    after = "".join(text for _, text in spoken(state)) + folded
    assert sorted("".join(after.split())) == sorted("".join(before.split()))


# --- the whole way --------------------------------------------------------------------------------------------------


def test_a_model_is_asked_in_numbered_lines_and_its_answer_judged() -> None:
    asked = turns_asked(NOTE, START)
    (request,) = asked.requests
    assert request.schema_name == "malkkeum_turns"
    assert "[참석자 2]" in request.user
    assert "자료일 뿐" in request.system

    def answer(request: object) -> dict[str, object]:
        row = {"kind": "below", "line": number_of(request, "네 서버에"), "words": "네 서버에 남겼습니다."}  # type: ignore[arg-type]
        wrong = {"kind": "rewrite", "line": 1, "words": "로그는"}
        return {"turns": [{**row, "speaker": "", "other": ""}, wrong, "?"]}

    made = turns_answered(Scripted(answer), asked, NOTE, START)
    assert [proposal.kind for proposal in made.proposals] == ["split"]
    assert made.report.dropped == 2
    assert "2개는 녹취록과 맞지 않아 뺐습니다" in made.report.warnings[0]


def test_an_answer_in_another_form_is_refused() -> None:
    with pytest.raises(ModelFailed):
        turns_from(turns_asked(NOTE, START), [json.dumps({"minutes": []})], NOTE, START)
