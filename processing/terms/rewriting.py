"""A stretch of a sentence rewritten with right forms: which place that is, and how each form reads there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from processing.analysis import Sentence
from processing.particles import agreeing
from processing.source import Place
from processing.terms.spans import Span


class Rewritten(NamedTuple):
    """The place in the source, the words there, and what may stand there instead, in the order of the forms given."""

    place: Place
    before: str
    after: tuple[str, ...]


def rewritten(sentence: Sentence, span: Span, said: Mapping[str, str]) -> Rewritten:
    """The stretch with each of these forms in its place; `said` has their readings (프롬프트, RAG: 래그), the likeliest first.

    A particle behind the stretch that changes with any of the forms is taken in, else it stays outside.
    """
    tails = {form: agreeing(span.suffix, reading) for form, reading in said.items()}
    is_taken_in = any(tail != span.suffix for tail in tails.values())
    place = sentence.place_of(span.start, span.end + (len(span.suffix) if is_taken_in else 0))
    before = sentence.shown.source_text[place.start : place.end]
    return Rewritten(place, before, tuple(form + (tail if is_taken_in else "") for form, tail in tails.items()))
