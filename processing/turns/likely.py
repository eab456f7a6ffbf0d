"""Turn repair that is likely, and so only proposed: few, each with its reason, ready to be taken.

Evidence is the endings of sentences, who asks and who answers, honorific forms, speech levels, address and the order of
the turns; a rule without evidence on both sides of a border stays silent.
"""

from __future__ import annotations

from processing.analysis import Analysis
from processing.note import State
from processing.proposals import TurnProposal
from processing.source import Source
from processing.turns.findings import Finding, Sort, turns_said
from processing.turns.fragments import border_findings
from processing.turns.labels import label_findings
from processing.turns.lines import is_punctuated

MOST_AT_ONCE = 8  # proposals for a talk of up to half an hour, and again for each half hour more
_HALF_HOUR_S = 1800


def likely_turns(source: Source, state: State, analysis: Analysis) -> list[TurnProposal]:
    """The changes of turns to offer, in the order of the text; `analysis` is of the turns of `state`."""
    findings = sorted(findings_of(source, state, analysis), key=lambda finding: -finding.strength)
    few = findings[: _most(source)]
    return sorted((finding.proposal for finding in few), key=lambda proposal: proposal.place)


def findings_of(source: Source, state: State, analysis: Analysis) -> list[Finding]:
    """All that looks wrong, with its sort and strength; nothing where the recorder sets no full stops."""
    turns = turns_said(analysis.sentences)
    if len(turns) < 2 or not is_punctuated(source):
        return []
    borders = list(border_findings(source, state, turns))
    disputed = frozenset(key for finding in borders for name, key in finding.proposal.change.steps if name == "cuts")
    labels = list(label_findings(source, state, turns, disputed))
    return [*borders, *labels]


def _most(source: Source) -> int:
    times = list(source.anchors.values())
    seconds = source.header.duration_s or (max(times) - min(times) if times else 0)
    return int(MOST_AT_ONCE * max(-(-seconds // _HALF_HOUR_S), 1))


__all__ = ["MOST_AT_ONCE", "Finding", "Sort", "findings_of", "likely_turns"]
