"""Who a label is, as far as the text says: names with which people introduce themselves, titles they are addressed by.

Nothing is guessed: each suggestion names the words it rests on, and a person takes it or not.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from processing.analysis import Analysis, Sentence
from processing.note import State, change_of
from processing.proposals import PROPOSE, TurnProposal
from processing.source import Place, Source
from processing.turns.calls import Heard, heard_calls
from processing.turns.findings import Said, turns_said
from processing.turns.parts import ASKER, LEADER, signs_of
from processing.turns.persons import SURNAMES, Person, calls_in, introduced, is_same

# A person's name rather than an institution's: the owner line of a shared account holds 사무국 or 도서관.
_OWNER = re.compile(rf"[{SURNAMES}][가-힣]{{1,2}}(?<![관국팀실회터과])")
_NUMBERED = re.compile(r"\d+\s*$")  # 참석자 3, Speaker 2: a label that names nobody
_ENOUGH = 2  # the weight of calls that says who is called
_GIVEN = 2  # syllables of a given name

_SURE_NAME = 0.5


@dataclass(frozen=True)
class Suggestion:
    """A name or a role for a label, with its reason in Korean and the words it rests on (None: the file's head)."""

    name: str
    role: str
    reason: str
    place: Place | None
    strength: float


def suggestions(source: Source, state: State, analysis: Analysis) -> dict[str, list[Suggestion]]:
    """What the text says of each speaker, best first; speakers of whom it says nothing are left out."""
    turns = turns_said(analysis.sentences)
    found: defaultdict[str, list[Suggestion]] = defaultdict(list)
    known = _whole_names(source, turns)
    told = list(_introduced(source, turns))
    for speaker, suggestion in (*told, *_called(turns, told, known), *_parts(turns)):
        if speaker and all((s.name, s.role) != (suggestion.name, suggestion.role) for s in found[speaker]):
            found[speaker].append(suggestion)
    if source.header.owner:
        _add_owner(source.header.owner, state, found)
    return {speaker: sorted(some, key=lambda s: -s.strength) for speaker, some in found.items() if some}


def named_speakers(source: Source, state: State, analysis: Analysis) -> list[TurnProposal]:
    """A proposal of kind "role" for every speaker whom the text names or gives a part that nothing gainsays."""
    proposals = []
    for id_, some in suggestions(source, state, analysis).items():
        speaker = state.speakers.get(id_)
        if speaker is None or speaker.name or speaker.role:
            continue
        name, role = _best(some, speaker.label or "")
        parts = list(dict.fromkeys(part for part in (name, role) if part is not None))
        if not parts:
            continue
        new = replace(speaker, name=name.name if name else "", role=role.role if role else "")
        reasons = ", ".join(dict.fromkeys(s.reason for s in parts))
        place = next((s.place for s in parts if s.place is not None), Place(0, 0))
        change = change_of(state, {("speakers", id_): new})
        proposals.append(TurnProposal("role", PROPOSE, place, f"{reasons}.", change))
    return proposals


def _best(some: Sequence[Suggestion], label: str) -> tuple[Suggestion | None, Suggestion | None]:
    """The suggestion to take the name from, and the one to take the role from: never of two different people.

    A label that is a name keeps it, and takes no part that is only guessed from what is said.
    """
    if not _NUMBERED.search(label):
        some = [replace(s, name="") for s in some if s.role and s.strength >= _SURE_NAME and s.role not in label]
    name = next((s for s in some if s.name and s.strength >= _SURE_NAME), None)
    if name is not None and name.role:
        return name, name
    roles = [s for s in some if s.role and (not s.name or name is None or s.name == name.name)]
    role = roles[0] if roles and not _are_rivals(roles) else None
    return name, role


def _are_rivals(roles: Sequence[Suggestion]) -> bool:
    """Whether two of them are as strong and cannot both be true, so that a person must say."""
    return len(roles) > 1 and roles[0].strength == roles[1].strength


def _introduced(source: Source, turns: Sequence[Said]) -> Iterator[tuple[str, Suggestion]]:
    before: Sentence | None = None
    for turn in turns:
        for sentence in turn.sentences:
            if person := introduced(sentence, before):
                is_owner = person.name == source.header.owner
                reason = f"'{sentence.text}'라고 자신을 소개함" + (", 파일의 주인과 같은 이름" if is_owner else "")
                strength = 0.95 if is_owner else 0.9
                yield turn.speaker_id, Suggestion(person.name, person.title, reason, sentence.place, strength)
            before = None
        before = turn.sentences[-1]


def _whole_names(source: Source, turns: Sequence[Said]) -> set[str]:
    """The whole names that stand in the note: with 님 or a title, told of oneself, in the owner line."""
    names = {call.person.name for turn in turns for sentence in turn.sentences for call in calls_in(sentence)}
    owner = source.header.owner or ""
    return {name for name in (*names, owner) if len(name) > _GIVEN}


def _called(
    turns: Sequence[Said], told: Sequence[tuple[str, Suggestion]], known: set[str]
) -> Iterator[tuple[str, Suggestion]]:
    """People by whom a speaker is called just before or after they speak, less those whom somebody else is."""
    weights: Counter[tuple[Person, str]] = Counter()
    first: dict[tuple[Person, str], Heard] = {}
    for heard in heard_calls(turns):
        key = (heard.person, heard.speaker_id)
        weights[key] += heard.weight
        first.setdefault(key, heard)
    for (person, speaker), weight in weights.most_common():
        rivals = [w for (other, id_), w in weights.items() if other == person and id_ != speaker]
        own = [s.name for id_, s in told if id_ == speaker]
        others = [s.name for id_, s in told if id_ != speaker]
        if weight < _ENOUGH or max(rivals, default=0) >= weight or not _fits(person, own, others):
            continue
        yield speaker, _suggestion_of(person, first[(person, speaker)], [*own, *sorted(known)])


def _fits(person: Person, own: Sequence[str], others: Sequence[str]) -> bool:
    """Whether the call agrees with the name that the speaker tells, and nobody else tells that name."""
    if own:
        return all(is_same(Person(name), person) for name in own)
    return not (person.is_named and any(is_same(Person(name), person) for name in others))


def _suggestion_of(person: Person, heard: Heard, names: Sequence[str]) -> Suggestion:
    """The name or the role that a call gives; 박 과장 is a name until the whole one is known, and then a role."""
    called = person.shown + ("님" if person.title else " 님")
    reason = (
        f"앞사람이 '{called}'을 부른 다음에 말함" if not heard.has_spoken else f"말한 다음에 '{called}' 하고 인사받음"
    )
    whole = [name for name in dict.fromkeys(names) if person.is_named and is_same(Person(name), person)]
    place = heard.sentence.place
    if person.name:
        name = whole[0] if len(whole) == 1 else person.name
        return Suggestion(name, person.title, reason, place, 0.6)
    if person.family:
        known = len(whole) == 1
        return Suggestion(whole[0] if known else person.shown, person.title if known else "", reason, place, 0.6)
    return Suggestion("", "선생님" if person.title == "선생" else person.title, reason, place, 0.6)


def _parts(turns: Sequence[Said]) -> Iterator[tuple[str, Suggestion]]:
    said = {LEADER: "모임을 열고 닫는 말을 함", ASKER: "질문하러 온 사람의 말을 함"}
    for turn in turns:
        part = signs_of(" ".join(sentence.text for sentence in turn.sentences)).part
        if part is not None:
            yield turn.speaker_id, Suggestion("", part, said[part], turn.place, 0.4)


def _add_owner(owner: str, state: State, found: defaultdict[str, list[Suggestion]]) -> None:
    """The file's owner as the weakest suggestion for whoever has no name yet, unless one label already has it."""
    has_owner = any(owner in (speaker.name, speaker.label) for speaker in state.speakers.values())
    if has_owner or not _OWNER.fullmatch(owner) or any(s.name == owner for some in found.values() for s in some):
        return
    for speaker_id, speaker in state.speakers.items():
        if not speaker.name and _NUMBERED.search(speaker.label or ""):
            found[speaker_id].append(Suggestion(owner, "", "파일 머리에 적힌 이름", None, 0.2))
