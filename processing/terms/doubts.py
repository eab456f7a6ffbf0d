"""Doubts: what keeps a likely candidate from being applied unseen. It is then proposed, as sure as before.

Three things can be meant instead of a term that sounds near: another term that is as likely, a word of the same family
(컴프레서 beside 컴프레션), and an ordinary word that the note says elsewhere (곤객 is rather 고객 than 공개 키).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, takewhile

from processing.analysis import Sentence
from processing.phonetics import sounds, spoken
from processing.proposals import APPLY, PROPOSE
from processing.terms.candidates import Candidate
from processing.terms.context import is_everyday
from processing.terms.glossary import USER
from processing.terms.judgement import Judged
from processing.terms.likeness import is_within
from processing.terms.readings import Match

CLOSE = 0.5  # of the odds of the likeliest term: another that has as much is a rival
LEAST_STEM = 2  # syllables that words of one family share at the least
AS_NEAR = 0.1  # phonemes: an ordinary word may be this much further away than the term
OWN_TIMES, OWN_LENGTH = 4, 4  # times that a word comes which is the note's own; its syllables at the least
OWN_FURTHER, OWN_SHARE = 0.9, 0.14  # phonemes that it may be further away than the term; as a share of all
_WORDLIKE = ("NN", "MA", "XR", "NP")

# How English derives one word from another, as Hangul writes the end of each: -er, -ing, -ion, -ive, -ment, -ity, -ism,
# -ist, -able, -ness, -age, -ent and -ence, and the bare stem with the vowel that closes it.
_FAMILY: tuple[frozenset[str], ...] = tuple(
    frozenset(ends.split())
    for ends in (
        "어 거 커 너 더 터 러 머 버 퍼 서 저 처 허", "잉 깅 킹 닝 딩 팅 링 밍 빙 핑 싱 징 칭", "션 전 젼 즌", "티브 시브 브", "먼트", "티 리티 시티",
        "즘 리즘 니즘", "스트 리스트 니스트", "블 러블 어블", "니스", "이지 리지 티지", "언트 런트 던트 턴트 언스 런스 던스 턴스 런시 던시",
        "그 크 드 트 므 브 프 스 지 치 시",
    )
)  # fmt: skip
_EOJEOL = re.compile(r"[가-힣]{2,}")

_Places = list[defaultdict[str, set[str]]]  # for each syllable's place the words that have a syllable there


class Vocabulary:
    """The ordinary words of a note: what its analyser knows, by syllable and place, looked up when first asked."""

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        self._sentences = sentences
        self._words: dict[int, _Places] | None = None  # by number of syllables
        self._own: tuple[tuple[str, str], ...] = ()  # the note's own words, each with its phonemes
        self._answers: dict[tuple[str, str, float], bool] = {}  # a long note hears the same for the same term often

    def has_one_as_near(self, heard: str, match: Match) -> bool:
        """Whether a word of as many syllables, one of them the same, is as near to what was heard as the match is.

        The term itself and what begins with it is none.
        """
        question = (heard, match.reading.phonemes, match.cost)
        if question not in self._answers:
            self._answers[question] = self._has_one_as_near(heard, match)
        return self._answers[question]

    def _has_one_as_near(self, heard: str, match: Match) -> bool:
        said, limit = sounds(spoken(heard)), match.cost + AS_NEAR
        others = (word for word in map(sounds, self._like(heard)) if not word.startswith(match.reading.phonemes))
        if any(is_within(said, word, limit) for word in others):
            return True
        return any(self._is_own_word(said, phonemes, match) for word, phonemes in self._own if word != heard)

    def _is_own_word(self, said: str, word: str, match: Match) -> bool:
        """Whether a word that the note says again and again is meant, though it is somewhat further away: 임플란트."""
        limit = min(match.cost + OWN_FURTHER, OWN_SHARE * max(len(said), len(word)))
        return not word.startswith(match.reading.phonemes) and is_within(said, word, limit)

    def _like(self, heard: str) -> set[str]:
        words = self._words if self._words is not None else self._looked_up()
        places = zip(words.get(len(heard), ()), heard, strict=False)
        return set().union(*(place.get(syllable, ()) for place, syllable in places)) - {heard}

    def _looked_up(self) -> dict[int, _Places]:
        times = Counter(chain.from_iterable(map(_known_words, self._sentences)))
        self._words = {length: [defaultdict(set) for _ in range(length)] for length in set(map(len, times))}
        for word in times:
            for place, syllable in zip(self._words[len(word)], word, strict=True):
                place[syllable].add(word)
        own = (word for word, often in times.items() if often >= OWN_TIMES and len(word) >= OWN_LENGTH)
        self._own = tuple((word, sounds(word)) for word in own)
        return self._words


def _known_words(sentence: Sentence) -> Iterator[str]:
    """The words of a sentence that a dictionary has, and its eojeols with one of them (있는, 고객이); 멀티모델 is made of two."""
    morphemes, i = sentence.morphemes, 0
    for match in _EOJEOL.finditer(sentence.text):
        start, end = match.span()
        nouns, is_known = 0, True
        while i < len(morphemes) and (one := morphemes[i]).start < end:
            if one.end > start:
                nouns += one.is_noun
                is_known = is_known and one.is_known
            if one.is_known and one.end - one.start > 1 and one.tag.startswith(_WORDLIKE):
                yield one.form
            i += 1
        if is_known and nouns < 2:
            yield match[0]


def doubted(found: Sequence[Judged], vocabulary: Vocabulary) -> list[Judged]:
    """The judgements of a sentence, less those of words that are right; what is in doubt is proposed instead of applied."""
    return [
        (candidate, replace(verdict, decision=PROPOSE))
        if verdict.decision == APPLY and _is_in_doubt((candidate, verdict), found, vocabulary)
        else (candidate, verdict)
        for candidate, verdict in found
        if not (verdict.decision and _is_right_relative(candidate))
    ]


def _is_right_relative(candidate: Candidate) -> bool:
    """Whether a word that a dictionary or a list has is derived otherwise than the term: 이니시에이터 is no 이니시에이트.

    Whoever put the term down themselves may mean it all the same.
    """
    is_own = candidate.match.reading.term.origin == USER
    return not candidate.is_odd and not is_own and _is_relative(candidate)


def _is_relative(candidate: Candidate) -> bool:
    if len(candidate.span.eojeols) > 1 or candidate.is_spelled:
        return False
    return is_of_one_family(spoken(candidate.span.text), candidate.match.reading.said)


def _is_in_doubt(judged: Judged, found: Sequence[Judged], vocabulary: Vocabulary) -> bool:
    candidate, _ = judged
    if candidate.is_spelled and candidate.match.cost == 0:
        return False
    if _is_relative(candidate) or _swallows_particle(candidate):
        return True
    return has_close_rival(judged, found) or _may_be_ordinary(candidate, vocabulary)


def is_of_one_family(heard: str, said: str) -> bool:
    """Whether two English words in Hangul differ in how they are derived only: neither is a mishearing of the other.

    >>> is_of_one_family("컴프레서", "컴프레션"), is_of_one_family("프로포트", "프롬프트"), is_of_one_family("업그레이딩", "업그레이드")
    (True, False, True)
    """
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(heard, said, strict=False)))
    one, other = (_derived_by(word[shared:]) for word in (heard, said))
    return shared >= LEAST_STEM and bool(one and other) and one.isdisjoint(other)


def _derived_by(end: str) -> set[int]:
    """Which derivations may end so; none if no word does."""
    return {number for number, ends in enumerate(_FAMILY) if end in ends}


def _swallows_particle(candidate: Candidate) -> bool:
    """Whether a particle at the end is taken for the term's last syllable: 브레인스톤이 for 브레인스토밍."""
    span = candidate.span
    last = span.eojeols[-1].morphemes[-1:]
    if span.suffix or not last or not last[0].tag.startswith("J") or last[0].end != span.end:
        return False
    return not candidate.match.reading.said.endswith(last[0].form)


def has_close_rival(judged: Judged, found: Iterable[Judged]) -> bool:
    """Whether another term for the same words is nearly as likely, or at home where this one is everywhere.

    A word of every meeting (인텐션) has the same support anywhere, so one that stands among its own (리텐션) outweighs it.
    """
    candidate, verdict = judged
    term = candidate.match.reading.term
    rivals = [one for one in found if one[0].span == candidate.span and one[0].match.reading.term.term != term.term]
    if is_everyday(term) and not candidate.times_right and any(_is_among_its_own(rival) for rival, _ in rivals):
        return True
    return any(_odds(other.confidence) >= CLOSE * _odds(verdict.confidence) for _, other in rivals)


def _is_among_its_own(candidate: Candidate) -> bool:
    is_special = not is_everyday(candidate.match.reading.term)
    return is_special and bool(candidate.company.own or candidate.times_right)


def _odds(chance: float) -> float:
    return chance / (1 - chance) if chance < 1 else float("inf")


def _may_be_ordinary(candidate: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether what was heard is as near to an ordinary word of the note as to the term."""
    if not candidate.is_odd or candidate.is_acronym or len(candidate.span.eojeols) > 1:
        return False
    heard = dict.fromkeys((candidate.span.text, candidate.span.text + candidate.span.suffix))
    return any(vocabulary.has_one_as_near(one, candidate.match) for one in heard)
