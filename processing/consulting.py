"""Asking a server what a plan holds: each request is put on record before it leaves, whatever becomes of it.

The way through the command line is `refining.py`; here one person looks on, may go on working and may take it back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from processing.language_model import LanguageModel, LocalServer, local_servers
from processing.model import addresses
from processing.model.addresses import Provider
from processing.model.asking import Asked, Listening
from processing.model.failure import UNREACHED, ModelFailed
from processing.model.plan import SUMMARY, TERMS, TURNS, part_name
from processing.model.prompting import Request
from processing.model.summary_by_model import SummaryByModel, setting_of, summary_answered
from processing.model.terms_by_model import TermsByModel, terms_answered
from processing.model.turns_by_model import TurnsByModel, turns_answered
from processing.note import State
from processing.source import Source
from processing.terms.glossary import Term

MERGING = "부분 결과 합치기"

Unsend = Callable[[], None]


@dataclass(frozen=True)
class Witness:
    """Who sees what happens: `record` keeps what leaves before it does, and gives a way to take that back where no server
    was reached; `on_part` hears (what, number, of how many).
    """

    record: Callable[[str, Request], Unsend | None]
    on_part: Callable[[str, int, int], None] = lambda _what, _number, _parts: None
    on_text: Callable[[str], None] = lambda _text: None
    is_cancelled: Callable[[], bool] = lambda: False


def ask_for_terms(
    provider: Provider, asked: Asked, source: Source, terms: tuple[Term, ...], witness: Witness
) -> TermsByModel:
    """Proposals for misheard words, none applied. Raises `ModelFailed`, `GivenUp`, and what `record` raises."""
    with LanguageModel(provider.base_url, provider.model, provider.key) as server:
        model = _Witnessed(server, TERMS, len(asked.requests), witness)
        return terms_answered(model, asked, source, terms, _listening(witness))


def ask_for_summary(provider: Provider, asked: Asked, source: Source, state: State, witness: Witness) -> SummaryByModel:
    """The minutes as the model writes them. Raises `ModelFailed`, `GivenUp`, and what `record` raises."""
    with LanguageModel(provider.base_url, provider.model, provider.key) as server:
        model = _Witnessed(server, SUMMARY, len(asked.requests), witness)
        return summary_answered(model, asked, setting_of(source, state, asked), _listening(witness))


def ask_for_turns(provider: Provider, asked: Asked, source: Source, state: State, witness: Witness) -> TurnsByModel:
    """Proposals on who speaks where, none applied. Raises `ModelFailed`, `GivenUp`, and what `record` raises."""
    with LanguageModel(provider.base_url, provider.model, provider.key) as server:
        model = _Witnessed(server, TURNS, len(asked.requests), witness)
        return turns_answered(model, asked, source, state, _listening(witness))


def models_of(provider: Provider) -> list[str]:
    """The models that a server offers; nothing of a note is sent. Raises `ModelFailed`."""
    with LanguageModel(provider.base_url, "", provider.key) as server:
        return server.models()


def servers_here() -> list[LocalServer]:
    """The model servers that run on this machine, with their models; nothing of a note is sent."""
    return local_servers(addresses.LOCAL_SERVERS)


def _listening(witness: Witness) -> Listening:
    return Listening(on_text=witness.on_text, is_cancelled=witness.is_cancelled)


@dataclass
class _Witnessed:
    """A server whose every request is named and put on record."""

    server: LanguageModel
    what: str
    parts: int
    witness: Witness
    asked: int = 0

    @property
    def most_characters(self) -> int:
        return self.server.most_characters

    def answer(self, request: Request, on_text: Callable[[str], None], is_cancelled: Callable[[], bool]) -> str:
        self.asked += 1
        name = part_name(self.what, self.asked, self.parts) if self.asked <= self.parts else MERGING
        unsend = self.witness.record(name, request)
        self.witness.on_part(name, self.asked, max(self.parts, self.asked))
        try:
            return self.server.answer(request, on_text, is_cancelled, lambda: self._again(name, request))
        except ModelFailed as failure:
            if failure.reason in UNREACHED and unsend is not None:
                unsend()
            raise

    def _again(self, name: str, request: Request) -> None:
        """Put on record that the same words leave once more."""
        self.witness.record(name, request)
