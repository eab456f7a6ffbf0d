"""Everything the library keeps, as one zip that other programs can read."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from processing.files import safe_name, write_whole
from processing.library.notes import NoteRow
from processing.library.sent import Sending
from processing.stored import json_of, value_of_entry, value_of_layout, value_of_offers

if TYPE_CHECKING:
    from processing.library import Library


def export_all(library: Library, target: Path) -> None:
    """Write all that the library keeps to the zip `target`, in one step.

    A folder a note, with the imported file's own bytes and `note.json`: text, layout, journal, offers, drafts. Beside
    them the settings, what was learned, own terms and what was sent. Raises `UnwritableResult`.
    """
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in _files(library):
            archive.writestr(name, data)
    write_whole(target, held.getvalue())


def _files(library: Library) -> Iterator[tuple[str, bytes]]:
    for row in library.all_notes():
        folder = f"notes/{row.id:04} {safe_name(row.title)}"
        source = library.source(row.id)
        yield f"{folder}/{_file_name(row)}", source.raw
        yield f"{folder}/note.json", _json(_note(library, row))
    yield "settings.json", _json(library.settings())
    yield "learned.json", _json([asdict(pair) for pair in library.learned()])
    yield "terms.json", _json([asdict(term) for term in library.own_terms()])
    yield "sent.json", _json([_sending(library, one) for one in library.sent()])


def _sending(library: Library, one: Sending) -> dict[str, Any]:
    return {**asdict(one), "time": one.time.isoformat(), "words": library.sent_words(one.id)}


def _note(library: Library, row: NoteRow) -> dict[str, Any]:
    source, entries = library.load(row.id)
    return {
        "id": row.id,
        "title": row.title,
        "name": row.name,
        "sha256": row.sha256,
        "format": row.format,
        "encoding": source.encoding,
        "recorded_at": row.recorded_at.isoformat() if row.recorded_at else None,
        "imported_at": row.imported_at.isoformat(),
        "series": row.series,
        "text": source.text,
        "layout": value_of_layout(source),
        "journal": [value_of_entry(entry) for entry in entries],
        "offers": value_of_offers(library.offers(row.id)),
        "drafts": library.drafts(row.id),
    }


def _file_name(row: NoteRow) -> str:
    ending = Path(row.name).suffix
    name = f"{safe_name(Path(row.name).stem)}{ending if ending[1:].isalnum() else ''}"
    return f"original {name}"  # so that no file is called note.json


def _json(value: Any) -> bytes:
    return json_of(value).encode()
