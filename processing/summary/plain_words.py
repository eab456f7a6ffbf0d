"""An eojeol as it stands in a line: without honour, with the written forms of what was spoken (것을 for 걸, 에게 for 한테)."""

from __future__ import annotations

from processing.analysis import Morpheme
from processing.summary.endings import before_eu, joined, past, with_coda
from processing.summary.eojeol import Eojeol, is_mark

STEMS = ("VV", "VA", "VX", "XSV", "XSA", "VCN")
# endings as they stand behind 시: in one syllable with it (하신), with -어 (하셔서), with -으- (하시면), or apart (하시고)
_FUSED = frozenset("ᆫ ᆯ ᆫ지 ᆫ데 ᆯ지".split())
_AFTER_A = frozenset("어서 어 어도 어야".split())
_AFTER_EU = frozenset("면 니까 려면 므로".split())
_APART = frozenset("는 고 기 는데 는지 지 거나 던 게".split())
_SPOKEN_THINGS = {
    "게": "것이",
    "걸": "것을",
    "건": "것은",
    "거": "것",
    "거를": "것을",
    "거는": "것은",
    "거도": "것도",
    "걸로": "것으로",
}


def head_of(eojeol: Eojeol, morpheme: Morpheme) -> str:
    """What stands before a morpheme of the eojeol, as written."""
    return eojeol.text[: max(morpheme.start - eojeol.start, 0)]


def plain(eojeol: Eojeol) -> str:
    """An eojeol within a line: no honorific 시, written particles, no punctuation but a comma.

    Only shapes that are certain are touched; the rest stays as it was said.
    """
    text = eojeol.text.rstrip(".?!…")
    if eojeol.tags[:1] == ("NNB",) and eojeol.morphemes[0].form in ("거", "것"):
        text = _SPOKEN_THINGS.get(text, text)
    if "JKB" in eojeol.tags and any(m.tag == "JKB" and m.form == "한테" for m in eojeol.morphemes):
        text = text.replace("한테", "에게", 1)
    for at, m in enumerate(eojeol.morphemes[:-1] if "EP" in eojeol.tags else ()):
        if m.tag == "EP" and m.form in ("시", "으시"):
            return _without_honorific(eojeol, at, text)
    return _without_gajigo(eojeol, text)


def _without_honorific(eojeol: Eojeol, at: int, text: str) -> str:
    """하신 → 한, 하셔서 → 해서, 하시면 → 하면: the honorific morpheme `at` goes, the ending behind it is fitted to the stem."""
    stem, honorific, following = eojeol.morphemes[at - 1], eojeol.morphemes[at], eojeol.morphemes[at + 1]
    if at == 0 or stem.tag not in STEMS or following.start - eojeol.start >= len(text) + 1:
        return text
    head, rest = head_of(eojeol, stem), text[following.end - eojeol.start :]
    if following.form in _FUSED:
        fitted = joined(stem.form, following.form, stem.tag)
        return head + fitted + text[max(following.end, honorific.end) - eojeol.start :]
    if following.form in _AFTER_A and "셔" in text:
        return head + with_coda(past(stem.form, stem.tag), 0) + text[text.index("셔") + 1 :]
    if following.start < honorific.end:
        return text
    if following.form in _AFTER_EU:
        return head + before_eu(stem.form, following.form, stem.tag) + rest
    return head + joined(stem.form, following.form, stem.tag) + rest if following.form in _APART else text


def _without_gajigo(eojeol: Eojeol, text: str) -> str:
    """-어가지고 is the spoken -어서 (표준국어대사전, 가지다 보조 동사)."""
    if len(text) < 5 or not text.endswith("가지고"):
        return text
    forms = [m.form for m in eojeol.morphemes if not is_mark(m)]
    return text[:-3] + "서" if forms[-2:] == ["가지", "고"] else text
