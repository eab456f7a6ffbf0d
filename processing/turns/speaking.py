"""How long each speaker speaks, from the times of the file and the cuts of the state."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from processing.note import NO_SPEAKER, State
from processing.source import Place, Source


@dataclass(frozen=True)
class Speaking:
    """What one speaker has of a note: turns, seconds (None where the file tells no times) and share, 0 to 1."""

    turns: int
    seconds: float | None
    share: float


def speaking(source: Source, state: State) -> dict[str, Speaking]:
    """The speaking time of every speaker who has a turn, by id, in the order in which they first speak.

    A block of the file lasts until the next one with a time begins; where several speak in it, it is divided by the
    length of what they say. The share is of the seconds, or of the characters where no time is known.
    """
    cuts = sorted(state.cuts)
    ids = [state.cuts[cut] or NO_SPEAKER for cut in cuts]
    seconds: dict[str, float] = defaultdict(float)
    characters: dict[str, int] = defaultdict(int)
    for text, duration in _blocks(source):
        for id_, part in _parts(cuts, ids, text):
            characters[id_] += part
            if duration is not None and len(text):
                seconds[id_] += duration * part / len(text)
    whole = sum(seconds.values()) or sum(characters.values()) or 1
    amounts = seconds if seconds else characters
    turns = Counter(ids)
    return {
        id_: Speaking(turns[id_], seconds[id_] if seconds else None, amounts[id_] / whole) for id_ in dict.fromkeys(ids)
    }


def _blocks(source: Source) -> Iterator[tuple[Place, float | None]]:
    """The blocks' texts, each with the seconds it lasts; None where the file does not tell."""
    end = source.header.duration_s
    if source.blocks and source.blocks[-1].end_s is not None:
        end = source.blocks[-1].end_s
    durations: list[float | None] = []
    for block in reversed(source.blocks):
        if block.start_s is None:
            durations.append(None)
            continue
        durations.append(max(end - block.start_s, 0.0) if end is not None else None)
        end = block.start_s
    return zip((block.text for block in source.blocks), reversed(durations), strict=True)


def _parts(cuts: list[int], ids: list[str], text: Place) -> Iterator[tuple[str, int]]:
    """Who speaks in a block's text, and how many characters of it."""
    first = max(bisect_right(cuts, text.start) - 1, 0)
    for i in range(first, max(bisect_left(cuts, text.end), first + 1)):
        if i < len(cuts):
            end = cuts[i + 1] if i + 1 < len(cuts) else text.end
            yield ids[i], max(min(end, text.end) - max(cuts[i], text.start), 0)
