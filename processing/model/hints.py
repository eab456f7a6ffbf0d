"""Which right terms to show a model beside a stretch of speech: those that sound like something in it.

The reach is wider than the search's own: nothing is decided here, a model that knows the word does that.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from processing.analysis import Analysis, Sentence
from processing.model.numbered import SentLine
from processing.terms.context import RightForms
from processing.terms.glossary import USER, Term
from processing.terms.sound_index import Heard, SoundIndex, rivals
from processing.terms.spans import eojeols, spans

MOST_TERMS = 60  # shown beside one part
ODD_SHARE, KNOWN_SHARE = 0.34, 0.18  # how far a word may be from a term's reading, as a share of its sounds


class Hints:
    """Terms indexed by sound, and a note's sentences by place."""

    def __init__(self, analysis: Analysis, terms: Iterable[Term]) -> None:
        self._terms = tuple(terms)
        self._index = SoundIndex(self._terms)
        self._right = RightForms(self._terms)
        self._sentences = sorted(analysis.sentences, key=lambda sentence: sentence.place.start)
        self._starts = [sentence.place.start for sentence in self._sentences]

    def near(self, lines: Sequence[SentLine]) -> list[str]:
        """The right forms nearest in sound to words of these lines, a person's own first, at most `MOST_TERMS`."""
        if not lines:
            return []
        low = bisect_left(self._starts, lines[0].place.start)
        high = bisect_left(self._starts, lines[-1].place.end)
        best: dict[str, float] = {}
        for matches in self._index.near(self._heard(self._sentences[low:high])).values():
            for match in rivals(matches)[:3]:
                term = match.reading.term
                own = match.share - (1 if term.origin == USER else 0)
                best[term.term] = min(best.get(term.term, 9.0), own)
        return sorted(best, key=lambda term: (best[term], term))[:MOST_TERMS]

    def _heard(self, sentences: Iterable[Sentence]) -> Iterator[Heard]:
        for sentence in sentences:
            for span in spans(eojeols(sentence, self._right.is_listed)):
                if self._right.term_of(span.text) is None:
                    yield Heard(span.text, 2, ODD_SHARE) if span.is_odd else Heard(span.text, 1, KNOWN_SHARE)
