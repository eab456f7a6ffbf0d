"""What speaks for a candidate: where a word was heard otherwise, and whether a dictionary has it."""

from __future__ import annotations

import pytest

from processing.korean import Korean
from processing.proposals import APPLY, PROPOSE
from processing.terms.glossary import USER, Term
from processing.terms.search import TermSearch
from tests.processing.terms.spoken_note import found

FAB = "웨이퍼와 식각, 포토 공정을 봅니다. "
PIPELINE = "Spark와 Airflow, Hadoop, 데이터 레이크를 봅니다. "
MODELS = "프롬프트와 임베딩, 파인튜닝, 랭체인을 씁니다. "


def test_a_word_heard_otherwise_inside_is_likelier_than_one_heard_otherwise_at_its_ends(korean: Korean) -> None:
    search = TermSearch([Term("다람기표", ("다람기표",), (), (), USER)])
    heard = [found(f"{one}를 보죠.", korean, search)[0] for one in ("다람키표", "다람기뵤", "타람기표")]
    inside, last, first = [one.edit.confidence for one in heard]
    assert inside > last > first


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        (FAB + "노강기를 새로 들여왔습니다.", "노강기", "노광기"),
        (FAB + "음극째를 새로 들여왔습니다.", "음극째", "음극재"),
        (MODELS + "가드레일이 있지만 카드레일을 더 걸어 둡니다.", "카드레일", "가드레일"),
    ],
)
def test_a_word_that_a_dictionary_only_takes_apart_is_applied(
    text: str, before: str, after: str, korean: Korean, search: TermSearch
) -> None:
    told = [(one.edit.before, one.edit.after, one.decision) for one in found(text, korean, search)]
    assert (before, after, APPLY) in told


@pytest.mark.parametrize(
    ("text", "heard", "decision"),
    [
        (PIPELINE + "이번에 가프카를 씁니다.", "가프카", PROPOSE),
        (PIPELINE + "Kafka가 있죠. 이번에 가프카를 씁니다.", "가프카", APPLY),
        (PIPELINE + "이번에 카브카를 씁니다.", "카브카", APPLY),
        ("이번에 카브카를 씁니다.", "카브카", PROPOSE),
        ("이번에 쿠버네티즈를 씁니다.", "쿠버네티즈", APPLY),  # long, and said but for a trifle as the term is
    ],
)
def test_a_term_that_the_note_says_nowhere_is_put_in_unseen_only_where_its_trade_is_spoken_of_and_it_is_sure(
    text: str, heard: str, decision: str, korean: Korean, search: TermSearch
) -> None:
    assert {one.decision for one in found(text, korean, search) if one.heard == heard} == {decision}


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("데이터베이스 쿼리와 인덱스, SQL, 서버를 봅니다. 느린 커리를 고칩니다.", "커리"),
        ("쿠버네티스와 도커, 레디스, 카프카를 봅니다. 새 레이디스를 띄웁니다.", "레이디스"),
    ],
)
def test_a_word_that_a_dictionary_has_is_never_replaced_unseen(
    text: str, heard: str, korean: Korean, search: TermSearch
) -> None:
    assert {one.decision for one in found(text, korean, search) if one.heard == heard} == {PROPOSE}


def test_what_a_dictionary_takes_apart_is_said_to_be_in_none(korean: Korean, search: TermSearch) -> None:
    (told,) = [one for one in found(FAB + "노강기를 새로 들여왔습니다.", korean, search) if one.heard == "노강기"]
    assert told.edit.reason.startswith("사전에 없는 말")


@pytest.mark.parametrize(
    ("between", "reason"), [("", "가까이에 바른 표기가 있음"), ("네 좋습니다. " * 15, "이 노트에 바른 표기가 있음")]
)
def test_the_reason_tells_whether_the_right_form_is_near(
    between: str, reason: str, korean: Korean, search: TermSearch
) -> None:
    text = f"{FAB}노광기를 봅니다. {between}다음에 노강기를 새로 들여왔습니다."
    (told,) = [one for one in found(text, korean, search) if one.heard == "노강기"]
    assert reason in told.edit.reason.split(" · ")
