"""What a person chose to put into a file, as words that a settings file keeps: only what differs from the template's own.

A section that a later version adds is then as that version has it, and a word that this one does not know is ignored.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from processing.export.blocks import Choices, Section
from processing.export.layout import Layout

_EXTRAS = ("evidence", "transcript", "corrections")


def words_of_choices(choices: Choices) -> list[str]:
    """The choices as words such as `+KEYWORDS`, `-AGENDA`, `+transcript`; none for the template's own.

    >>> words_of_choices(Choices(transcript=True))
    ['+transcript']
    """
    own = Choices(choices.template, own=choices.own)
    sections = [(section.name, choices.wants(section), own.wants(section)) for section in Section]
    extras = [(name, getattr(choices, name), getattr(own, name)) for name in _EXTRAS]
    return [f"{'+' if wanted else '-'}{name}" for name, wanted, is_own in sections + extras if wanted != is_own]


def choices_from(template: str, words: Iterable[str], layout: Layout | None = None) -> Choices:
    """The choices that `words_of_choices` wrote down; `layout` is a person's own template, whose name is `template`.

    >>> choices_from("minutes", ["+transcript", "-evidence", "+NEVER_HEARD_OF"])
    Choices(template='minutes', sections=None, evidence=False, transcript=True, corrections=False, front_matter=False)
    """
    wanted = {word[1:]: word.startswith("+") for word in words}
    own = Choices(template, own=layout)
    sections = frozenset(section for section in Section if wanted.get(section.name, own.wants(section)))
    kept = {name: wanted.get(name, getattr(own, name)) for name in _EXTRAS}
    return replace(own, sections=None if sections == own.layout.shown else sections, **kept)
