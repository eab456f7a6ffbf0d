"""Every file that a person may drop: one file a format, bytes in, a Source and a report on the import out.

Text formats are told by what they hold (`text_shapes`), containers by their members.
"""

from __future__ import annotations

from processing.errors import UnreadableFile
from processing.readers import docx_file, xlsx_file
from processing.readers.containers import members
from processing.readers.decoding import SAMPLE, clean, decode
from processing.readers.imported import Document, Imported, ImportReport, imported
from processing.readers.refusals import (
    MAX_TEXT_BYTES,
    named,
    refusal,
    refuse_bytes,
    refuse_long,
    refuse_text,
    refuse_without_words,
    refuse_zip,
)
from processing.readers.text_shapes import read_text
from processing.readers.warnings import warnings_about, warnings_about_loops
from processing.source import Source, check_source

__all__ = ["Document", "ImportReport", "Imported", "read"]


def read(raw: bytes, name: str) -> Imported:
    """The source in `raw` and the report on it; `name` is the file's name without its folder.

    Raises UnreadableFile with a Korean sentence for what cannot become a note.
    """
    try:
        refuse_bytes(raw, name)
        source = _container(raw, name) if raw.startswith(b"PK\x03\x04") else _text(raw, name)
        check_source(source)
        refuse_without_words(source)
    except UnreadableFile as error:
        raise named(error, name) from None
    return imported(source, warnings_about(source), warnings_about_loops(source))


def _container(raw: bytes, name: str) -> Source:
    names, document = members(raw, name), Document(raw, name)
    if docx_file.is_docx(names):
        return docx_file.read(document)
    if xlsx_file.is_xlsx(names):
        return xlsx_file.read(document)
    refuse_zip(names, name)
    raise refusal("archive", name)


def _text(raw: bytes, name: str) -> Source:
    if len(raw) > MAX_TEXT_BYTES:
        raise refusal("long" if decode(raw[:SAMPLE]) else "binary", name)
    decoded = decode(raw)
    if decoded is None:
        raise refusal("binary", name)
    refuse_long(decoded.text, name)
    text, dangerous = clean(decoded.text)
    document = Document(raw, name, text, decoded.encoding)
    refuse_text(document, decoded.damaged + dangerous)
    return read_text(document)
