"""One spelling a term over the whole note: which it is, and the right forms that are written otherwise.

All of these forms are right; a person takes them with one key, or leaves them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from processing.note import Edit, EditKind
from processing.particles import agreeing
from processing.phonetics import distance, is_hangul, sounds, spoken
from processing.proposals import APPLY, PROPOSE, Proposal
from processing.terms.context import Occurrence
from processing.terms.glossary import USER, Term, squeezed
from processing.terms.reading_guess import guessed
from processing.terms.scanning import Scanned
from processing.terms.spans import Eojeol, meets

SAME_TERM, CUT_IN_TWO = "같은 용어의 표기 통일", "한 낱말이 띄어 적힘"
SAME_NAME = 0.1  # as a share of all sounds: a form that is said so is the same name, spelled otherwise
GUESSED_NAME = 0.17  # the same for a Latin form, whose reading is a guess
MISSPELLED, MIXED = 0.9, 0.6  # confidence: of another case or blank (챗gpt), of a form that is as right (챗GPT)
SPACED = 0.15  # of a form that differs in its blanks only: a term may be written both ways (한글 맞춤법 50)
TORN, PARTED = 0.9, 0.5  # of a word cut in two: where a half is no word (어트리 뷰션), where both are (워크 플로우)
_QUANTITY = re.compile(r"\d+[a-zA-Z]")  # 8k, 4K, 7b
SHORTEST_TORN = 3  # syllables: 이 슈 may be two words


class Spelling:
    """The form in which the note should write each term.

    A person's own term is written as they put it down; another as the note writes it most, else as the glossary does.
    """

    def __init__(self, occurrences: Iterable[Occurrence]) -> None:
        times = Counter((one.term.term, form_meant(one)) for one in occurrences if not is_torn(one))
        self._used: dict[str, str] = {}  # the form of each term that comes most
        for (term, form), _ in times.most_common():
            self._used.setdefault(term, form)

    def of(self, term: Term) -> str:
        """How the note should write the term."""
        return self._used.get(term.term, term.term) if term.origin != USER else term.term


def form_meant(occurrence: Occurrence) -> str:
    """The glossary's form behind a spelling that differs from it in case or blanks only."""
    if occurrence.text in occurrence.term.forms:
        return occurrence.text
    heard = squeezed(occurrence.text)
    forms = [form for form in occurrence.term.forms if squeezed(form) == heard]
    if not forms and not is_hangul(occurrence.term.term):  # 깃허브 액션즈 is written so; 리더쉽 should be 리더십
        forms = [reading for reading in occurrence.term.readings if squeezed(reading) == heard]
    return min(forms, key=lambda form: form.count(" "), default=occurrence.term.term)


def style_proposals(scanned: Scanned, spelling: Spelling, taken: Sequence[tuple[int, int]]) -> Iterator[Proposal]:
    """One for every right form in the sentence that the note should spell otherwise.

    These are forms in another case (챗gpt, a2a), and forms that are right themselves while the note mostly has another of
    the same name. `taken` are the ranges of the sentence that other proposals already change.
    """
    for occurrence in scanned.occurrences:
        if meets((occurrence.start, occurrence.end), taken):
            continue
        form = spelling.of(occurrence.term)
        if is_torn(occurrence):
            yield from _mended(scanned, occurrence, form)
        elif form != occurrence.text and (confidence := _confidence(occurrence, form)):
            yield _proposal(scanned, occurrence, form, confidence)


def is_torn(occurrence: Occurrence) -> bool:
    """Whether a form in Hangul was cut at a wrong place: 어트리 뷰션, not 서킷 브레이커.

    >>> term = Term("Attribution", (), (), ("어트리뷰션",))
    >>> [is_torn(Occurrence(term, 0, 0, len(text), text)) for text in ("어트리 뷰션", "어트리뷰션")]
    [True, False]
    """
    text = occurrence.text
    if " " not in text or text in occurrence.term.forms:
        return False
    is_acronym = text.isascii() and any(squeezed(text).upper() == form for form in occurrence.term.forms)
    if not (is_hangul(text) or is_acronym):
        return False
    allowed = {
        at for form in (*occurrence.term.forms, *occurrence.term.readings) for at in _blanks(form, squeezed(text))
    }
    return not set(_blanks(text, squeezed(text))) <= allowed


def _blanks(text: str, squeezed_text: str) -> Iterator[int]:
    """After how many letters a spelling of the same letters has its blanks."""
    if squeezed(text) != squeezed_text:
        return
    letters = 0
    for ch in text:
        if ch == " ":
            yield letters
        else:
            letters += 1


def _mended(scanned: Scanned, occurrence: Occurrence, form: str) -> Iterator[Proposal]:
    """The torn word written together; applied where a half of it is no word at all."""
    whole = form if is_same_name(occurrence.text, form, occurrence.term) else form_meant(occurrence)
    halves = [word for word in scanned.words if word.start < occurrence.end and occurrence.start < word.end]
    if len(squeezed(occurrence.text)) < SHORTEST_TORN or halves[0].is_function:
        return
    if any(_is_scrap(half, occurrence.end) for half in halves):
        yield _proposal(scanned, occurrence, whole, TORN, APPLY)
    else:
        yield _proposal(scanned, occurrence, whole, PARTED)


def _is_scrap(word: Eojeol, end: int) -> bool:
    """Whether an eojeol, as far as `end`, is no word of its own: unknown, or put together of what is none together."""
    inside = [one for one in word.morphemes if one.start < end]
    return word.is_odd or len([one for one in inside if one.is_content or one.tag == "MM"]) > 1


def _confidence(occurrence: Occurrence, form: str) -> float:
    """How surely the form should be spelled otherwise; 0 to leave it."""
    if _is_as_good(occurrence.text, form):
        return 0.0
    if occurrence.text not in occurrence.term.forms:
        if any(ch.isascii() and ch.isalpha() for ch in occurrence.text):
            return MISSPELLED
        if squeezed(occurrence.text) in map(squeezed, occurrence.term.forms):
            return 0.0  # only its blanks differ
        if is_hangul(occurrence.term.term):
            return MIXED  # 리더쉽: said so, and spelled otherwise by the standard
    if squeezed(occurrence.text) == squeezed(form) and is_hangul(form):
        return SPACED
    return MIXED if is_same_name(occurrence.text, form, occurrence.term) else 0.0


def _is_as_good(text: str, form: str) -> bool:
    """Whether a spelling is left as it is: with a title's capital, or a figure with its unit.

    >>> [_is_as_good(*pair) for pair in (("Precision", "precision"), ("8k", "8K"), ("챗gpt", "챗GPT"))]
    [True, True, False]
    """
    if squeezed(text) != squeezed(form):
        return False
    is_title = text[:1].isupper() and text[1:] == form[1:] and form[:1].islower()
    return is_title or _QUANTITY.fullmatch(text) is not None


def is_same_name(one: str, other: str, term: Term) -> bool:
    """Whether two forms of a term are one name spelled in two ways, not a name and its translation or a short form.

    >>> term = Term("ChatGPT", ("챗지피티",), ("ai",), ("챗GPT", "오픈AI 챗봇"))
    >>> is_same_name("챗GPT", "ChatGPT", term), is_same_name("오픈AI 챗봇", "ChatGPT", term)
    (True, False)
    """
    if squeezed(one) == squeezed(other):
        return True
    return one.isascii() != other.isascii() and all(_is_said_as(form, term) for form in (one, other))


def _is_said_as(form: str, term: Term) -> bool:
    """Whether a form is said in one of the term's readings, as far as its letters tell."""
    if form == term.term:
        return True
    limit = GUESSED_NAME if form.isascii() else SAME_NAME
    return any(
        distance(sounds(said), other) <= limit * max(len(sounds(said)), len(other))
        for said in guessed(form).readings
        for other in (sounds(spoken(reading)) for reading in term.readings)
    )


def _proposal(
    scanned: Scanned, occurrence: Occurrence, form: str, confidence: float, decision: str = PROPOSE
) -> Proposal:
    """The edit of a form, with the particle after it where that changes."""
    sentence = scanned.sentence
    word = next((word for word in scanned.words if word.start <= occurrence.start < word.end), None)
    suffix = sentence.text[occurrence.end : word.end] if word is not None and occurrence.end <= word.end else ""
    agreed = agreeing(suffix, _said(form, occurrence.term))
    end = occurrence.end + (len(suffix) if agreed != suffix else 0)
    place = sentence.place_of(occurrence.start, end)
    before = sentence.shown.source_text[place.start : place.end]
    after = form + (agreed if end > occurrence.end else "")
    kind, reason = (EditKind.STYLE, SAME_TERM) if decision == PROPOSE else (EditKind.TERM, CUT_IN_TWO)
    edit = Edit(place.start, place.end, before, after, kind, "glossary", confidence, reason)
    return Proposal(edit, decision, form, occurrence.text)


def _said(form: str, term: Term) -> str:
    return form if is_hangul(form[-1:]) or not term.readings else term.readings[0]
