"""Likely repairs: measured on talks of many kinds, silent on clean meetings, ready to be taken and taken back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from talks import CASES, Talk, evaluation, real_talk, talk_of
from tearing import torn

from processing.analysis import Analysis
from processing.note import apply, invert
from processing.proposals import PROPOSE
from processing.transcript import transcript
from processing.turns.findings import Sort
from processing.turns.likely import findings_of, likely_turns
from processing.turns.parts import ASKER, LEADER

TALKS = sorted((CASES / "turns").glob("*.txt"))
MEETINGS = sorted((CASES / "meetings").glob("*.txt"))
QUIET = sorted((CASES / "turns_quiet").glob("*.txt"))


def measured(folder: Path) -> tuple[float, float]:
    """Precision and recall of all findings over the talks of a folder, against the events written beside them."""
    expected = json.loads((folder / "turns.json").read_text(encoding="utf-8"))
    found = right = 0
    for path in sorted(folder.glob("*.txt")):
        open_events = list(expected[path.stem])
        talk = talk_of(path)
        for finding in findings_of(talk.source, talk.state, talk.analysis):
            line = talk.source.line_of(finding.proposal.place.start)
            hits = (e for e in open_events if finding.sort in e["kind_accept"] and line in e["line_accept"])
            hit = next(hits, None)
            found += 1
            if hit is not None:
                right += 1
                open_events.remove(hit)
    return right / found, right / sum(len(some) for some in expected.values())


def test_precision_and_recall_on_talks_of_many_kinds() -> None:
    precision, recall = measured(CASES / "turns")
    assert precision >= 0.9
    assert recall >= 0.9


def test_precision_and_recall_on_talks_of_other_rooms() -> None:
    precision, recall = measured(CASES / "turns_unseen")
    assert precision >= 0.95
    assert recall >= 0.9


EVENTS: dict[str, list[dict[str, Any]]] = json.loads((CASES / "turns" / "turns.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", TALKS, ids=lambda path: path.stem)
def test_what_is_found_in_a_talk_stays_found_and_nothing_else_is(path: Path) -> None:
    talk = talk_of(path)
    found = findings_of(talk.source, talk.state, talk.analysis)
    places = [(f.sort, talk.source.line_of(f.proposal.place.start)) for f in found]
    events = EVENTS[path.stem]
    known = {(sort, line) for e in events for sort in e["kind_accept"] for line in e["line_accept"]}
    hard = {line for e in events if e.get("missed") for line in e["line_accept"]}
    assert [place for place in places if place not in known and place[1] not in hard] == []
    found_at = [any(place[0] in e["kind_accept"] and place[1] in e["line_accept"] for place in places) for e in events]
    assert [e["line"] for e, is_found in zip(events, found_at, strict=True) if not (is_found or e.get("missed"))] == []


def test_precision_and_recall_on_clean_meetings_torn_at_random(tmp_path: Path) -> None:
    found = right = there = 0
    for seed, path in enumerate(MEETINGS):
        text, tears = torn(path.read_text(encoding="utf-8"), seed)
        (tmp_path / path.name).write_text(text, encoding="utf-8")
        talk = talk_of(tmp_path / path.name)
        findings = findings_of(talk.source, talk.state, talk.analysis)
        places = [(f.sort, talk.source.line_of(f.proposal.place.start)) for f in findings]
        found, there = found + len(findings), there + len(tears)
        right += sum(any(s in tear.sorts and line in tear.lines for s, line in places) for tear in tears)
    assert right / found >= 0.93
    assert right / there >= 0.65


@pytest.mark.parametrize("path", [*MEETINGS, *QUIET], ids=lambda path: path.stem)
def test_a_clean_meeting_is_left_alone(path: Path) -> None:
    talk = talk_of(path)
    assert not likely_turns(talk.source, talk.state, talk.analysis)


@pytest.mark.skipif(evaluation() is None, reason="the real talk is not here")
def test_the_sentence_cut_between_two_speakers_of_the_real_talk_is_proposed() -> None:
    talk = real_talk()
    assert talk is not None
    proposals = likely_turns(talk.source, talk.state, talk.analysis)
    assert [(talk.source.line_of(p.place.start), p.decision) for p in proposals] == [(19, PROPOSE)]
    turns = transcript(talk.source, apply(talk.state, proposals[0].change))
    assert turns[0].text.endswith("그렇게 지금 사업이나 이런 것들을 고민하고 있는데")
    assert turns[1].text.startswith("그래요.")


@pytest.mark.parametrize("path", TALKS, ids=lambda path: path.stem)
def test_each_proposal_can_be_taken_and_taken_back_and_keeps_the_words(path: Path) -> None:
    talk = talk_of(path)
    for proposal in likely_turns(talk.source, talk.state, talk.analysis):
        taken = apply(talk.state, proposal.change)
        assert apply(taken, invert(proposal.change)) == talk.state
        assert proposal.detail.endswith(".")
        gone = _words(talk, proposal.place.start, proposal.place.end) if proposal.kind == "fold" else ""
        before = "".join(turn.text for turn in transcript(talk.source, talk.state)).split()
        after = "".join(turn.text for turn in transcript(talk.source, taken)).split()
        assert sorted("".join(after) + gone) == sorted("".join(before))


def _words(talk: Talk, start: int, end: int) -> str:
    return "".join(talk.source.text[start:end].split())


@pytest.mark.parametrize(("name", "part"), [("05-lecture-qa", LEADER), ("16-panel", ASKER)])
def test_the_other_person_under_a_label_gets_the_part_that_they_play(name: str, part: str) -> None:
    talk = talk_of(CASES / "turns" / f"{name}.txt")
    found = findings_of(talk.source, talk.state, talk.analysis)
    (finding,) = [one for one in found if one.sort is Sort.TWO_PEOPLE]
    assert [step.new.role for (kind, _), step in finding.proposal.change.steps.items() if kind == "speakers"] == [part]


@pytest.mark.parametrize("path", TALKS, ids=lambda path: path.stem)
def test_a_new_turn_begins_where_a_sentence_or_a_reply_begins(path: Path) -> None:
    talk = talk_of(path)
    starts = {sentence.place.start for sentence in talk.analysis.sentences}
    for proposal in likely_turns(talk.source, talk.state, talk.analysis):
        new = {key for (name, key), step in proposal.change.steps.items() if name == "cuts" and step.new is not None}
        assert new <= starts


def test_a_talk_of_one_turn_has_nothing_to_propose() -> None:
    talk = talk_of(TALKS[0])
    assert not likely_turns(talk.source, talk.state, Analysis(talk.analysis.sentences[:1]))


def test_a_long_noisy_talk_gets_only_the_strongest_few(monkeypatch: pytest.MonkeyPatch) -> None:
    talk = talk_of(CASES / "turns" / "12-consultation.txt")
    monkeypatch.setattr("processing.turns.likely.MOST_AT_ONCE", 2)
    assert len(likely_turns(talk.source, talk.state, talk.analysis)) == 2
    assert len(findings_of(talk.source, talk.state, talk.analysis)) > 2
