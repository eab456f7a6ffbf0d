"""Bytes to clean text: which encoding, then one form of line ends, letters and control characters.

Cleaning replaces code point by code point except for line ends and NFC, so that line N stays line N.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from processing.readers.refusals import refusal

SAMPLE = 65_536  # bytes that suffice to tell an encoding
LAST_MARK = 0x20000  # Unicode has no combining mark beyond
LONGEST_MARK_RUN = 128  # marks on one letter; NFC takes quadratic time in them
BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
NEIGHBOURS = ("shift_jis", "euc_jp", "gb18030", "big5", "cp1252")

_BLANKS = re.compile("[\x0b\x0c\x85\u2028\u2029\ufeff]")
_DANGEROUS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064]+")  # no width: web pages' editors put them in empty lines
_HALVES = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_HANGUL = re.compile("[가-힣]")
_ORDINARY = re.compile("[\t\n\r -~가-힣ㄱ-ㆎ\u1100-\u11ff\u00a0\u00b7À-ɏ\u3000-\u30ff一-鿿\u2010-\u203f\uff00-\uffef]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the name of its encoding; `damaged` counts the bytes or places that could not be read."""

    text: str
    encoding: str
    damaged: int = 0


def decode(raw: bytes) -> Decoded | None:
    """The text of `raw`, or None where it is no text in an encoding that Korean files come in."""
    for bom, encoding in BOMS:
        if raw.startswith(bom):
            return _leniently(raw[len(bom) :], encoding)
    exact = _exactly(raw)
    if exact is not None and "\0" not in exact.text[:SAMPLE]:
        return exact
    return _leniently_utf8(raw) or _by_likeness(raw) or _by_statistics(raw)


def _exactly(raw: bytes) -> Decoded | None:
    try:
        return Decoded(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _with_halves(raw)


def _with_halves(raw: bytes) -> Decoded | None:
    """UTF-8 of a program that writes an emoji as two halves (CESU-8); a half that stands alone is left as one."""
    try:
        text = raw.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return None
    return Decoded(_HALVES.sub(_joined, text), "utf-8")


def _joined(halves: re.Match[str]) -> str:
    return halves[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le")


def _leniently(raw: bytes, encoding: str) -> Decoded:
    text = raw.decode(encoding, "replace")
    return Decoded(text, encoding, text.count("\ufffd"))


def _by_likeness(raw: bytes) -> Decoded | None:
    """CP949, or UTF-16 without a mark, where nearly all of a sample reads as ordinary letters."""
    sample = raw[:SAMPLE].decode("cp949", "replace")
    if likeness(sample) > 0.97 and _is_common_hangul(sample):
        return _leniently(raw, "cp949")
    for encoding in ("utf-16-le", "utf-16-be"):
        sample = raw[:SAMPLE].decode(encoding, "replace")
        if re.search("[ \n]", sample) and likeness(sample) > 0.97:
            return _leniently(raw, encoding)
    return None


def _is_common_hangul(sample: str) -> bool:
    """Whether most letters are the 2,350 syllables that people use; another encoding read as CP949 gives the rare ones."""
    letters = re.sub("[\\s\x00-\x7f]", "", sample)
    common = sum(1 for syllable in _HANGUL.findall(letters) if len(syllable.encode("euc-kr")) == 2)
    return common > 0.7 * len(letters)


def _leniently_utf8(raw: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes, as a file cut off in the middle of a letter has them."""
    if not _is_nearly_text(_leniently(raw[:SAMPLE], "utf-8")):
        return None  # before all of what may be no text at all is read
    decoded = _leniently(raw, "utf-8")
    return decoded if _is_nearly_text(decoded) else None


def _is_nearly_text(decoded: Decoded) -> bool:
    return decoded.damaged <= 1 + len(decoded.text) // 100 and likeness(decoded.text[:SAMPLE]) > 0.9


def _by_statistics(raw: bytes) -> Decoded | None:
    import charset_normalizer  # seldom needed and slow to load

    best = charset_normalizer.from_bytes(raw[:SAMPLE], cp_isolation=list(NEIGHBOURS)).best()
    if best is None or likeness(str(best)) < 0.9:
        return None
    return _leniently(raw, best.encoding)


def likeness(text: str) -> float:
    """The share of code points that a Korean, English or Japanese transcript is made of, 0 to 1."""
    return sum(1 for _ in _ORDINARY.finditer(text)) / len(text) if text else 0.0


def clean(text: str) -> tuple[str, int]:
    """`text` with one kind of line end, NFC, without BOM and control characters; and how many of these there were.

    A page break becomes a blank, as a sign without width beside one does; a control character, an order to write from
    right to left, and half a letter become U+FFFD, one for one. Raises UnreadableFile where marks pile up on a letter beyond any language.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    text = _UNSEEN.sub(_blank_beside_blanks, _BLANKS.sub(" ", text))
    text, dangerous = _DANGEROUS.subn("\ufffd", text)
    return nfc(text), dangerous


def _blank_beside_blanks(signs: re.Match[str]) -> str:
    """Signs without width as blanks where a word or a line begins or ends; inside a word they stay (an emoji's joiner)."""
    before, after = signs.string[max(signs.start() - 1, 0) : signs.start()], signs.string[signs.end() : signs.end() + 1]
    return signs[0] if before.strip() and after.strip() else " " * len(signs[0])


def nfc(text: str) -> str:
    """`text` in NFC. Raises UnreadableFile for marks piled up on one letter, over which NFC takes for ever."""
    if unicodedata.is_normalized("NFC", text):
        return text
    if re.search(f"[{_marks()}]{{{LONGEST_MARK_RUN},}}", text):
        raise refusal("marks", "")
    return unicodedata.normalize("NFC", text)


@cache
def _marks() -> str:
    return "".join(mark for code in range(0x300, LAST_MARK) if unicodedata.combining(mark := chr(code)))
