"""Faint likenesses are not offered: sound alone finds a term for nearly every short piece of a word."""

from __future__ import annotations

import pytest

from processing.korean import Korean
from processing.note import first_state
from processing.readers import read
from processing.terms.glossary import USER, Term
from processing.terms.search import TermSearch
from processing.transcript import transcript

HEAD = "회의\n2025.11.06 목 오후 4:00 ・ 12분 40초\n윤태성\n\n\n참석자 1 00:00\n"


def offered(text: str, korean: Korean, search: TermSearch) -> list[str]:
    source = read(f"{HEAD}{text}\n".encode(), "note.txt").source
    return [one.term for one in search.proposals(korean.analyse(transcript(source, first_state(source))))]


@pytest.mark.parametrize(
    ("text", "not_offered"),
    [
        ("서버 데이터로 보면 판 매가 늘었습니다.", "Podman"),
        ("이번 요금은 프리밍엄이라고 합니다.", "Premiere"),
        ("어제 오프사이드로 골이 취소됐어요.", "오프사이트"),
        ("모델은 AGI 얘기고 SF 소설 같은 거죠.", "SFT"),
        ("게임 콘솔은 유니치 엔진으로 빌드합니다.", "Unity"),
    ],
)
def test_a_piece_that_only_sounds_a_little_like_a_term_is_left(
    text: str, not_offered: str, korean: Korean, search: TermSearch
) -> None:
    assert not_offered not in offered(text, korean, search)


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("병원 진료와 EMR 얘기인데 패혈 중 환자가 줄었어요.", "패혈증"),
        ("이번 인퍼런셔 비용이 큽니다.", "인퍼런스"),
        ("반도체 웨이퍼 수율은 노강기 셋업이 문제고 식각은 괜찮습니다.", "노광기"),
    ],
)
def test_scraps_and_unknown_words_near_a_term_are_still_offered(
    text: str, term: str, korean: Korean, search: TermSearch
) -> None:
    assert term in offered(text, korean, search)


def test_a_term_of_the_person_s_own_is_offered_for_as_little(korean: Korean) -> None:
    own = TermSearch([Term("팟맨", ("팟맨",), (), (), USER)])
    assert offered("여기서 판 매가 늘었습니다.", korean, own) == ["팟맨"]
