"""What a note hears again: one word alike each time, one slip in two ways, an acronym a letter off."""

from __future__ import annotations

import pytest

from processing.korean import Korean
from processing.proposals import APPLY, PROPOSE
from processing.terms.glossary import USER, Term
from processing.terms.search import TermSearch
from tests.processing.terms.spoken_note import found

TERM = Term("가온트리움", ("가온트리움",), (), ())
OWN = Term("가온트리움", ("가온트리움",), (), (), USER)
SAID = "{}을 봅니다. "
NETWORK = "로드 밸런서와 서버, 트래픽, TLS, 방화벽을 봅니다. "


def decisions(heard: str, text: str, korean: Korean, search: TermSearch) -> set[str]:
    return {one.decision for one in found(text, korean, search) if one.heard == heard}


@pytest.mark.parametrize(
    ("text", "term", "decision"),
    [
        (SAID.format("가론트리움") * 2, TERM, APPLY),
        (SAID.format("가론트리움") * 3, TERM, PROPOSE),
        (SAID.format("가론트리움") * 3 + "가온트리움이 옳습니다.", TERM, APPLY),
        (SAID.format("가론트리움") * 3, OWN, APPLY),
        (SAID.format("가온트리음") * 3, TERM, APPLY),
    ],
    ids=["twice", "three times", "right once", "a person's own", "hardly changed"],
)
def test_an_unknown_word_heard_alike_three_times_may_be_a_word_where_the_term_never_stands(
    text: str, term: Term, decision: str, korean: Korean
) -> None:
    (heard,) = {one.heard for one in found(text, korean, TermSearch([term]))}
    assert decisions(heard, text, korean, TermSearch([term])) == {decision}


def test_a_second_hearing_of_one_slip_is_put_right_as_the_first(korean: Korean) -> None:
    search, second = TermSearch([TERM]), SAID.format("가론트리옴")
    assert decisions("가론트리옴", second, korean, search) == {PROPOSE}
    assert decisions("가론트리옴", SAID.format("가론트리움") + second, korean, search) == {APPLY}
    assert decisions("가론트리옴", SAID.format("가운트리움") + second, korean, search) == {PROPOSE}  # another slip


def test_a_known_word_beside_a_slip_of_nearly_its_sound_is_only_offered(korean: Korean, search: TermSearch) -> None:
    text = "클로드와 GPT, 오픈AI, 프롬프트를 봅니다. 엔트로픽에서 냈습니다. 손실의 엔트로피를 봅니다."
    assert decisions("엔트로픽", text, korean, search) == {APPLY}
    assert APPLY not in decisions("엔트로피", text, korean, search)


@pytest.mark.parametrize(
    ("text", "heard", "decision"),
    [
        ("ALB를 둡니다. 새 alv를 봅니다.", "alv", {APPLY}),
        ("새 alv를 봅니다.", "alv", {PROPOSE}),
        ("ALB를 둡니다. 새 akb를 봅니다.", "akb", {PROPOSE}),
        ("BD를 맡은 PM입니다. 새 PD를 봅니다.", "PD", set()),
    ],
    ids=["in the note", "not in the note", "another letter", "a known one"],
)
def test_an_acronym_a_letter_named_alike_from_one_of_the_note_is_put_right(
    text: str, heard: str, decision: set[str], korean: Korean, search: TermSearch
) -> None:
    assert decisions(heard, NETWORK + text, korean, search) == decision
