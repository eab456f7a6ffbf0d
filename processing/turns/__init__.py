"""Turns put right: what is certain, what is likely, and what a person does by hand.

Every function gives a `Change` back and touches nothing; headers between two blocks always stay in the source.
"""

from processing.turns.certain import certain_repairs
from processing.turns.likely import likely_turns
from processing.turns.segments import segment_repairs
from processing.turns.who import named_speakers

__all__ = ["certain_repairs", "likely_turns", "named_speakers", "segment_repairs"]
