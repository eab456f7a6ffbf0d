"""What was learned from corrections in other notes: pairs of heard and meant, offered again where the same is heard.

A pair proposes. It is applied unseen only after it was confirmed in a second note and where the heard word is none that
a dictionary has, or because the person said 항상. One that was refused as often as confirmed is no longer offered.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from processing.analysis import Analysis, Sentence
from processing.note import Edit, EditKind
from processing.particles import SUFFIXES, agreeing
from processing.phonetics import spoken
from processing.proposals import APPLY, PROPOSE, Proposal
from processing.terms.glossary import squeezed
from processing.terms.spans import Span, eojeols, spans

LEARNED, ALWAYS, NEVER = "learned", "always", "never"  # as the library keeps them
NOTES_TO_APPLY = 2
CONFIDENCE = {ALWAYS: 0.97, LEARNED: 0.85}
DOUBTFUL = 0.5  # a heard word that a dictionary has


@dataclass(frozen=True, slots=True)
class LearnedPair:
    """`heard` was `meant`: how often a person said yes and no, in how many notes yes, and the rule given, if any.

    `is_of_note` says that the note which the memory was read for is among them.
    """

    heard: str
    meant: str
    confirmed: int = 1
    refused: int = 0
    notes: int = 1
    rule: str = LEARNED
    is_of_note: bool = False

    @property
    def is_offered(self) -> bool:
        """Whether it may be offered at all."""
        return self.rule == ALWAYS or (self.rule == LEARNED and self.confirmed > self.refused)


Said = Callable[[str], str]


def learned_proposals(
    analysis: Analysis, pairs: Iterable[LearnedPair], is_right: Callable[[str], bool], said: Said = spoken
) -> list[Proposal]:
    """The places where a learned word is heard again, in order, never overlapping.

    `is_right` knows the words that are right somewhere, `said` how a right form is read, for the particle after it.
    """
    by_heard = _by_heard(pairs)
    if not by_heard:
        return []
    found: list[Proposal] = []
    for sentence in analysis.sentences:
        chosen: list[tuple[Span, Sequence[LearnedPair]]] = []
        stretches = (span for span in spans(eojeols(sentence, is_right)) if _is_whole(span))
        for span in sorted(stretches, key=lambda one: one.start - one.end):
            rivals = by_heard.get(squeezed(span.text))
            if rivals and all(span.end <= other.start or other.end <= span.start for other, _ in chosen):
                chosen.append((span, rivals))
        found.extend(_proposal(sentence, span, rivals, said) for span, rivals in sorted(chosen, key=_start))
    return found


def _start(chosen: tuple[Span, Sequence[LearnedPair]]) -> int:
    return chosen[0].start


def _is_whole(span: Span) -> bool:
    return not span.suffix or span.suffix in SUFFIXES


def _by_heard(pairs: Iterable[LearnedPair]) -> Mapping[str, Sequence[LearnedPair]]:
    """The offered pairs by what was heard, the surest first."""
    by_heard: dict[str, list[LearnedPair]] = {}
    for pair in pairs:
        if pair.is_offered:
            by_heard.setdefault(squeezed(pair.heard), []).append(pair)
    for rivals in by_heard.values():
        rivals.sort(key=lambda pair: (pair.rule == ALWAYS, pair.confirmed - pair.refused, pair.notes), reverse=True)
    return by_heard


def _proposal(sentence: Sentence, span: Span, rivals: Sequence[LearnedPair], said: Said) -> Proposal:
    pair = rivals[0]
    agreed = agreeing(span.suffix, said(pair.meant))
    end = span.end + (len(span.suffix) if agreed != span.suffix else 0)
    tail = agreed if end > span.end else ""
    place = sentence.place_of(span.start, end)
    before = sentence.shown.source_text[place.start : place.end]
    is_sure = span.is_odd or pair.rule == ALWAYS
    confidence = CONFIDENCE[pair.rule] if is_sure else DOUBTFUL
    edit = Edit(
        place.start, place.end, before, pair.meant + tail, EditKind.TERM, "learned", confidence, reason_of(pair)
    )
    is_settled = pair.rule == ALWAYS or (pair.notes >= NOTES_TO_APPLY and len(rivals) == 1)
    decision = APPLY if is_sure and is_settled else PROPOSE
    return Proposal(edit, decision, pair.meant, span.text, tuple(rival.meant + tail for rival in rivals[1:]))


def reason_of(pair: LearnedPair) -> str:
    """One short Korean line that says why."""
    if pair.rule == ALWAYS:
        return "항상 이렇게 고치기로 하셨음"
    if not pair.notes:
        return "이 노트에서 이렇게 고치셨음"
    return f"다른 노트 {pair.notes}개에서 이렇게 고치셨음"


def with_learned(
    found: Sequence[Proposal], learned: Sequence[Proposal], pairs: Iterable[LearnedPair]
) -> list[Proposal]:
    """What the search found and what was learned as one list, in order and without overlaps.

    A learned place stands for a found one, which becomes its alternative; where both agree the surer decision holds.
    Pairs that a person never wants offered again are left out.
    """
    never = {(squeezed(pair.heard), pair.meant) for pair in pairs if pair.rule == NEVER}
    kept = [one for one in found if (squeezed(one.heard), one.term) not in never]
    result = [_joined(one, meeting(one, kept)) for one in learned]
    free = [one for one in kept if not meeting(one, learned)]
    return sorted([*result, *free], key=place_of)


def meeting(one: Proposal, others: Sequence[Proposal]) -> Sequence[Proposal]:
    """Those of `others`, in order and without overlaps, that share words with `one`."""
    first = bisect_right(others, one.edit.start, key=lambda other: other.edit.end)
    last = bisect_left(others, one.edit.end, key=lambda other: other.edit.start)
    return others[first:last]


def _joined(learned: Proposal, met: Sequence[Proposal]) -> Proposal:
    if any(one.edit.id == learned.edit.id and one.decision == APPLY for one in met):
        return replace(learned, decision=APPLY)
    same_place = [one.edit.after for one in met if one.edit.place == learned.edit.place]
    others = dict.fromkeys([*learned.alternatives, *same_place])
    others.pop(learned.edit.after, None)
    return replace(learned, alternatives=tuple(others))


def joined(standing: Iterable[Proposal], taught: Iterable[Proposal]) -> list[Proposal]:
    """The proposals of a note with those that a correction by hand brought, without overlaps.

    A taught place comes before what stood there, which becomes its alternative; one that says the same stays as it is.
    """
    old = sorted(standing, key=place_of)
    new = {one.edit.id: one for one in taught}
    known = {one.edit.id: i for i, one in enumerate(old)}
    for id_, i in known.items():
        if id_ in new:
            old[i] = replace(old[i], term=new.pop(id_).term)
    added = sorted(new.values(), key=place_of)
    kept = [one for one in old if not meeting(one, added)]
    rivals: dict[tuple[int, int], list[str]] = {}
    for one in old:
        rivals.setdefault(place_of(one), []).append(one.edit.after)
    return sorted([*kept, *(_with_alternatives(one, rivals.get(place_of(one), ())) for one in added)], key=place_of)


def _with_alternatives(one: Proposal, rivals: Iterable[str]) -> Proposal:
    alternatives = tuple(dict.fromkeys([*one.alternatives, *rivals]))
    return replace(one, alternatives=alternatives) if alternatives != one.alternatives else one


def without(proposals: Iterable[Proposal], heard: str, meant: str) -> list[Proposal]:
    """The proposals less those of a pair that is never wanted again."""
    return [one for one in proposals if (squeezed(one.heard), one.term) != (squeezed(heard), meant)]


def place_of(proposal: Proposal) -> tuple[int, int]:
    """What proposals are sorted by."""
    return proposal.edit.start, proposal.edit.end
