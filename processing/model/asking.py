"""How a model is asked: in parts that it can take, with what is personal hidden; and who hears of the answer as it comes.

The way through a server and the way through the clipboard are one: in the rooms of terms, summary and turns `…_asked` says
exactly what is to be sent, `…_from` judges what came back, `…_by_model` does both with a model in between.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from processing.model.failure import GivenUp, Reason, failed
from processing.model.masking import NO_MASK, mask_of
from processing.model.numbered import SentLine, sent_lines
from processing.model.prompting import Request, Wording
from processing.note import State
from processing.transcript import Turn

PASTE_CHARACTERS = 12_000  # what a chat window takes in one go without turning it into a file


class Model(Protocol):
    """Whatever answers a request: a server, or a script in a test."""

    @property
    def most_characters(self) -> int:
        """How much of a transcript it takes in one request, in code points."""

    def answer(self, request: Request, on_text: Callable[[str], None], is_cancelled: Callable[[], bool]) -> str:
        """The whole answer. Raises `ModelFailed`, and `GivenUp` when it is cancelled."""


@dataclass(frozen=True)
class Asking:
    """How to ask: `masks` personal numbers or not, an own `instruction` in place of ours, how much in one part."""

    masks: bool = True
    instruction: str | None = None
    most_characters: int = PASTE_CHARACTERS


ON_PASTE = Asking()


@dataclass(frozen=True)
class Listening:
    """Who hears of the answer as it comes in: `on_text` its pieces, `on_part` which part of how many is asked."""

    on_text: Callable[[str], None] = field(default=lambda _: None)
    on_part: Callable[[int, int], None] = field(default=lambda _number, _all: None)
    is_cancelled: Callable[[], bool] = field(default=lambda: False)


@dataclass(frozen=True)
class Asked:
    """What is to be sent: a request a part, and the lines each part holds."""

    requests: tuple[Request, ...]
    parts: tuple[tuple[SentLine, ...], ...]
    wording: Wording

    @property
    def lines(self) -> tuple[SentLine, ...]:
        """All lines that are sent."""
        return tuple(line for part in self.parts for line in part)

    @property
    def characters(self) -> int:
        """How many code points leave."""
        return sum(request.characters for request in self.requests)

    @property
    def tokens(self) -> int:
        """About how many tokens that is."""
        return sum(request.tokens for request in self.requests)


@dataclass(frozen=True)
class Report:
    """What became of an answer. `characters` and `requests` are what was sent, `warnings` Korean sentences."""

    requests: int = 0
    characters: int = 0
    kept: int = 0
    dropped: int = 0
    doubtful: int = 0
    warnings: tuple[str, ...] = ()


def prepared(turns: Iterable[Turn], state: State, how: Asking, day: date | None) -> tuple[list[SentLine], Wording]:
    """The lines that may be sent, and what they are sent with. Raises `ModelFailed` when nothing may be sent."""
    lines = sent_lines(turns, state.withheld.values())
    if not lines:
        raise failed(Reason.NOTHING_TO_SEND)
    speakers = {line.speaker for line in lines}
    mask = mask_of([*(line.text for line in lines), *speakers]) if how.masks else NO_MASK
    return lines, Wording(mask, day, how.instruction)


def answers_of(model: Model, requests: Sequence[Request], listening: Listening) -> Iterator[str]:
    """The answers to these requests, one after another. Raises `ModelFailed`, `GivenUp`."""
    for number, request in enumerate(requests, 1):
        if listening.is_cancelled():
            raise GivenUp
        listening.on_part(number, len(requests))
        yield model.answer(request, listening.on_text, listening.is_cancelled)


def masked(asked: Asked) -> Mapping[str, str]:
    """What is hidden in what is sent: the sign and what stands behind it, for the person to look at."""
    return asked.wording.mask.originals
