"""Names given to speakers as terms of the note: a name heard slightly otherwise is offered, never applied (현주 -> 현준).

And where people stand in a sentence: whoever is called, introduced or among the note's own is no misheard term.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from processing.analysis import Analysis, Sentence
from processing.note import Edit, EditKind, State
from processing.particles import agreeing
from processing.phonetics import distance, is_hangul, sounds
from processing.proposals import PROPOSE, Proposal
from processing.source import Place
from processing.terms.spans import Eojeol, eojeols
from processing.turns.persons import calls_in, introduced_name

NEAR = 0.17  # of all sounds: one changed or lost phoneme of a given name
ADDRESSED, ALONE = 0.65, 0.45  # confidence: with a title after the name, without
_TITLE = re.compile(
    r"\s*(?:씨|님|군|양|선배|대표|사장|부장|차장|과장|대리|주임|사원|팀장|실장|본부장|센터장|이사|상무|전무|매니저|책임|선임|수석|연구원|교수|박사|"
    r"선생|강사|멘토|코치|변호사|원장|간호사|작가|감독|기자|위원)"
)
_NAME = re.compile(r"[가-힣]{2,4}")


def names_of(state: State) -> list[str]:
    """The names of people that a person has given: speakers', and those of the attendees in the form."""
    told = [speaker.name for speaker in state.speakers.values()]
    told += [name for key in ("attendees", "absentees") for name in state.info.get(key, ())]
    return [name for name in dict.fromkeys(told) if _NAME.fullmatch(name)]


class People:
    """Who is known to be in a note, by `names` as labels, the file and a person tell them, and who is named in it."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        whole = [name for name in names if _NAME.fullmatch(name)]
        self._whole = tuple(whole)
        self._given = frozenset(name[1:] if len(name) == 3 else name for name in whole)

    def places(self, sentence: Sentence, words: Iterable[Eojeol]) -> list[tuple[int, int]]:
        """The ranges of a sentence that name somebody."""
        found = self.own_places(words)
        found += [(call.start, call.end) for call in calls_in(sentence)]
        if (name := introduced_name(sentence)) is not None:
            found.append(((start := sentence.text.rindex(name)), start + len(name)))
        return found

    def own_places(self, words: Iterable[Eojeol]) -> list[tuple[int, int]]:
        """The ranges of those who are known by name."""
        return [(word.start, word.end) for word in words if self._is_own(word)] if self._whole else []

    def _is_own(self, word: Eojeol) -> bool:
        return word.text.startswith(self._whole) or any(word.text[:end] in self._given for end in word.stem_ends)


def people_of(state: State, owner: str | None) -> list[str]:
    """The names that the file and a person tell: the owner's, labels that are names, and those that were given."""
    labels = [speaker.label for speaker in state.speakers.values()]
    return [name for name in dict.fromkeys([owner, *labels, *names_of(state)]) if name and _NAME.fullmatch(name)]


def name_proposals(analysis: Analysis, names: Iterable[str]) -> list[Proposal]:
    """The places where a name is heard that is nearly one of `names` and none of them, in order."""
    forms = _forms(names)
    if not forms:
        return []
    said = {form: sounds(form) for form in forms}
    return [found for sentence in analysis.sentences for found in _in_sentence(sentence, forms, said)]


def _forms(names: Iterable[str]) -> dict[str, str]:
    """How people are called, by full and by given name: `{called: the same}`; one of a single syllable is none."""
    forms: dict[str, str] = {}
    for name in names:
        if is_hangul(name):
            forms[name] = name
            if len(name) == 3:
                forms[name[1:]] = name[1:]
    return forms


def _in_sentence(sentence: Sentence, forms: Mapping[str, str], said: Mapping[str, str]) -> Iterator[Proposal]:
    words = eojeols(sentence, lambda _text: False)
    parted = {place.start: (place, form) for place, form in _parted(words, forms)}
    for word in words:
        if word.start in parted:
            yield _joined(sentence, *parted[word.start])
        heard = _name_in(word, sentence)
        if heard is None or heard in forms:
            continue
        near = sorted((share, form) for form in forms if (share := _share(heard, form, said)) <= NEAR)
        if near:
            yield _proposal(sentence, word, heard, [form for _, form in near])


def _parted(words: Sequence[Eojeol], forms: Mapping[str, str]) -> Iterator[tuple[Place, str]]:
    """Where a surname stands apart from the given name that a person here has: 한 용재 (한글 맞춤법 제48항)."""
    for word, following in pairwise(words):
        given = (following.text[:end] for end in following.stem_ends)
        form = next((word.text + name for name in given if len(name) == 2 and word.text + name in forms), None)
        if form is not None and len(word.text) == 1:
            yield Place(word.start, following.start + 2), form


def _joined(sentence: Sentence, place: Place, form: str) -> Proposal:
    """The surname and the given name as one name; what follows stays."""
    at = sentence.place_of(place.start, place.end)
    before = sentence.shown.source_text[at.start : at.end]
    is_addressed = _TITLE.match(sentence.text, place.end) is not None
    edit = Edit(
        at.start,
        at.end,
        before,
        form,
        EditKind.TERM,
        "glossary",
        ADDRESSED if is_addressed else ALONE,
        "참석자의 성과 이름은 붙여 씀",
    )
    return Proposal(edit, PROPOSE, form, sentence.text[place.start : place.end])


def _share(heard: str, form: str, said: Mapping[str, str]) -> float:
    if len(heard) != len(form):
        return 1.0
    return distance(sounds(heard), said[form]) / max(len(said[form]), 1)


def _name_in(word: Eojeol, sentence: Sentence) -> str | None:
    """What may be a person's name at the beginning of an eojeol: a proper or unknown noun, or a rare one before a title."""
    for end in sorted(word.stem_ends):
        text = word.text[:end]
        inside = [one for one in word.morphemes if one.start < word.start + end]
        if not _NAME.fullmatch(text) or not inside or inside[-1].end != word.start + end:
            continue
        is_noun = all(one.tag.startswith(("NN", "XR", "MM", "XPN")) for one in inside)
        is_name = len(inside) == 1 and (inside[0].tag == "NNP" or not inside[0].is_known)
        if is_name or (is_noun and len(inside) > 1 and _TITLE.match(sentence.text, word.start + end)):
            return text
    return None


def _proposal(sentence: Sentence, word: Eojeol, heard: str, near: list[str]) -> Proposal:
    form, rivals = near[0], near[1:]
    start, end = word.start, word.start + len(heard)
    is_addressed = _TITLE.match(sentence.text, end) is not None
    suffix = word.text[len(heard) :]
    agreed = suffix if is_addressed else agreeing(suffix, form)
    stop = end + (len(suffix) if agreed != suffix else 0)
    tail = agreed if stop > end else ""
    place = sentence.place_of(start, stop)
    before = sentence.shown.source_text[place.start : place.end]
    confidence = ADDRESSED if is_addressed else ALONE
    edit = Edit(
        place.start,
        place.end,
        before,
        form + tail,
        EditKind.TERM,
        "glossary",
        confidence,
        "참석자 이름과 소리가 비슷함",
    )
    return Proposal(edit, PROPOSE, form, heard, tuple(rival + tail for rival in rivals))
