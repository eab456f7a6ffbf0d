"""The JSON against its own schema, on an edited note and on an empty one."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from processing.minutes import minutes_of
from processing.note import Line, LineKind
from processing.proposals import PROPOSE, Proposal
from processing.schema import note_json, note_json_text, schema_document
from tests.builders import edit_of, source_of, state_of
from tests.processing.export.samples import MEETING, meeting, meeting_state


def check(document: dict[str, Any]) -> None:
    jsonschema.validate(document, schema_document(), jsonschema.Draft202012Validator)


def test_the_schema_document_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema_document())


def test_an_edited_note_follows_the_schema() -> None:
    offered = edit_of(MEETING, "랭체인", "LangChain")
    proposal = Proposal(offered, PROPOSE, "LangChain", "랭체인", ("랭킹",))
    document = note_json(minutes_of(MEETING, meeting_state(), [proposal]), ["주의"])
    check(json.loads(json.dumps(document)))
    last = document["edits"][-1]
    assert (last["decision"], last["alternatives"], last["turn_id"]) == ("propose", ["랭킹"], "t5")
    assert document["warnings"] == ["주의"]


def test_a_note_of_which_nothing_is_known_follows_the_schema() -> None:
    source = source_of((None, None, "말."), title="")
    check(note_json(minutes_of(source, state_of(source))))


def test_what_an_earlier_meeting_left_stands_apart_from_the_tasks() -> None:
    source = source_of((None, None, "말."))
    left = Line(LineKind.FOLLOW_UP, "보고서 작성", "person", owner="김민수", due_date="2026-05-01", status="완료")
    document = note_json(minutes_of(source, replace(state_of(source), lines={"f": left})))
    check(document)
    assert [(item["task"], item["status"]) for item in document["follow_ups"]] == [("보고서 작성", "완료")]
    assert document["action_items"] == []


def test_a_missing_key_or_a_line_without_evidence_would_be_found() -> None:
    document = note_json(meeting())
    del document["note"]["owner"]
    with pytest.raises(jsonschema.ValidationError):
        check(document)
    document = note_json(meeting())
    document["summary"][0]["places"] = []
    with pytest.raises(jsonschema.ValidationError):
        check(document)


def test_an_edit_stands_where_line_and_column_say() -> None:
    lines = MEETING.text.split("\n")
    edits = note_json(meeting())["edits"]
    assert edits
    for edit in edits:
        rest = lines[edit["source_line"] - 1][edit["source_column"] :]
        assert rest.startswith(edit["before"])


def test_turns_read_as_their_paragraphs() -> None:
    for turn in note_json(meeting())["turns"]:
        assert turn["text"] == "\n\n".join(paragraph["text"] for paragraph in turn["paragraphs"])


def test_the_text_of_the_json_keeps_hangul() -> None:
    assert '"김민수"' in note_json_text(meeting())
    assert json.loads(note_json_text(meeting())) == note_json(meeting())
