"""What is left out of speech when it is written down: openings, fillers, self-repairs, clauses that only lead up to it.

Everything here works on whole eojeols and gives back which of them stay; no word is changed or added.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from processing.summary.eojeol import Eojeol, is_mark
from processing.summary.repairs import without_taken_back
from processing.summary.word_lists import word_list

_LONGEST_OPENING = 3  # eojeols
_DEMONSTRATIVE = re.compile(r"^(?:이|그|저|요|고)(?:거|것|게|건|걸|런|렇|때|기|쪽|분|래)|^(?:여기|거기|저기)")
# A clause with one of these endings gives ground, reason or contrast; what follows stands without it. -고 and -되 join
# equals. -면, -어야, -도록, -려고 are not here: without them the rest would claim more than was said.
_LEADS_UP = (
    "는데",
    "ᆫ데",
    "은데",
    "던데",
    "니까",
    "으니까",
    "라서",
    "지만",
    "거든요",
    "더니",
    "고요",
    "어가지고",
    "길래",
)
_JOINS = ("고", "되", "며", "으며")
# 다시 불러야겠네 (도현 씨가 …): an ending that closes a sentence, though the recogniser wrote on
_CLOSES = frozenset(("네", "네요", "다", "죠", "군요", "구나", "습니다", "ᆸ니다", "까요", "잖아요"))


def kept_eojeols(eojeols: Sequence[Eojeol]) -> list[int]:
    """The indices of the eojeols that stay once opening, fillers, repairs and immediate repetitions are out."""
    start = _after_opening(eojeols)
    kept = [i for i in range(start, len(eojeols)) if not _only_fills(eojeols, i) and not _only_joins(eojeols, i)]
    return _without_repetitions(eojeols, without_taken_back(eojeols, _without_closing(eojeols, kept)))


def _only_fills(eojeols: Sequence[Eojeol], i: int) -> bool:
    """A filler; but 되게 of 안 되게 is a verb."""
    is_denied = i > 0 and eojeols[i].bare == "되게" and eojeols[i - 1].bare in ("안", "못", "잘")
    return is_filler(eojeols[i]) and not is_denied


def is_filler(eojeol: Eojeol) -> bool:
    """Whether the eojeol only fills: an interjection, or a filler of the list without any particle."""
    tags = eojeol.tags
    if tags.count("IC") == len(tags):
        return True
    return eojeol.bare in word_list("fillers") and not {"JKS", "JKO", "VCP"} & set(tags)


def _only_joins(eojeols: Sequence[Eojeol], i: int) -> bool:
    """그다음에 right behind -고, and the 그 of hesitation before a name (그 깃허브 파이프라인): both join or fill, and say nothing."""
    bare = eojeols[i].bare
    if bare in ("그다음에", "그담에") and i:
        return eojeols[i - 1].tags[-1:] == ("EC",)
    if bare != "그" or i + 2 >= len(eojeols):
        return False
    return eojeols[i + 1].tags[:1] in (("SL",), ("NNP",)) or (
        _is_bare_noun(eojeols[i + 1]) and eojeols[i + 2].tags[:1] == ("NNG",)
    )


def _after_opening(eojeols: Sequence[Eojeol]) -> int:
    openings, at = word_list("openings"), 0
    while at < len(eojeols):
        if is_filler(eojeols[at]) or eojeols[at].tags == ("MAJ",):
            at += 1
            continue
        for length in range(min(_LONGEST_OPENING, len(eojeols) - at - 1), 0, -1):
            if " ".join(eojeol.bare for eojeol in eojeols[at : at + length]) in openings and not _counts(eojeols, at):
                at += length
                break
        else:
            return at
    return 0


def _counts(eojeols: Sequence[Eojeol], at: int) -> bool:
    """첫째 주에, 둘째 날은: which of several, and no opening."""
    return (
        eojeols[at].bare.endswith("째") and re.match(r"주|날|달|월|분기|줄|칸|장|쪽", eojeols[at + 1].bare) is not None
    )


def _without_closing(eojeols: Sequence[Eojeol], kept: list[int]) -> list[int]:
    """Connectives that come after the predicate ("좋아요 그래서") drop too."""
    while kept and eojeols[kept[-1]].tags == ("MAJ",):
        kept = kept[:-1]
    return kept


def _without_repetitions(eojeols: Sequence[Eojeol], kept: list[int]) -> list[int]:
    """A word or a pair said twice in a row is said once: the later one stays, it carries the particle."""
    result: list[int] = []
    for i in kept:
        first = eojeols[i].text[:1]
        for length in (3, 2, 1):
            if length > len(result) or eojeols[result[-length]].text[:1] != first:
                continue
            if _is_repeated(eojeols, [*result, i], length):
                result = result[: len(result) + 1 - 2 * length] + result[len(result) + 1 - length :]
                break
        result.append(i)
    return result


def _is_repeated(eojeols: Sequence[Eojeol], kept: list[int], length: int) -> bool:
    if len(kept) < 2 * length:
        return False
    first, second = kept[-2 * length : -length], kept[-length:]
    pairs = list(zip(first, second, strict=True))
    same = all(eojeols[a].bare == eojeols[b].bare for a, b in pairs[:-1])
    before, after = eojeols[pairs[-1][0]], eojeols[pairs[-1][1]]
    is_same_word = before.bare == after.bare or (_is_bare_noun(before) and _noun_of(before) == _noun_of(after) != "")
    return same and is_same_word and not before.bare.isdigit()


def _is_bare_noun(eojeol: Eojeol) -> bool:
    return bool(eojeol.tags) and all(tag.startswith("NN") or tag == "SL" for tag in eojeol.tags)


def _noun_of(eojeol: Eojeol) -> str:
    return "".join(m.form for m in eojeol.morphemes if m.tag.startswith("NN") or m.tag == "SL")


def starts_vaguely(eojeol: Eojeol) -> bool:
    """Whether the eojeol points back at something said before (이거, 그게, 저런, 거기)."""
    return _DEMONSTRATIVE.match(eojeol.text) is not None


def clause_starts(
    eojeols: Sequence[Eojeol], kept: Sequence[int], with_joined: bool = False, splits_settled: bool = True
) -> list[int]:
    """Positions in `kept` where a clause begins that stands without what is before it.

    `with_joined` counts clauses joined by -고 and the like, too; `splits_settled` those after "…하는 걸로 하고".
    """
    endings = _LEADS_UP + _JOINS if with_joined else _LEADS_UP
    starts = []
    for at, i in enumerate(kept[:-1]):
        last = eojeols[i].last
        nxt = eojeols[kept[at + 1]]
        if last is None or nxt.tags[:1] == ("VX",):
            continue
        if splits_settled and eojeols[i].bare in ("하고", "하되") and at and _is_settling(eojeols[kept[at - 1]]):
            starts.append(at + 1)
            continue
        is_border = last.tag in ("EC", "EF", "JX") and _ending_of(eojeols[i]) in endings
        is_border = is_border or _closes(eojeols[i]) or _could_not(eojeols, kept, at)
        if (is_border and not _is_auxiliary(nxt)) or last.tag == "MAJ" or (last.tag == "EF" and with_joined):
            starts.append(at + 1)
    return starts


def _ending_of(eojeol: Eojeol) -> str:
    """The last ending of a verb in it, "" for none."""
    return next((m.form for m in reversed(eojeol.morphemes) if m.tag in ("EC", "EF")), "")


def _could_not(eojeols: Sequence[Eojeol], kept: Sequence[int], at: int) -> bool:
    """아직 못 써가지고, 안 돼서: what was not done is the ground for what follows, and no part of it."""
    if not at or eojeols[kept[at - 1]].bare not in ("못", "안"):
        return False
    forms = [m.form for m in eojeols[kept[at]].morphemes if not is_mark(m)]
    return forms[-1:] in (["어서"], ["아서"]) or forms[-2:] == ["가지", "고"]


def _closes(eojeol: Eojeol) -> bool:
    """불러야겠네, 넣었습니다: 겠 or 었 with a final ending."""
    last = eojeol.last
    return eojeol.tags[-2:] in (("EP", "EF"), ("EP", "EC")) and last is not None and last.form in _CLOSES


def _is_settling(eojeol: Eojeol) -> bool:
    """…하는 걸로 하고, …하기로 하고: what is settled first stands by itself."""
    return eojeol.bare in ("걸로", "것으로", "거로") or (eojeol.bare.endswith("기로") and "ETN" in eojeol.tags)


def _is_auxiliary(eojeol: Eojeol) -> bool:
    """-고 있다, -고 싶다, -고 나서: no border of clauses."""
    first = next((m for m in eojeol.morphemes), None)
    return first is not None and (
        first.tag == "VX" or (first.form in ("있", "계시", "싶", "나", "말") and first.tag != "NNG")
    )
