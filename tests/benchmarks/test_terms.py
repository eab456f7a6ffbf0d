"""The term search: its share of a Kiwi pass, and how it grows with terms and with the note. `pytest -n 0 -m bench -s`.

Every run has a fresh search: nothing that an earlier run remembered is counted in.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from processing.analysis import Analysis
from processing.korean import Korean
from processing.note import apply, first_state
from processing.phonetics import letters_distance, sounds, spoken
from processing.readers import read
from processing.terms.glossary import Term
from processing.terms.lexicon import right_words
from processing.terms.readings import readings_of
from processing.terms.scanning import ODD_SHARE
from processing.terms.search import TermSearch
from processing.terms.sound_index import Heard, SoundIndex
from processing.terms.spans import eojeols, spans
from processing.transcript import transcript
from processing.turns import certain_repairs

pytestmark = pytest.mark.bench

HOURS = 10


@pytest.fixture(scope="module")
def talk(evaluation: Path) -> str:
    return (evaluation / "mentoring-talk.part1.txt").read_text("utf-8")


def analysis_of(text: str, korean: Korean) -> Analysis:
    source = read(text.encode(), "talk.txt").source
    repairs, _ = certain_repairs(source, first_state(source), korean.wants_blank)
    return korean.analyse(transcript(source, apply(first_state(source), repairs)))


def least(make: Callable[[], TermSearch], analysis: Analysis, rounds: int = 5) -> float:
    """The shortest of some first runs of fresh searches, in seconds of CPU: what else the machine does is no part of it."""
    return min(first_run(make, analysis) for _ in range(rounds))


def first_run(make: Callable[[], TermSearch], analysis: Analysis) -> float:
    search = make()
    sounds.cache_clear()
    letters_distance.cache_clear()
    gc.collect()  # or the search would pay for what was left by making it
    start = time.process_time()
    search.proposals(analysis)
    return time.process_time() - start


def kiwi_pass(korean: Korean, text: str) -> float:
    lines = [line for line in text.split("\n") if line.strip()]
    times = []
    for _ in range(5):
        start = time.process_time()
        korean.tokens_of(lines)
        times.append(time.process_time() - start)
    return min(times)


def more_terms(built_in: Sequence[Term], count: int) -> list[Term]:
    """`count` terms: the built-in ones and, beyond them, words made of the halves of their readings."""
    terms = list(built_in[:count])
    readings = [spoken(term.readings[0]) for term in built_in if len(spoken(term.readings[0])) >= 4]
    for i, one in enumerate(readings):
        for other in readings[i + 1 :: 37]:
            if len(terms) >= count:
                return terms
            made = one[: len(one) // 2 + 1] + other[len(other) // 2 :]
            terms.append(Term(made, (made,), ("made",)))
    return terms


def test_the_term_pass_takes_at_most_six_tenths_of_a_kiwi_pass(talk: str, korean: Korean, built_in: list[Term]) -> None:
    analysis = analysis_of(talk, korean)
    ratio = least(lambda: TermSearch(built_in, right_words()), analysis) / kiwi_pass(korean, talk)
    print(f"\nthe term pass: {ratio:.2f} Kiwi passes")
    assert ratio <= 0.6


def test_ten_times_the_terms_cost_a_fifth_more_at_most(talk: str, korean: Korean, built_in: list[Term]) -> None:
    analysis = analysis_of(talk, korean)
    few, many, words = more_terms(built_in, 1_000), more_terms(built_in, 10_000), right_words()
    assert len(many) == 10_000
    # by turns: a machine is slower at one moment than at the next
    rounds = [[first_run(lambda: TermSearch(terms, words), analysis) for terms in (few, many)] for _ in range(8)]  # noqa: B023
    ratio = min(times[1] for times in rounds) / min(times[0] for times in rounds)
    print(f"\n10,000 terms against 1,000: {ratio:.2f} times")
    assert ratio <= 1.2


def test_a_note_of_ten_hours_costs_at_most_eleven_times_one_of_an_hour(
    talk: str, korean: Korean, built_in: list[Term]
) -> None:
    body = talk[talk.index("참석자 1") :]
    hour, hours = analysis_of(body * 2, korean), analysis_of(body * 2 * HOURS, korean)
    make = lambda: TermSearch(built_in, right_words())  # noqa: E731 - read twice below
    ratio = least(make, hours, rounds=2) / least(make, hour, rounds=3)
    print(f"\nten hours against one: {ratio:.1f} times")
    assert ratio <= 11


def test_the_index_is_several_times_faster_than_scanning_all_readings_and_misses_nothing_near(
    talk: str, korean: Korean, built_in: list[Term]
) -> None:
    analysis = analysis_of(talk, korean)
    heard = sorted(
        {
            spoken(span.text)
            for sentence in analysis.sentences
            for span in spans(eojeols(sentence, lambda text: False))
            if span.is_odd and len(spoken(span.text)) >= 3
        }
    )
    readings = [reading.phonemes for term in built_in for reading in readings_of(term)]
    start = time.perf_counter()
    index = SoundIndex(built_in)
    built = time.perf_counter() - start
    start = time.perf_counter()
    by_index = index.near(Heard(word, 2, ODD_SHARE) for word in heard)
    indexed = time.perf_counter() - start
    start = time.perf_counter()
    by_scan = {word: scan(sounds(word), readings) for word in heard}
    scanned = time.perf_counter() - start
    print(
        f"\n{len(heard)} words: index {indexed * 1000:.0f} ms (built in {built * 1000:.0f}), scan {scanned * 1000:.0f}"
    )
    print(f"scan / index = {scanned / indexed:.1f}")
    found = len(by_index)
    nearest = sum(bool(by_scan[word]) for word in heard)
    print(f"with a near reading: {found} by the index, {nearest} by the scan at the same share of plain edits")
    assert scanned / indexed >= 3
    assert found >= nearest


def scan(heard: str, readings: Sequence[str]) -> list[str]:
    """The readings within the same share of plain edits, by walking through all of them."""
    limit = int(ODD_SHARE * len(heard))
    return [found for found, _, _ in process.extract(heard, readings, scorer=Levenshtein.distance, score_cutoff=limit)]
