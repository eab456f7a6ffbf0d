"""Who attended: a list apart from the speakers, since some who attend never speak.

Until a person writes the list, it follows the speakers who have names; what a person has written stays as it is, also
a list that they have emptied.
"""

from __future__ import annotations

from collections.abc import Iterable

from processing.analysis import Sentence
from processing.meeting_info import is_numbered_label
from processing.note import Speaker, State
from processing.turns.calls import called_to_face
from processing.turns.persons import Person, introduced, is_same, is_title

ATTENDEES = (
    "attendees"  # the key of `State.info` that holds the list of a person, empty or not; None until there is one
)


def attendees_of(state: State) -> tuple[str, ...]:
    """The list as it prints: a person's own, else the named speakers in the order in which they first speak."""
    written = state.info.get(ATTENDEES)
    return named_attendees(state) if written is None else _entries(written)


def named_attendees(state: State) -> tuple[str, ...]:
    """The speakers whom a person or the file has named, each with title or role; those known by a role only are left
    out: 질문자 is nobody's name.
    """
    speaking = dict.fromkeys(id_ for _, id_ in sorted(state.cuts.items()) if id_)
    named = (attendee(state.speakers[id_]) for id_ in speaking if id_ in state.speakers)
    return tuple(dict.fromkeys(name for name in named if name))


def attendees_told(sentences: Iterable[Sentence]) -> tuple[str, ...]:
    """The people who tell their own name in a talk or are called by it to be asked or thanked, as entries of the list.

    For a file that names no speakers; somebody who is only told of need not be there.
    """
    found: list[Person] = []
    for sentence in sentences:
        own = introduced(sentence)
        for person in (*((own,) if own is not None else ()), *called_to_face(sentence)):
            _take_in(found, person)
    return tuple(person.shown for person in found)


def _take_in(found: list[Person], person: Person) -> None:
    """Add a person to those found, or what is new of one who is among them: the whole name, the title."""
    i = next((i for i, one in enumerate(found) if is_same(one, person)), None)
    if i is None:
        found.append(person)
        return
    one = found[i]
    found[i] = Person(max(one.name, person.name, key=len), one.family or person.family, one.title or person.title)


def attendee(speaker: Speaker) -> str:
    """A speaker as an entry of the list; empty for one without a name.

    >>> attendee(Speaker("참석자 1", "김유진", "대리")), attendee(Speaker("참석자 1", "김유진", "진행"))
    ('김유진 대리', '김유진(진행)')
    >>> attendee(Speaker("참석자 1", "박 과장", "과장")), attendee(Speaker("참석자 3", "", "질문자"))
    ('박 과장', '')
    """
    name = speaker.name or ("" if is_numbered_label(speaker.label) else speaker.label or "")
    if not name or not speaker.role or name.endswith(speaker.role):
        return name
    return f"{name} {speaker.role}" if is_title(speaker.role) else f"{name}({speaker.role})"


def is_named(speaker: Speaker) -> bool:
    """Whether a speaker is told by a name or a role, given by a person or by the file itself."""
    return bool(speaker.name or speaker.role) or not is_numbered_label(speaker.label)


def with_attendees(state: State, written: Iterable[str]) -> tuple[str, ...] | None:
    """What to keep of a list that a person leaves as `written`: None where it is the one that follows the speakers, and
    no entry at all (`()`) where they took out all who are named.
    """
    entries = tuple(written)
    return None if entries == named_attendees(state) else entries


def _entries(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,) if value else ()
    return tuple(str(entry) for entry in value) if isinstance(value, Iterable) else ()
