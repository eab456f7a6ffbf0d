"""Keyphrases through KeyBERT, with noun phrases and glossary terms as candidates and an embedder that needs no download.

KeyBERT's own `candidates` lower-cases and knows single words only, so a vectorizer of our own gives it the phrases of the
note as they are written. The embedder knows nothing but the note: a word is the company it keeps in its sentences
(random indexing), a phrase the sum of its words, the note the sum of its phrases by weight. This is the only room that
imports keybert, and late: `load` takes a second or more and can run while Kiwi loads.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from processing.summary.phrases import Terms, phrases_in, weights
from processing.summary.utterance import Utterance

_DIMENSIONS = 64
_MOST_CANDIDATES = 150  # KeyBERT compares all pairs of them
_DIVERSITY = 0.35
_TERM_WEIGHT = 2.0  # a glossary term counts double: somebody found it worth listing


@dataclass(frozen=True)
class Keyphrase:
    """A phrase as said, how near it stands to the whole (0 to 1), and a sentence that says it."""

    text: str
    score: float
    utterance: Utterance


def load() -> None:
    """Import what `keyphrases` needs; call it early, beside other loading."""
    import keybert  # noqa: F401


def keyphrases(utterances: Sequence[Utterance], terms: Terms, count: int = 10) -> list[Keyphrase]:
    """At most `count` phrases that say best what the note is about, best first."""
    said, where, listed = _said(utterances, terms)
    weighed = {phrase: weight for phrase, weight in weights(said).items() if weight > 0}
    for term in listed & weighed.keys():
        weighed[term] *= _TERM_WEIGHT
    best = dict(sorted(weighed.items(), key=lambda item: (-item[1], item[0]))[:_MOST_CANDIDATES])
    if not best:
        return []
    return [Keyphrase(text, score, where[text]) for text, score in _extracted(best, utterances, count)]


def _said(utterances: Sequence[Utterance], terms: Terms) -> tuple[Counter[str], dict[str, Utterance], set[str]]:
    """How often each phrase is said, where first, and which are glossary terms."""
    counts: Counter[str] = Counter()
    where: dict[str, Utterance] = {}
    listed: set[str] = set()
    for utterance in utterances:
        found = terms.found_in(utterance)
        phrases = {phrase.text for phrase in phrases_in(utterance)} | found
        listed |= found
        counts.update(phrases)
        for phrase in phrases:
            where.setdefault(phrase, utterance)
    return counts, where, listed


def _extracted(best: dict[str, float], utterances: Sequence[Utterance], count: int) -> list[tuple[str, float]]:
    from keybert import KeyBERT
    from sklearn.feature_extraction.text import CountVectorizer

    vectorizer = CountVectorizer(analyzer=str.splitlines, vocabulary=sorted(best), lowercase=False)
    model = KeyBERT(model=_embedder(best, utterances))
    document = "\n".join(best)
    found = model.extract_keywords(
        [document], vectorizer=vectorizer, top_n=count, use_mmr=True, diversity=_DIVERSITY
    )
    return [(str(text), max(float(score), 0.0)) for text, score in found]


def _embedder(best: dict[str, float], utterances: Sequence[Utterance]) -> Any:
    from keybert.backend import BaseEmbedder

    vectors = _phrase_vectors(best, utterances)

    class Company(BaseEmbedder):  # type: ignore[misc]  # keybert ships no types
        """A text of phrases, one a line, as the sum of their vectors by weight; a single phrase as its own vector."""

        def embed(self, documents: Sequence[str], verbose: bool = False) -> NDArray[np.float64]:
            return np.vstack([self._of(document.split("\n")) for document in documents])

        def _of(self, phrases: Sequence[str]) -> NDArray[np.float64]:
            total: NDArray[np.float64] = np.sum([vectors[phrase] * best[phrase] for phrase in phrases], axis=0)
            return total

    return Company()


def _phrase_vectors(best: dict[str, float], utterances: Sequence[Utterance]) -> dict[str, NDArray[np.float64]]:
    """A vector of length 1 for each phrase: the sum of the random vectors of all words said in its sentences.

    A phrase's own words are among them, so phrases that share a word lie near each other.
    """
    random = np.random.default_rng(0)
    base: dict[str, NDArray[np.float64]] = {}
    sums = {phrase: np.zeros(_DIMENSIONS) for phrase in best}
    for utterance in utterances:
        phrases = [phrase for phrase in best if phrase in utterance.text]
        if not phrases:
            continue
        for word in sorted(utterance.words):
            if word not in base:
                base[word] = random.standard_normal(_DIMENSIONS)
        context = np.sum([base[word] for word in sorted(utterance.words)], axis=0) if utterance.words else 0
        for phrase in phrases:
            sums[phrase] += context
    return {phrase: _unit(vector) for phrase, vector in sums.items()}


def _unit(vector: NDArray[np.float64]) -> NDArray[np.float64]:
    length = float(np.linalg.norm(vector))
    return vector / length if length else vector
