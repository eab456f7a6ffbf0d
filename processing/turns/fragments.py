"""Words that CLOVA hung on the wrong side of a border between two speakers, and listening noises that cut a sentence.

Each rule looks at one border and asks for evidence on both sides; without it nothing is proposed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from processing.analysis import Sentence
from processing.note import Change, Edit, EditKind, Key, State, change_of
from processing.proposals import PROPOSE, TurnProposal
from processing.source import Place, Source
from processing.turns import speech

_LONGEST_ANSWER_HEAD = 10  # eojeols after a question that may still be the start of its answer
_LONGEST_BARE_ANSWER = 4  # eojeols of an answer that does not begin as one: 빨간색이에요


class Sort(StrEnum):
    """What is wrong with a turn."""

    TAIL = "tail"
    HEAD = "head"
    CUT = "cut"
    BACK_CHANNEL = "back-channel"
    TWO_PEOPLE = "label-two-people"
    ONE_PERSON = "labels-one-person"


@dataclass(frozen=True)
class Finding:
    """A proposal with its sort and its strength, 0 to 1, by which the few that are shown are chosen."""

    sort: Sort
    strength: float
    proposal: TurnProposal


@dataclass(frozen=True)
class Said:
    """The sentences of one turn; `cut` and `speaker_id` are the turn's."""

    cut: int
    speaker_id: str
    sentences: tuple[Sentence, ...]

    @property
    def place(self) -> Place:
        """The place of its words."""
        return Place(self.sentences[0].place.start, self.sentences[-1].place.end)


def turns_said(sentences: Sequence[Sentence]) -> list[Said]:
    """The sentences of a note by their turns, in order."""
    turns: list[list[Sentence]] = []
    for sentence in sentences:
        if not turns or turns[-1][-1].turn_cut != sentence.turn_cut:
            turns.append([])
        turns[-1].append(sentence)
    return [Said(turn[0].turn_cut, turn[0].speaker_id, tuple(turn)) for turn in turns]


def border_findings(source: Source, state: State, turns: Sequence[Said]) -> Iterator[Finding]:
    """What is likely wrong at the borders of turns; at most one finding a border."""
    taken = -1
    for i in range(1, len(turns)):
        before, turn = turns[i - 1], turns[i]
        if i - 1 <= taken or not _are_two(before, turn):
            continue
        after = turns[i + 1] if i + 1 < len(turns) else None
        found = _folded(source, state, before, turn, after)
        if found is not None:
            taken = i
            yield found
            continue
        found = _head(source, state, before, turn) or _cut(source, state, before, turn)
        found = found or _tail(source, state, before, turn)
        if found is not None:
            yield found


def _are_two(before: Said, turn: Said) -> bool:
    return bool(before.speaker_id and turn.speaker_id) and before.speaker_id != turn.speaker_id


def _folded(source: Source, state: State, before: Said, turn: Said, after: Said | None) -> Finding | None:
    """A listening noise inside another's speech: the sentence before is cut open, or the noise is an exclamation."""
    if after is None or after.speaker_id != before.speaker_id or not speech.is_back_channel(turn.sentences):
        return None
    last, first = before.sentences[-1], after.sentences[0]
    if speech.begins_with_answer(first):
        return None
    only_cries = speech.is_exclamation(turn.sentences)
    if speech.is_open(last) and (only_cries or not speech.is_wondering(last)):
        return Finding(Sort.BACK_CHANNEL, 0.8, _fold(source, state, before, turn, after))
    told = not (speech.is_asked(last) or speech.asks_for_something(last) or speech.is_open(last))
    goes_on = not speech.begins_anew(first) or speech.goes_on_telling(first)
    if told and goes_on and (only_cries or speech.takes_in(turn.sentences)):
        return Finding(Sort.BACK_CHANNEL, 0.6, _fold(source, state, before, turn, after))
    return None


def _fold(source: Source, state: State, before: Said, turn: Said, after: Said) -> TurnProposal:
    words = source.slice(turn.place)
    detail = f"이어지는 말 사이에 낀 맞장구 '{words}'로 보입니다."
    values: dict[Key, Any] = {("cuts", turn.cut): None, ("cuts", after.cut): None}
    if speech.is_open(before.sentences[-1]):
        edit = _join(source, before.place.end, after.place.start, "맞장구를 접고 이은 문장")
    else:
        edit = Edit(
            turn.place.start, turn.place.end, words, "", EditKind.FILLER, "sound", 0.6, "이어지는 말에 낀 맞장구"
        )
    values[("edits", edit.id)] = edit
    return TurnProposal("fold", PROPOSE, turn.place, detail, change_of(state, values))


def _join(source: Source, start: int, end: int, reason: str) -> Edit:
    return Edit(start, end, source.text[start:end], " ", EditKind.JOIN, "sound", 0.7, reason)


def _head(source: Source, state: State, before: Said, turn: Said) -> Finding | None:
    """The start of an answer inside the question's turn: "…있으세요? 네 있어요." and then the other goes on."""
    asked = max((i for i, s in enumerate(before.sentences) if speech.is_asked(s)), default=-1)
    answer = before.sentences[asked + 1 :]
    if asked < 0 or not 1 <= len(answer) <= 2 or not _answers(before.sentences[asked], answer):
        return None
    if sum(speech.eojeols(s.text) for s in answer) > _LONGEST_ANSWER_HEAD:
        return None
    first = turn.sentences[0]
    if speech.begins_with_response(first) or speech.is_asked(first) or _gives_back(answer):
        return None
    echoes = _echoes(before.sentences[asked], answer[0])
    start, words = answer[0].place.start, _words(answer)
    detail = f"질문 바로 뒤의 '{words}'는 다음 사람의 대답으로 보입니다."
    change = _moved_down(source, state, before, turn, start)
    strength = 0.9 if echoes else 0.75
    return Finding(Sort.HEAD, strength, TurnProposal("split", PROPOSE, Place(start, before.place.end), detail, change))


def _answers(question: Sentence, answer: Sequence[Sentence]) -> bool:
    """Whether what follows a question in its own turn is another's answer to it.

    A speaker who asks themselves does not honour anybody and leaves the question open: "제가 뭘 깨달았을까요? 맞아요."
    """
    first, honours = answer[0], speech.honours_subject(question)
    asks_other = honours or not speech.asks_oneself(question)
    echoes, differs = _echoes(question, first), _differ(question, first)
    if speech.begins_with_answer(first):
        return echoes or (asks_other and not _closes(answer))
    if len(answer) > 1 or speech.eojeols(first.text) > _LONGEST_BARE_ANSWER or speech.begins_anew(first):
        return False
    if speech.is_scrap(first):
        return asks_other
    return (speech.is_named_only(first) and speech.is_wondering(question) and honours) or (echoes and differs)


def _closes(answer: Sequence[Sentence]) -> bool:
    """Whether the asker takes silence for the answer and goes on: "이의 없으십니까? 네 그럼 시작하겠습니다"."""
    return speech.starts_off(answer) or any(speech.means_to(s) for s in answer)


def _differ(one: Sentence, other: Sentence) -> bool:
    """Whether two sentences are of different speech levels."""
    levels = {speech.level(one), speech.level(other)}
    return levels == {speech.Level.POLITE, speech.Level.PLAIN}


def _gives_back(answer: Sequence[Sentence]) -> bool:
    """Whether the words after the question are the asker's own turn back to the other: "네 말씀하세요."."""
    return any(speech.asks_for_something(s) or speech.honours_subject(s) for s in answer)


def _echoes(question: Sentence, answer: Sentence) -> bool:
    return bool(speech.content(question) & speech.content(answer))


def _words(sentences: Sequence[Sentence]) -> str:
    return " ".join(sentence.text for sentence in sentences)


def _cut(source: Source, state: State, before: Said, turn: Said) -> Finding | None:
    """The end of an open sentence at the head of the other's turn, where the other's own words follow it."""
    last, first = before.sentences[-1], turn.sentences[0]
    is_broken = not speech.is_stopped(last) and (speech.is_open(last) or speech.goes_on_inside(first))
    if not is_broken or speech.begins_anew(first):
        return None
    border = _border_of_floor(last, turn.sentences)
    if border is None or (_echo_at_end(first) is None and _lead_in_of(before)):
        return None
    words = source.text[turn.place.start : border].strip()
    detail = f"'{words}'까지는 앞사람이 하던 말의 끝으로 보입니다."
    edit = _join(source, before.place.end, turn.place.start, "두 사람 사이에서 끊긴 문장")
    change = change_of(
        state,
        {
            ("cuts", turn.cut): None,
            ("cuts", border): turn.speaker_id,
            ("edits", edit.id): edit,
        },
    )
    place = Place(turn.place.start, turn.place.start + len(words))
    return Finding(Sort.CUT, 0.85, TurnProposal("split", PROPOSE, place, detail, change))


def _border_of_floor(last: Sentence, sentences: Sequence[Sentence]) -> int | None:
    """The source offset at which the other really begins to speak; None where nothing shows it."""
    first = sentences[0]
    echo = _echo_at_end(first)
    if echo is not None:
        return first.place_of(echo, len(first.text)).start
    if len(sentences) < 2 or (speech.is_wondering(last) and not speech.is_asked(first)):
        return None
    return sentences[1].place.start if _takes_floor(first, sentences[1]) else None


def _takes_floor(first: Sentence, second: Sentence) -> bool:
    """Whether the second sentence is another's reply to the first: 네, 저도, an address, an answer to its question."""
    if speech.begins_with_response(second) or speech.begins_with_address(second):
        return True
    self_particle = speech.begins_with_self(second)
    if self_particle == "도" or (self_particle and speech.asks_for_something(first)):
        return True
    if speech.is_asked(first) and speech.honours_subject(first):
        return True
    if not speech.is_asked(first) or speech.is_asked(second):
        return False
    return _echoes(first, second) or speech.is_scrap(second)


def _echo_at_end(sentence: Sentence) -> int | None:
    """Where a reply that is a sentence of its own (그래요, 맞아요, 네) hangs on a clause that does not end: "…데 그래요."."""
    words = speech.morphemes_of(sentence)
    at = max(sentence.text.rstrip().rfind(" ") + 1, 0)
    tail = [m for m in words if m.start >= at]
    before = [m for m in words if m.start < at]
    if len(before) < 4 or before[-1].tag != "EC" or not tail or not speech.is_stopped(sentence):
        return None
    return at if speech.only_listens(tail) and not sentence.text.rstrip().endswith("?") else None


def _tail(source: Source, state: State, before: Said, turn: Said) -> Finding | None:
    """A lead-in at the end of a turn (아 그러면, 그리고 저는) that the next speaker's first sentence goes on from."""
    first, lead_in = turn.sentences[0], _lead_in_of(before)
    if not lead_in or speech.is_back_channel(turn.sentences):
        return None
    if not _leads(lead_in, before.sentences[-len(lead_in) - 1], first):
        return None
    place = Place(lead_in[0].place.start, before.place.end)
    detail = f"'{_words(lead_in)}'은(는) 다음 사람 말의 첫머리로 보입니다."
    change = _moved_down(source, state, before, turn, place.start)
    return Finding(Sort.TAIL, 0.8, TurnProposal("split", PROPOSE, place, detail, change))


def _lead_in_of(turn: Said) -> tuple[Sentence, ...]:
    """The sentences after a turn's last full stop, where they only start something; else none."""
    stopped = [i for i, sentence in enumerate(turn.sentences) if speech.is_stopped(sentence)]
    lead_in = turn.sentences[stopped[-1] + 1 :] if stopped else ()
    return lead_in if lead_in and speech.are_lead_in(lead_in) else ()


def _leads(lead_in: Sequence[Sentence], previous: Sentence, first: Sentence) -> bool:
    """Whether the next speaker's first sentence can follow the lead-in, and the lead-in is not the speaker's own."""
    if speech.begins_with_response(first):
        return False
    if speech.is_noise(lead_in[-1]):
        calls = speech.is_asked(previous) or speech.asks_for_something(previous) or speech.is_wondering(previous)
        return calls and not speech.is_asked(first)
    if speech.starts_off(lead_in):
        return speech.morphemes_of(first)[0].tag != "MAJ"
    return not speech.begins_anew(first)


def _moved_down(source: Source, state: State, before: Said, turn: Said, start: int) -> Change:
    """The words from `start` to the end of the turn before given to the next turn."""
    values: dict[Key, Any] = {("cuts", turn.cut): None, ("cuts", start): turn.speaker_id}
    if not speech.is_stopped(before.sentences[-1]):
        edit = _join(source, before.place.end, turn.place.start, "두 사람 사이에서 끊긴 문장")
        values[("edits", edit.id)] = edit
    return change_of(state, values)
