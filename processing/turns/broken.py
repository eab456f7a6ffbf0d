"""Sentences that the border of two speakers tears: the end of one at the head of the other's turn, or a start at the end.

Which of the two it is, the words after the border say: whose reply follows, and what the broken sentence still wants.
"""

from __future__ import annotations

from collections.abc import Sequence

from processing.analysis import Sentence
from processing.note import State, change_of
from processing.proposals import PROPOSE, TurnProposal
from processing.source import Place, Source
from processing.turns import seams, speech
from processing.turns.findings import Finding, Said, Sort, joined, moved_down, words_of

_LONGEST_END = 5  # eojeols of another's sentence at the head of a turn, where little shows who goes on


def end_found(source: Source, state: State, before: Said, turn: Said, after: Said | None) -> Finding | None:
    """The end of an open sentence at the head of the other's turn, where the other's own words follow it."""
    last, first = before.sentences[-1], turn.sentences[0]
    is_broken = not speech.is_stopped(last) and (speech.is_open(last) or speech.goes_on_inside(first))
    if not is_broken or speech.begins_anew(first):
        return None
    border = _border_of_floor(last, turn.sentences)
    if border is None and seams.completes(last, first) and _has_own_words(before, turn, after):
        border = turn.sentences[1].place.start
    if border is None or (_echo_at_end(first) is None and _lead_in_of(before)):
        return None
    words = source.text[turn.place.start : border].strip()
    detail = f"'{words}'까지는 앞사람이 하던 말의 끝으로 보입니다."
    edit = joined(source, before.place.end, turn.place.start, "두 사람 사이에서 끊긴 문장")
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


def _has_own_words(before: Said, turn: Said, after: Said | None) -> bool:
    """Whether the sentence after the end of another's shows that its own speaker says it.

    A question that honours the hearer does, where the one who spoke before answers it next.
    """
    if len(turn.sentences) < 2 or speech.eojeols(turn.sentences[0].text) > _LONGEST_END:
        return False
    last, (first, second) = before.sentences[-1], turn.sentences[:2]
    if seams.takes_up(second, last) or (speech.is_asked(first) and not speech.is_asked(second)):
        return True
    is_answered = after is not None and after.speaker_id == before.speaker_id
    asks = any(speech.is_asked(s) and speech.honours_subject(s) for s in turn.sentences[1:3])
    return asks and is_answered and not speech.is_asked(first)


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
    leads = speech.are_lead_in(start) and _leads(start, previous, first)
    if not leads and not seams.starts_next(start, previous, first):
        return None
    place = Place(start[0].place.start, before.place.end)
    detail = f"'{words_of(start)}'은(는) 다음 사람 말의 첫머리로 보입니다."
    change = moved_down(source, state, before, turn, place.start)
    return Finding(Sort.TAIL, 0.8, TurnProposal("split", PROPOSE, place, detail, change))


def _start_of(turn: Said) -> tuple[Sentence, ...]:
    """The sentences after a turn's last full stop; none where it has no full stop."""
    stopped = [i for i, sentence in enumerate(turn.sentences) if speech.is_stopped(sentence)]
    return turn.sentences[stopped[-1] + 1 :] if stopped else ()


def _lead_in_of(turn: Said) -> tuple[Sentence, ...]:
    """The sentences after a turn's last full stop, where they only start something; else none."""
    start = _start_of(turn)
    return start if start and speech.are_lead_in(start) else ()


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
