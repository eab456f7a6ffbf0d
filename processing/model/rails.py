"""The rails for words that a model would read otherwise: its echo must stand in the note, and nothing is applied unseen.

What has no echo in the transcript is dropped, what strays far from the sound of what it replaces is kept folded away
with a warning; both are counted.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from processing.model.masking import Mask
from processing.model.numbered import SentLine
from processing.model.parsing import SaidEdit
from processing.note import Edit, EditKind
from processing.particles import SUFFIXES, agreeing, stems
from processing.phonetics import distance, sounds, spoken
from processing.proposals import PROPOSE, Proposal, renamed
from processing.terms.glossary import Term, squeezed

LEAST_RATIO, MOST_RATIO, LEAST_SIMILARITY = 0.6, 1.4, 0.5
LIKELY, KNOWN, DOUBTFUL = 0.6, 0.75, 0.2  # confidence: the model's word, a glossary's term too, off the rails
LONGEST_EDIT = 60  # code points; a model that writes more has rewritten a sentence
_DIGITS = re.compile(r"\d")
_FAR = "AI 제안 · 원래 말과 많이 다름"


@dataclass(frozen=True)
class Judged:
    """What is left of a model's edits: proposals in order, how many were dropped, how many stand under a warning."""

    proposals: tuple[Proposal, ...]
    dropped: int
    doubtful: int


class Forms:
    """The right forms of the glossaries, to know a term by any spelling of it."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._terms: dict[str, Term] = {}
        for term in terms:
            for form in term.forms:
                self._terms.setdefault(squeezed(form), term)

    def term_of(self, form: str) -> Term | None:
        """The term that is written so, whatever its case and blanks."""
        return self._terms.get(squeezed(form))

    def reading_of(self, form: str) -> tuple[str, ...]:
        """How a form is said: the glossary's readings, else its letters and syllables."""
        term = self.term_of(form)
        own = tuple(spoken(reading) for reading in term.readings) if term else ()
        return (*own, spoken(form))


def judged_edits(said: Iterable[SaidEdit], lines: Sequence[SentLine], mask: Mask, forms: Forms, source: str) -> Judged:
    """The model's edits of these lines as proposals for the source text `source`, none of them applied."""
    sent = _Sent(lines)
    found: dict[tuple[int, int], Proposal] = {}
    dropped = 0
    for edit in said:
        placed = list(_placed(edit, sent, mask))
        proposals = [p for at in placed if (p := _proposal(at, edit.is_term, forms, source)) is not None]
        dropped += not proposals
        for proposal in proposals:
            found.setdefault((proposal.edit.start, proposal.edit.end), proposal)
    kept = _without_overlaps(one_spelling(found.values(), forms, (line.text for line in lines)))
    return Judged(tuple(kept), dropped, sum(p.edit.confidence <= DOUBTFUL for p in kept))


@dataclass(frozen=True)
class _Placed:
    """An echo found: [start, end) of a line that should read `after`."""

    line: SentLine
    start: int
    end: int
    after: str

    @property
    def before(self) -> str:
        return self.line.text[self.start : self.end]


class _Sent:
    """The lines that were sent, by number and as one text."""

    def __init__(self, lines: Sequence[SentLine]) -> None:
        self._by_number = {line.number: line for line in lines}
        self._starts: list[int] = []
        self._lines = lines
        length = 0
        for line in lines:
            self._starts.append(length)
            length += len(line.text) + 1
        self._text = "\n".join(line.text for line in lines)

    def holder(self, number: int, echo: re.Pattern[str], word: str) -> SentLine | None:
        """The line that has the echo, which begins with `word`: the one of this number, else the only one."""
        own = self._by_number.get(number)
        if own is not None and echo.search(own.text):
            return own
        found: set[int] = set()
        at = self._text.find(word)
        while at >= 0 and len(found) < 2:
            i = bisect_right(self._starts, at) - 1
            if echo.search(self._lines[i].text):
                found.add(i)
            at = self._text.find(word, self._starts[i] + len(self._lines[i].text) + 1)
        return self._lines[found.pop()] if len(found) == 1 else None


def _placed(edit: SaidEdit, sent: _Sent, mask: Mask) -> Iterator[_Placed]:
    """Where the echo stands: in its line, else in the one line of those sent that has it."""
    after = " ".join(unicodedata.normalize("NFC", mask.restore(edit.after)).split())
    if mask.signs_in(edit.before) != mask.signs_in(edit.after) or not _is_usable(after):
        return
    words = unicodedata.normalize("NFC", mask.restore(edit.before)).split()
    if not words or sum(map(len, words)) > LONGEST_EDIT:
        return
    echo = _echo(words)
    line = sent.holder(edit.line, echo, words[0])
    if line is not None:
        for match in echo.finditer(line.text):
            yield _narrowed(_Placed(line, match.start(), match.end(), after))


def _is_usable(after: str) -> bool:
    return 0 < len(after) <= LONGEST_EDIT and not any(unicodedata.category(ch) in ("Cc", "Cs", "Co") for ch in after)


def _echo(words: Sequence[str]) -> re.Pattern[str]:
    """The echo as a pattern: at the beginning of a word, blanks of any sort between its words."""
    return re.compile(r"(?<!\w)" + r"\s+".join(re.escape(word) for word in words))


def _narrowed(at: _Placed) -> _Placed:
    """The same without the words at either end that stay as they are."""
    before, after = at.before.split(), at.after.split()
    start, end = at.start, at.end
    while len(before) > 1 and len(after) > 1 and before[0] == after[0]:
        start = at.line.text.index(before[1], start + len(before[0]))
        before, after = before[1:], after[1:]
    while len(before) > 1 and len(after) > 1 and before[-1] == after[-1]:
        end = at.line.text.rindex(before[-2], start, end - len(before[-1])) + len(before[-2])
        before, after = before[:-1], after[:-1]
    return _Placed(at.line, start, end, " ".join(after))


def _proposal(at: _Placed, is_term: bool, forms: Forms, source: str) -> Proposal | None:
    """The proposal for a found echo; None if nothing would change, or if it would cut into an edit's words."""
    at = _with_particle(at, forms)
    place = at.line.place_of(at.start, at.end)
    shown = at.line.paragraph.range_of(place)
    if at.before == at.after or not len(place) or shown != (at.line.start + at.start, at.line.start + at.end):
        return None
    term, heard = _stems(at.before, at.after, forms)
    known = forms.term_of(term)
    kind = EditKind.TERM if known is not None or is_term else EditKind.WORD
    is_far = is_off_rails(heard, term, forms)
    confidence = DOUBTFUL if is_far else KNOWN if known is not None else LIKELY
    reason = _FAR if is_far else "AI 제안 · 용어집에 있는 말" if known is not None else "AI 제안"
    before = source[place.start : place.end]
    edit = Edit(place.start, place.end, before, at.after, kind, "model", confidence, reason)
    return Proposal(edit, PROPOSE, term, heard)


def _with_particle(at: _Placed, forms: Forms) -> _Placed:
    """The same with the particle behind it, where that must change with the new word (레그|를 -> LLM|을)."""
    match = re.compile(r"[가-힣]+").match(at.line.text, at.end)
    if match is None or match.group() not in SUFFIXES:
        return at
    suffix = match.group()
    agreed = agreeing(suffix, forms.reading_of(at.after)[0])
    return at if agreed == suffix else _Placed(at.line, at.start, match.end(), at.after + agreed)


def _stems(before: str, after: str, forms: Forms) -> tuple[str, str]:
    """The right form and the heard one without the particle that both carry.

    >>> _stems("레그를", "RAG를", Forms([])), _stems("고서", "보고서", Forms([])), _stems("랩이", "RAG가", Forms([]))
    (('RAG', '레그'), ('보고서', '고서'), ('RAG', '랩'))
    """
    for end in sorted(stems(after)):
        suffix = after[end:]
        for own in {suffix, *_other_forms(suffix)} if suffix else ():
            heard = before.removesuffix(own)
            if heard and heard != before and _is_stem(after[:end], heard, forms):
                return after[:end], heard
    return after, before


def _other_forms(suffix: str) -> set[str]:
    return {agreeing(suffix, "강"), agreeing(suffix, "가"), agreeing(suffix, "갈")}


def _is_stem(term: str, heard: str, forms: Forms) -> bool:
    """Whether what is left may be a word: a term, Latin, or at least two syllables on one of the sides."""
    return forms.term_of(term) is not None or term.isascii() or min(len(term), len(heard)) >= 2


def is_off_rails(heard: str, meant: str, forms: Forms) -> bool:
    """Whether `meant` is too long, too short or too unlike `heard` in sound to be what was said, or changes a figure.

    >>> is_off_rails("고서", "보고서", Forms([])), is_off_rails("공간", "마케팅", Forms([]))
    (False, True)
    """
    if _DIGITS.findall(heard) != _DIGITS.findall(meant) and _DIGITS.search(meant):
        return True
    said = spoken(heard)
    readings = [reading for reading in forms.reading_of(meant) if reading]
    if not said or not readings:
        return True
    return all(_is_far(said, reading) for reading in readings)


def _is_far(said: str, reading: str) -> bool:
    one, other = sounds(said), sounds(reading)
    longest = max(len(one), len(other), 1)
    similarity = 1 - min(distance(one, other), longest) / longest
    # a syllable lost or added is half of a short word: 고서 -> 보고서
    is_out_of_ratio = not LEAST_RATIO <= len(reading) / len(said) <= MOST_RATIO and abs(len(reading) - len(said)) > 1
    return is_out_of_ratio or similarity < LEAST_SIMILARITY


def one_spelling(proposals: Iterable[Proposal], forms: Forms, texts: Iterable[str]) -> list[Proposal]:
    """The proposals with one spelling a term: the form that the note itself uses most, else the one proposed most.

    A glossary's term keeps to the spellings that the glossary has.
    """
    kept = list(proposals)
    note = "\n".join(texts)
    groups: dict[str, Counter[str]] = {}
    for proposal in kept:
        groups.setdefault(_group(proposal.term, forms), Counter())[proposal.term] += 1
    chosen = {key: _spelling(counts, forms, note) for key, counts in groups.items()}
    return [_spelled(p, chosen[_group(p.term, forms)]) for p in kept]


def _group(term: str, forms: Forms) -> str:
    known = forms.term_of(term)
    return squeezed(known.term if known is not None else term)


def _spelling(proposed: Counter[str], forms: Forms, note: str) -> str:
    known = forms.term_of(next(iter(proposed)))
    candidates = list(known.forms) if known is not None else list(proposed)
    return max(candidates, key=lambda form: (note.count(form), proposed[form], -candidates.index(form)))


def _spelled(proposal: Proposal, form: str) -> Proposal:
    if form == proposal.term:
        return proposal
    return replace(proposal, edit=replace(renamed(proposal, form).edit, source="model"), term=form)


def _without_overlaps(proposals: Iterable[Proposal]) -> list[Proposal]:
    """In order; of two that share words the surer, then the shorter."""
    kept: list[Proposal] = []
    for proposal in sorted(proposals, key=lambda p: (-p.edit.confidence, len(p.edit.place), p.edit.start)):
        i = bisect_left(kept, proposal.edit.start, key=_start)
        if not any(proposal.edit.place.overlaps(other.edit.place) for other in kept[max(i - 1, 0) : i + 1]):
            kept.insert(i, proposal)
    return kept


def _start(proposal: Proposal) -> int:
    return proposal.edit.start
