"""A cleaned note refined by a language model, as an order wants it; what fails leaves the offline result as it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from processing.analysis import Analysis
from processing.basis import resting
from processing.cleaned import Cleaned
from processing.language_model import LanguageModel
from processing.model.addresses import OPENAI_URL
from processing.model.asking import Listening, Model, Report
from processing.model.failure import FOR_GOOD, UNREACHED, ModelFailed
from processing.model.line_rails import renewed_lines
from processing.model.prompting import Request
from processing.model.summary_by_model import summary_by_model
from processing.model.terms_by_model import terms_by_model
from processing.model.two_opinions import beside
from processing.note import apply
from processing.order import MODEL, Order
from processing.pipeline import Progress
from processing.secret import key_from_environment
from processing.terms.glossary import Term

TERMS_STAGE, SUMMARY_STAGE = "AI 용어 찾기", "AI 요약"


@dataclass(frozen=True)
class Refined:
    """A note after the model's part: `cleaned` with what it gave, `failure` if it failed on the way."""

    cleaned: Cleaned
    failure: ModelFailed | None = None


class Refiner:
    """A model for one order; any number of notes one after another. What fails for good is not tried again."""

    def __init__(self, order: Order, terms: Sequence[Term], environment: Mapping[str, str]) -> None:
        self._order = order
        self._terms = tuple(terms)
        self._key = key_from_environment(environment)
        self._failed_for_good: ModelFailed | None = None
        self._counted = _Counted()

    @property
    def sent(self) -> str | None:
        """One Korean sentence that says what has left and where to; None if nothing has."""
        if not self._counted.requests:
            return None
        return f"{self._counted.host}에 {self._counted.requests}번 보냈습니다({self._counted.characters:,}자)."

    def refine(self, cleaned: Cleaned, analyse: Callable[[], Analysis], progress: Progress) -> Refined:
        """The note with the model's proposals and lines; `analyse` gives its analysis where that is wanted."""
        if self._failed_for_good is not None:
            return Refined(cleaned, self._failed_for_good)
        refined = cleaned
        try:
            with LanguageModel(self._order.base_url or OPENAI_URL, self._order.model or "", self._key) as server:
                model = self._counted.of(server)
                if self._order.terms == MODEL:
                    refined = self._with_terms(refined, model, analyse, progress)
                if self._order.summary == MODEL:
                    refined = self._with_summary(refined, model, progress)
        except ModelFailed as failure:
            self._failed_for_good = failure if failure.reason in FOR_GOOD else None
            return Refined(refined, failure)
        return Refined(refined)

    def _with_terms(
        self, cleaned: Cleaned, model: Model, analyse: Callable[[], Analysis], progress: Progress
    ) -> Cleaned:
        found = terms_by_model(
            model, cleaned.source, cleaned.state, analyse(), self._terms, listening=_told(progress, TERMS_STAGE)
        )
        proposals = tuple(beside(cleaned.proposals, found.proposals))
        return replace(cleaned, proposals=proposals, warnings=_more(cleaned, found.report))

    def _with_summary(self, cleaned: Cleaned, model: Model, progress: Progress) -> Cleaned:
        made = summary_by_model(model, cleaned.source, cleaned.state, listening=_told(progress, SUMMARY_STAGE))
        change = renewed_lines(cleaned.state, resting(cleaned.source, cleaned.state, made.lines))
        steps = (*cleaned.steps, ("AI 요약", change))
        state = apply(cleaned.state, change)
        return replace(cleaned, state=state, steps=steps, warnings=_more(cleaned, made.report))


def _more(cleaned: Cleaned, report: Report) -> tuple[str, ...]:
    return (*cleaned.warnings, *report.warnings)


def _told(progress: Progress, stage: str) -> Listening:
    return Listening(on_part=lambda number, parts: progress(f"{stage} {number}/{parts}", (number - 1) / parts))


class _Counted:
    """Counts what leaves, request by request, whatever becomes of it."""

    def __init__(self) -> None:
        self.host = ""
        self.requests = 0
        self.characters = 0

    def of(self, server: LanguageModel) -> Model:
        """The server as a model that is counted."""
        self.host = server.host
        return _CountedModel(server, self)

    def count(self, request: Request, times: int = 1) -> None:
        """A request is about to leave, or (-1) has turned out not to have left."""
        self.requests += times
        self.characters += times * request.characters


@dataclass(frozen=True)
class _CountedModel:
    """A server whose requests are counted."""

    server: LanguageModel
    counted: _Counted

    @property
    def most_characters(self) -> int:
        return self.server.most_characters

    def answer(self, request: Request, on_text: Callable[[str], None], is_cancelled: Callable[[], bool]) -> str:
        self.counted.count(request)
        try:
            return self.server.answer(request, on_text, is_cancelled, lambda: self.counted.count(request))
        except ModelFailed as failure:
            if failure.reason in UNREACHED:
                self.counted.count(request, -1)
            raise
