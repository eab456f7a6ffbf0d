"""What two sentences in a row show: a question and its answer, a sentence and what it still waits for."""

from __future__ import annotations

import pytest
from talks import korean
from turn_notes import source_of

from processing.analysis import Sentence
from processing.note import apply, first_state
from processing.transcript import transcript
from processing.turns import answers, completion
from processing.turns.findings import Sort
from processing.turns.likely import findings_of

A, B = "참석자 1", "참석자 2"


def pair(one: str, other: str) -> tuple[Sentence, Sentence]:
    source = source_of([(A, one), (B, other)])
    first, second = korean().analyse(transcript(source, first_state(source))).sentences
    return first, second


@pytest.mark.parametrize(
    ("question", "answer", "is_so"),
    [
        ("어떻게 나눠요?", "두 분씩 쓰시면 됩니다.", True),
        ("서류는 어디에 내요?", "여기에 내시면 됩니다.", True),
        # whoever asks with honour goes on to tell the guest how
        ("서류는 어디에 내셨어요?", "여기에 내시면 됩니다.", False),
        # in the other level of speech, with the words of the question
        ("비밀번호도 바꿔요?", "당연히 바꾸지.", True),
        ("비밀번호도 바꿔요?", "그리고 메일도 바꾸지.", False),
        ("비밀번호도 바꿔요?", "당연히 좋지.", False),
        # who does it
        ("누가 가져와?", "내가 가져갈게.", True),
        ("누가 가져와?", "나는 가져갈게.", False),
        ("누가 가져와?", "내가 물어봤어.", False),
    ],
)
def test_an_answer_is_known_without_its_first_word(question: str, answer: str, is_so: bool) -> None:
    assert answers.answers_barely(*pair(question, answer), None) == is_so


@pytest.mark.parametrize(
    ("text", "is_so"),
    [("그것도 맞네요.", True), ("그건 그렇지.", True), ("저도 좋아요.", False), ("그것 참 좋네요.", False)],
)
def test_what_was_asked_is_granted_by_pointing_at_it(text: str, is_so: bool) -> None:
    assert answers.concedes(pair("그 말이 맞지 않나요?", text)[1]) == is_so


@pytest.mark.parametrize(
    ("question", "is_so"),
    [
        ("뭘 보고 있니?", True),
        ("어떤 점을 걱정하셔?", True),
        ("어떤 점을 걱정하세요?", False),
        ("뭘 보고 있어?", False),
    ],
)
def test_whoever_is_spoken_up_to_asks_plainly(question: str, is_so: bool) -> None:
    assert answers.asks_below(pair(question, "아무것도 아닙니다.")[0]) == is_so


@pytest.mark.parametrize(
    ("last", "first", "is_so"),
    [
        ("들어오게 될", "것 같아요.", True),
        ("자료를 모아서", "두었어요.", True),
        ("예산이", "많아요.", True),
        ("회의실을 빌려서", "썼습니다.", False),
        ("회의실은 크지만", "좋아요.", False),
        ("그 자료를", "그런데 봤어요.", False),
    ],
)
def test_what_a_sentence_waits_for_completes_it(last: str, first: str, is_so: bool) -> None:
    assert completion.completes(*pair(last, first)) == is_so


@pytest.mark.parametrize(
    ("start", "first", "is_so"),
    [
        ("그럼 회의를 하고", "점심 먹죠.", True),
        ("저라면", "빨간 걸 사죠.", True),
        ("회의를 마치고", "밖으로 나갔습니다.", False),
        ("비가 오면", "우산을 삽니다.", False),
    ],
)
def test_a_clause_begins_another_s_sentence_only_if_it_opens_or_takes_a_stand(
    start: str, first: str, is_so: bool
) -> None:
    before, after = pair(start, first)
    assert completion.may_run_on([before], after) == is_so


START = "예산은 다 봤습니다. 그리고 저는"
END = [(A, "네 알겠습니다."), (B, "그럼 끝내죠."), (A, "네 끝내죠.")]  # a note with full stops


@pytest.mark.parametrize(
    ("talk", "found"),
    [
        ([(A, START), (B, "내일 다시 오겠습니다.")], [Sort.TAIL]),
        ([(A, START), (B, "네.")], []),  # only a noise of listening follows
        ([(A, START), (B, "저런.")], []),
        ([(A, START), (B, "네 저도 봤습니다.")], []),
        ([(A, "예산은 다 봤습니다."), (B, "내일 다시 오겠습니다.")], []),
    ],
)
def test_a_start_at_the_end_of_a_turn_is_the_next_speaker_s_if_they_go_on(
    talk: list[tuple[str | None, str]], found: list[Sort]
) -> None:
    source = source_of([*talk, *END])
    state = first_state(source)
    findings = findings_of(source, state, korean().analyse(transcript(source, state)))
    assert [finding.sort for finding in findings] == found


def test_a_start_that_moves_to_the_next_speaker_is_one_sentence_with_what_follows() -> None:
    source = source_of([(A, START), (B, "내일 다시 오겠습니다."), *END])
    state = first_state(source)
    (finding,) = findings_of(source, state, korean().analyse(transcript(source, state)))
    turns = transcript(source, apply(state, finding.proposal.change))
    assert [turn.text for turn in turns[:2]] == ["예산은 다 봤습니다.", "그리고 저는 내일 다시 오겠습니다."]


@pytest.mark.parametrize(
    ("previous", "lead", "first", "is_so"),
    [
        ("예산을 봤습니다.", "그리고 또 하나는", "장소가 멉니다.", True),
        ("예산을 봤습니다.", "근데 비용은", "그대로예요.", False),
        ("서연 님 말씀해 주세요.", "근데 비용은", "그대로예요.", False),  # asked and answered
        ("서연 님 말씀해 주세요.", "근데 담당자가", "휴가입니다.", False),
        ("서연 님 말씀해 주세요.", "근데 그 자료를", "다시 보내 드릴게요.", True),
        ("서연 님 말씀해 주세요.", "근데 아까 받은 그 자료를", "다시 보내 드릴게요.", False),  # too long
        ("서연 님 말씀해 주세요.", "근데 그 자료를", "자료는 다시 보낼게요.", False),
        ("서연 님 말씀해 주세요.", "근데 그 자료를", "그럼 다시 보낼게요.", False),
        ("다 보셨습니까?", "비용은", "그대로예요.", True),
        ("다 보셨습니까?", "비용은", "그대로예요?", False),
        ("다 보셨습니까?", "비용은 얼마나", "그대로예요.", False),
    ],
)
def test_a_broken_start_is_the_next_speaker_s_after_the_floor_was_given(
    previous: str, lead: str, first: str, is_so: bool
) -> None:
    (before, start), (_, after) = pair(previous, lead), pair("네.", first)
    assert completion.starts_next([start], before, after) == is_so


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("아 진짜요?", True),
        ("정말 그래요?", True),
        ("오 찾으셨네요.", True),
        ("정말 대박이다.", True),
        ("정말 커피예요?", False),
        ("진짜 학교 갔어요?", False),
        ("오 내일 찾으러 다시 오셨네요.", False),
    ],
)
def test_a_turn_that_only_reacts_says_nothing_of_its_own(text: str, is_so: bool) -> None:
    assert completion.reacts([pair("어제 찾았어요.", text)[1]]) == is_so


@pytest.mark.parametrize(
    ("last", "first"),
    [
        ("다음 주에 어떻게 될지", "모르겠어요. 네 저도 그래요."),
        ("자료는 제가 정리하고", "있습니다. 네 알겠습니다."),
        ("그건 다시 해야", "합니다. 네 그렇죠."),
    ],
)
def test_the_end_of_another_s_sentence_at_the_head_of_a_turn_goes_back(last: str, first: str) -> None:
    source = source_of([(A, last), (B, first), *END])
    state = first_state(source)
    (finding,) = findings_of(source, state, korean().analyse(transcript(source, state)))
    end, own = first.split(". ", 1)
    turns = transcript(source, apply(state, finding.proposal.change))
    assert [turn.text for turn in turns[:2]] == [f"{last} {end}.", own]
