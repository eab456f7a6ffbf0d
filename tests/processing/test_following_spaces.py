"""Words replaced where letters and blanks change together: a line has the new words whole, or is marked."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from processing.basis import with_bases
from processing.finding import found, replaced
from processing.minutes import shown_minutes
from processing.note import LineKind, State, apply, change_of, first_state
from processing.particles import SUFFIXES
from processing.shown import Shown
from processing.source import Source
from processing.transcript import transcript
from tests.builders import line_of, place_of, source_of

SAID = (
    "수요에 측은 심리적 저항선을 넘는 판매 가격과 맞물려 있습니다.",
    "머신 너링 모델로 소비자 조사를 돌리면 수요에 측의 오차가 줄어듭니다.",
    "원재료비와 판매 가격은 공급망 관리팀이 정리합니다.",
)
TALK = source_of(*((f"참석자 {n}", 20.0 * n, said) for n, said in enumerate(SAID, 1)))


def replaced_in(source: Source, said: str, told: str, old: str, new: str) -> tuple[str, bool, str]:
    """How a line that tells `said` reads once `old` is `new` all over the note, whether it is marked, what is said."""
    start = first_state(source)
    line = change_of(start, {("lines", "l1"): line_of(source, LineKind.SUMMARY, told, said)})
    state = apply(start, with_bases(source, start, line))
    end = apply(state, replaced(source, state, found(transcript(source, state), old, is_whole=True), new))
    shown = shown_minutes(source, end).summary[0]
    return shown.line.text, shown.is_changed, read(source, end, said)


def read(source: Source, state: State, said: str) -> str:
    return Shown(source.text, state.edits.values(), place_of(source, said)).text


@pytest.mark.parametrize(
    ("told", "old", "new", "reads"),
    [
        ("수요에 측은 판매 가격과 맞물림", "수요에 측", "수요예측", "수요예측은 판매 가격과 맞물림"),
        ("심리적 저항선을 넘음", "심리적 저항선", "심리저항선", "심리저항선을 넘음"),
        ("수요에 측은 심리적 저항선", "수요에 측", "수요 예측", "수요 예측은 심리적 저항선"),
        ("판매 가격과 맞물림", "판매 가격", "판매가", "판매가와 맞물림"),
        ("판매 가격과 맞물림", "판매 가격", "판 매가격", "판 매가격과 맞물림"),
        ("심리적 저항선", "저항선", "저항 썬", "심리적 저항 썬"),
    ],
)
def test_a_letter_and_a_blank_change_together(told: str, old: str, new: str, reads: str) -> None:
    assert replaced_in(TALK, SAID[0], told, old, new)[:2] == (reads, False)


def test_a_line_with_half_of_the_words_is_marked() -> None:
    told, is_marked, _ = replaced_in(TALK, SAID[0], "심리적 부담", "심리적 저항선", "심리저항선")
    assert (told, is_marked) == ("심리적 부담", True)


@st.composite
def replacements(draw: st.DrawFn) -> tuple[str, str, str, str]:
    """A sentence, a run of its words that a line tells, words of it, and others with letters and blanks moved."""
    said = draw(st.sampled_from(SAID))
    words = said.rstrip(".").split()
    first, last = sorted((draw(st.integers(0, len(words) - 1)), draw(st.integers(0, len(words) - 1))))
    at = draw(st.integers(0, len(words) - 1))
    old = " ".join(words[at : at + draw(st.integers(1, 3))])
    old = old[: len(old) - draw(st.integers(0, 1))]
    letters = list(old.replace(" ", "")) if draw(st.booleans()) else list(old)
    for _ in range(draw(st.integers(0, 2))):
        letters[draw(st.integers(0, len(letters) - 1))] = draw(st.sampled_from("예측적너 가한률"))
    for _ in range(draw(st.integers(0, 2))):
        letters.insert(draw(st.integers(0, len(letters))), draw(st.sampled_from(" 이에 을")))
    return said, " ".join(words[first : last + 1]), old, " ".join("".join(letters).split())


@settings(max_examples=300, deadline=None)
@given(replacements())
def test_a_line_of_said_words_has_the_new_words_whole_or_is_marked(case: tuple[str, str, str, str]) -> None:
    """Of words that a line tells by half, each is the evidence's still but for a particle, or the line is marked."""
    said, told, old, new = case
    assume(new and new != old)
    reads, is_marked, now = replaced_in(TALK, said, told, old, new)
    if old in told or old not in said:
        assert is_marked or f" {reads} " in f" {now.rstrip('.')} "
    else:
        assert is_marked or all(is_told(word, now.replace(" ", "")) for word in reads.split())


def is_told(word: str, now: str) -> bool:
    return any(word[:end] in now and (not word[end:] or word[end:] in SUFFIXES) for end in range(1, len(word) + 1))
