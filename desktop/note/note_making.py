"""What a note's views are made of, kept from one state to the next, and made first where no window waits for it."""

from __future__ import annotations

from desktop.note.transcript_rows import RowsWritten
from processing.evidence import TurnsWritten
from processing.minutes import hidden_in, shown_minutes
from processing.note import State
from processing.source import Source
from processing.transcript import TurnsMade


class NoteMaking:
    """Makes the turns, the turns as they are exported and the rows of one note; each knows what it made before.

    To be used by one thread at a time: by the one that reads the note, then by the window's.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.turns = TurnsMade(source)
        self.written = TurnsWritten(source)
        self.rows = RowsWritten()

    def warm_up(self, state: State) -> NoteMaking:
        """The same after it has made everything once: a quarter of a second for ten hours, a few milliseconds after."""
        turns = self.turns.of(state)
        self.rows.of(turns)
        shown_minutes(self.source, state, self.written.of(turns, hidden_in(state)))
        return self
