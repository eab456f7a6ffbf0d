"""Looking into zip containers (docx, xlsx, and those that are refused) without letting them fill the memory."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections import Counter

from processing.readers.refusals import refusal

MAX_UNPACKED = 300 * 1024 * 1024  # bytes of all members; pictures and all
MAX_XML = 64 * 1024 * 1024  # bytes of one XML member: a 20-hour talk takes 15 MB
MAX_TAGS = 2_000_000  # in all members that hold words: a 20-hour talk has one million
MAX_OTHER_TAGS = 300_000  # in all the others: styles, relations, settings
MAX_MEMBERS = 10_000
_WORDS = re.compile(r"(?:word/document\d*|xl/sharedStrings|xl/worksheets/[^/]*)\.xml$", re.IGNORECASE)
_XML = re.compile(rb"[\xef\xbb\xbf\xff\xfe\0 \t\r\n]*+<")
_PICTURES = re.compile(r"/(?:media|embeddings|fonts)/")
_ZIP_FAILS = (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, EOFError, OSError, RuntimeError)


def members(raw: bytes, name: str) -> frozenset[str]:
    """The names of the files in a zip. Raises UnreadableFile where it is broken or would unpack to far too much."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as container:
            infos = container.infolist()
    except _ZIP_FAILS:
        raise refusal("broken", name) from None
    if len(infos) > MAX_MEMBERS or sum(info.file_size for info in infos) > MAX_UNPACKED:
        raise refusal("bomb", name)
    if any(info.flag_bits & 1 for info in infos):
        raise refusal("locked", name)
    return frozenset(info.filename for info in infos)


def check_parts(raw: bytes, name: str) -> None:
    """Raise UnreadableFile if a member but a picture is too big, declares entities or cannot be unpacked.

    zipfile never unpacks more than a member's declared size, so the sizes that are checked here bound the memory.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as container:
            tags = Counter[bool]()
            for info in container.infolist():
                if not _PICTURES.search(info.filename):
                    tags[_WORDS.match(info.filename) is not None] += _tags_of(container, info, name)
                if tags[True] > MAX_TAGS or tags[False] > MAX_OTHER_TAGS:
                    raise refusal("bomb", name)
    except _ZIP_FAILS:
        raise refusal("broken", name) from None


def _tags_of(container: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> int:
    """How many tags a member has: what its parser's memory grows with."""
    if info.file_size > MAX_XML:
        raise refusal("bomb", name)
    part = container.read(info)
    if _XML.match(part) and (b"\0" in part[:64] or b"<!DOCTYPE" in part or b"<!ENTITY" in part):
        raise refusal("unsafe", name)
    return part.count(b"<")
