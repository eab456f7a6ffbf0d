"""Centrality, outline, keyphrases, and notes with little or nothing in them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from importlib.util import find_spec

import numpy as np
import pytest
from keybert.backend import BaseEmbedder
from summary_notes import Note, talk

from processing.analysis import Analysis
from processing.cleaned import Cleaned
from processing.errors import UserError
from processing.korean import Korean
from processing.note import LineKind
from processing.pipeline import Workshop
from processing.summary.another import next_best
from processing.summary.candidates import candidates
from processing.summary.centrality import centrality
from processing.summary.keyphrases import keyphrases, named_embedder
from processing.summary.offline import proposed_template, summarise
from processing.summary.outline import topic_starts
from processing.summary.phrases import Terms, named_in, phrases_in, weights
from processing.summary.questions import questions
from processing.summary.utterance import LinesSoFar
from tests.builders import source_of

COOKING = [
    f"김치찌개에는 묵은 김치와 돼지고기를 {how} 볶습니다." for how in ("먼저", "오래", "함께", "천천히", "다시", "꼭")
]
TRAINS = [
    f"고속 열차는 서울역에서 {where}까지 선로를 달립니다."
    for where in ("부산역", "대전역", "광주역", "강릉역", "목포역", "여수역")
]


def test_a_sentence_linked_to_others_is_more_central_than_a_lonely_one() -> None:
    weights_ = centrality([frozenset("abc"), frozenset("abd"), frozenset("xyz"), frozenset("abe")])
    assert weights_[2] == min(weights_)


@pytest.mark.parametrize(("times", "starts"), [(1, [0]), (2, [0, 12]), (3, [0, 18])])
def test_another_subject_begins_another_topic_where_enough_is_said(
    times: int, starts: list[int], korean: Korean
) -> None:
    both = [*COOKING * times, *TRAINS * times]
    said = talk(korean, *(f"{'가나'[i % 2]}: {words}" for i, words in enumerate(both))).said
    assert topic_starts(said, [True] * len(said)) == starts


@pytest.mark.parametrize(
    ("words", "phrases"),
    [
        ("자료 공유 드리겠습니다.", {"자료"}),
        ("예산 고민을 하다가 견적 비교를 해 봤어요.", {"예산", "견적"}),
        ("예산 비교를 맡겼어요.", {"예산", "비교", "예산 비교"}),
        ("홈페이지를 수정하겠습니다.", {"홈페이지"}),
        ("3층 회의실에서 손 소독제 침대마다 놓았어요.", {"회의실", "소독제", "손 소독제"}),
    ],
)
def test_the_root_of_a_deed_is_no_thing(words: str, phrases: set[str], korean: Korean) -> None:
    assert {p.text for p in phrases_in(talk(korean, f"가: {words}").said[0])} == phrases


def test_a_glossary_term_is_found_as_it_is_written_with_its_particle(korean: Korean) -> None:
    note = talk(korean, "가: RAG를 쓰면 서버리스 구조에서 벡터 검색이 빨라집니다.", "나: 네.")
    assert Terms(["RAG", "서버", "벡터 검색"]).found_in(note.said[0]) == {"RAG", "벡터 검색"}


def test_a_noun_phrase_is_no_general_noun_and_no_person(korean: Korean) -> None:
    note = talk(korean, "가: 유진 씨 생각에는 정산 화면 배포가 이번 경우에 중요합니다.", "나: 네.")
    (sentence, *_) = named_in(note.said, Terms(()))
    texts = {phrase.text for phrase in sentence.phrases}
    assert "정산 화면 배포" in texts
    assert not texts & {"생각", "이번", "경우", "유진"}
    assert {p.text for p in phrases_in(note.said[0])} >= texts


@pytest.mark.parametrize(
    ("fuller", "emptier"),
    [
        ("감염관리실에서 손 위생 모니터링 날짜를 안 알려 준대요.", "요새는 병동에서 그룹웨어로만 전부 받아요."),
        ("교육팀이 통합본 교재를 새로 만든대요.", "교육팀에서 통합본으로 새로 만든대요."),
        (
            "교재는 병동에서 그룹웨어로 따로 급하게 받았어요.",
            "금요일은 병동에서 그룹웨어로 따로 급하게 받았어요.",
        ),
        ("병동에서 그룹웨어로 교재를 따로 급하게 받았어요.", "병동에서 그룹웨어로 교재에 따로 급하게 받았어요."),
    ],
)
def test_a_line_that_tells_what_it_is_of_stands_before_one_that_does_not(
    fuller: str, emptier: str, korean: Korean
) -> None:
    said = talk(korean, f"가: {emptier}", f"나: {fuller}").said
    scores = {c.utterance.index: c.score for c in candidates(said, [0], frozenset(), frozenset())}
    assert 1.2 * scores.get(0, 0.0) < scores[1]


def test_a_part_that_is_only_said_in_its_whole_weighs_nothing() -> None:
    weighed = weights(Counter({"정산 화면": 3, "정산": 3, "화면": 5}))
    assert weighed["정산"] == 0
    assert weighed["정산 화면"] > weighed["화면"] > 0


def test_keyphrases_are_what_recurs_and_none_is_a_part_of_another(korean: Korean) -> None:
    note = talk(korean, *(f"{who}: {said}" for who, said in zip("가나" * 6, COOKING + TRAINS, strict=True)))
    found = [phrase.text for phrase in keyphrases(named_in(note.said, Terms(())), 5)]
    assert {"묵은 김치", "김치", "돼지고기", "고속 열차", "열차", "선로"} & set(found)
    assert not [a for a in found for b in found if a != b and set(a.split()) <= set(b.split())]


@pytest.mark.parametrize("said", [["가: 네.", "나: 네."], ["가: 안녕하세요.", "나: 반갑습니다."]])
def test_a_note_that_says_nothing_has_no_lines_of_the_outline(said: list[str], korean: Korean) -> None:
    kinds = {line.kind for line in talk(korean, *said).lines().values()}
    assert not kinds & {LineKind.HEADLINE, LineKind.SUMMARY, LineKind.ACTION, LineKind.DECISION}


def test_a_short_note_has_fewer_lines_than_sentences(korean: Korean) -> None:
    lines = talk(korean, *(f"{who}: {said}" for who, said in zip("가나가나", COOKING, strict=False))).lines()
    written = [line for line in lines.values() if line.kind in (LineKind.HEADLINE, LineKind.SUMMARY, LineKind.BULLET)]
    assert 1 <= len(written) <= 3


def test_no_sentences_no_lines(korean: Korean) -> None:
    empty = replace(talk(korean, "가: 네.", "나: 네."), analysis=Analysis(()))
    assert summarise(empty.analysis, [], None, {}) == {}


def test_half_of_the_words_may_be_shared_and_no_more() -> None:
    lines = LinesSoFar([frozenset("abxy"), frozenset("mn")])
    assert not lines.has_like(frozenset("abcd"))
    assert lines.has_like(frozenset("abxd"))
    assert lines.has_like(frozenset("mnopqrs"))
    assert not lines.has_like(frozenset())


def test_an_exchange_that_asks_back_belongs_inside_the_answer(korean: Korean) -> None:
    note: Note = talk(
        korean,
        "가: 모바일 화면도 견적에 들어가 있는 거죠?",
        "나: 앱 말씀이신가요 아니면 휴대폰 홈페이지 말씀이신가요?",
        "가: 휴대폰으로 볼 때요.",
        "나: 네 그건 견적에 모두 포함돼 있습니다.",
    )
    (question,) = questions(note.said, [], frozenset())
    assert question.written.text == "모바일 화면도 견적에 들어가 있는지"
    assert question.answer is not None
    assert question.answer.text == "그건 견적에 모두 포함돼 있음"


def test_another_line_for_a_bullet_comes_from_its_topic_and_repeats_nothing(korean: Korean) -> None:
    note = talk(korean, *(f"{who}: {said}" for who, said in zip("가나" * 6, COOKING + TRAINS, strict=True)))
    lines = dict(note.lines())
    id_ = next(key for key, line in lines.items() if line.kind is LineKind.SUMMARY)
    seen = []
    while (other := next_best(note.analysis, note.turns, lines, id_, seen)) is not None:
        assert not any(
            other.places[0].overlaps(place) for line in lines.values() if line.kind in SHOWN for place in line.places
        )
        assert other.text != lines[id_].text
        seen += other.places
    assert len(set(seen)) == len(seen)


SHOWN = (LineKind.HEADLINE, LineKind.SUMMARY, LineKind.BULLET, LineKind.DECISION)


def test_a_talk_looks_like_a_lecture_and_a_meeting_like_minutes(korean: Korean) -> None:
    lecture = talk(korean, *(f"가: {said}" for said in (COOKING + TRAINS) * 4), "나: 네 감사합니다.")
    meeting = talk(korean, *(f"{who}: {said}" for who, said in zip("가나" * 6, COOKING + TRAINS, strict=True)))
    assert proposed_template(lecture.analysis) == "lecture"
    assert proposed_template(meeting.analysis) == "minutes"


class ByLength(BaseEmbedder):  # type: ignore[misc]
    """An embedder of someone else: texts of like length are alike."""

    def embed(self, documents: list[str], verbose: bool = False) -> np.ndarray:
        return np.array([[len(document), 1.0] for document in documents])


def test_another_embedder_may_be_named(korean: Korean) -> None:
    note = talk(korean, *(f"{who}: {said}" for who, said in zip("가나" * 6, COOKING + TRAINS, strict=True)))
    assert keyphrases(named_in(note.said, Terms(())), 5, ByLength())


@pytest.mark.skipif(
    find_spec("model2vec") or find_spec("sentence_transformers"), reason="a library for models is installed"
)
def test_a_model_without_its_library_is_told_in_a_sentence() -> None:
    with pytest.raises(UserError, match="설치해 주세요"):
        named_embedder("some-model")


def test_the_workshop_finds_keywords_by_the_model_that_is_named(
    korean: Korean, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = source_of(*(("가나"[i % 2], 9.0 * i, said) for i, said in enumerate(COOKING + TRAINS)))
    workshop = Workshop(korean)
    asked: list[str] = []

    def loaded(name: str) -> ByLength:
        asked.append(name)
        if name == "없는 모델":
            raise UserError("불러올 수 없습니다.")
        return ByLength()

    monkeypatch.setattr("processing.summary.keyphrases.named_embedder", loaded)
    own = workshop.clean(source)
    workshop.find_keywords_by("folder")
    named = [workshop.clean(source) for _ in range(2)]
    workshop.find_keywords_by("없는 모델")
    without = workshop.clean(source)
    assert asked == ["folder", "없는 모델"]
    assert keywords_of(named[0]) == keywords_of(named[1]) != keywords_of(own)
    assert keywords_of(without) == keywords_of(own)
    assert (own.warnings, named[0].warnings, without.warnings) == ((), (), ("불러올 수 없습니다.",))


def keywords_of(cleaned: Cleaned) -> list[str]:
    return [line.text for line in cleaned.state.lines.values() if line.kind is LineKind.KEYWORD]
