"""Every file that a person may drop: one file a format, bytes in, a Source and a report on the import out.

A new format is one more module with `FORMAT`, `likeness(document)` and `read(document)`, and one more row in `READERS`.
"""

from __future__ import annotations

from processing.errors import UnreadableFile
from processing.readers import clova_text, plain_text
from processing.readers.decoding import clean, decode
from processing.readers.imported import Document, Imported, ImportReport, imported
from processing.readers.refusals import refuse_bytes, refuse_text, refuse_without_words
from processing.source import check_source

__all__ = ["Document", "ImportReport", "Imported", "read"]

READERS = (clova_text, plain_text)


def read(raw: bytes, name: str) -> Imported:
    """The source in `raw` and the report on it; `name` is the file's name without its folder.

    Raises UnreadableFile with a Korean sentence for what cannot become a note.
    """
    refuse_bytes(raw, name)
    document = _document(raw, name)
    refuse_text(document)
    reader = max(READERS, key=lambda one: one.likeness(document))
    source = reader.read(document)
    check_source(source)
    refuse_without_words(source)
    return imported(source, document.warnings)


def _document(raw: bytes, name: str) -> Document:
    decoded = decode(raw)
    if decoded is None:
        raise UnreadableFile(f"'{name}'에서 글을 찾지 못했습니다.", name)
    text, _ = clean(decoded.text)
    return Document(raw, name, text, decoded.encoding)
