"""Keyphrases through KeyBERT, with noun phrases and glossary terms as candidates and an embedder that needs no download.

KeyBERT's own `candidates` lower-cases and knows single words only, so a vectorizer of our own gives it the phrases of the
note as they are written. The embedder knows nothing but the note: a phrase is its words and the company it keeps in its
sentences (random indexing), the note the sum of its phrases by weight. This is the only room that imports keybert, and
late: `load` takes a second or more and can run while Kiwi loads.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from processing.errors import UserError
from processing.summary.phrases import Named, weights
from processing.summary.utterance import Utterance

Vector = NDArray[np.float64]

_DIMENSIONS = 64
_MOST_CANDIDATES = 150  # KeyBERT compares all pairs of them
_ENOUGH_CANDIDATES = 20
_DIVERSITY = 0.1
_COMPANY = 0.5  # how much the sentences around count beside the phrase's own words
_TERM_WEIGHT = 1.5  # a glossary term counts more: somebody found it worth listing


@dataclass(frozen=True)
class Keyphrase:
    """A phrase as said, how near it stands to the whole (0 to 1), and a sentence that says it."""

    text: str
    score: float
    utterance: Utterance


@dataclass
class _Phrase:
    """A candidate: its nouns, the ordinals of the sentences that say it, whether a glossary lists it."""

    nouns: frozenset[str]
    sentences: list[int] = field(default_factory=list)
    is_term: bool = False


class Embedder(Protocol):
    """Whatever KeyBERT takes for a model: texts in, one vector each out."""

    def embed(self, documents: Sequence[str], verbose: bool = False) -> Any:
        """Vectors of the documents, one row each."""


def named_embedder(name: str) -> Embedder:
    """The model2vec or sentence-transformers model of that name or folder, as KeyBERT's backend; takes seconds.

    Raises UserError where neither library is installed or the model cannot be had.
    """
    from keybert.backend._utils import select_backend

    for module, loader in (("model2vec", "StaticModel"), ("sentence_transformers", "SentenceTransformer")):
        if find_spec(module) is None:
            continue
        made = getattr(import_module(module), loader)
        try:
            model = made.from_pretrained(name) if module == "model2vec" else made(name)
        except (OSError, ValueError) as error:
            raise UserError(f"키워드 모델 '{name}'을(를) 불러올 수 없습니다. 이름이나 폴더를 확인해 주세요.") from error
        chosen: Embedder = select_backend(model)
        return chosen
    raise UserError(
        "키워드 모델을 쓰려면 model2vec이나 sentence-transformers를 설치해 주세요. 지금은 기본 방식으로 찾습니다."
    )


def load() -> None:
    """Import what `keyphrases` needs; call it early, beside other loading."""
    import keybert  # noqa: F401
    import sklearn.feature_extraction.text  # noqa: F401


def keyphrases(named: Sequence[Named], count: int = 10, embedder: Embedder | None = None) -> list[Keyphrase]:
    """At most `count` phrases that say best what the note is about, best first; by our own embedder if none is given."""
    said = _candidates(named)
    common = frozenset().union(*(sentence.common for sentence in named))
    weighed = weights(Counter({text: len(phrase.sentences) for text, phrase in said.items()}), common)
    weighed = {
        text: weight * (_TERM_WEIGHT if said[text].is_term else 1) for text, weight in weighed.items() if weight > 0
    }
    best = dict(sorted(weighed.items(), key=lambda item: (-item[1], item[0]))[:_MOST_CANDIDATES])
    if not best:
        return []
    found = _extracted(best, embedder, 4 * count) if embedder is not None else _by_company(best, said, named, 4 * count)
    phrases = _unlike(found, said)[:count]
    return [Keyphrase(text, score, named[said[text].sentences[0]].utterance) for text, score in phrases]


def _by_company(
    best: Mapping[str, float], said: Mapping[str, _Phrase], named: Sequence[Named], count: int
) -> list[tuple[str, float]]:
    """The phrases by our own embedder, on one thread: for matrices so small, threads only wait for each other."""
    own = _embedder(best, _vectors({text: said[text] for text in best}, [sentence.utterance for sentence in named]))
    with _matrix_library().limit(limits=1, user_api="blas"):
        return _extracted(best, own, count)


@cache
def _matrix_library() -> Any:
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


def _candidates(named: Sequence[Named]) -> dict[str, _Phrase]:
    """The phrases said at least twice; in a note that has few of them those said once, too."""
    said: dict[str, _Phrase] = {}
    for at, sentence in enumerate(named):
        found = {phrase.text: frozenset(phrase.nouns) for phrase in sentence.phrases}
        for text in sentence.terms - found.keys():
            found[text] = frozenset(noun for noun in sentence.utterance.nouns if noun in text)
        for text, nouns in found.items():
            phrase = said.setdefault(text, _Phrase(nouns))
            phrase.sentences.append(at)
            phrase.is_term = phrase.is_term or text in sentence.terms
    often = {text: phrase for text, phrase in said.items() if len(phrase.sentences) > 1}
    return often if len(often) >= _ENOUGH_CANDIDATES else said


def _unlike(found: Sequence[tuple[str, float]], said: Mapping[str, _Phrase]) -> list[tuple[str, float]]:
    """The phrases of which none is a part of a better one."""
    kept: list[tuple[str, float]] = []
    for text, score in found:
        nouns = said[text].nouns
        if not any(nouns <= said[other].nouns or said[other].nouns <= nouns for other, _ in kept):
            kept.append((text, score))
    return kept


def _extracted(best: Mapping[str, float], embedder: Embedder, count: int) -> list[tuple[str, float]]:
    from keybert import KeyBERT
    from sklearn.feature_extraction.text import CountVectorizer

    vectorizer = CountVectorizer(analyzer=str.splitlines, vocabulary=sorted(best), lowercase=False)
    found = KeyBERT(model=embedder).extract_keywords(
        ["\n".join(best)], vectorizer=vectorizer, top_n=count, use_mmr=True, diversity=_DIVERSITY
    )
    return [(str(text), max(float(score), 0.0)) for text, score in found]


def _embedder(best: Mapping[str, float], vectors: Mapping[str, Vector]) -> Embedder:
    from keybert.backend import BaseEmbedder

    class Company(BaseEmbedder):  # type: ignore[misc]  # keybert ships no types
        """A text of phrases, one a line, as the sum of their vectors by weight; a single phrase as its own vector."""

        def embed(self, documents: Sequence[str], verbose: bool = False) -> Vector:
            return np.vstack([self._of(document.split("\n")) for document in documents])

        def _of(self, phrases: Sequence[str]) -> Vector:
            total: Vector = np.sum([vectors[phrase] * best[phrase] for phrase in phrases], axis=0)
            return total

    own: Embedder = Company()
    return own


def _vectors(said: Mapping[str, _Phrase], utterances: Sequence[Utterance]) -> dict[str, Vector]:
    """A vector of length 1 for each phrase: its own words, and half as strong the company it keeps.

    The company is less what is common to all sentences, else a word of every day would be nearest to everything.
    """
    spread = Counter(word for utterance in utterances for word in utterance.nouns)
    random = np.random.default_rng(0)
    rows = {word: row for row, word in enumerate(sorted(spread))}
    rarity = np.array([math.log(1 + len(utterances) / spread[word]) for word in rows])
    base = random.standard_normal((len(rows), _DIMENSIONS)) * rarity[:, np.newaxis]
    sentences = _sums(base, rows, [utterance.nouns for utterance in utterances])
    sentences -= sentences.mean(axis=0)
    own = _sums(base, rows, [phrase.nouns for phrase in said.values()])
    return {
        text: _unit(_unit(words) + _COMPANY * _unit(sentences[phrase.sentences].sum(axis=0)))
        for (text, phrase), words in zip(said.items(), own, strict=True)
    }


def _sums(base: Vector, rows: Mapping[str, int], bags: Sequence[frozenset[str]]) -> Vector:
    """For each bag the sum of its words' rows of `base`: the first of every bag, then the second of all that have one …

    In one order on every run, and thousands of sentences at a time.
    """
    total = np.zeros((len(bags), _DIMENSIONS))
    words = [sorted(rows[word] for word in bag if word in rows) for bag in bags]
    left = sorted(range(len(bags)), key=lambda at: -len(words[at]))
    for nth in range(max(map(len, words), default=0)):
        while len(words[left[-1]]) <= nth:
            left.pop()
        total[left] += base[[words[at][nth] for at in left]]
    return total


def _unit(vector: Vector) -> Vector:
    length = float(np.linalg.norm(vector))
    return vector / length if length else vector
