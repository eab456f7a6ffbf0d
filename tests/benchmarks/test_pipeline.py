"""The whole job against one Kiwi pass: `clean` may take three of them. Run by `pytest -n 0 -m bench -s`.

One Kiwi pass is `list(kiwi.tokenize(lines))` over the non-blank lines, warmed up, the least of five runs.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from processing.export.blocks import Choices
from processing.export.formats import export
from processing.korean import Korean
from processing.minutes import minutes_of
from processing.note import apply, first_state
from processing.pipeline import Workshop, load_workshop
from processing.readers import read
from processing.schema import note_json_text
from processing.source import Source
from processing.summary import keyphrases
from processing.transcript import transcript
from processing.turns import certain_repairs

pytestmark = pytest.mark.bench


def least(work: Callable[[], object], rounds: int = 5) -> float:
    """The shortest of some runs, in seconds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def kiwi_pass(korean: Korean, source: Source) -> float:
    lines = [line for line in source.text.split("\n") if line.strip()]
    return least(lambda: korean.tokens_of(lines))


@pytest.fixture(scope="module")
def raw(evaluation: Path) -> bytes:
    return (evaluation / "mentoring-talk.part1.txt").read_bytes()


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    start = time.perf_counter()
    loaded = load_workshop()
    print(f"\nimport of keybert, load of Kiwi and glossaries: {time.perf_counter() - start:.2f} s")
    return loaded


def test_clean_takes_at_most_three_kiwi_passes(benchmark: BenchmarkFixture, raw: bytes, workshop: Workshop) -> None:
    source = read(raw, "talk.txt").source

    def whole() -> None:
        told = read(raw, "talk.txt").source
        cleaned = workshop.clean(told)
        minutes = minutes_of(told, cleaned.state, cleaned.proposals, cleaned.turn_proposals)
        note_json_text(minutes)
        export(minutes, "docx", Choices())

    whole()
    benchmark.pedantic(whole, rounds=5)
    one_pass = kiwi_pass(workshop.korean, source)
    ratio = benchmark.stats.stats.min / one_pass
    benchmark.extra_info["kiwi passes"] = round(ratio, 2)
    print(f"\nclean, JSON and Word: {ratio:.2f} Kiwi passes of {one_pass * 1000:.0f} ms")
    for stage, seconds in stages(raw, workshop).items():
        print(f"  {stage}: {seconds * 1000:.0f} ms, {seconds / one_pass:.2f} passes")
    assert ratio <= 3


def stages(raw: bytes, workshop: Workshop) -> dict[str, float]:
    """How long each stage takes alone, in seconds."""
    source = read(raw, "talk.txt").source
    korean = workshop.korean
    repairs, _ = certain_repairs(source, first_state(source), korean.wants_blank)
    state = apply(first_state(source), repairs)
    turns = transcript(source, state)
    analysis = korean.analyse(turns)
    cleaned = workshop.clean(source)
    minutes = minutes_of(source, cleaned.state, cleaned.proposals)
    return {
        "read": least(lambda: read(raw, "talk.txt")),
        "turns": least(lambda: certain_repairs(source, first_state(source), korean.wants_blank)),
        "analysis": least(lambda: korean.analyse(transcript(source, state))),
        "terms": least(lambda: workshop.search_terms(analysis)),
        "all language work": least(lambda: workshop.clean(source)),
        "minutes": least(lambda: minutes_of(source, cleaned.state, cleaned.proposals)),
        "JSON": least(lambda: note_json_text(minutes)),
        "Word": least(lambda: export(minutes, "docx", Choices())),
        "load keybert again": least(keyphrases.load),
    }
