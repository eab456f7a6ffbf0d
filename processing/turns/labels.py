"""Labels that are wrong about people: one that hides two, two that are one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

from processing.analysis import Sentence
from processing.note import Key, Speaker, State, change_of
from processing.proposals import PROPOSE, TurnProposal
from processing.source import Place, Source
from processing.turns import speech
from processing.turns.by_hand import merge_speakers
from processing.turns.findings import Finding, Said, Sort
from processing.turns.parts import ASKER, LEADER, opens_floor, signs_of
from processing.turns.persons import Person, introduced, is_same

_LEAST_SENTENCES = 2  # of each label before its speech level is trusted


def label_findings(source: Source, state: State, turns: Sequence[Said], disputed: frozenset[int]) -> Iterator[Finding]:
    """Labels that hide two people, and pairs of labels that are one person.

    `disputed` are the cuts at whose border something else was found; they prove nothing of two labels.
    """
    told = _introductions(turns)
    yield from _two_people(source, state, turns, told)
    yield from _one_person(state, turns, disputed, told)


_Told = dict[tuple[int, int], Person]  # by where a sentence stands: its turn and the place in it


def _introductions(turns: Sequence[Said]) -> _Told:
    """Who tells their name, and in which sentences."""
    return {
        (sentence.turn_cut, sentence.at): person
        for turn in turns
        for sentence in turn.sentences
        if (person := introduced(sentence)) is not None
    }


def _told_in(sentence: Sentence, told: _Told) -> Person | None:
    return told.get((sentence.turn_cut, sentence.at))


@dataclass(frozen=True)
class _Stretch:
    """What one label says in one block of the file, and the part it plays there."""

    turn: Said
    sentences: tuple[Sentence, ...]
    part: str | None

    @property
    def place(self) -> Place:
        return Place(self.sentences[0].place.start, self.sentences[-1].place.end)


def _stretches(source: Source, turns: Sequence[Said]) -> Iterator[_Stretch]:
    for turn in turns:
        for sentences in _by_block(source, turn.sentences):
            yield _Stretch(turn, sentences, signs_of(" ".join(s.text for s in sentences)).part)


def _by_block(source: Source, sentences: tuple[Sentence, ...]) -> Iterator[tuple[Sentence, ...]]:
    def block(sentence: Sentence) -> int:
        return source.block_at(sentence.place_of(0, 0).start)

    if block(sentences[0]) == block(sentences[-1]):
        yield sentences
    else:
        yield from (tuple(group) for _, group in groupby(sentences, key=block))


def _two_people(source: Source, state: State, turns: Sequence[Said], told: _Told) -> Iterator[Finding]:
    stretches = list(_stretches(source, turns))
    by_label: dict[str, list[_Stretch]] = defaultdict(list)
    for stretch in stretches:
        by_label[stretch.turn.speaker_id].append(stretch)
    asked_from_floor = _from_the_floor(stretches)
    for speaker, own in by_label.items():
        leading = [s for s in own if s.part == LEADER]
        asking = [s for s in own if s.part == ASKER]
        if speaker and leading and asking:
            yield _other_person(state, leading if len(leading) <= len(asking) else asking)
        elif speaker and (named := _named_otherwise(own, told)):
            yield _other_person(state, named, "다른 이름으로 자신을 소개해")
        elif speaker and (visitors := [s for s in own if s in asked_from_floor]) and _is_heard_before(own, visitors):
            yield _other_person(state, visitors, "객석에서 질문하고 있어")


def _named_otherwise(stretches: Sequence[_Stretch], told: _Told) -> list[_Stretch]:
    """The stretch in which a label tells another name than it told before: 정유진입니다 … 김철수라고 합니다."""
    first: Person | None = None
    for stretch in stretches:
        person = next((person for sentence in stretch.sentences if (person := _told_in(sentence, told))), None)
        if person and first and not is_same(person, first):
            return [stretch]
        first = first or person
    return []


def _from_the_floor(stretches: Sequence[_Stretch]) -> list[_Stretch]:
    """The stretches of those who ask right after the one who leads has let the audience ask."""
    return [
        stretch
        for before, stretch in pairwise(stretches)
        if stretch.part == ASKER
        and before.turn.speaker_id != stretch.turn.speaker_id
        and opens_floor(" ".join(s.text for s in before.sentences))
    ]


def _is_heard_before(own: Sequence[_Stretch], visitors: Sequence[_Stretch]) -> bool:
    """Whether the label spoke before as one who does not ask: one of those on the platform."""
    earlier = own[: own.index(visitors[0])]
    return any(len(s.sentences) >= _LEAST_SENTENCES for s in earlier) and all(s.part != ASKER for s in earlier)


def _other_person(state: State, stretches: list[_Stretch], reason: str = "") -> Finding:
    """A new speaker for the stretches in which the label plays its rarer part, or is somebody else for a `reason`."""
    part = stretches[0].part or ""
    speaker = state.speakers.get(stretches[0].turn.speaker_id)
    label = speaker.shown if speaker else ""
    other = _twin_of(state, stretches[0].turn.speaker_id)
    values: dict[Key, Any] = {("speakers", other): Speaker(None, "", part)}
    for stretch in stretches:
        values.update(_given(stretch, other))
    said = (
        "모임을 이끌고 다른 곳에서는 그렇지 않아" if part == LEADER else "참석자로서 질문하고 다른 곳에서는 그렇지 않아"
    )
    detail = f"'{label}'이(가) 여기서는 {reason or said}, 두 사람이 한 이름으로 묶인 것으로 보입니다."
    return Finding(
        Sort.TWO_PEOPLE, 0.7, TurnProposal("reassign", PROPOSE, stretches[0].place, detail, change_of(state, values))
    )


def _twin_of(state: State, speaker_id: str) -> str:
    """An id for the other person under a label, so that two such proposals can both be taken."""
    n = 2
    while f"{speaker_id}-{n}" in state.speakers:
        n += 1
    return f"{speaker_id}-{n}"


def _given(stretch: _Stretch, other: str) -> dict[Key, Any]:
    """The cuts that give one stretch to another speaker, and what its turn says after it back to the first."""
    start = stretch.turn.cut if stretch.sentences[0] == stretch.turn.sentences[0] else stretch.place.start
    values: dict[Key, Any] = {("cuts", start): other}
    i = stretch.turn.sentences.index(stretch.sentences[-1]) + 1
    if i < len(stretch.turn.sentences):
        values[("cuts", stretch.turn.sentences[i].place.start)] = stretch.turn.speaker_id
    return values


def _one_person(state: State, turns: Sequence[Said], disputed: frozenset[int], told: _Told) -> Iterator[Finding]:
    labels = [label for label in dict.fromkeys(turn.speaker_id for turn in turns) if label]
    if len(labels) < 3:
        return
    evidence = _Evidence(turns, disputed, told)
    gone: set[str] = set()
    for i, kept in enumerate(labels):
        for other in labels[i + 1 :]:
            if not {kept, other} & gone and (reason := evidence.of_one(kept, other)):
                gone.add(other)
                yield _merged(state, turns, kept, other, reason)


def _merged(state: State, turns: Sequence[Said], kept: str, gone: str, reason: str) -> Finding:
    place = next(turn.place for turn in turns if turn.speaker_id == gone)
    names = [state.speakers[id_].shown if id_ in state.speakers else id_ for id_ in (kept, gone)]
    detail = f"'{names[0]}'과(와) '{names[1]}'은(는) 한 사람으로 보입니다: {reason}."
    return Finding(
        Sort.ONE_PERSON, 0.65, TurnProposal("reassign", PROPOSE, place, detail, merge_speakers(state, gone, kept))
    )


class _Evidence:
    """What a note tells of pairs of labels: who follows whom and how, how each speaks, what each is called."""

    def __init__(self, turns: Sequence[Said], disputed: frozenset[int], told: _Told) -> None:
        self._whole: Counter[frozenset[str]] = Counter()
        self._torn: Counter[frozenset[str]] = Counter()
        for before, turn in pairwise(turns):
            pair = frozenset((before.speaker_id, turn.speaker_id))
            if _goes_on(before, turn) and turn.cut not in disputed:
                self._torn[pair] += 1
            else:
                self._whole[pair] += 1
        self._levels = _levels(turns)
        self._names = _names(turns, told)
        self._groups = _own_groups(turns, told)

    def of_one(self, a: str, b: str) -> str | None:
        """The reason to take two labels for one person, in Korean; None if there is none."""
        pair = frozenset((a, b))
        if self._names[a] and self._names[a] & self._names[b]:
            return "같은 이름으로 자신을 소개합니다"
        if not self._torn[pair] or self._torn[pair] < 2 * self._whole[pair]:
            return None
        if self._groups[a] and self._groups[a] & self._groups[b]:
            return "한쪽이 하던 말을 다른 쪽이 그대로 잇고, 같은 소속을 '저희'라고 부릅니다"
        if self._levels.get(a) != self._levels.get(b):
            return None
        if self._is_rare(a) or self._torn[pair] >= 2:
            return "한쪽이 하던 말을 다른 쪽이 그대로 잇고, 말투가 같습니다"
        return None

    def _is_rare(self, label: str) -> bool:
        """Whether hardly anybody else speaks at the level of this label."""
        same = [other for other, level in self._levels.items() if level == self._levels.get(label)]
        return len(same) == 2 and len(self._levels) > 2


def _goes_on(before: Said, turn: Said) -> bool:
    """Whether a turn goes on with the sentence that the turn before left open, and nobody takes the floor."""
    last, first = before.sentences[-1], turn.sentences[0]
    return (
        speech.is_open(last)
        and not speech.is_wondering(last)
        and not speech.begins_anew(first)
        and not speech.is_asked(first)
        and not speech.is_lead_in(last)
    )


def _levels(turns: Sequence[Said]) -> dict[str, speech.Level]:
    counts: dict[str, Counter[speech.Level]] = defaultdict(Counter)
    for turn in turns:
        for sentence in turn.sentences:
            if (level := speech.level(sentence)) is not speech.Level.NONE:
                counts[turn.speaker_id][level] += 1
    return {
        label: count.most_common(1)[0][0]
        for label, count in counts.items()
        if count.total() >= _LEAST_SENTENCES and count.most_common(1)[0][1] >= 0.8 * count.total()
    }


def _names(turns: Sequence[Said], told: _Told) -> dict[str, set[str]]:
    names: dict[str, set[str]] = defaultdict(set)
    for turn in turns:
        for sentence in turn.sentences:
            if person := _told_in(sentence, told):
                names[turn.speaker_id].add(person.name)
    return names


def _own_groups(turns: Sequence[Said], told: _Told) -> dict[str, set[str]]:
    """What each label calls its own: the noun after 저희, or before 의 and its own name (이룸교육의 표민재입니다)."""
    groups: dict[str, set[str]] = defaultdict(set)
    for turn in turns:
        for sentence in turn.sentences:
            groups[turn.speaker_id].update(noun for noun in _own_nouns(sentence, told) if noun)
    return groups


def _own_nouns(sentence: Sentence, told: _Told) -> Iterator[str]:
    for word in sentence.morphemes:
        if word.tag == "NP" and word.form == "저희" and sentence.text[word.end : word.end + 1] == " ":
            yield _eojeol_nouns(sentence, word.end + 1)
    if _told_in(sentence, told):
        yield from (_eojeol_nouns(sentence, w.start) for w in sentence.morphemes if w.is_noun)


def _eojeol_nouns(sentence: Sentence, start: int) -> str:
    """The nouns of the eojeol from `start`, written together: 이룸교육 of 이룸교육은."""
    end = sentence.text.find(" ", start)
    end = len(sentence.text) if end < 0 else end
    return "".join(m.form for m in sentence.morphemes if start <= m.start < end and (m.is_noun or m.tag == "XSN"))
