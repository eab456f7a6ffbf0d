"""Which candidates become lines: the best, spread over the topics, and no two alike.

Diversity as in maximal marginal relevance (Carbonell & Goldstein 1998), here as a firm border: no line shares more than
half of its content words with another.
"""

from __future__ import annotations

from collections.abc import Sequence

from processing.summary.candidates import PERSONAL, WEIGHED, Candidate
from processing.summary.intents import is_supposed
from processing.summary.utterance import LinesSoFar

SUMMARY_LINES = (5, 8)
MOST_BULLETS = 5
_SENTENCES_A_LINE = 4  # a note shorter than four sentences a line has fewer lines
_SENTENCES_A_BULLET = 5
_HEADLINE_WORDS = 6
_HEADLINE_LENGTH = 60  # code points at which a headline is still taken in at once


def _in_order(lines: Sequence[Candidate]) -> list[Candidate]:
    return sorted(lines, key=lambda candidate: candidate.utterance.index)


class Selection:
    """Lines taken one after another; what was taken, or lies too near to it, is not given again.

    Sentences that answer a question (`answers`, indices) stand with it already: they are bullets where a topic has room.
    """

    def __init__(
        self, ranked: Sequence[Candidate], words: Sequence[frozenset[str]] = (), answers: frozenset[int] = frozenset()
    ) -> None:
        self._ranked = [candidate for candidate in ranked if candidate.utterance.index not in answers]
        self._answers = [candidate for candidate in ranked if candidate.utterance.index in answers]
        self._lines = LinesSoFar(words)
        self.used: set[int] = set()

    def takes(self, words: frozenset[str], index: int) -> bool:
        """Take a line of these words from sentence `index`, unless it repeats another."""
        if index in self.used or self._lines.has_like(words):
            return False
        self.used.add(index)
        self._lines.add(words)
        return True

    def avoid(self, words: frozenset[str]) -> None:
        """Give no line that repeats these words: they stand somewhere already."""
        self._lines.add(words)

    def _take(self, candidate: Candidate) -> bool:
        return self.takes(candidate.written.words, candidate.utterance.index)

    def headline(self) -> Candidate | None:
        """The one line that says most."""
        full = [
            c
            for c in self._ranked
            if len(c.written.words) >= _HEADLINE_WORDS
            and not PERSONAL.search(c.written.text)
            and not is_supposed(c.utterance)
        ]
        short = [c for c in full if len(c.written.text) <= _HEADLINE_LENGTH]
        weighed = [c for c in short if c.utterance.has(WEIGHED)]
        return next((c for c in (*weighed, *short, *full, *self._ranked) if self._take(c)), None)

    def best(self) -> Candidate | None:
        """The best that is left."""
        return next((c for c in self._ranked if self._take(c)), None)

    def spread(self, sizes: Sequence[int]) -> tuple[list[Candidate], list[list[Candidate]]]:
        """The summary's lines, five to eight or fewer where little is said, and the bullets of each topic (`sizes`: sentences).

        Each topic gives its best line to the summary and keeps the next one; where it has but one, it keeps that. All in
        the order of the note.
        """
        least, most = SUMMARY_LINES
        sentences = sum(sizes)
        wanted = min(max(least, min(len(sizes), most)), max(1, sentences // _SENTENCES_A_LINE))
        summary: list[Candidate] = []
        bullets: list[list[Candidate]] = [[] for _ in sizes]
        for topic in self._topics_by_weight():
            best = self._first([c for c in self._ranked if c.topic == topic], 2)
            is_alone = len(best) < 2 and len(sizes) > 1
            gives = 0 if is_alone or len(summary) >= wanted else 1
            summary += best[:gives]
            bullets[topic] += best[gives:]
        summary += self._first(self._ranked, wanted - len(summary))
        for topic, size in enumerate(sizes):
            left = min(MOST_BULLETS, max(1, round(size / _SENTENCES_A_BULLET))) - len(bullets[topic])
            bullets[topic] += self._first([c for c in (*self._ranked, *self._answers) if c.topic == topic], left)
        return _in_order(summary), [_in_order(lines) for lines in bullets]

    def _topics_by_weight(self) -> list[int]:
        return list(dict.fromkeys(candidate.topic for candidate in self._ranked))

    def _first(self, ranked: Sequence[Candidate], count: int) -> list[Candidate]:
        chosen: list[Candidate] = []
        for candidate in ranked:
            if len(chosen) >= count:
                break
            if self._take(candidate):
                chosen.append(candidate)
        return chosen
