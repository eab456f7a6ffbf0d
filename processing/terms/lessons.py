"""What a correction by hand teaches: which word was heard and which was meant, less the particle after both.

Only a change of a whole term teaches anything. A deletion, another ending, another number or a sentence put otherwise
does not; nor does a word that sounds nothing like the one before, which is a change of mind.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from processing.analysis import Analysis, Morpheme, Sentence
from processing.note import Edit
from processing.particles import agreeing, stems
from processing.phonetics import distance, sounds, spoken
from processing.terms.glossary import Term, squeezed
from processing.terms.reading_guess import guessed
from processing.terms.spread import Corrected

MOST_WORDS, MOST_LETTERS = 4, 24
LEAST_LIKE = 0.5  # as a share of all sounds: further apart nothing was misheard
_NAMES = ("NN", "SL", "SN", "SH", "XR", "XSN", "NR", "SW")
_IN_NO_NAME = ("J", "E", "V", "XSV", "XSA", "NP", "NNB")
_OPENING, _CLOSING = "\"'“‘(「『[<", "\"'”’)」』]>.,?!…~:;"

Analyser = Callable[[str], Sequence[Morpheme]]
Known = Callable[[str], Term | None]


@dataclass(frozen=True, slots=True)
class Lesson:
    """`heard` was `meant`. `is_worth_keeping` says that other notes may learn from it, not only this one."""

    heard: str
    meant: str
    is_worth_keeping: bool


class Teacher:
    """Reads lessons out of edits. `analyser` gives the morphemes of a word, `known` the term of a right form."""

    def __init__(self, analyser: Analyser, known: Known) -> None:
        self._analyser, self._known = analyser, known

    def lessons(self, analysis: Analysis, edits: Iterable[Edit]) -> dict[str, Lesson]:
        """`{edit id: lesson}` of those edits that teach one; `analysis` is of the note before them."""
        sentences = sorted(analysis.sentences, key=lambda sentence: sentence.place.start)
        starts = [sentence.place.start for sentence in sentences]
        found = {}
        for edit in edits:
            i = bisect_right(starts, edit.start) - 1
            lesson = self._lesson(sentences[i], edit) if i >= 0 else None
            if lesson is not None:
                found[edit.id] = lesson
        return found

    def corrected(self, lesson: Lesson) -> Corrected:
        """The lesson as `spread` takes it, with the readings of the term if it is a known one."""
        term = self._known(lesson.meant)
        if term is None:
            return Corrected(lesson.heard, lesson.meant, guessed(lesson.meant).readings)
        return Corrected(lesson.heard, lesson.meant, term.readings or guessed(term.term).readings, term.forms)

    def _lesson(self, sentence: Sentence, edit: Edit) -> Lesson | None:
        words = whole_words(sentence, edit)
        if words is None:
            return None
        before, after, at = words
        pair = self._stems(before, after)
        if pair is None or not self._is_term(pair[0], pair[1], sentence, at):
            return None
        heard, meant = pair
        return Lesson(heard, meant, self._sounds_alike(heard, meant))

    def _stems(self, before: str, after: str) -> tuple[str, str] | None:
        """Both without the particle that they share; a known term is never cut."""
        cut = [
            (self._known(meant) is not None, len(before) - len(heard), heard, meant)
            for heard, meant in _cuts(before, after)
        ]
        if not cut:
            return None
        _, _, heard, meant = max(cut, key=lambda one: one[:2])
        is_whole = heard and meant and heard != meant and max(len(heard), len(meant)) <= MOST_LETTERS
        words = max(len(heard.split()), len(meant.split()))
        return (heard, meant) if is_whole and words <= MOST_WORDS and not _is_figure(heard, meant) else None

    def _is_term(self, heard: str, meant: str, sentence: Sentence, at: int) -> bool:
        """Whether a name of something was put for what was heard: not an ending, an adverb or a verb."""
        if self._known(meant) is not None:
            return True
        parts = self._analyser(meant)
        if not _is_name(parts):
            return False
        is_special = any(part.tag == "SL" or not part.is_known for part in parts)
        inside = [part for part in sentence.morphemes if at < part.end and part.start < at + len(heard)]
        is_odd = any(not part.is_known or part.tag == "SL" for part in inside)
        return is_special or is_odd or (_is_name(inside) and not meant.startswith(heard))  # 회의록 for 회의 says more

    def _sounds_alike(self, heard: str, meant: str) -> bool:
        said = sounds(spoken(heard))
        others = (sounds(spoken(one)) for one in (meant, *self.corrected(Lesson(heard, meant, True)).readings))
        return any(
            distance(said, other, LEAST_LIKE * max(len(said), len(other)) + 1e-9) < 99 for other in others if other
        )


def whole_words(sentence: Sentence, edit: Edit) -> tuple[str, str, int] | None:
    """The eojeols that an edit touches as they were and as they read now, and where the first begins in the sentence.

    None for a deletion, and for words put in between others.
    """
    text = sentence.shown.text
    start, end = sentence.shown.range_of(edit.place)
    low, high = start, end
    if not (text[start:end][:1].isspace() and edit.after[:1].isspace()):
        low = start - len(_LAST_WORD.search(text[:start])[0])  # type: ignore[index]  # it finds "" at least
    if not (text[start:end][-1:].isspace() and edit.after[-1:].isspace()):
        high = end + len(_FIRST_WORD.match(text[end:])[0])  # type: ignore[index]
    before, after = text[low:high], text[low:start] + edit.after + text[end:high]
    opening = len(before) - len(before.lstrip(_OPENING + " \n"))
    return _bare(before), _bare(after), low + opening - sentence.at


_LAST_WORD, _FIRST_WORD = re.compile(r"\S*$"), re.compile(r"\S*")


def _bare(words: str) -> str:
    return " ".join(words.strip(_OPENING + _CLOSING + " \n").split())


def _cuts(before: str, after: str) -> Iterator[tuple[str, str]]:
    """The ways in which both may end in one particle: with none, or with two forms of the same."""
    yield before, after
    last = before.split(" ")[-1]
    for end in stems(last)[1:]:
        suffix = last[end:]
        heard = before[: len(before) - len(suffix)]
        for form in dict.fromkeys((suffix, agreeing(suffix, "가"), agreeing(suffix, "강"), agreeing(suffix, "갈"))):
            if after.endswith(form):  # nothing but the particle left: the word went, and nothing is taught
                yield heard, after[: len(after) - len(form)]


def _is_name(parts: Sequence[Morpheme]) -> bool:
    """Whether these may be the name of something; a rare name may be read as a determiner and a noun (현준).

    A coda taken for a particle (메몰 as 메모 and ㄹ) is no reason against it.
    """
    parts = [part for part in parts if not "\u11a8" <= part.form <= "\u11ff"]
    return (
        bool(parts) and parts[-1].tag.startswith(_NAMES) and not any(part.tag.startswith(_IN_NO_NAME) for part in parts)
    )


def _is_figure(heard: str, meant: str) -> bool:
    """Whether only a number differs: 3월 for 4월 is another fact, not a misheard word."""
    return re.sub(r"\d", "", heard) == re.sub(r"\d", "", meant) or squeezed(meant).isdigit()
