"""Notes whose misheard terms are annotated beside them, searched, and how the search is scored against that."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from marked_notes import Note, analysed

from processing.korean import Korean
from processing.proposals import APPLY, Proposal
from processing.source import Place
from processing.terms.glossary import Term
from processing.terms.search import TermSearch


@dataclass(frozen=True)
class Searched:
    """A file's note, the terms that were looked for, and what the search says of it."""

    path: Path
    note: Note
    terms: list[Term]
    proposals: list[Proposal]

    def edits(self) -> list[dict[str, Any]]:
        """The proposals as the scorer reads edits."""
        source = self.note.source
        return [
            {
                "line": source.line_of(p.edit.start),
                "col": source.column_of(p.edit.start),
                "end": source.column_of(p.edit.start) + len(p.edit.before),
                "before": p.edit.before,
                "after": p.edit.after,
                "decision": p.decision,
            }
            for p in self.proposals
        ]

    def figures(self, scorer: ModuleType, *, with_proposals: bool) -> dict[str, Any]:
        """What the scorer says of what is applied, or of what is proposed too."""
        chosen = [edit for edit in self.edits() if with_proposals or edit["decision"] == APPLY]
        result, _, _, _ = scorer.score(chosen, scorer.read_reference(str(self.path.with_suffix(".terms.tsv"))))
        return dict(result)

    def annotated(self) -> Iterator[tuple[str, list[Place]]]:
        """The counted terms that stand more than once: the first right form and the places, in order."""
        starts = [0, *(i + 1 for i, ch in enumerate(self.note.source.text) if ch == "\n")]
        places: dict[str, list[Place]] = defaultdict(list)
        rows = self.path.with_suffix(".terms.tsv").read_text("utf-8").split("\n")
        for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["stratum"] == "term" and row["strength"] != "weak":
                at = starts[int(row["line"]) - 1]
                places[row["accept"].split("|")[0]].append(Place(at + int(row["col"]), at + int(row["end"])))
        return ((meant, found) for meant, found in places.items() if len(found) > 1)


def searched(path: Path, korean: Korean, terms: list[Term], search: TermSearch) -> Searched:
    """The note of a file, searched for these terms."""
    note = analysed(path.read_bytes(), path.name, korean)
    return Searched(path, note, terms, search.proposals(note.analysis))


def summed(results: Iterable[dict[str, Any]]) -> tuple[float, float]:
    """Precision and recall over several notes' figures."""
    total = {key: 0 for key in ("edits", "right", "terms", "found")}
    for result in results:
        for key in total:
            total[key] += result[key]
    return total["right"] / total["edits"], total["found"] / total["terms"]
