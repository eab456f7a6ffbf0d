"""Workshops for the tests of the language process: they know no Korean and answer at once, late or badly."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from processing.errors import UnreadableFile
from processing.note import Change, Edit, EditKind, Line, LineKind, change_of, first_state
from processing.proposals import PROPOSE, Proposal
from processing.source import Place, Source
from processing.terms.glossary import Term


class FakeWorkshop:
    """Answers a few questions; `options` come back as they were given."""

    def __init__(self, **options: Any) -> None:
        self.options = options

    def echo(self, value: Any, progress: Callable[[str, float], None], is_cancelled: Callable[[], bool]) -> Any:
        """The value and the options, after one word of progress."""
        progress("되돌려 주는 중", 0.5)
        return value, self.options

    def refuse(self, progress: Any, is_cancelled: Any) -> None:
        """As for a file that cannot be read."""
        raise UnreadableFile("읽지 못했습니다.", "가.hwp")

    def stumble(self, secret: str, progress: Any, is_cancelled: Any) -> None:
        """A bug whose message holds the transcript's words."""
        raise ValueError(secret)

    def die(self, progress: Any, is_cancelled: Any) -> None:
        """The process ends in mid-work."""
        os._exit(3)

    def wait_for_cancel(self, progress: Callable[[str, float], None], is_cancelled: Callable[[], bool]) -> str:
        """Works until it is told to stop."""
        progress("기다리는 중", 0.1)
        while not is_cancelled():
            time.sleep(0.01)
        return "stopped"

    def never_listen(self, progress: Callable[[str, float], None], is_cancelled: Callable[[], bool]) -> None:
        """Works on whatever it is told."""
        progress("듣지 않는 중", 0.1)
        while True:
            time.sleep(0.01)


class TaughtWorkshop(FakeWorkshop):
    """Knows the last word that it was taught."""

    word = ""

    def learn(self, word: str, progress: Any, is_cancelled: Any) -> None:
        """Know a word from now on."""
        self.word = word

    def tell(self, progress: Any, is_cancelled: Any) -> tuple[str, dict[str, Any]]:
        """The word, and the options."""
        return self.word, self.options


class WearingWorkshop:
    """Is worn as soon as it is told so; answers with its process and what it has learned."""

    def __init__(self) -> None:
        self.is_worn, self._known = False, list[str]()

    def learn(self, word: str, wears: bool, progress: Any, is_cancelled: Any) -> int:
        """The number of the process that knows the word now."""
        self._known.append(word)
        self.is_worn |= wears
        return os.getpid()

    def tell(self, progress: Any, is_cancelled: Any) -> tuple[int, list[str]]:
        """The number of the process, and all that it knows."""
        return os.getpid(), self._known

    def ponder(self, seconds: float, progress: Any, is_cancelled: Any) -> int:
        """The number of the process, late."""
        time.sleep(seconds)
        return os.getpid()

    def estate(self, progress: Any, is_cancelled: Any) -> list[str]:
        """As `Desk.estate`."""
        return self._known

    def inherit(self, estate: list[str], progress: Any, is_cancelled: Any) -> None:
        """As `Desk.inherit`."""
        self._known = estate


class Stillborn:
    """Cannot be made at all."""

    def __init__(self) -> None:
        raise RuntimeError


class FakeDesk:
    """Cleans a note without Kiwi: it knows one misheard term and takes sentences as they come for minutes.

    The settings have it begin anew with the options of `Desk`.
    """

    def __init__(self, **options: Any) -> None:
        self.options = options

    def clean(
        self, raw: bytes, name: str, progress: Callable[[str, float], None], is_cancelled: Callable[[], bool]
    ) -> tuple[Any, FakeCleaned]:
        """As `Desk.clean`; a file named "느린…" takes until it is cancelled."""
        from processing.readers import read

        progress("발언 정리", 0.0)
        while name.startswith("느린") and not is_cancelled():
            time.sleep(0.01)
        imported = read(raw, name)
        source = imported.source
        first = first_state(source)
        lines = change_of(first, {("lines", line_id): line for line_id, line in _lines(source)})
        term = change_of(first, {("edits", e.id): e for e in _edits(source, "챗지피티", "ChatGPT")})
        proposals = tuple(Proposal(e, PROPOSE, "RAG", "레그") for e in _edits(source, "레그", "RAG"))
        steps = tuple((what, change) for what, change in (("요약", lines), ("용어", term)) if change)
        return imported.report, FakeCleaned(source, steps, proposals)

    def plan(self, source: Source, state: Any, wish: Any, progress: Any, is_cancelled: Any) -> Any:
        """As `Desk.plan`, with no term near to anything."""
        from processing.analysis import Analysis
        from processing.model.plan import planned  # here, as in `Desk`: most tests start a child that is never asked

        return planned(source, state, wish, lambda: Analysis(()), [Term("RAG", ("래그",), ("ai",))])

    def remember(self, memory: Any, progress: Any, is_cancelled: Any) -> None:
        """As `Desk.remember`."""
        self.memory = memory

    def proposals(self, source: Source, state: Any, progress: Any, is_cancelled: Any) -> list[Proposal]:
        """As `Desk.proposals`: the same misheard term, and every own term's first reading."""
        found = [Proposal(e, PROPOSE, "RAG", "레그") for e in _edits(source, "레그", "RAG")]
        terms = getattr(self, "memory", None).terms if getattr(self, "memory", None) else ()
        for term in (term for term in terms if term.readings):
            found += [Proposal(e, PROPOSE, term.term, e.before) for e in _edits(source, term.readings[0], term.term)]
        return found

    def taught(self, source: Source, state: Any, edits: Any, progress: Any, is_cancelled: Any) -> FakeTaught:
        """As `Desk.taught`: every edit teaches its own words, which stand wherever the same are heard."""
        lessons = {edit.id: FakeLesson(edit.before, edit.after) for edit in edits if edit.before and edit.after}
        places = [
            Proposal(replace(e, source="learned"), PROPOSE, one.meant, one.heard)
            for one in dict.fromkeys(lessons.values())
            for e in _edits(source, one.heard, one.meant)
        ]
        return FakeTaught(lessons, tuple(place for place in places if place.id not in state.edits))

    def fillers(self, source: Source, state: Any, progress: Any, is_cancelled: Any) -> Any:
        """As `Desk.fillers`: every 음 and 어 that stands between blanks."""
        from processing.turns.fillers import Filler, still_standing

        found = [(match[1], match) for match in re.finditer(r"(?<= )(음|어) ", source.text)]
        edits = [(word, Edit(m.start(), m.end(), m[0], "", EditKind.FILLER, "sound", 0.8)) for word, m in found]
        return still_standing(state, [Filler(word, edit) for word, edit in edits])

    def terms_in(self, raw: bytes, name: str, progress: Any, is_cancelled: Any) -> list[Term]:
        """As `Desk.terms_in`: every word in capitals."""
        if name.endswith(".png"):
            raise UnreadableFile("그림은 읽지 못합니다. 글이 담긴 파일을 넣어 주세요.", name)
        return [Term(word, (word.lower(),), (), (), "user") for word in re.findall(r"[A-Z]{3,}", raw.decode())]

    def contents(self, texts: list[str], progress: Any, is_cancelled: Any) -> list[str]:
        """As `Desk.contents`: words less a particle of one letter."""
        return [" ".join(word.rstrip("를을은는이가") for word in text.split()) for text in texts]


@dataclass(frozen=True)
class FakeLesson:
    """As `Lesson`."""

    heard: str
    meant: str
    is_worth_keeping: bool = True


@dataclass(frozen=True)
class FakeTaught:
    """As `Taught`."""

    lessons: dict[str, FakeLesson]
    proposals: tuple[Proposal, ...]


class FakeCleaned:
    """As `pipeline.Cleaned`, of which the window reads no more than this."""

    def __init__(self, source: Source, steps: tuple[tuple[str, Change], ...], proposals: tuple[Proposal, ...]) -> None:
        self.source, self.steps, self.proposals = source, steps, proposals
        self.turn_proposals, self.warnings = (), ()
        self.template = "lecture" if source.name.startswith("강의") else "minutes"


def _edits(source: Source, heard: str, meant: str) -> list[Edit]:
    found = re.finditer(heard, source.text)
    return [Edit(m.start(), m.end(), heard, meant, EditKind.TERM, "sound", 0.9, "소리가 같습니다.") for m in found]


def _lines(source: Source) -> list[tuple[str, Line]]:
    kinds = (LineKind.HEADLINE, LineKind.SUMMARY, LineKind.SUMMARY, LineKind.DECISION, LineKind.ACTION)
    made = []
    for i, (kind, block) in enumerate(zip(kinds, source.blocks, strict=False)):
        words = source.slice(block.text).split(".")[0]
        place = Place(block.text.start, block.text.start + len(words))
        made.append((f"l{i}", Line(kind, f"{words} 함", places=(place,), order=i, needs_check=i == 2)))
    return made
