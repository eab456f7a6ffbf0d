"""What there is to judge, as plain values: chips, and under each chip terms, their variants, their places; pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from desktop.words import marked
from processing.note import EditKind, Line, LineKind
from processing.proposals import (
    Proposal,
    TurnProposal,
)
from processing.source import Place, united

UNFOLDED_FROM = 0.2  # a proposal less likely than this is folded away: more than half of what is shown should be right


class Chip(Enum):
    """A group of things to judge; the value is its label."""

    MINUTES = marked("회의록에 나오는 것")
    REST = marked("그 밖")
    STYLE = marked("표기 통일")
    TURNS = marked("발언 나눔")
    DOUBTFUL = marked("확신이 낮은 제안")
    HELD = marked("보류")
    AUTOMATIC = marked("자동 적용")


TO_JUDGE = (Chip.MINUTES, Chip.REST, Chip.STYLE, Chip.TURNS)  # in this order; the others are looked at on purpose


@dataclass(frozen=True)
class Variant:
    """One way in which a term was heard, with its places in the order of the text."""

    heard: str
    proposals: tuple[Proposal, ...]


@dataclass(frozen=True)
class Cluster:
    """One term with all that should read so."""

    term: str
    variants: tuple[Variant, ...]

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """All places, variant by variant."""
        return tuple(proposal for variant in self.variants for proposal in variant.proposals)

    @property
    def title(self) -> str:
        """What was heard, with counts: "레그 6, 랩 1"."""
        return ", ".join(f"{variant.heard} {len(variant.proposals)}" for variant in self.variants)


@dataclass(frozen=True)
class Counts:
    """How much of a chip is left, of how much in all."""

    left: int
    total: int


@dataclass(frozen=True)
class Review:
    """All there is to judge as the note stands."""

    clusters: dict[Chip, tuple[Cluster, ...]]
    turns: dict[Chip, tuple[TurnProposal, ...]]
    counts: dict[Chip, Counts]

    def heard_elsewhere(self, chip: Chip, chosen: Sequence[Proposal]) -> list[Proposal]:
        """The places under other chips where the same was heard for the same term as in the `chosen` ones of `chip`."""
        pairs = {(one.heard, one.term) for one in chosen}
        chips = (*TO_JUDGE, Chip.DOUBTFUL) if chip in (*TO_JUDGE, Chip.DOUBTFUL) else ()
        others = (cluster for other in chips if other is not chip for cluster in self.clusters[other])
        return [one for cluster in others for one in cluster.proposals if (one.heard, one.term) in pairs]

    @property
    def left(self) -> int:
        """How many places are still to be judged, the doubtful ones apart."""
        return sum(self.counts[chip].left for chip in TO_JUDGE)


def about_turns(turn_proposals: Iterable[TurnProposal]) -> list[TurnProposal]:
    """The changes of turns among these; a role is offered where speakers are named."""
    return [proposal for proposal in turn_proposals if proposal.kind != "role"]


class Chips:
    """Which chip a proposal belongs to, for the minutes' `lines` by id."""

    def __init__(self, lines: Mapping[str, Line]) -> None:
        self.lines = lines
        self._known: dict[int, Chip] = {}  # by `id`: proposals live longer than this
        self._evidence = united(place for line in lines.values() for place in line.places)
        self._starts = [place.start for place in self._evidence]
        shown = (line for line in lines.values() if line.kind is not LineKind.KEYWORD)
        self._words = "\n".join(_bare(f"{line.text} {line.answer or ''}") for line in shown)

    def __call__(self, proposal: Proposal) -> Chip:
        chip = self._known.get(id(proposal))
        if chip is None:
            chip = self._known[id(proposal)] = self._chip(proposal)
        return chip

    def _chip(self, proposal: Proposal) -> Chip:
        if proposal.edit.confidence < UNFOLDED_FROM:
            return Chip.DOUBTFUL
        if proposal.edit.kind is EditKind.STYLE:  # wherever they stand, so that one key unifies the spellings of a term
            return Chip.STYLE
        return Chip.MINUTES if self._is_read(proposal) and self._reaches(proposal.edit.place) else Chip.REST

    def _is_read(self, proposal: Proposal) -> bool:
        """Whether a line reads as was heard, or as it is right: of what a line cites, not every word stands in it."""
        return any(words and words in self._words for words in (_bare(proposal.heard), _bare(proposal.term)))

    def _reaches(self, place: Place) -> bool:
        i = bisect_right(self._starts, place.start) - 1
        return any(other.overlaps(place) for other in self._evidence[max(i, 0) : i + 2])


def _bare(words: str) -> str:
    return "".join(words.split()).casefold()


def clusters_of(proposals: Iterable[Proposal]) -> tuple[Cluster, ...]:
    """The proposals by term and by what was heard; the term with most places first, then in the order of the text."""
    terms: dict[str, dict[str, list[Proposal]]] = {}
    for proposal in proposals:
        terms.setdefault(proposal.term, {}).setdefault(proposal.heard, []).append(proposal)
    clusters = [
        Cluster(term, tuple(Variant(heard, tuple(found)) for heard, found in _by_count(variants)))
        for term, variants in terms.items()
    ]
    return tuple(sorted(clusters, key=lambda cluster: -len(cluster.proposals)))


def _by_count(variants: dict[str, list[Proposal]]) -> list[tuple[str, list[Proposal]]]:
    return sorted(variants.items(), key=lambda item: -len(item[1]))
