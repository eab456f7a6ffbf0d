"""Words that are right as they stand although a dictionary may lack them, and what Kiwi should know before it starts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from processing.data_files import asset
from processing.phonetics import is_hangul
from processing.terms.glossary import Term


def right_words() -> list[str]:
    """The words of all lists in assets/lexicon."""
    folder = asset("lexicon")
    files = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".txt")), key=lambda entry: entry.name)
    return [word for entry in files for word in _words(entry.read_text("utf-8"))]


def everyday_words() -> frozenset[str]:
    """Nouns of private life, which tell that a sentence speaks of something else than the meeting."""
    return frozenset(_words(asset("everyday", "words.txt").read_text("utf-8")))


def _words(text: str) -> Iterator[str]:
    for line in text.splitlines():
        word = line.strip()
        if word and not word.startswith("#"):
            yield word


def kiwi_words(terms: Iterable[Term]) -> list[str]:
    """The Hangul forms of terms that an analyser should not take apart: one word, two syllables or more."""
    return sorted(
        {form for term in terms for form in term.forms if is_hangul(form) and " " not in form and len(form) > 1}
    )
