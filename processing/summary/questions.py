"""Questions put to others, with their answers; one that nobody answered has none.

A question is known by its ending, also an unfinished one ("… 기준 같은 게 있으신지", "… 끝나는지 혹시"). Left out: rhetorical ones,
courtesy and assent ("괜찮으시죠?"), echoes ("세 편이요?"), requests in question form. The answer is the next speaker's turn;
where that speaker first asks back what is meant, it is their next turn, and the exchange belongs inside. What is asked
for deciding ("어떻게 할까요?") is answered by the decision.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from processing.summary import intents
from processing.summary.answers import answer_text, decision_for, fits, hands_over, telling
from processing.summary.asked import ASKS_WHAT, asked_in, clarifies_in, pointing_in
from processing.summary.commitments import is_promise
from processing.summary.echoes import is_thought
from processing.summary.matters import Settled
from processing.summary.question_text import question_text, text_about
from processing.summary.things import thing
from processing.summary.utterance import Utterance
from processing.summary.written_style import MAX_LENGTH, Written, statement

# 먼저 정해야 나오지 않나요? 그게 맞지 않아요?: an opinion, and a question only to those who do not share it
_OPINION = re.compile(r"(?: 맞/V\S| 좋/VA| 낫/VA| 되/VV| 어야/EC \S+) (?:\S+ )*?지/EC 않/VX ")
_SHARED = re.compile(r"^(?:(?:아|네|예|어)[,.]? )*(?:맞|그렇(?!지만|긴)|그러네|동의|좋)")
_CONCURS = re.compile(
    r"^(?:(?:아|네|예|어)[,.]? )*(?:맞습니다|맞아요?|그쵸|그죠|그렇죠|그니까요?|그러니까요?|그러게요?)(?:[ .,]|$)"
)
_FINDS_OUT = re.compile(r" (?:확인|체크|점검|문의|조회)/NNG | (?:알아보|물어보|묻|여쭤보|여쭙|살펴보)/VV ")


@dataclass(frozen=True)
class Question:
    """A question and its answer (None: nobody gave one), as lines, with the sentences that say them.

    `about` names, some sentences before, what the question only points at.
    """

    written: Written
    answer: Written | None
    asked: tuple[Utterance, ...]
    answered: tuple[Utterance, ...]
    about: tuple[Utterance, ...] = ()


def questions(utterances: Sequence[Utterance], settled: Sequence[Settled], is_taken: frozenset[int]) -> list[Question]:
    """The answered questions of a note in order; `is_taken` are indices of sentences that are requests or tasks."""
    turns = _turns(utterances)
    texts = {decision.said[-1].index: decision.written for decision in settled}
    found: list[Question] = []
    for t, turn in enumerate(turns):
        named = asked_in(turn, is_taken)
        pointing = pointing_in(utterances, turn, is_taken, named)
        for asked, about in sorted([*((one, None) for one in named), *pointing], key=lambda pair: pair[0][-1].index):
            if clarifies_in(turns, t, asked) or _asks_nothing(utterances, asked[-1].index):
                continue
            answered = decision_for(asked, settled) or _answer(turns, t, asked)
            if asked[-1].has(_OPINION) and _is_shared(turns, t, answered, texts):
                continue
            if found and answered and _adds_to(found[-1], asked, answered):
                found[-1] = _one(found[-1], asked)
            elif _is_to_be_told(asked, about, answered, turn):
                found.append(_question(asked, about, answered, texts))
    return found


def _is_to_be_told(
    asked: Sequence[Utterance], about: Utterance | None, answered: Sequence[Utterance], turn: Sequence[Utterance]
) -> bool:
    """Answered, or with nothing behind it; what only points needs an answer that states something."""
    if about is not None and not any(statement(u) for u in answered):
        return False
    return bool(answered) or asked[-1] is turn[-1]


def _question(
    asked: tuple[Utterance, ...],
    about: Utterance | None,
    answered: tuple[Utterance, ...],
    texts: Mapping[int, Written],
) -> Question:
    answer = answer_text(answered, texts, asked)
    if about is None:
        return Question(question_text(asked), answer, asked, answered)
    return Question(text_about(asked[-1], about), answer, asked, answered, (about,))


def _asks_nothing(utterances: Sequence[Utterance], at: int) -> bool:
    """Whether it is banter, a thought, agreed to as if told (누가 듣습니까? — 맞습니다), or what a task is to find out (… 비었는지)."""
    if intents.is_laughed_at(utterances, at) or intents.is_laughed_with(utterances, at) or is_thought(utterances, at):
        return True
    utterance, answer = utterances[at], intents.next_turn(utterances, at)
    if answer is not None and utterance.has(ASKS_WHAT) and _CONCURS.match(answer.text):
        return True
    before = utterances[at - 1] if at else None
    is_found_out = (
        before is not None and before.turn == utterance.turn and before.has(_FINDS_OUT) and is_promise(before)
    )
    return is_found_out and not utterance.is_asked


def _is_shared(
    turns: Sequence[Sequence[Utterance]], t: int, answered: Sequence[Utterance], settled: Mapping[int, Written]
) -> bool:
    """Whether the opinion put as a question is agreed with, or nobody takes it up."""
    agrees = t + 1 < len(turns) and _SHARED.match(turns[t + 1][0].text) is not None
    return not answered or agrees or any(u.index in settled for u in answered)


def _adds_to(before: Question, asked: Sequence[Utterance], answered: Sequence[Utterance]) -> bool:
    """Whether it only says the question right before in other words: both have one answer ("버전은요? 16으로 올리나요?")."""
    is_next = asked[0].index - before.asked[-1].index == 1 and asked[0].turn == before.asked[-1].turn
    return is_next and tuple(answered) == before.answered


def _one(before: Question, asked: tuple[Utterance, ...]) -> Question:
    """One question of two; where the first only names a thing, its words come before the second's."""
    both = (*before.asked, *asked)
    if not before.written.is_quoted:
        return replace(before, asked=both)
    written, name = question_text(asked), thing(before.asked[-1])
    text = f"{name}, {written.text}"
    if written.is_quoted or not name or len(text) > MAX_LENGTH:
        return replace(before, asked=both)
    return replace(before, written=Written(text, False, written.words | before.written.words), asked=both)


def _turns(utterances: Sequence[Utterance]) -> list[list[Utterance]]:
    turns: list[list[Utterance]] = []
    for utterance in utterances:
        if not turns or turns[-1][0].turn != utterance.turn:
            turns.append([])
        turns[-1].append(utterance)
    return turns


def _answer(turns: Sequence[Sequence[Utterance]], t: int, asked: Sequence[Utterance]) -> tuple[Utterance, ...]:
    """The sentences that answer the question at the end of turn `t`."""
    if t + 1 >= len(turns) or turns[t + 1][0].speaker_id == turns[t][0].speaker_id:
        return ()
    back = asked_in(turns[t + 1], frozenset())
    if back and clarifies_in(turns, t + 1, back[0]):
        is_resumed = t + 3 < len(turns) and turns[t + 3][0].speaker_id == turns[t + 1][0].speaker_id
        return telling(turns[t + 3], asked) if is_resumed else ()
    if hands_over(turns[t + 1]) and t + 2 < len(turns):
        return telling(turns[t + 2], asked)
    told = telling(turns[t + 1], asked)
    return told if fits(asked, turns[t + 1][0], told) else ()
