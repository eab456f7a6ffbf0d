"""Words that may be misheard: they rank lower and name no topic, unless the note says them again and again."""

from __future__ import annotations

import pytest
from summary_notes import talk

from processing.korean import Korean
from processing.note import LineKind
from processing.summary.doubt import Doubts, sound
from processing.summary.offline import summarise
from processing.summary.phrases import Terms, named_in
from processing.summary.turned import courteous, is_out_of_style

STRANGE = "가: 코스놀라이스드 설비를 창고에 새로 설치했습니다."
KNOWN = "나: 냉동 설비를 창고에 새로 설치했습니다."


def test_a_sentence_with_a_word_of_no_dictionary_counts_for_less(korean: Korean) -> None:
    strange, known = talk(korean, STRANGE, KNOWN).said
    doubts = Doubts([strange, known])
    assert doubts.trust(strange) < doubts.trust(known) == 1


def test_a_strange_word_that_recurs_is_the_notes_own_name(korean: Korean) -> None:
    said = talk(korean, *[STRANGE, "나: 코스놀라이스드 부품이 왔습니다.", "가: 코스놀라이스드 비용이 큽니다."]).said
    assert all(Doubts(said).trust(utterance) == 1 for utterance in said)


def test_no_phrase_with_a_strange_word_may_stand_for_a_topic(korean: Korean) -> None:
    said = talk(korean, STRANGE, KNOWN).said
    first, second = sound(named_in(said, Terms(())), Doubts(said))
    assert not any("코스" in phrase.text for phrase in first.phrases)
    assert "냉동 설비" in {phrase.text for phrase in second.phrases}


def test_a_word_that_is_offered_another_is_in_doubt(korean: Korean) -> None:
    said = talk(korean, KNOWN, "가: 네.").said
    offered = said[0].sentence.place_of(0, 5)
    doubts = Doubts(said, [offered])
    (first, _) = sound(named_in(said, Terms(())), doubts)
    assert doubts.trust(said[0]) < 1
    assert {phrase.text for phrase in first.phrases} == {"창고"}


STYLE = [
    *(
        f"가: 올해는 {what} 매출이 늘었습니다."
        for what in ("국내", "해외", "온라인", "매장", "도매", "소매", "택배", "카페")
    ),
]


@pytest.mark.parametrize(
    ("said", "is_out"),
    [("예산은 충분할 거야.", True), ("당장 전화해.", True), ("예산은 충분해요.", False), ("된다.", False)],
)
def test_a_plain_sentence_of_one_who_speaks_with_courtesy_is_somebody_elses(
    said: str, is_out: bool, korean: Korean
) -> None:
    utterances = talk(korean, *STYLE, f"가: {said}").said
    assert is_out_of_style(utterances[-1], courteous(utterances)) == is_out


def test_among_friends_plain_sentences_are_their_own(korean: Korean) -> None:
    utterances = talk(
        korean,
        *(f"가: 이번 {what} 비용은 우리가 내." for what in "버스 숙소 식사 음료 간식 입장 보험 주차 기름".split()),
    ).said
    assert not courteous(utterances)


def test_open_proposals_are_heard_by_the_summary(korean: Korean) -> None:
    note = talk(korean, *[KNOWN, "가: 냉동 설비 비용은 삼천만 원입니다.", "나: 창고 공간은 충분합니다."] * 2)
    places = [u.sentence.place_of(0, 5) for u in note.said if u.text.startswith("냉동")]
    lines = summarise(note.analysis, note.turns, note.day, note.state.speakers, offered=places).values()
    assert not [x for x in lines if x.kind is LineKind.KEYWORD and "냉동" in x.text and x.text != "냉동 설비"]
