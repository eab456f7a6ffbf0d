"""Acronyms in letters' names, torn words, people and private talk: what is corrected alike everywhere, and what is left."""

from __future__ import annotations

import pytest

from processing.korean import Korean
from processing.proposals import APPLY, PROPOSE
from processing.terms.glossary import USER, Term
from processing.terms.lexicon import right_words
from processing.terms.search import TermSearch
from tests.processing.terms.spoken_note import found


def decided(text: str, korean: Korean, search: TermSearch) -> dict[str, tuple[str, str]]:
    return {one.heard: (one.term, one.decision) for one in found(text, korean, search)}


@pytest.mark.parametrize(
    ("text", "heard", "meant"),
    [
        ("결제 에이피아이가 느립니다.", "에이피아이", "API"),
        ("점심 먹고 큐에이 쪽에서 봅니다.", "큐에이", "QA"),
        ("시아이시디 파이프라인을 고쳤어요.", "시아이시디", "CI/CD"),
        ("캐시의 CD N 설정을 바꿨어요.", "CD N", "CDN"),
        ("어제 KP I를 봤습니다.", "KP I", "KPI"),
        ("브이 피씨를 새로 만들었어요.", "브이 피씨", "VPC"),
        ("이번에 엘 엘 엠을 씁니다.", "엘 엘 엠", "LLM"),
        ("지피티 포오랑 비교했어요.", "지피티 포오", "GPT-4o"),
    ],
)
def test_letters_said_by_name_are_written_as_letters_whatever_the_note_is_about(
    text: str, heard: str, meant: str, korean: Korean, search: TermSearch
) -> None:
    assert decided(text, korean, search)[heard] == (meant, APPLY)


WARD = "항생제는 끊었고 혈압과 산소 포화도가 안정적입니다. 임상 시험 피험자 동의서도 받았고요. "
FAB = "웨이퍼 세정 뒤에 식각으로 넘어가고 증착 두께를 다시 봅니다. "


@pytest.mark.parametrize(
    ("text", "heard", "meant"),
    [
        (WARD + "이번 주에 아이알피 심의가 있습니다.", "아이알피", "IRB"),
        (WARD + "엠알알이 결과를 기다립니다.", "엠알알이", "MRI"),
        (FAB + "에이엘티 장비가 섰습니다.", "에이엘티", "ALD"),
        (FAB + "금형과 사출기, 포카요케를 보고 아이 에이 티 F 심사를 받습니다.", "아이 에이 티 F", "IATF"),
    ],
)
def test_of_acronyms_that_sound_alike_the_one_that_the_note_speaks_of_is_meant(
    text: str, heard: str, meant: str, korean: Korean, search: TermSearch
) -> None:
    assert decided(text, korean, search)[heard][0] == meant


def test_an_acronym_of_a_trade_that_the_note_never_speaks_of_is_only_offered(
    korean: Korean, search: TermSearch
) -> None:
    assert decided("주말에는 에이엘티 이야기를 했어요.", korean, search)["에이엘티"] == ("ALT", PROPOSE)


@pytest.mark.parametrize(
    "text",
    [
        "젠킨스랑 쿠버네티스, 깃허브 액션스를 씁니다.",
        "아이티 지진 피해를 도왔습니다.",
        "오케이 그렇게 하죠.",
        "OK 알겠습니다.",
        "이 AI가 좋습니다.",
        "옆집 아이 티가 예뻐요.",
    ],
)
def test_a_name_in_hangul_and_words_like_letters_stay(text: str, korean: Korean, search: TermSearch) -> None:
    assert [one for one in found(text, korean, search) if one.decision == APPLY] == []


def test_an_acronym_that_no_list_has_is_offered_in_letters(korean: Korean, search: TermSearch) -> None:
    assert decided("이번에 큐엑스제트 견적을 받았습니다.", korean, search)["큐엑스제트"] == ("QXZ", PROPOSE)


@pytest.fixture(scope="module")
def with_own(built_in: list[Term]) -> TermSearch:
    return TermSearch([*built_in, Term("산들바람", (), (), (), USER)], right_words())


@pytest.mark.parametrize(
    ("text", "before", "after", "decision"),
    [
        ("쿠버 네티스를 올렸습니다.", "쿠버 네티스", "Kubernetes", APPLY),
        ("저희는 온 프레미스라서요.", "온 프레미스", "온프레미스", APPLY),
        ("이번에 이터 레이션이 길었어요.", "이터 레이션", "이터레이션", APPLY),
        ("우리 산들 바람 기능이 짧습니다.", "산들 바람", "산들바람", PROPOSE),
    ],
)
def test_a_word_cut_in_two_is_written_together(
    text: str, before: str, after: str, decision: str, korean: Korean, with_own: TermSearch
) -> None:
    (one,) = [one for one in found(text, korean, with_own) if one.heard == before]
    assert (one.edit.before, one.edit.after, one.decision)[1:] == (after, decision)
    assert one.edit.before.startswith(before)


def test_the_note_s_own_people_are_no_terms(korean: Korean) -> None:
    search = TermSearch([Term("마이신", ("마이신",), (), (), USER)])
    text = "오늘은 마이진이 정리했습니다."
    assert [one.heard for one in found(text, korean, search)] == ["마이진"]
    assert found(text, korean, search, "마이진") == []


def test_whoever_is_called_is_no_term(korean: Korean, search: TermSearch) -> None:
    text = "온보딩 세미나가 있습니다. 안녕하세요 사업 개발 차민아입니다. 태오 씨가 도와줬어요."
    assert {"차민아", "태오"}.isdisjoint(one.heard for one in found(text, korean, search))


SUBJECT = "데이터베이스 쿼리 튜닝은 인덱스로 하고요. 임베딩이랑 파인튜닝, 프롬프트도 봤습니다. "


def test_the_sentence_s_own_words_weigh_more_than_the_note_s_subject(korean: Korean, search: TermSearch) -> None:
    told = found(SUBJECT + "시퀄 문법은 다들 아시죠. 영화는 시퀄이 더 재밌더라고요.", korean, search)
    assert [(one.heard, one.decision) for one in told] == [("시퀄", APPLY), ("시퀄", PROPOSE)]
    assert "레그" not in [one.heard for one in found(SUBJECT + "저는 레그 프레스를 했어요.", korean, search)]


@pytest.mark.parametrize(
    ("text", "heard"),
    [("다음 주에 go live 합니다.", []), ("zoom in 해서 볼게요.", []), ("회의는 zoom 으로 하죠.", ["zoom"])],
)
def test_quoted_english_keeps_its_small_letters(
    text: str, heard: list[str], korean: Korean, search: TermSearch
) -> None:
    assert [one.heard for one in found(text, korean, search)] == heard


@pytest.mark.parametrize("text", ["예산은 이십이 억입니다.", "수백 개를 팔았어요.", "그걸 여기 어디 두었죠."])
def test_numbers_and_pronouns_are_not_asked_about(text: str, korean: Korean, search: TermSearch) -> None:
    assert found(SUBJECT + text, korean, search) == []


def test_every_place_of_a_variant_is_reached_with_any_particle(korean: Korean, search: TermSearch) -> None:
    told = found(SUBJECT + "검색은 레그를 붙이죠. 레그만으로 됩니다. 레그랑 에이전트, 랭체인이요.", korean, search)
    assert [one.edit.after for one in told if one.term == "RAG"] == ["RAG", "RAG", "RAG"]


def test_a_word_said_just_as_a_term_again_and_again_is_offered_higher(korean: Korean, search: TermSearch) -> None:
    once = found(SUBJECT + "버트만 봅니다.", korean, search)
    often = found(SUBJECT + "버트만 봅니다. 버트도 되고요. 버트부터 하죠. 저는 버트는 됐어요.", korean, search)
    first, again = (next(one for one in told if one.term == "BERT") for told in (once, often))
    assert again.edit.confidence > first.edit.confidence
    assert again.decision == first.decision == PROPOSE


TRIAL = "머신러닝 모델 API는 프로토타입이 됐고 스프린트, 백로그, 스타트업 투자와 시드 라운드도 봤습니다. "


def test_letters_whose_last_looks_like_a_title_are_offered(korean: Korean, search: TermSearch) -> None:
    (one,) = [one for one in found(TRIAL + "피오 씨를 먼저 해 보죠.", korean, search) if one.term == "PoC"]
    assert (one.decision, one.edit.before) == (PROPOSE, "피오 씨")


@pytest.mark.parametrize(
    ("text", "names"),
    [("오 씨가 맡고 지 씨도 도와요.", ()), ("김피오 씨를 만났어요.", ()), ("피오 씨를 만났어요.", ("김피오",))],
)
def test_people_with_a_title_are_no_letters(
    text: str, names: tuple[str, ...], korean: Korean, search: TermSearch
) -> None:
    assert found(TRIAL + text, korean, search, *names) == []
