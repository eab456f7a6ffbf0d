"""Where one order's files are worked on: a loaded workshop and, if one is wanted, a model. Nothing here writes."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from processing.analysis import Analysis
from processing.cleaned import Cleaned
from processing.export.blocks import ALWAYS, Choices
from processing.export.formats import export, for_reading
from processing.minutes import Minutes, minutes_of
from processing.order import Order
from processing.pipeline import Progress, Workshop, load_workshop
from processing.readers.imported import Imported
from processing.terms.glossary import Term, built_in_terms, merged, read_glossary
from processing.transcript import transcript

if TYPE_CHECKING:  # brings the SDK along, a second that only an order with a model is charged
    from processing.model.failure import ModelFailed
    from processing.refining import Refiner


@dataclass(frozen=True)
class Made:
    """A note ready to be written; `failure` is the model's, if the offline result stands in for it.

    Where nothing was summarised, the sections that nothing was looked for are left out, and what was said stands there.
    """

    minutes: Minutes
    warnings: tuple[str, ...]
    failure: ModelFailed | None = None
    is_summarised: bool = True

    def result(self, format_: str, chosen: Choices) -> bytes:
        """The bytes of the note in a format."""
        choices = chosen if self.is_summarised else _without_summary(chosen)
        return export(self.minutes, format_, for_reading(choices, format_), self.warnings)

    def document(self) -> bytes:
        """The note's JSON."""
        return export(self.minutes, "json", warnings=self.warnings)


def _without_summary(choices: Choices) -> Choices:
    return replace(choices, sections=choices.layout.shown - ALWAYS, transcript=True)


class Workbench:
    """What one order works with; takes seconds to make. Raises `BrokenGlossary` before anything slow begins."""

    def __init__(self, order: Order) -> None:
        self._refiner = _refiner(order) if order.wants_model else None
        self._summarises = order.summary != "none"
        self._workshop: Workshop = load_workshop(
            order.glossaries, has_built_in=order.has_built_in, summarises=self._summarises
        )

    def make(self, imported: Imported, progress: Progress) -> Made:
        """The minutes of a file. Never raises for a model: what is offline stays."""
        cleaned = self._workshop.clean(imported.source, progress)
        failure = None
        if self._refiner is not None:
            refined = self._refiner.refine(cleaned, self._analysing(cleaned), progress)
            cleaned, failure = refined.cleaned, refined.failure
        minutes = minutes_of(cleaned.source, cleaned.state, cleaned.proposals, cleaned.turn_proposals)
        return Made(minutes, (*imported.report.warnings, *cleaned.warnings), failure, self._summarises)

    def _analysing(self, cleaned: Cleaned) -> Callable[[], Analysis]:
        return lambda: self._workshop.korean.analyse(transcript(cleaned.source, cleaned.state))

    @property
    def sent(self) -> str | None:
        """What has left the machine, in one sentence."""
        return self._refiner.sent if self._refiner is not None else None


def _refiner(order: Order) -> Refiner:
    from processing.refining import Refiner

    return Refiner(order, _terms(order), os.environ)


def _terms(order: Order) -> list[Term]:
    own = [term for path in order.glossaries for term in read_glossary(path)]
    return merged([*own, *(built_in_terms() if order.has_built_in else [])])
