"""What a note's views are made of, kept from one state to the next, and made first where no window waits for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.note.transcript_rows import RowsWritten
from processing.evidence import MinutesTurn, TurnsWritten
from processing.minutes import Minutes, hidden_in, shown_minutes
from processing.minutes_lines import LinesMade
from processing.note import State
from processing.source import Source
from processing.transcript import Turn, TurnsMade


class NoteMaking:
    """Makes the turns, the turns as they are exported, the rows and the minutes of one note; each knows what it made before.

    To be used by one thread at a time: by the one that reads the note, then by the window's.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.turns = TurnsMade(source)
        self.written = TurnsWritten(source)
        self.rows = RowsWritten()
        self.lines = LinesMade(source)

    def warm_up(self, state: State) -> NoteMaking:
        """The same after it has made everything once: a quarter of a second for ten hours, a few milliseconds after."""
        turns = self.turns.of(state)
        self.rows.of(turns)
        self.minutes(state, turns)
        return self

    def preparing(self, state: State) -> Iterator[None]:
        """Make all of a state that is to come, a little a step."""
        yield from self.turns.preparing(state)
        turns = self.turns.of(state)
        yield
        self.rows.of(turns)
        yield
        self.turns_written(state, turns)
        yield from self.lines.preparing(state)
        self.minutes(state, turns)

    def minutes(self, state: State, turns: Sequence[Turn]) -> Minutes:
        """The minutes of a state that has these turns, as they are shown."""
        return shown_minutes(self.source, state, self.turns_written(state, turns), self.lines)

    def turns_written(self, state: State, turns: Sequence[Turn]) -> tuple[MinutesTurn, ...]:
        """The turns of a state as they are exported."""
        return self.written.of(turns, hidden_in(state))
