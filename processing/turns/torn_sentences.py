"""Sentences that the border of two speakers tears: the end of one at the head of the other's turn, or a start at the end.

Which of the two it is, the words after the border say: whose reply follows, and what the broken sentence still wants.
"""

from __future__ import annotations

from collections.abc import Sequence

from processing.analysis import Sentence
from processing.note import State, change_of
from processing.proposals import PROPOSE, TurnProposal
from processing.source import Place, Source
from processing.turns import completion, speech
from processing.turns.findings import Finding, Said, Sort, joined, moved_down, words_of

_SHORTEST, _LONGEST_START = 3, 4  # eojeols that a recorder puts on the wrong side of a border
_LONGEST_END = 5  # eojeols of another's sentence at the head of a turn, where little shows who goes on


def end_found(source: Source, state: State, before: Said, turn: Said, after: Said | None) -> Finding | None:
    """The end of an open sentence at the head of the other's turn, where the other's own words follow it."""
    last, first = before.sentences[-1], turn.sentences[0]
    joins = speech.goes_on_inside(first) or completion.is_bound(last, first)
    is_broken = not speech.is_stopped(last) and (speech.is_open(last) or joins)
    if not is_broken or speech.begins_anew(first):
        return None
    border = _end_of_sentence(before, turn, after)
    if border is None or (_echo_at_end(first) is None and _is_opening(_start_of(before), first)):
        return None
    words = source.text[turn.place.start : border].strip()
    detail = f"'{words}'까지는 앞사람이 하던 말의 끝으로 보입니다."
    edit = joined(source, before.place.end, turn.place.start, "두 사람 사이에서 끊긴 문장")
    moved = {("cuts", turn.cut): None, ("cuts", border): turn.speaker_id, ("edits", edit.id): edit}
    place = Place(turn.place.start, turn.place.start + len(words))
    return Finding(Sort.CUT, 0.85, TurnProposal("split", PROPOSE, place, detail, change_of(state, moved)))


def _end_of_sentence(before: Said, turn: Said, after: Said | None) -> int | None:
    """Where in the source the other's sentence ends and the turn's own words begin; None where none ends there."""
    last, first = before.sentences[-1], turn.sentences[0]
    border = _border_of_floor(last, turn.sentences)
    if border is not None or not _is_end_of(before, turn, after):
        return border
    is_seen = completion.completes(last, first) and completion.takes_up(turn.sentences[1], last)
    return turn.sentences[1].place.start if is_seen or not _begins_turn(before, turn) else None


def _is_end_of(before: Said, turn: Said, after: Said | None) -> bool:
    """Whether the turn's first sentence ends the one before it, and other words of its own speaker follow."""
    last, first = before.sentences[-1], turn.sentences[0]
    if len(turn.sentences) < 2 or speech.eojeols(first.text) > _LONGEST_END:
        return False
    second = turn.sentences[1]
    if not completion.completes(last, first):
        return completion.takes_up(second, last) and not speech.asks_for_something(first)
    return (
        completion.is_bound(last, first)
        or completion.takes_up(second, last)
        or _has_own_words(turn, before, after)
        or _is_bare_end(last, first, second)
    )


def _is_bare_end(last: Sentence, first: Sentence, second: Sentence) -> bool:
    """Whether a few words complete a longer sentence, and nobody bids or asks or goes on from them."""
    if speech.eojeols(first.text) > _SHORTEST or speech.eojeols(last.text) <= _SHORTEST:
        return False
    if speech.asks_for_something(first) or speech.goes_on_telling(second):
        return False
    return speech.is_asked(first) or not speech.is_wondering(last)


def _is_opening(start: Sequence[Sentence], first: Sentence) -> bool:
    """Whether a few open words begin as a turn does (아 좋은, 그래서 독점을 주면), so that they end nothing."""
    if not start or speech.are_lead_in(start):
        return bool(start)
    is_short = sum(speech.eojeols(s.text) for s in start) <= _LONGEST_START
    return is_short and speech.begins_anew(start[0]) and completion.may_run_on(start, first)


def _begins_turn(before: Said, turn: Said) -> bool:
    """Whether the open words at the end of a turn are rather the start of the next one: a lead-in, or the shorter part."""
    start, first = _start_of(before), turn.sentences[0]
    if not start:
        return False
    if speech.are_lead_in(start):
        return True
    length = sum(speech.eojeols(s.text) for s in start)
    if length > _LONGEST_START or not completion.may_run_on(start, first):
        return False
    if speech.is_asked(first) and len(turn.sentences) > 1:
        return not _replies(turn.sentences[1], before.sentences[-1], first)
    is_end = completion.is_bound(start[-1], first) and length > speech.eojeols(first.text)
    return not is_end and (length <= _SHORTEST or speech.begins_anew(start[0]) or length <= speech.eojeols(first.text))


def _replies(sentence: Sentence, last: Sentence, question: Sentence) -> bool:
    """Whether a sentence answers the question that the two before it make together."""
    if speech.begins_with_response(sentence) or speech.begins_with_address(sentence) or speech.is_scrap(sentence):
        return True
    said = speech.content(last) | speech.content(question) | frozenset(_verbs_of(question))
    return bool(speech.begins_with_self(sentence)) or bool(said & (speech.content(sentence) | _verbs_of(sentence)))


def _verbs_of(sentence: Sentence) -> frozenset[str]:
    return frozenset(m.form for m in sentence.morphemes if m.tag in ("VV", "VA"))


def _has_own_words(turn: Said, before: Said, after: Said | None) -> bool:
    """Whether a turn's sentence after the first shows that its own speaker says it.

    It does after a question that the first ends, and where it asks with honour the one who spoke before and goes on next.
    """
    first, second = turn.sentences[:2]
    if speech.is_asked(first):
        return not speech.is_asked(second)
    is_answered = after is not None and after.speaker_id == before.speaker_id
    return is_answered and any(speech.is_asked(s) and speech.honours_subject(s) for s in turn.sentences[1:3])


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
    if speech.is_asked(first) and speech.honours_subject(first) and not speech.honours_subject(second):
        return True
    if not speech.is_asked(first) or speech.is_asked(second):
        return False
    return bool(speech.content(first) & speech.content(second)) or speech.is_scrap(second)


def _echo_at_end(sentence: Sentence) -> int | None:
    """Where a reply that is a sentence of its own (그래요, 맞아요, 네) hangs on a clause that does not end: "…데 그래요."."""
    words = speech.morphemes_of(sentence)
    at = max(sentence.text.rstrip().rfind(" ") + 1, 0)
    tail = [m for m in words if m.start >= at]
    before = [m for m in words if m.start < at]
    if len(before) < 4 or before[-1].tag != "EC" or not tail or not speech.is_stopped(sentence):
        return None
    return at if speech.only_listens(tail) and not sentence.text.rstrip().endswith("?") else None


def start_found(source: Source, state: State, before: Said, turn: Said) -> Finding | None:
    """A lead-in at the end of a turn (아 그러면, 그리고 저는) that the next speaker's first sentence goes on from."""
    first, start = turn.sentences[0], _start_of(before)
    if not start or speech.is_back_channel(turn.sentences):
        return None
    previous = before.sentences[-len(start) - 1]
    is_next = completion.starts_next(start, previous, first) or (
        _leads(start, previous, first) if speech.are_lead_in(start) else _begins_turn(before, turn)
    )
    if not is_next:
        return None
    place = Place(start[0].place.start, before.place.end)
    detail = f"'{words_of(start)}'은(는) 다음 사람 말의 첫머리로 보입니다."
    change = moved_down(source, state, before, turn, place.start)
    return Finding(Sort.TAIL, 0.8, TurnProposal("split", PROPOSE, place, detail, change))


def _start_of(turn: Said) -> tuple[Sentence, ...]:
    """The sentences after a turn's last full stop; none where it has no full stop."""
    stopped = [i for i, sentence in enumerate(turn.sentences) if speech.is_stopped(sentence)]
    return turn.sentences[stopped[-1] + 1 :] if stopped else ()


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
