"""What keeps a likely candidate from being applied unseen: a rival term, a word of its family, an ordinary word."""

from __future__ import annotations

import pytest

from processing.korean import Korean
from processing.proposals import APPLY, PROPOSE, Proposal
from processing.terms.doubts import is_of_one_family
from processing.terms.glossary import USER, Term
from processing.terms.search import TermSearch
from processing.terms.settling import FOLLOW_FROM
from tests.processing.terms import spoken_note

TALK = "서버 배포가 끝났고 데이터베이스 쿼리도 봤습니다. "


def own(*said: str) -> TermSearch:
    return TermSearch([Term(one, (one,), (), (), USER) for one in said])


def found(text: str, korean: Korean, search: TermSearch) -> list[Proposal]:
    return spoken_note.found(TALK + text, korean, search)


def test_a_term_with_a_rival_as_likely_is_only_proposed_with_the_rival_beside_it(korean: Korean) -> None:
    (alone,) = found("이번에 카르보넬로 바꿨습니다.", korean, own("카르보닐"))
    (rivalled,) = found("이번에 카르보넬로 바꿨습니다.", korean, own("카르보닐", "카르보널"))
    assert (alone.decision, alone.edit.after) == (APPLY, "카르보닐")
    assert rivalled.decision == PROPOSE
    assert {rivalled.edit.after, *rivalled.alternatives} == {"카르보닐", "카르보널"}


def test_a_word_of_every_meeting_gives_way_to_a_rival_that_stands_among_its_own(
    korean: Korean, search: TermSearch
) -> None:
    (one,) = [one for one in found("코호트 분석을 보니 이 텐션이 낮아요.", korean, search) if "텐션" in one.heard]
    assert one.decision == PROPOSE
    assert "리텐션" in (one.term, *one.alternatives)


@pytest.mark.parametrize(
    ("heard", "term", "decision"),
    [("컴프레서", "컴프레션", PROPOSE), ("액티베이터", "액티베이트", PROPOSE), ("컴프레쎤", "컴프레션", APPLY)],
)
def test_a_word_derived_otherwise_is_another_word(heard: str, term: str, decision: str, korean: Korean) -> None:
    (one,) = found(f"이번에 {heard}도 봤습니다.", korean, own(term))
    assert (one.heard, one.term, one.decision) == (heard, term, decision)


@pytest.mark.parametrize("heard", ["이니시에이터", "내비게이터"])
def test_a_known_word_derived_otherwise_than_a_term_of_ours_is_left(
    heard: str, korean: Korean, search: TermSearch
) -> None:
    assert found(f"그 {heard}가 요청을 받습니다.", korean, search) == []


@pytest.mark.parametrize(("times_right", "decision"), [(2, APPLY), (9, PROPOSE)])
def test_two_spellings_that_both_come_again_and_again_are_two_words(
    times_right: int, decision: str, korean: Korean, search: TermSearch
) -> None:
    heard = "안덱스 쪽 자료를 봅니다. 안덱스에서 가져옵니다. 안덱스가 답합니다. "
    right = "인덱스를 봅니다. " * times_right
    told = [one for one in found(right + heard, korean, search) if (one.heard, one.term) == ("안덱스", "인덱스")]
    assert {one.decision for one in told if one.edit.confidence > FOLLOW_FROM} == {decision}


@pytest.mark.parametrize(("determiner", "term"), [("이", "큐바"), ("그", "카르보닐"), ("저", "카르보닐")])
def test_a_determiner_written_on_to_a_term_is_not_taken_away(determiner: str, term: str, korean: Korean) -> None:
    assert found(f"{term}, {term}. {determiner}{term} 모델이 {term}입니다.", korean, own(term)) == []


def test_a_figure_after_a_right_form_is_not_taken_into_it(korean: Korean, search: TermSearch) -> None:
    text = "샤드마다 레플리카를 두고 리플리카 2 노드와 레플리카 3 노드를 봅니다. 데이터가 같습니다."
    assert all("2" not in one.edit.before for one in found(text, korean, search))


@pytest.mark.parametrize(
    ("term", "text", "heard"),
    [
        ("레이트 리미팅", "레이트 리밋 등을 봅니다.", "레이트 리밋 등"),
        ("채용 공고", "그 체용을 공고 봅니다.", "체용을 공고"),
        ("HTTPS", "HTTPS를 봅니다. http3를 켭니다.", "http3"),
    ],
)
def test_what_a_term_has_nothing_for_is_not_taken_into_it(term: str, text: str, heard: str, korean: Korean) -> None:
    assert heard not in [one.heard for one in found(text, korean, own(term))]


def test_a_determiner_before_a_fair_spelling_is_not_taken_away(korean: Korean, search: TermSearch) -> None:
    told = [
        one.term
        for one in found("프레젠테이션을 봅니다. 이 프리젠테이션을 봅니다.", korean, search)
        if "이 " in one.heard
    ]
    assert "프레젠테이션" not in told


@pytest.mark.parametrize(
    ("term", "text", "heard"),
    [
        ("신호등", "신오 등을 봅니다.", "신오 등"),
        ("4대 보험", "4대 보헌을 봅니다.", "4대 보헌"),
        ("SOC", "SOC를 켭니다. 새 s5c를 봅니다.", "s5c"),
    ],
)
def test_what_a_term_has_itself_is(term: str, text: str, heard: str, korean: Korean) -> None:
    assert heard in [one.heard for one in found(text, korean, own(term))]


@pytest.mark.parametrize(
    ("heard", "said"),
    [("프로포트", "프롬프트"), ("리비젼", "리비전"), ("프리프린드", "프리프린트"), ("바이러", "바이럴")],
)
def test_a_changed_sound_at_the_end_is_no_derivation(heard: str, said: str) -> None:
    assert not is_of_one_family(heard, said)


def test_what_is_as_near_to_an_ordinary_word_of_the_note_is_only_proposed(korean: Korean) -> None:
    (alone,) = found("곤객, 시작하죠.", korean, own("공객"))
    *_, beside = found("고객이 열까요. 곤객, 시작하죠.", korean, own("공객"))
    assert (alone.decision, beside.decision) == (APPLY, PROPOSE)


def test_a_word_that_the_note_says_again_and_again_outweighs_a_nearer_term(korean: Korean, search: TermSearch) -> None:
    told = "임플란트를 심고, 임플란트가 굳으면, 임플란트 위에 얹고, 임플란트를 봅니다. "
    (alone,) = found("인플루언트를 씌웁니다.", korean, search)
    (beside,) = found(told + "인플루언트를 씌웁니다.", korean, search)
    assert (alone.decision, beside.decision) == (APPLY, PROPOSE)


def test_a_particle_is_not_taken_for_the_end_of_a_term(korean: Korean, search: TermSearch) -> None:
    (one,) = [one for one in found("그냥 브레인스톤이 됐어요.", korean, search) if "스톤" in one.heard]
    assert one.decision == PROPOSE


def test_a_known_word_beside_a_right_one_is_left(korean: Korean, search: TermSearch) -> None:
    text = "임베딩이랑 파인튜닝, 어텐션을 봤고 퓨전 트랜스포머를 썼습니다."
    assert "퓨전 트랜스포머" not in [one.heard for one in found(text, korean, search)]


def test_an_alternative_does_not_say_the_word_before_it_once_more(korean: Korean) -> None:
    (one,) = found("저희는 온, 프레미스로 갑니다.", korean, own("프레밀스", "온프레미스"))
    assert "온프레미스" not in (one.term, *one.alternatives)


def test_a_particle_agrees_with_every_alternative(korean: Korean) -> None:
    (one,) = found("이번에 카르보네를 바꿨습니다.", korean, own("카르보넬", "카르보니"))
    assert {one.edit.after, *one.alternatives} == {"카르보넬을", "카르보니를"}


@pytest.mark.parametrize(
    ("text", "decision"),
    [
        ("그리고 피드백은 에스비아이로 합니다.", PROPOSE),
        ("스프린트 얘기고 에스비아이로 합니다.", APPLY),  # one more term of its trade is enough
        ("스프린트 애자일 이터레이션 백로그 얘기고 SPI를 쟀는데 에스비아이로 합니다.", APPLY),
    ],
)
def test_letters_one_of_which_was_heard_otherwise_need_company(
    text: str, decision: str, korean: Korean, search: TermSearch
) -> None:
    (one,) = [one for one in found(text, korean, search) if one.heard == "에스비아이"]
    assert (one.term, one.decision) == ("SPI", decision)


@pytest.mark.parametrize(("text", "heard", "offered"), [("lg ai", "lg ai", False), ("OBC UA", "OBC UA", True)])
def test_latin_words_that_are_each_known_are_no_other_term(
    text: str, heard: str, offered: bool, korean: Korean, search: TermSearch
) -> None:
    told = "AI 모델과 인공지능, 딥러닝, 프롬프트를 봅니다. PLC와 MES, 설비를 봅니다. "
    assert (heard in [one.heard for one in found(f"{told}{text} 쪽에서 냈습니다.", korean, search)]) == offered
