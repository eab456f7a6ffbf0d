"""The JSON of whole notes: lines, columns, turns and times lead a reader to the place in the file that is meant."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from processing.minutes import minutes_of
from processing.pipeline import Workshop
from processing.readers import read
from processing.schema import note_json, schema_document

CASES = Path(__file__).parents[1] / "cases"
FILES = ("meetings/team-weekly.txt", "meetings/lecture-qa.txt", "turns/31-seminar-qa.txt", "terms/sentences-it.txt")
LISTS = ("summary", "decisions", "open_points", "suggestions", "action_items", "questions")

Note = tuple[list[str], dict[str, Any]]


@pytest.fixture(scope="module", params=FILES)
def note(request: pytest.FixtureRequest, workshop: Workshop) -> Note:
    """The lines of the file as they were read, and the note's JSON."""
    path = CASES / request.param
    imported = read(path.read_bytes(), path.name)
    cleaned = workshop.clean(imported.source)
    minutes = minutes_of(cleaned.source, cleaned.state, cleaned.proposals, cleaned.turn_proposals)
    document = json.loads(json.dumps(note_json(minutes, imported.report.warnings)))
    return cleaned.source.text.split("\n"), document


def test_a_cleaned_note_follows_the_schema(note: Note) -> None:
    jsonschema.validate(note[1], schema_document(), jsonschema.Draft202012Validator)


def test_every_edit_begins_at_its_line_and_column_and_no_two_at_one(note: Note) -> None:
    lines, document = note
    places = [(edit["source_line"], edit["source_column"]) for edit in document["edits"]]
    for (line, column), edit in zip(places, document["edits"], strict=True):
        assert "\n".join(lines[line - 1 :])[column:].startswith(edit["before"])
    assert len(set(places)) == len(places)


def test_every_line_of_the_program_leads_to_words_of_a_turn(note: Note) -> None:
    lines, document = note
    turns = {turn["id"] for turn in document["turns"]}
    told = [line for name in LISTS for line in document[name]]
    told += [line for topic in document["topics"] for line in topic["bullets"]]
    for line in [*told, *([document["headline"]] if document["headline"] else [])]:
        assert line["places"]
        for place in line["places"]:
            assert place["turn_id"] in turns & set(line["turn_ids"])
            assert lines[place["source_line"] - 1][place["source_column"] :].strip()


def test_a_turn_ends_where_the_next_begins_and_reads_as_its_paragraphs(note: Note) -> None:
    turns = note[1]["turns"]
    for turn, following in pairwise(turns):
        assert turn["end_s"] == following["start_s"]
    assert all(turn["text"] == "\n\n".join(said["text"] for said in turn["paragraphs"]) for turn in turns)


def test_every_merge_is_told_at_the_header_of_the_block_that_goes(note: Note) -> None:
    lines, document = note
    merges = [change for change in document["turn_changes"] if change["kind"] == "merge"]
    assert all(lines[change["source_line"] - 1].startswith("참석자 ") for change in merges)
