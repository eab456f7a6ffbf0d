"""A model that says what it is told to say, and remembers what it was asked."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from processing.model.failure import GivenUp
from processing.model.prompting import Request
from processing.note import State
from processing.source import Place, Source
from processing.transcript import Turn, transcript

Answer = str | dict[str, Any] | Callable[[Request], Any] | Exception


class Scripted:
    """Answers in the order of the script, the last answer for ever; `asked` holds the requests."""

    def __init__(self, *script: Answer, most_characters: int = 12_000) -> None:
        self._script = list(script)
        self.most_characters = most_characters
        self.asked: list[Request] = []

    def answer(self, request: Request, on_text: Callable[[str], None], is_cancelled: Callable[[], bool]) -> str:
        if is_cancelled():
            raise GivenUp
        self.asked.append(request)
        said = self._script.pop(0) if len(self._script) > 1 else self._script[0]
        if isinstance(said, Exception):
            raise said
        value = said(request) if callable(said) else said
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        on_text(text)
        return text

    def sent(self) -> str:
        """Everything that was sent."""
        return "\n".join(request.one_text for request in self.asked)


def numbers_in(request: Request) -> dict[str, int]:
    """The numbered lines of a request: their words and their numbers."""
    return {match[2]: int(match[1]) for match in re.finditer(r"^(\d+)\| (.*)$", request.user, re.MULTILINE)}


def number_of(request: Request, words: str) -> int:
    """The number of the one line of a request that holds these words."""
    (number,) = [n for text, n in numbers_in(request).items() if words in text]
    return number


def turns_of(source: Source, state: State) -> list[Turn]:
    return transcript(source, state)


def words_at(source: Source, places: tuple[Place, ...]) -> list[str]:
    return [source.slice(place) for place in places]


def lines(**sections: Any) -> dict[str, Any]:
    """An answer of the summary's form with these sections."""
    empty: dict[str, Any] = {
        key: [] for key in ("summary", "topics", "decisions", "action_items", "questions", "open_points", "suggestions")
    }
    return {"headline": {"text": "", "lines": []}, **empty, **sections}
