"""The cleaned transcript as SRT subtitles: cues of at most two lines, times shared out by length inside a block."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from processing.errors import UnwritableResult
from processing.evidence import MinutesTurn
from processing.export.text import printable
from processing.minutes import Minutes

LINE_LENGTH = 30  # Hangul syllables that fit a line of a screen
CUE_LENGTH = 2 * LINE_LENGTH
SECONDS_A_CHARACTER = 0.16  # about how long a syllable takes, where the file does not tell when the talk ends
SHORTEST_CUE = 0.5
LINGERING_S = 3.0


@dataclass(frozen=True)
class Cue:
    """Words on the screen from `start_s` to `end_s` (seconds)."""

    start_s: float
    end_s: float
    text: str


def srt(minutes: Minutes) -> str:
    """The transcript as SRT. Raises `UnwritableResult` for a note without times."""
    if not any(turn.start_s is not None for turn in minutes.turns):
        raise UnwritableResult("이 노트에는 시각이 없어 자막을 만들지 못합니다. Word나 텍스트로 저장해 주세요.")
    return "\n".join(
        f"{number}\n{_stamp(cue.start_s)} --> {_stamp(cue.end_s)}\n{cue.text}\n"
        for number, cue in enumerate(cues(minutes), 1)
    )


def cues(minutes: Minutes) -> list[Cue]:
    """The cues in order, not overlapping; the speaker is named where the turn begins."""
    spoken = list(_spoken(minutes.turns))
    found: list[Cue] = []
    for (start, words, limit), after in zip_longest(spoken, spoken[1:]):
        ends = [end for end in (after[0] if after else None, limit) if end is not None]
        found.extend(_shared_out(start, _end(start, min(ends, default=None), words), words))
    return found


def _spoken(turns: Iterable[MinutesTurn]) -> Iterator[tuple[float, list[str], float | None]]:
    """For each time that the file tells: the time, the chunks of words said from then on, the turn's end.

    Words before the first of these times are said from the beginning on.
    """
    pending: tuple[float, list[str], float | None] | None = None
    for turn in turns:
        named = f"{turn.shown_name}: " if turn.shown_name else ""
        for said in turn.paragraphs:
            chunks = list(_chunks(named + said.text))
            named = ""
            if said.start_s is not None and (pending is None or said.start_s > pending[0]):
                if pending:
                    yield pending
                pending = (said.start_s, chunks, turn.end_s)
            elif pending:
                pending = (pending[0], pending[1] + chunks, turn.end_s)
            else:
                pending = (0.0, chunks, turn.end_s)
    if pending:
        yield pending


def _end(start: float, end: float | None, words: list[str]) -> float:
    """When the last word is gone: at `end`, but not long after it was said if silence follows."""
    natural = max(sum(map(len, words)) * SECONDS_A_CHARACTER, SHORTEST_CUE)
    if end is not None and end > start:
        return min(end, start + 2 * natural + LINGERING_S)
    return start + natural


def _shared_out(start: float, end: float, words: list[str]) -> Iterator[Cue]:
    total, at = sum(map(len, words)), 0
    for chunk in words:
        left = start + (end - start) * at / total
        at += len(chunk)
        yield Cue(left, start + (end - start) * at / total, "\n".join(_lines(chunk)))


def _chunks(text: str) -> Iterator[str]:
    """Pieces short enough for one cue, cut after sentences where that is possible."""
    flat = " ".join(printable(text).replace("-->", "→").split())
    chunk = ""
    for sentence in re.split(r"(?<=[.?!…])\s+", flat):
        if chunk and len(chunk) + len(sentence) >= CUE_LENGTH:
            yield from _folded(chunk)
            chunk = sentence
        else:
            chunk = f"{chunk} {sentence}".strip()
    yield from _folded(chunk)


def _folded(text: str) -> Iterator[str]:
    """Pieces of about the same length, none longer than a cue: no last word alone on the screen for a moment."""
    while len(text) > CUE_LENGTH:
        cut = _cut_near(text, len(text) // -(-len(text) // CUE_LENGTH), CUE_LENGTH)
        yield text[:cut]
        text = text[cut:].lstrip()
    if text:
        yield text


def _lines(chunk: str) -> list[str]:
    """One line, or two of about the same length."""
    if len(chunk) <= LINE_LENGTH:
        return [chunk]
    cut = _cut_near(chunk, len(chunk) // 2, len(chunk) - 1)
    return [chunk[:cut], chunk[cut:].lstrip()]


def _cut_near(text: str, target: int, latest: int) -> int:
    """Where to cut: at the blank nearest to `target`, not after `latest`; at `target` in a word without end."""
    blanks = [at for at in (text.rfind(" ", 1, target + 1), text.find(" ", target, latest + 1)) if at > 0]
    return min(blanks, key=lambda at: abs(at - target), default=target)


def _stamp(seconds: float) -> str:
    whole, ms = divmod(round(seconds * 1000), 1000)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02},{ms:03}"
