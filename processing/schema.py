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
from processing.minutes import Info, Minutes, SpeakerShare, Topic
from processing.minutes_lines import MinutesLine

SCHEMA = 1

Json = dict[str, Any]


def note_json(minutes: Minutes, warnings: Iterable[str] = ()) -> Json:
    """The note as schema 1: plain dicts, lists, strings and numbers."""
    lines = _Lines(minutes.turns)
    return {
        "schema": SCHEMA,
        "note": _note(minutes),
        "info": _info(minutes.info),
        "turns": [_turn(turn, lines.ids[turn.cut]) for turn in minutes.turns],
        "edits": [lines.edit(correction) for correction in minutes.corrections],
        "turn_changes": [_turn_change(change) for change in minutes.turn_changes],
        "headline": lines.one(minutes.headline) if minutes.headline else None,
        "summary": lines.all(minutes.summary),
        "topics": [lines.topic(topic) for topic in minutes.topics],
        "decisions": lines.all(minutes.decisions),
        "open_points": lines.all(minutes.open_points),
        "suggestions": lines.all(minutes.suggestions),
        "tools": lines.all(minutes.tools),
        "questions": [lines.question(line) for line in minutes.questions],
        "action_items": [lines.action(line) for line in minutes.actions],
        "follow_ups": [lines.action(line) for line in minutes.follow_ups],
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


def _turn(turn: MinutesTurn, id_: str) -> Json:
    return {
        "id": id_,
        "speaker": turn.label,
        "start_s": _seconds(turn.start_s),
        "end_s": _seconds(turn.end_s),
        "source_line": turn.source_line,
        "text": turn.text,
        "paragraphs": [{"start_s": _seconds(p.start_s), "exact": p.exact, "text": p.text} for p in turn.paragraphs],
    }


def _turn_change(change: TurnChange) -> Json:
    return {
        "kind": change.kind,
        "decision": change.decision,
        "source_line": change.source_line,
        "detail": change.detail,
    }


class _Lines:
    """Writes lines and corrections, which cite turns: `ids` are those of the turns by their cuts."""

    def __init__(self, turns: Iterable[MinutesTurn]) -> None:
        self.ids = {turn.cut: f"t{number}" for number, turn in enumerate(turns, 1)}

    def id(self, cut: int | None) -> str | None:
        """The id of the turn at a cut."""
        return self.ids[cut] if cut is not None else None

    def _said(self, line: MinutesLine) -> Json:
        """What every line tells of its origin: author, turns and places."""
        places = [self._place(evidence) for evidence in line.evidence]
        turn_ids = dict.fromkeys(place["turn_id"] for place in places if place["turn_id"])
        return {"author": line.line.author, "turn_ids": list(turn_ids), "places": places}

    def _place(self, evidence: Evidence) -> Json:
        return {
            "turn_id": self.id(evidence.turn_cut),
            "source_line": evidence.source_line,
            "source_column": evidence.source_column,
            "start_s": _seconds(evidence.start_s),
        }

    def one(self, line: MinutesLine) -> Json:
        """A line that is words alone."""
        return {"text": line.text, **self._said(line)}

    def all(self, lines: Iterable[MinutesLine]) -> list[Json]:
        """Lines that are words alone."""
        return [self.one(line) for line in lines]

    def topic(self, topic: Topic) -> Json:
        """A topic with its bullets."""
        return {"title": topic.title, "start_s": _seconds(topic.start_s), "bullets": self.all(topic.bullets)}

    def question(self, line: MinutesLine) -> Json:
        """A question with its answer."""
        return {
            "question": line.text,
            "answer": line.line.answer or None,
            "start_s": _seconds(line.start_s),
            **self._said(line),
        }

    def action(self, line: MinutesLine) -> Json:
        """A task with its owner and due date."""
        return {
            "task": line.text,
            "owner": line.line.owner or None,
            "due_text": line.line.due_text or None,
            "due_date": line.line.due_date or None,
            "status": line.line.status or None,
            **self._said(line),
        }

    def edit(self, correction: Correction) -> Json:
        """A correction."""
        edit = correction.edit
        return {
            "kind": edit.kind.value,
            "decision": correction.decision,
            "before": edit.before,
            "after": edit.after,
            "alternatives": list(correction.alternatives),
            "source_line": correction.source_line,
            "source_column": correction.source_column,
            "turn_id": self.id(correction.turn_cut),
            "reason": edit.reason,
            "source": edit.source,
            "confidence": edit.confidence,
        }


def _seconds(value: float | None) -> float | None:
    """Whole seconds as an int, so that the JSON reads 16 and not 16.0."""
    return int(value) if value is not None and value == int(value) else value
