"""Clean talks with some borders torn at random, as a recorder does it that hears a change of speaker a second late or early."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field

_HEADER = re.compile(r"^(.+?) \d+:\d\d(?::\d\d)?$")
_FOOTER = "clovanote.naver.com"
_SHARE = 0.4  # of the borders are torn
_WORDS = (1, 2, 2, 3, 3, 4)  # how many eojeols go over a border


@dataclass
class _Block:
    header: str
    words: list[str]
    line: int = 0
    is_torn: bool = field(default=False)

    @property
    def label(self) -> str:
        return self.header.rpartition(" ")[0]


@dataclass(frozen=True)
class Tear:
    """A torn border: the lines of the two blocks beside it, and the sorts that a right finding may have."""

    lines: frozenset[int]
    sorts: frozenset[str]


def torn(text: str, seed: int) -> tuple[str, list[Tear]]:
    """A CLOVA text with torn borders, one line a block, and where they are."""
    chance = random.Random(seed)
    head, blocks = _blocks(text)
    pairs = []
    for i in range(1, len(blocks)):
        before, block = blocks[i - 1], blocks[i]
        if before.label == block.label or before.is_torn or chance.random() >= _SHARE:
            continue
        sorts = _torn_late(before, block, chance) if chance.random() < 0.5 else _torn_early(before, block, chance)
        if sorts:
            before.is_torn = block.is_torn = True
            pairs.append((before, block, sorts))
    lines = list(head)
    for block in blocks:
        lines += [block.header, " ".join(block.words), ""]
        block.line = len(lines) - 1
    tears = [Tear(frozenset({one.line, two.line}), sorts) for one, two, sorts in pairs]
    return "\n".join([*lines, "", _FOOTER]), tears


def _torn_late(before: _Block, block: _Block, chance: random.Random) -> frozenset[str]:
    count = chance.choice(_WORDS)
    if len(block.words) <= count + 2:
        return frozenset()
    before.words += block.words[:count]
    del block.words[:count]
    return frozenset({"tail", "head"})


def _torn_early(before: _Block, block: _Block, chance: random.Random) -> frozenset[str]:
    count = chance.choice(_WORDS)
    if len(before.words) <= count + 2 or before.words[-count - 1].endswith((".", "?", "!")):
        return frozenset()
    block.words[:0] = before.words[-count:]
    del before.words[-count:]
    return frozenset({"cut", "tail"})


def _blocks(text: str) -> tuple[list[str], list[_Block]]:
    lines = text.split("\n")
    first = next(i for i, line in enumerate(lines) if _HEADER.match(line))
    blocks: list[_Block] = []
    for line in lines[first:]:
        if _HEADER.match(line):
            blocks.append(_Block(line, []))
        elif line.strip() != _FOOTER:
            blocks[-1].words += line.split()
    return lines[:first], blocks
