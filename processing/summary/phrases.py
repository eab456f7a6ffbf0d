"""Noun phrases: the names of things, as candidates for keyphrases and titles.

A phrase is a run of up to three nouns with nothing but a blank between them (생성형 AI, 정산 화면 배포). It neither is
nor begins or ends with a noun that names no subject (`assets/summary/general_nouns.txt`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import NamedTuple

from processing.analysis import Morpheme
from processing.summary.computed import computed
from processing.summary.utterance import Utterance, once
from processing.summary.word_lists import word_list

_LONGEST = 3  # nouns
_LONGEST_TERM = 40  # code points
_PARTS = ("NNG", "NNP", "SL", "SH", "XPN", "XSN", "XR")
_FEW_LETTERS = re.compile(r"[a-z]{1,2}")
_SUFFIXES_OF_MANY = ("들", "님", "씨", "적", "별", "쯤", "짜리", "당", "끼리", "씩")


class Phrase(NamedTuple):
    """A noun phrase as it was said, at [start, end) of its sentence.

    `is_name`: it is more than one common noun by itself (단계), which any talk has.
    """

    text: str
    start: int
    end: int
    nouns: tuple[str, ...]
    is_name: bool


@once
def phrases_in(utterance: Utterance) -> tuple[Phrase, ...]:
    """All phrases of a sentence, the parts of longer ones too."""
    return tuple(_phrases_in(utterance.text, utterance.sentence.morphemes))


def _phrases_in(text: str, morphemes: Sequence[Morpheme]) -> Iterator[Phrase]:
    for run in _runs(morphemes, text):
        words = [(word, "".join([m.form for m in word])) for word in _words(run)]
        for size in range(1, min(_LONGEST, len(words)) + 1):
            cut = len(words) > _LONGEST and size > 1  # 고위험 약물 이중 확인: what lacks the last noun is not its name
            for first in range(len(words) - size if cut else 0, len(words) - size + 1):
                phrase = _phrase(text, words[first : first + size])
                if phrase is not None:
                    yield phrase


def _runs(morphemes: Sequence[Morpheme], text: str) -> Iterator[list[Morpheme]]:
    """The nouns that stand together, as far as they name a thing; not the unit of a number (3층, 2학년)."""
    run: list[Morpheme] = []
    for at, m in enumerate(morphemes):
        before = morphemes[at - 1] if at else None
        if before is not None and _is_unit(before, m):
            yield from [run] if run else []
            run = []
        elif before is not None and m.tag in _PARTS and is_torn_off(before, m):
            run = []
        elif _goes_on(run, m, text):
            run.append(m)
        else:
            named = _ended(run, morphemes, at, text)
            yield from [named] if named else []
            run = [m] if m.tag in _PARTS and m.tag != "XSN" else []
    yield from [run] if run else []


def _is_unit(before: Morpheme, m: Morpheme) -> bool:
    return m.tag[:1] == "N" and before.tag in ("SN", "NR") and before.end == m.start


def _goes_on(run: Sequence[Morpheme], m: Morpheme, text: str) -> bool:
    follows = not run or not text[run[-1].end : m.start].strip()
    return m.tag in _PARTS and follows and not (m.tag == "XSN" and m.form in _SUFFIXES_OF_MANY)


def _ended(run: list[Morpheme], morphemes: Sequence[Morpheme], at: int, text: str) -> list[Morpheme]:
    """The run that ends before the morpheme `at`, less its last noun where that is no thing there.

    수정하다: the root of a verb; 기본적으로: how; 침대마다 of 손 소독제 침대마다: each.
    """
    if run and (morphemes[at].tag, morphemes[at].form) == ("XSN", "적"):
        run = run[:-1]
    if not run or _makes_verb(morphemes, at):
        return run[:-1]
    is_each = morphemes[at].form == "마다" and text[run[-1].start - 1 : run[-1].start] == " "
    return run[:-1] if is_each and len(run) > 1 else run


def is_torn_off(before: Morpheme, m: Morpheme) -> bool:
    """채포: a word that Kiwi can only take apart into a bound noun or adverb and a noun; its second half names nothing."""
    if m.tag not in ("NNG", "NNP") or before.end != m.start:
        return False
    is_part = before.tag == "MM" and before.form in ("그", "이", "저")  # 그루프: 그 is written apart from its noun
    return is_part or (before.tag in ("NNB", "MAG", "IC") and len(m.form) < 2)


def _makes_verb(morphemes: Sequence[Morpheme], at: int) -> bool:
    """Whether 하다 follows at `at`, as a suffix or behind 을/를 (고민을 하다), or 드리다 (공유 부탁드리다)."""
    if morphemes[at].tag in ("XSA", "XSV") or (morphemes[at].tag == "VV" and morphemes[at].form == "드리"):
        return True
    following = morphemes[at + 1 : at + 2]
    return morphemes[at].tag == "JKO" and any((m.form, m.tag) == ("하", "VV") for m in following)


def _words(run: Sequence[Morpheme]) -> Iterator[list[Morpheme]]:
    """The run's nouns, prefixes and suffixes with the noun they belong to; no blank lies inside a noun."""
    word: list[Morpheme] = []
    for m in run:
        is_glued = bool(word) and (m.tag == "XSN" or word[-1].tag == "XPN" or m.start == word[-1].end)
        if word and not is_glued:
            yield word
            word = []
        word.append(m)
    if word and word[-1].tag != "XPN":
        yield word


def _phrase(text: str, words: Sequence[tuple[list[Morpheme], str]]) -> Phrase | None:
    """The phrase of these words, each with its spelling; None where they are the name of nothing."""
    (first, spelled), (last, spelled_last) = words[0], words[-1]
    start, end, general = first[0].start, last[-1].end, word_list("general_nouns")
    if spelled in general or spelled_last in general or "\n" in text[start:end]:
        return None
    if any(word == after for (_, word), (_, after) in pairwise(words)):  # 캡스톤 캡스톤 디자인: begun anew
        return None
    if len(last) > 1 and last[-1].form in word_list("titles"):  # 희수사원: a person
        return None
    if len(words) == 1 and (len(spelled) < 2 or _FEW_LETTERS.fullmatch(spelled)):
        return None
    is_name = len(words) > 1 or len(first) > 1 or first[0].tag in ("NNP", "SL")
    return Phrase(" ".join(text[start:end].split()), start, end, tuple([word for _, word in words]), is_name)


def person_names(utterances: Sequence[Utterance]) -> frozenset[str]:
    """The names that are called in a note (유진 씨, 승아 님, 수빈이, 박 반장), with all titles: no subjects of talk."""
    titles = word_list("titles")
    found: set[str] = set()
    for utterance in utterances:
        marks = utterance.marks
        for name, after in pairwise(marks):
            if name.tag != "NNP":
                continue
            is_called = after.form in ("씨", "님", "쌤") or (after.form == "이" and after.tag == "XSN")
            if (is_called and len(name.form) > 1) or (after.form in titles and len(name.form) < 4):
                found |= {name.form, name.form + "이"}
    return frozenset(found | titles)


@dataclass(frozen=True)
class Named:
    """What a sentence names: its phrases without those about persons, and the glossary terms among its words."""

    utterance: Utterance
    phrases: tuple[Phrase, ...]
    terms: frozenset[str]

    @computed
    def texts(self) -> set[str]:
        """All names as written."""
        return {phrase.text for phrase in self.phrases} | self.terms

    @computed
    def common(self) -> set[str]:
        """Those that are a common noun and no term."""
        return {phrase.text for phrase in self.phrases if not phrase.is_name} - self.terms


def named_in(utterances: Sequence[Utterance], terms: Terms) -> list[Named]:
    """What each sentence names, computed once for titles, tools and keyphrases."""
    persons = person_names(utterances)
    return [
        Named(u, tuple(p for p in phrases_in(u) if persons.isdisjoint(p.nouns)), frozenset(terms.found_in(u)))
        for u in utterances
    ]


class Terms:
    """Glossary terms, found in a sentence however they are cased, whole, with or without a particle behind them."""

    def __init__(self, terms: Iterable[str]) -> None:
        self._terms = {term.lower() for term in terms if 1 < len(term) <= _LONGEST_TERM}
        by_length = sorted(self._terms, key=len)
        self._longest = {term[:2]: len(term) for term in by_length}  # by the first two letters

    def __bool__(self) -> bool:
        return bool(self._terms)

    def found_in(self, utterance: Utterance) -> set[str]:
        """The terms of one sentence as they are written there.

        A term ends where a morpheme ends, so RAG is found in "RAG를" and 서버 not in 서버리스.
        """
        if not self._terms:
            return set()
        text, lower, morphemes = utterance.text, utterance.text.lower(), utterance.sentence.morphemes
        found: set[str] = set()
        longest = self._longest
        for at, m in enumerate(morphemes):
            start = m.start
            most = longest.get(lower[start : start + 2])
            if most is None:
                continue
            for last in islice(morphemes, at, None):
                if last.end > start + most:
                    break
                if lower[start : last.end] in self._terms:
                    found.add(text[start : last.end])
        return found


def weights(counts: Counter[str], common: AbstractSet[str] = frozenset()) -> dict[str, float]:
    """How much each phrase is a term of its own: C-value (Frantzi & Ananiadou 1996), times said and length in words.

    A part that is only ever said inside one longer phrase weighs nothing, a `common` noun half.
    """
    inside: Counter[str] = Counter()
    longer: Counter[str] = Counter()
    for phrase, count in counts.items():
        for part in _parts(phrase):
            if part in counts:
                inside[part] += count
                longer[part] += 1
    alone = {p: count - (inside[p] / longer[p] if longer[p] else 0) for p, count in counts.items()}
    return {p: count * (1 + 0.5 * p.count(" ")) * (0.5 if p in common else 1) for p, count in alone.items()}


def _parts(phrase: str) -> Iterable[str]:
    words = phrase.split()
    for size in range(1, len(words)):
        for first in range(len(words) - size + 1):
            yield " ".join(words[first : first + size])
