"""What turn repair costs a note of ten hours, as a share of one Kiwi pass; and that no action holds the window.

The note is a talk of many turns with torn lines, the kinds of text that the tests of turns have, repeated to ten hours.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from time import perf_counter

import pytest
from kiwipiepy import Kiwi

from processing import readers
from processing.analysis import Analysis
from processing.korean import Korean
from processing.note import State, apply, first_state
from processing.source import Source
from processing.transcript import TurnsMade, transcript
from processing.turns import by_hand, certain_repairs
from processing.turns.fillers import fillers_of, without
from processing.turns.likely import likely_turns
from processing.turns.speaking import speaking
from processing.turns.who import named_speakers

pytestmark = pytest.mark.bench

CASES = Path(__file__).parents[1] / "cases"
TEN_HOURS_S = 36_000
MOST_OF_A_PASS = 1 / 3
MOST_FOR_AN_ACTION_S = 0.05

_HEADER = re.compile(r"^(참석자 \d+) \d\d:\d\d$", re.MULTILINE)


def least(run: Callable[[], object], times: int = 5) -> float:
    """The least of a few measurements, seconds."""
    best = float("inf")
    for _ in range(times):
        gc.collect()
        start = perf_counter()
        run()
        best = min(best, perf_counter() - start)
    return best


def torn(text: str) -> str:
    """The text with every hundred-and-twentieth word cut by a line break, as a page's width does it."""
    words = text.split(" ")
    return " ".join(
        word[:1] + "\n\n" + word[1:] if n % 120 == 60 and len(word) > 2 else word for n, word in enumerate(words)
    )


@cache
def ten_hours() -> Source:
    """Turns of the talks of the turn cases, a minute apart each, with labels of their own and torn lines."""
    talks = [p.read_text(encoding="utf-8").split("\n\n\n") for p in sorted((CASES / "turns").glob("*.txt"))]
    bodies = [torn(talk[1]) for talk in talks if len(talk) > 1]
    parts, seconds, n = ["긴 회의\n2026.05.20 수 오전 9:00 ・ 600분 0초\n이태수\n"], 0, 0

    def header(match: re.Match[str]) -> str:
        nonlocal seconds
        seconds += 12
        return f"{match[1]} {seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"

    while seconds < TEN_HOURS_S:
        parts.append(_HEADER.sub(header, bodies[n % len(bodies)]))
        n += 1
    return readers.read("\n\n".join(parts).encode(), "long.txt").source


@cache
def repaired() -> tuple[Korean, State, Analysis]:
    """Kiwi, the note after its certain repairs, and the shared analysis."""
    korean = Korean()
    first = first_state(ten_hours())
    state = apply(first, certain_repairs(ten_hours(), first, korean.wants_blank)[0])
    return korean, state, korean.analyse(transcript(ten_hours(), state))


@cache
def kiwi_pass() -> float:
    """Seconds of one Kiwi pass over the note's lines, warmed up, the least of five."""
    kiwi = Kiwi(num_workers=1)
    lines = [line for line in ten_hours().text.split("\n") if line.strip()]
    list(kiwi.tokenize(lines[:10]))
    return least(lambda: list(kiwi.tokenize(lines)))


def test_turn_repair_costs_at_most_a_third_of_a_kiwi_pass() -> None:
    source = ten_hours()
    korean, state, analysis = repaired()
    first = first_state(source)
    certain = least(lambda: certain_repairs(source, first, korean.wants_blank), 3)
    likely = least(lambda: (likely_turns(source, state, analysis), named_speakers(source, state, analysis)), 3)
    print(f"\n{len(source.blocks)} blocks, {len(source.text)} characters, {len(state.edits)} seams")
    print(f"certain {certain:.2f} s, likely {likely:.2f} s, one Kiwi pass {kiwi_pass():.2f} s")
    assert certain + likely <= MOST_OF_A_PASS * kiwi_pass()


def _actions(source: Source, state: State) -> dict[str, Callable[[], State]]:
    turns = transcript(source, state)
    turn = max(turns[len(turns) // 3 :], key=lambda one: len(one.text))
    paragraph = turn.paragraphs[-1]
    middle = len(paragraph.text) // 2
    return {
        "split": lambda: apply(state, by_hand.split(source, state, paragraph, middle)),
        "reassign all": lambda: apply(state, by_hand.reassign(state, turn.cut, "s2", by_hand.Scope.ALL)),
        "merge speakers": lambda: apply(state, by_hand.merge_speakers(state, "s2", "s1")),
        "merge with above": lambda: apply(state, by_hand.merge_with_above(state, turn.cut)),
        "sentence to next": lambda: apply(state, by_hand.last_sentence_to_next(source, state, turn)),
        "sentence to above": lambda: apply(state, by_hand.first_sentence_to_above(source, state, turn)),
        "withhold": lambda: apply(state, by_hand.withhold(state, paragraph.place)),
        "rename": lambda: apply(state, by_hand.rename(state, "s1", name="이태수")),
    }


def test_no_action_holds_the_window() -> None:
    source = ten_hours()
    _, state, analysis = repaired()
    state = apply(state, without(state, fillers_of(analysis)))
    slow = {}
    for name, action in _actions(source, state).items():
        seconds = _first_time(source, state, action)
        print(f"{name}: {1000 * seconds:.1f} ms")
        if seconds > MOST_FOR_AN_ACTION_S:
            slow[name] = seconds
    assert not slow


def _first_time(source: Source, state: State, action: Callable[[], State]) -> float:
    """Seconds of an action and of the turns that it leads to, made as the window makes them; the least of three."""
    best = float("inf")
    for _ in range(3):
        made = TurnsMade(source)
        made.of(state)
        gc.collect()
        start = perf_counter()
        made.of(action())
        best = min(best, perf_counter() - start)
    return best


def test_speaking_time_is_told_at_once() -> None:
    _, state, _ = repaired()
    assert least(lambda: speaking(ten_hours(), state), 3) <= MOST_FOR_AN_ACTION_S
