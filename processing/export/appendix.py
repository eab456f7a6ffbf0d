"""붙임: the transcript and the list of corrections at the end of the minutes."""

from __future__ import annotations

from collections.abc import Iterator

from processing.export.blocks import NONE_SAID, Block, Choices, Heading, Item, Table, Text, Turns
from processing.export.wording import clock
from processing.minutes import Minutes
from processing.note import Edit, EditKind
from processing.particles import stems


def appendices(minutes: Minutes, choices: Choices) -> Iterator[Block]:
    """The appendices that a person wants, each on a page of its own."""
    wanted = [
        name for name, is_wanted in (("녹취록", choices.transcript), ("고친 목록", choices.corrections)) if is_wanted
    ]
    for number, name in enumerate(wanted, 1):
        yield Heading(Item(f"붙임 {number}. {name}" if len(wanted) > 1 else f"붙임. {name}"), starts_page=True)
        if name == "녹취록":
            yield Turns(tuple(turn for turn in minutes.turns if turn.paragraphs))
        else:
            yield correction_table(minutes)


def correction_table(minutes: Minutes) -> Block:
    """What was corrected: each pair of words once, with how often and where first; breaks and blanks are left out."""
    grouped: dict[tuple[str, str], list[int]] = {}
    told = [c for c in minutes.corrections if c.decision == "apply" and _is_told(c.edit.before, c.edit.after)]
    for i, correction in enumerate(told):
        grouped.setdefault(_words(correction.edit), []).append(i)
    if not grouped:
        return Text(Item(NONE_SAID))
    rows = tuple(
        (
            Item(before or "(없음)"),
            Item(after or "(지움)"),
            Item(f"{len(found)}곳"),
            Item(", ".join(clock(told[i].start_s) for i in found[:3] if told[i].start_s is not None)),
            Item(told[found[0]].edit.reason),
        )
        for (before, after), found in grouped.items()
    )
    return Table(("고치기 전", "고친 뒤", "횟수", "시각", "이유"), rows, (22, 22, 8, 18, 30), frozenset({2, 3}))


def _is_told(before: str, after: str) -> bool:
    return "".join(before.split()) != "".join(after.split())


def _words(edit: Edit) -> tuple[str, str]:
    """The pair as it is told; a term without the particle that both share, so that its places count as one."""
    before, after = " ".join(edit.before.split()), " ".join(edit.after.split())
    if edit.kind is not EditKind.TERM:
        return before, after
    shared = max((before[end:] for end in stems(before) if after.endswith(before[end:])), key=len)
    return before.removesuffix(shared), after.removesuffix(shared)
