"""Fillers (음, 어, 그, 이제, 약간): found where Kiwi's tag and the sentence both show that the word says nothing.

Never taken out unasked. A word that may answer (네), react (아 그렇군요) or mean something (이제부터, 약간 비싸요) stays.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from processing.analysis import Analysis, Morpheme, Sentence
from processing.note import Change, Edit, EditKind, State, change_of
from processing.turns import speech

_HESITATING = frozenset({"음", "어", "에", "으", "흠", "엄", "아", "뭐", "그", "저"})  # as interjections (IC)
_REACTING = frozenset({"아", "어", "뭐", "음"})  # at the head of what one says they may react to the other
_HEDGING = frozenset({"이제", "약간", "좀", "막", "뭐", "그냥"})  # as adverbs (MAG) they have a meaning of their own
_INSIDE_A_NOUN_PHRASE = ("ETM", "MM", "JKG")  # after these a noun must come: an adverb of time or degree cannot
_PARTICLES = ("JX", "JKB", "JKS", "JKO", "JKG", "VCP", "XSN")


@dataclass(frozen=True)
class Filler:
    """A filler and the edit that takes it out with the blank after it."""

    word: str
    edit: Edit


def fillers_of(analysis: Analysis) -> list[Filler]:
    """All fillers of a note, in order; words that an edit had touched when it was analysed are left out."""
    found: list[Filler] = []
    cut = None
    for sentence in analysis.sentences:
        for word in _fillers_in(sentence, is_first=sentence.turn_cut != cut):
            if filler := _filler(sentence, word):
                found.append(filler)
        cut = sentence.turn_cut
    return found


def counts_of(fillers: Iterable[Filler]) -> list[tuple[str, int]]:
    """How often each filler stands, the most frequent first: what the preview shows."""
    return Counter(filler.word for filler in fillers).most_common()


def still_standing(state: State, fillers: Iterable[Filler]) -> list[Filler]:
    """The fillers, in order, that may go: no edit has touched them, they are not withheld and no turn begins in them."""
    touched = [(edit.start, edit.end) for edit in state.edits.values()]
    touched += [(place.start, place.end) for place in state.withheld.values()]
    touched += [(cut, cut) for cut in state.cuts]
    touched.sort()
    starts, reach = [start for start, _ in touched], list(accumulate((end for _, end in touched), max))
    standing = []
    for filler in sorted(fillers, key=lambda one: one.edit.start):
        before_its_end = bisect_left(starts, filler.edit.end)
        if not before_its_end or reach[before_its_end - 1] <= filler.edit.start:
            standing.append(filler)
    return standing


def without(state: State, fillers: Iterable[Filler]) -> Change:
    """The change that takes these fillers out, as a person's choice; what is no longer `still_standing` stays."""
    edits = (replace(filler.edit, by="person") for filler in still_standing(state, fillers))
    return change_of(state, {("edits", edit.id): edit for edit in edits})


def _fillers_in(sentence: Sentence, *, is_first: bool) -> Iterator[Morpheme]:
    words = speech.morphemes_of(sentence)
    if all(word.tag in ("IC", "MAJ") for word in words):
        return  # a sentence of interjections only is an answer or a reaction
    alone = [_stands_alone(sentence, word) for word in words]
    repeated = Counter(word.form for word, is_alone in zip(words, alone, strict=True) if is_alone and _hedges(word))
    for i, word in enumerate(words):
        if not alone[i] or i == len(words) - 1:
            continue
        if _hesitates(words, i, is_first=is_first) or _means_nothing(words, i, repeated):
            yield word


def _stands_alone(sentence: Sentence, word: Morpheme) -> bool:
    """Whether the morpheme is a whole eojeol, a comma after it aside."""
    text = sentence.text
    before, after = text[word.start - 1 : word.start] if word.start else " ", text[word.end : word.end + 1]
    return before in (" ", "\n") and (after in (" ", "\n") or text[word.end : word.end + 2] == ", ")


def _hesitates(words: Sequence[Morpheme], i: int, *, is_first: bool) -> bool:
    word = words[i]
    if word.tag != "IC" or word.form not in _HESITATING:
        return False
    if word.form in ("그", "저") and words[i + 1].is_noun:
        return False  # 그 서버: it may point at the thing
    at_head = all(other.tag == "IC" for other in words[:i])
    if at_head and word.form == "아":
        return False  # 아 그렇군요: one has understood
    return not (at_head and is_first and word.form in _REACTING)


def _hedges(word: Morpheme) -> bool:
    return word.tag in ("MAG", "IC") and word.form in _HEDGING


def _means_nothing(words: Sequence[Morpheme], i: int, repeated: Counter[str]) -> bool:
    word = words[i]
    if not _hedges(word) or words[i + 1].tag in _PARTICLES:
        return False
    if i and words[i - 1].tag in _INSIDE_A_NOUN_PHRASE:
        return word.form != "그냥"  # 하나의 그냥 도구: a mere tool
    beside = [other for j, other in enumerate(words) if j in (i - 1, i + 1) and _hedges(other)]
    if any(other.form != word.form for other in beside) and word.form in ("약간", "막", "이제", "뭐"):
        return True
    return word.form == "이제" and repeated["이제"] > 1 and i > 0


def _filler(sentence: Sentence, word: Morpheme) -> Filler | None:
    end = word.end + (1 if sentence.text[word.end : word.end + 1] == "," else 0)
    while end < len(sentence.text) and sentence.text[end] == " ":
        end += 1
    place = sentence.place_of(word.start, end)
    before = sentence.shown.source_text[place.start : place.end]
    if before != sentence.text[word.start : end] or "\n" in before:
        return None
    reason = f"뜻 없이 끼어든 말 '{word.form}'"
    return Filler(word.form, Edit(place.start, place.end, before, "", EditKind.FILLER, "sound", 0.8, reason))
