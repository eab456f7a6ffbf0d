"""Changes, proposals and sources as values that JSON can hold, and back, exactly.

Every top value carries `"v"`, the version of this form. A value of a later version is a `Bug` here: the library
refuses a newer file before anything is read from it. All fields are written, defaults too, so that a default may
change without changing what an old note says.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from processing.errors import Bug
from processing.journal import Entry
from processing.note import Change, Edit, EditKind, Line, LineKind, MadeOf, Speaker, Step
from processing.proposals import Proposal, TurnProposal
from processing.source import Block, Header, Place, Source, Span, SpanKind

VERSION = 1

Value = Any  # None, bool, int, float, str, list, dict: what json.dumps takes


@dataclass(frozen=True)
class Offers:
    """What the last analysis of a note offered and warned of."""

    proposals: tuple[Proposal, ...] = ()
    turn_proposals: tuple[TurnProposal, ...] = ()
    warnings: tuple[str, ...] = ()


def json_of(value: Value) -> str:
    """The value as compact JSON that UTF-8 can hold: text with a lone surrogate (half an emoji) is escaped.

    >>> json_of({"뜻": ["RAG"]})
    '{"뜻":["RAG"]}'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(value, separators=(",", ":"), allow_nan=False)
    return text


def value_of(text: str) -> Value:
    """What the JSON `text` says. Raises `Bug` if it is none."""
    try:
        return json.loads(text)
    except ValueError as error:
        raise Bug("a stored value that is not JSON") from error


def value_of_change(change: Change) -> Value:
    """A change as a value: its steps in order, each `[map, key, old, new]`."""
    steps = [
        [name, key, _packed(name, step.old), _packed(name, step.new)] for (name, key), step in change.steps.items()
    ]
    return {"v": VERSION, "steps": steps}


def change_from(value: Value) -> Change:
    """The change that `value_of_change` wrote. Raises `Bug` on a value of another form."""
    _check_version(value)
    return Change(
        {(name, key): Step(_unpacked(name, old), _unpacked(name, new)) for name, key, old, new in value["steps"]}
    )


def value_of_entry(entry: Entry) -> Value:
    """A journal entry as a value; its time keeps its offset from UTC."""
    return {
        "v": VERSION,
        "id": entry.id,
        "time": entry.time.isoformat(),
        "by": entry.by,
        "what": entry.what,
        "undoes": entry.undoes,
        "change": value_of_change(entry.change),
    }


def entry_from(value: Value) -> Entry:
    """The entry that `value_of_entry` wrote. Raises `Bug` on a value of another form."""
    _check_version(value)
    time = datetime.fromisoformat(value["time"])
    return Entry(value["id"], time, value["by"], value["what"], change_from(value["change"]), value["undoes"])


def value_of_offers(offers: Offers) -> Value:
    """What an analysis offered, as a value."""
    return {
        "v": VERSION,
        "proposals": [_pack_proposal(proposal) for proposal in offers.proposals],
        "turn_proposals": [_pack_turn_proposal(proposal) for proposal in offers.turn_proposals],
        "warnings": list(offers.warnings),
    }


def offers_from(value: Value) -> Offers:
    """The offers that `value_of_offers` wrote. Raises `Bug` on a value of another form."""
    _check_version(value)
    return Offers(
        tuple(_unpack_proposal(v) for v in value["proposals"]),
        tuple(_unpack_turn_proposal(v) for v in value["turn_proposals"]),
        tuple(value["warnings"]),
    )


def value_of_layout(source: Source) -> Value:
    """What the reader understood of a source: spans, blocks and header, without its bytes and its text."""
    header = source.header
    return {
        "v": VERSION,
        "spans": [[span.place.start, span.place.end, span.kind.value] for span in source.spans],
        "blocks": [[_pack_place(b.text), _pack_place(b.header), b.label, b.start_s, b.end_s] for b in source.blocks],
        "header": {
            "title": header.title,
            "recorded_at": header.recorded_at.isoformat() if header.recorded_at is not None else None,
            "duration_s": header.duration_s,
            "owner": header.owner,
        },
    }


def source_from(raw: bytes, text: str, layout: Value, format_: str, encoding: str, name: str) -> Source:
    """The source as its reader gave it, so that a later reader moves no offset. Raises `Bug` on another form."""
    _check_version(layout)
    spans = tuple(Span(Place(start, end), SpanKind(kind)) for start, end, kind in layout["spans"])
    blocks = tuple(
        Block(Place(*text_at), _unpack_place(header), label, start_s, end_s)
        for text_at, header, label, start_s, end_s in layout["blocks"]
    )
    told = dict(layout["header"])
    if told["recorded_at"] is not None:
        told["recorded_at"] = datetime.fromisoformat(told["recorded_at"])
    return Source(raw, text, spans, blocks, Header(**told), format_, encoding, name)


def _check_version(value: Value) -> None:
    if not isinstance(value, dict) or value.get("v") != VERSION:
        raise Bug("a stored value of another version")


def _packed(name: str, value: Any) -> Value:
    return None if value is None else _FORMS[name][0](value)


def _unpacked(name: str, value: Value) -> Any:
    return None if value is None else _FORMS[name][1](value)


def _pack_place(place: Place | None) -> Value:
    return None if place is None else [place.start, place.end]


def _unpack_place(value: Value) -> Place | None:
    return None if value is None else Place(*value)


def _pack_fields(value: Any) -> dict[str, Value]:
    return {field.name: getattr(value, field.name) for field in fields(value)}


def _pack_edit(edit: Edit) -> Value:
    return _pack_fields(edit) | {"kind": edit.kind.value}


def _unpack_edit(value: Value) -> Edit:
    return Edit(**{**value, "kind": EditKind(value["kind"])})


def _unpack_speaker(value: Value) -> Speaker:
    return Speaker(**value)


def _pack_line(line: Line) -> Value:
    places = [_pack_place(place) for place in line.places]
    made_of = None if line.made_of is None else _pack_fields(line.made_of)
    packed = {"kind": line.kind.value, "places": places, "by_hand": list(line.by_hand), "made_of": made_of}
    return _pack_fields(line) | packed


def _unpack_line(value: Value) -> Line:
    """A line; one kept before lines had `basis`, `by_hand` and `made_of` has none of them."""
    places, by_hand = tuple(Place(*place) for place in value["places"]), tuple(value.get("by_hand", ()))
    made_of = _unpack_made_of(value.get("made_of"))
    unpacked = {"kind": LineKind(value["kind"]), "places": places, "by_hand": by_hand, "made_of": made_of}
    return Line(**{**value, **unpacked})


def _unpack_made_of(value: Value) -> MadeOf | None:
    return None if value is None else MadeOf(*(tuple(tuple(one) for one in value[name]) for name in ("edits", "names")))


def _pack_info(value: str | Iterable[str]) -> Value:
    return value if isinstance(value, str) else list(value)


def _unpack_info(value: Value) -> str | tuple[str, ...]:
    return value if isinstance(value, str) else tuple(value)


def _as_is(value: str) -> str:
    return value


def _pack_proposal(proposal: Proposal) -> Value:
    return _pack_fields(proposal) | {"edit": _pack_edit(proposal.edit), "alternatives": list(proposal.alternatives)}


def _unpack_proposal(value: Value) -> Proposal:
    return Proposal(**{**value, "edit": _unpack_edit(value["edit"]), "alternatives": tuple(value["alternatives"])})


def _pack_turn_proposal(proposal: TurnProposal) -> Value:
    return _pack_fields(proposal) | {"place": _pack_place(proposal.place), "change": value_of_change(proposal.change)}


def _unpack_turn_proposal(value: Value) -> TurnProposal:
    return TurnProposal(**{**value, "place": Place(*value["place"]), "change": change_from(value["change"])})


_FORMS: dict[str, tuple[Callable[[Any], Value], Callable[[Value], Any]]] = {
    "edits": (_pack_edit, _unpack_edit),
    "cuts": (_as_is, _as_is),
    "speakers": (_pack_fields, _unpack_speaker),
    "lines": (_pack_line, _unpack_line),
    "info": (_pack_info, _unpack_info),
    "withheld": (_pack_place, _unpack_place),
    "verdicts": (_as_is, _as_is),
}
