"""The JSON of a note, schema 1: what other programs read. Keys may be added, never renamed.

The document that describes it is `assets/schema/note.schema.json`. Seconds are numbers, unknown is null, nothing is [].
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from processing.corrections import Correction, TurnChange
from processing.data_files import asset
from processing.evidence import Evidence, MinutesTurn
from processing.minutes import Info, Minutes, MinutesLine, SpeakerShare, Topic

SCHEMA = 1

Json = dict[str, Any]


def note_json(minutes: Minutes, warnings: Iterable[str] = ()) -> Json:
    """The note as schema 1: plain dicts, lists, strings and numbers."""
    return {
        "schema": SCHEMA,
        "note": _note(minutes),
        "info": _info(minutes.info),
        "turns": [_turn(turn) for turn in minutes.turns],
        "edits": [_edit(correction) for correction in minutes.corrections],
        "turn_changes": [_turn_change(change) for change in minutes.turn_changes],
        "headline": _line(minutes.headline) if minutes.headline else None,
        "summary": _lines(minutes.summary),
        "topics": [_topic(topic) for topic in minutes.topics],
        "decisions": _lines(minutes.decisions),
        "open_points": _lines(minutes.open_points),
        "suggestions": _lines(minutes.suggestions),
        "tools": _lines(minutes.tools),
        "questions": [_question(line) for line in minutes.questions],
        "action_items": [_action(line) for line in minutes.actions],
        "follow_ups": [_action(line) for line in minutes.follow_ups],
        "keywords": [{"text": line.text, "score": line.line.score} for line in minutes.keywords],
        "not_understood": [{"source_line": line, "text": text} for line, text in minutes.not_understood],
        "warnings": list(warnings),
    }


def note_json_text(minutes: Minutes, warnings: Iterable[str] = ()) -> str:
    """The note as JSON text, Hangul readable, with a final newline."""
    return json.dumps(note_json(minutes, warnings), ensure_ascii=False, indent=1) + "\n"


def schema_document() -> Json:
    """The JSON Schema document of schema 1."""
    document: Json = json.loads(asset("schema").joinpath("note.schema.json").read_text(encoding="utf-8"))
    return document


def _note(minutes: Minutes) -> Json:
    recorded = minutes.recorded_at
    return {
        "title": minutes.title,
        "recorded_at": recorded.isoformat(timespec="minutes") if recorded else None,
        "duration_s": _seconds(minutes.duration_s),
        "owner": minutes.owner,
        "format": minutes.format,
        "speakers": [_speaker(share) for share in minutes.speakers],
    }


def _speaker(share: SpeakerShare) -> Json:
    return {
        "label": share.label or share.shown or None,
        "name": share.name or None,
        "role": share.role or None,
        "turns": share.turns,
        "seconds": _seconds(share.seconds),
    }


def _info(info: Info) -> Json:
    return {
        "title": info.title or None,
        "date": info.date or None,
        "start": info.start or None,
        "end": info.end or None,
        "place": info.place or None,
        "author": info.author or None,
        "attendees": list(info.attendees),
        "absentees": list(info.absentees),
        "agenda": list(info.agenda),
        "next_meeting": info.next_meeting or None,
    }


def _turn(turn: MinutesTurn) -> Json:
    return {
        "id": turn.id,
        "speaker": turn.label,
        "start_s": _seconds(turn.start_s),
        "end_s": _seconds(turn.end_s),
        "source_line": turn.source_line,
        "text": turn.text,
        "paragraphs": [{"start_s": _seconds(p.start_s), "exact": p.exact, "text": p.text} for p in turn.paragraphs],
    }


def _edit(correction: Correction) -> Json:
    edit = correction.edit
    return {
        "kind": edit.kind.value,
        "decision": correction.decision,
        "before": edit.before,
        "after": edit.after,
        "alternatives": list(correction.alternatives),
        "source_line": correction.source_line,
        "source_column": correction.source_column,
        "turn_id": correction.turn_id,
        "reason": edit.reason,
        "source": edit.source,
        "confidence": edit.confidence,
    }


def _turn_change(change: TurnChange) -> Json:
    return {
        "kind": change.kind,
        "decision": change.decision,
        "source_line": change.source_line,
        "detail": change.detail,
    }


def _said(line: MinutesLine) -> Json:
    """What every line tells of its origin: author, turns and places."""
    turn_ids = dict.fromkeys(evidence.turn_id for evidence in line.evidence if evidence.turn_id)
    return {
        "author": line.line.author,
        "turn_ids": list(turn_ids),
        "places": [_place(evidence) for evidence in line.evidence],
    }


def _place(evidence: Evidence) -> Json:
    return {
        "turn_id": evidence.turn_id,
        "source_line": evidence.source_line,
        "source_column": evidence.source_column,
        "start_s": _seconds(evidence.start_s),
    }


def _line(line: MinutesLine) -> Json:
    return {"text": line.text, **_said(line)}


def _lines(lines: Iterable[MinutesLine]) -> list[Json]:
    return [_line(line) for line in lines]


def _topic(topic: Topic) -> Json:
    return {"title": topic.title, "start_s": _seconds(topic.start_s), "bullets": _lines(topic.bullets)}


def _question(line: MinutesLine) -> Json:
    return {
        "question": line.text,
        "answer": line.line.answer or None,
        "start_s": _seconds(line.start_s),
        **_said(line),
    }


def _action(line: MinutesLine) -> Json:
    return {
        "task": line.text,
        "owner": line.line.owner or None,
        "due_text": line.line.due_text or None,
        "due_date": line.line.due_date or None,
        "status": line.line.status or None,
        **_said(line),
    }


def _seconds(value: float | None) -> float | None:
    """Whole seconds as an int, so that the JSON reads 16 and not 16.0."""
    return int(value) if value is not None and value == int(value) else value
