"""The note's own vocabulary: what is said in it again and again, and what was put right in it, is heard wrong elsewhere too.

A recognizer that writes 임플란트 ten times writes 인플루언트 once for the same word. Such a word is likelier than any list
knows, so a place further away in sound is offered, never applied: only a word that no dictionary has, and a long one; a
short one (레귤러, 블룸) must come more often and be nearer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from processing.analysis import Sentence
from processing.note import Edit, EditKind
from processing.particles import agreeing
from processing.phonetics import is_hangul, sounds, spoken
from processing.proposals import APPLY, PROPOSE, Proposal
from processing.terms.candidates import Candidate
from processing.terms.context import RightForms, is_everyday
from processing.terms.glossary import Term, squeezed
from processing.terms.judgement import Judged
from processing.terms.likeness import Likeness
from processing.terms.rewriting import rewritten
from processing.terms.scanning import Scanned
from processing.terms.sound_index import CHEAPEST
from processing.terms.spans import Span, meets
from processing.terms.style import Spelling

LEAST_TIMES = 3  # that a word comes to be the note's own
RARER = 2  # times that it must come for each time of what was heard
SHORTEST, SHORTEST_HEARD = 9, 8  # phonemes of the own word and of what was heard
LEAST_SYLLABLES = 3
SHORT_TIMES, SHORT_RARER = 5, 5  # the same two of a short word
SHORT, SHORT_HEARD = 6, 5  # its phonemes and those of what was heard
SHORT_SHARE = 0.14  # how far it may be
UNKNOWN_SHARE, KNOWN_SHARE = 0.26, 0.13  # how far a word of no dictionary may be, and one that it takes apart
CLOSE = 0.15  # share of the sounds that leaves little doubt
SURE, LIKELY = 0.5, 0.35  # confidence of one that is close, of one that is not
FURTHER = 0.1  # share that the own word may be further away than a term from elsewhere
RIVALRY = 0.04


@dataclass(frozen=True, slots=True)
class OwnWord:
    """A word of the note's own as it is written, how often it comes, and its sounds; `term` if it is one."""

    form: str
    said: str
    times: int
    is_put_right: bool
    term: Term | None
    likeness: Likeness

    @property
    def is_short(self) -> bool:
        """Whether it is so short that other words are near it by chance."""
        return self.likeness.length < SHORTEST


class OwnWords:
    """The vocabulary of one note, from its sentences and what is applied in them; proposes its nearly heard places."""

    def __init__(
        self, scanned: Sequence[Scanned], chosen: Sequence[Sequence[Judged]], right: RightForms, spelling: Spelling
    ) -> None:
        self._heard = Counter(span.text for one in scanned for span in one.unknown)
        has_place = any(_may_be_own(span, one) for one in scanned for span in (*one.unknown, *one.spans))
        self._words = list(_own_words(scanned, chosen, right, spelling)) if has_place else []

    def proposals(self, scanned: Scanned, chosen: Sequence[Judged]) -> Iterator[tuple[Span, Proposal]]:
        """The places of a sentence that sound like an own word, none that is applied or better explained."""
        taken: list[tuple[int, int]] = []
        tried = (span for span in (*scanned.unknown, *scanned.spans) if self._words and _may_be_own(span, scanned))
        near = [(self._near(span), span) for span in dict.fromkeys(tried)]
        for found, span in sorted((one for one in near if one[0]), key=lambda one: one[0][0][0]):
            met = [one for one in chosen if meets(span.at, [one[0].span.at])]
            if meets(span.at, taken) or not all(_gives_way(one, found[0][0]) for one in met):
                continue
            taken.append(span.at)
            yield span, _proposal(scanned.sentence, span, found, [one[0] for one in met])

    def _near(self, span: Span) -> list[tuple[float, OwnWord]]:
        """The own words near a stretch, nearest first, as far as they rival the nearest."""
        said = sounds(span.text)
        is_long = len(span.text) >= LEAST_SYLLABLES and len(said) >= SHORTEST_HEARD
        tried = (word for word in self._words if is_long or word.is_short)
        looked = ((word.likeness.share_of(said), word) for word in tried)
        near = (one for one in looked if one[0] <= _reach(span, one[1]) and self._may_mean(span, one[1]))
        found = sorted(near, key=lambda one: one[0])
        return [one for one in found if one[0] <= found[0][0] + RIVALRY]

    def _may_mean(self, span: Span, word: OwnWord) -> bool:
        rarer = SHORT_RARER if word.is_short else RARER
        is_rare = (word.is_put_right and not word.is_short) or self._heard[span.text] * rarer <= word.times
        return is_rare and word.said not in span.text and squeezed(word.form) not in span.text


def _reach(span: Span, word: OwnWord) -> float:
    """Up to which share of the sounds a stretch may be the word."""
    if word.is_short:
        return SHORT_SHARE if span.is_odd else 0.0
    return UNKNOWN_SHARE if span.is_odd else KNOWN_SHARE


def _may_be_own(span: Span, scanned: Scanned) -> bool:
    if len(span.eojeols) > 1 or len(span.text) < 2 or not is_hangul(span.text):
        return False
    if not span.is_odd and len(span.text) < LEAST_SYLLABLES:
        return False
    if span.eojeols[0].is_listed or meets(span.at, scanned.right):
        return False
    return len(sounds(span.text)) >= (SHORT_HEARD if span.is_odd else SHORTEST_HEARD)


def _gives_way(judged: Judged, share: float) -> bool:
    """Whether a term found for the same words gives way: one that nothing around it vouches for, and is hardly nearer."""
    candidate, verdict = judged
    if verdict.decision == APPLY or share > candidate.match.share + FURTHER:
        return False
    term = candidate.match.reading.term
    return not candidate.times_right and (is_everyday(term) or not candidate.company.own)


def _applied(chosen: Iterable[Sequence[Judged]]) -> Iterator[Candidate]:
    return (candidate for found in chosen for candidate, verdict in found if verdict.decision == APPLY)


def _own_words(
    scanned: Sequence[Scanned], chosen: Sequence[Sequence[Judged]], right: RightForms, spelling: Spelling
) -> Iterator[OwnWord]:
    yield from _terms(scanned, chosen, spelling)
    yield from _plain_words(scanned, right)
    yield from _pairs(scanned, chosen)


def _terms(scanned: Sequence[Scanned], chosen: Sequence[Sequence[Judged]], spelling: Spelling) -> Iterator[OwnWord]:
    """The terms that stand again and again, and those that were put right at a place."""
    put_right = Counter(candidate.match.reading.term for candidate in _applied(chosen))
    times = Counter(one.term for sentence in scanned for one in sentence.occurrences) + put_right
    for term, often in times.items():
        if often >= LEAST_TIMES or term in put_right:
            said = [*term.readings, *(form for form in term.forms if is_hangul(form))] or [term.term]
            if word := _own_word(spelling.of(term), said, often, term in put_right, term):
                yield word


def _plain_words(scanned: Sequence[Scanned], right: RightForms) -> Iterator[OwnWord]:
    """The nouns of the dictionary that come again and again and are no terms: 임플란트 where no list has it."""
    times = Counter(
        one.form
        for sentence in scanned
        for one in sentence.sentence.morphemes
        if one.is_known and one.end - one.start > 1 and one.is_noun
    )
    own = [form for form, often in times.items() if often >= _least_times(form) and is_hangul(form)]
    for form in own:
        if right.term_of(form) is None and (word := _own_word(form, [form], times[form], False, None)):
            yield word


def _least_times(form: str) -> int:
    return LEAST_TIMES if len(form) >= LEAST_SYLLABLES else SHORT_TIMES


def _pairs(scanned: Sequence[Scanned], chosen: Sequence[Sequence[Judged]]) -> Iterator[OwnWord]:
    """Terms and the nouns after them that come together again and again; heard as one word they are nobody's: 프리시저메디슨."""
    times: Counter[tuple[str, str, str]] = Counter()
    for sentence, found in zip(scanned, chosen, strict=True):
        places = [(one.end, one.text, one.text) for one in sentence.occurrences]
        places += [(one.span.end, one.match.reading.term.term, one.match.reading.said) for one in _applied([found])]
        for end, form, said in places:
            if following := _noun_after(sentence.sentence, end):
                times[form, said, following] += 1
    for (form, said, following), often in times.items():
        if often >= LEAST_TIMES and (word := _own_word(f"{form} {following}", [said + following], often, False, None)):
            yield word


def _noun_after(sentence: Sentence, end: int) -> str:
    """The noun of the next eojeol, "" if there is none or the eojeol before goes on."""
    if sentence.text[end : end + 1] != " ":
        return ""
    return next(
        (sentence.text[one.start : one.end] for one in sentence.morphemes if one.start == end + 1 and one.is_noun), ""
    )


def _own_word(form: str, said: Sequence[str], times: int, is_put_right: bool, term: Term | None) -> OwnWord | None:
    likeness = Likeness(said, UNKNOWN_SHARE, CHEAPEST)
    if likeness.length < SHORT or (likeness.length < SHORTEST and times < SHORT_TIMES):
        return None
    return OwnWord(form, spoken(said[0]), times, is_put_right, term, likeness)


def _proposal(
    sentence: Sentence, span: Span, found: Sequence[tuple[float, OwnWord]], others: Iterable[Candidate]
) -> Proposal:
    share, word = found[0]
    rest = [(one.form, one.said) for _, one in found[1:]]
    rest += [(one.match.reading.term.term, one.match.reading.said) for one in others if one.span == span]
    said = {form: reading for form, reading in rest if form != word.form}
    place, before, (after, *alternatives) = rewritten(sentence, span, {word.form: word.said, **said})
    kind = EditKind.TERM if word.term is not None else EditKind.WORD
    confidence = SURE if share <= CLOSE and not word.is_short else LIKELY
    edit = Edit(place.start, place.end, before, after, kind, "sound", confidence, _reason(word))
    return Proposal(edit, PROPOSE, word.form, span.text, tuple(alternatives))


def _reason(word: OwnWord) -> str:
    """Why it is offered: "이 노트에 10번 나오는 '임플란트'와 소리가 비슷합니다"."""
    and_ = agreeing("와", word.said)
    if word.times < LEAST_TIMES:
        return f"이 노트에서 바로잡은 '{word.form}'{and_} 소리가 비슷합니다"
    return f"이 노트에 {word.times}번 나오는 '{word.form}'{and_} 소리가 비슷합니다"
