"""Words that CLOVA hung on the wrong side of a border between two speakers, and listening noises that cut a sentence.

Each rule looks at one border and asks for evidence on both sides; without it nothing is proposed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from processing.analysis import Sentence
from processing.note import Edit, EditKind, Key, State, change_of
from processing.proposals import PROPOSE, TurnProposal
from processing.source import Place, Source
from processing.turns import answers, completion, speech
from processing.turns.findings import Finding, Said, Sort, joined, moved_down, words_of
from processing.turns.torn_sentences import end_found, start_found

_LONGEST_ANSWER_HEAD = 10  # eojeols after a question that may still be the start of its answer


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
        found = _head(source, state, before, turn) or end_found(source, state, before, turn, after)
        found = found or start_found(source, state, before, turn)
        if found is not None:
            yield found


def _are_two(before: Said, turn: Said) -> bool:
    return bool(before.speaker_id and turn.speaker_id) and before.speaker_id != turn.speaker_id


def _folded(source: Source, state: State, before: Said, turn: Said, after: Said | None) -> Finding | None:
    """A listening noise inside another's speech: the sentence before is cut open, or the noise is an exclamation."""
    if after is None or after.speaker_id != before.speaker_id or not completion.reacts(turn.sentences):
        return None
    last, first = before.sentences[-1], after.sentences[0]
    if speech.begins_with_answer(first):
        return None
    if not speech.is_back_channel(turn.sentences):
        is_cut = speech.is_open(last) and not speech.begins_anew(first) and not speech.is_wondering(last)
        return Finding(Sort.BACK_CHANNEL, 0.6, _fold(source, state, before, turn, after)) if is_cut else None
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
        edit = joined(source, before.place.end, after.place.start, "맞장구를 접고 이은 문장")
    else:
        edit = Edit(
            turn.place.start, turn.place.end, words, "", EditKind.FILLER, "sound", 0.6, "이어지는 말에 낀 맞장구"
        )
    values[("edits", edit.id)] = edit
    return TurnProposal("fold", PROPOSE, turn.place, detail, change_of(state, values))


def _head(source: Source, state: State, before: Said, turn: Said) -> Finding | None:
    """The start of an answer inside the question's turn: "…있으세요? 네 있어요." and then the other goes on."""
    asked = _last_asked(before.sentences)
    answer = before.sentences[asked + 1 :]
    if asked < 0 or not answer or not _answers(before.sentences, asked):
        return None
    if sum(speech.eojeols(s.text) for s in answer) > _LONGEST_ANSWER_HEAD:
        return None
    first = turn.sentences[0]
    if speech.begins_with_response(first) or speech.is_asked(first):
        return None
    question = before.sentences[asked]
    if _gives_back(answer) and not (answers.asks_leave(question) or answers.instructs(question, answer[0])):
        return None
    echoes = _echoes(question, answer[0])
    start, words = answer[0].place.start, words_of(answer)
    detail = f"질문 바로 뒤의 '{words}'는 다음 사람의 대답으로 보입니다."
    change = moved_down(source, state, before, turn, start)
    strength = 0.9 if echoes else 0.75
    return Finding(Sort.HEAD, strength, TurnProposal("split", PROPOSE, Place(start, before.place.end), detail, change))


def _last_asked(sentences: Sequence[Sentence]) -> int:
    """The last sentence that wants a reply, with at most two after it; -1 if there is none."""
    last = len(sentences) - 1
    return next((i for i in range(last, max(last - 3, -1), -1) if _wants_reply(sentences, i)), -1)


def _wants_reply(sentences: Sequence[Sentence], i: int) -> bool:
    """Whether a sentence asks, or bids and is granted right after: "메일로 보내 주세요. 네 알겠습니다"."""
    if speech.is_asked(sentences[i]):
        return True
    return (
        i + 1 < len(sentences)
        and speech.asks_for_something(sentences[i])
        and (speech.begins_with_answer(sentences[i + 1]) or speech.is_scrap(sentences[i + 1]))
    )


def _answers(sentences: Sequence[Sentence], asked: int) -> bool:
    """Whether what follows the question at `asked` in its own turn is another's answer to it.

    A speaker who asks themselves does not honour anybody and leaves the question open: "제가 뭘 깨달았을까요? 맞아요."
    """
    question, first, answer = sentences[asked], sentences[asked + 1], sentences[asked + 1 :]
    asks_other = speech.honours_subject(question) or not speech.asks_oneself(question)
    if speech.begins_with_answer(first):
        is_granted = not speech.is_asked(question) and answers.grants(answer)
        is_granted = is_granted or (len(answer) == 1 and answers.accepts(question, first))
        return is_granted or (
            speech.is_asked(question) and (_echoes(question, first) or (asks_other and not _closes(question, answer)))
        )
    if len(answer) > 1 or not speech.is_asked(question):
        return len(answer) == 1 and speech.is_scrap(first)
    if answers.accepts(question, first) or answers.concedes(first) or (asks_other and answers.agrees(first)):
        return True
    offered = sentences[asked - 1] if asked > 0 and speech.is_unmarked_question(sentences[asked - 1]) else None
    return answers.answers_barely(question, first, offered)


def _closes(question: Sentence, answer: Sequence[Sentence]) -> bool:
    """Whether the asker takes silence for the answer and goes on: "이의 없으십니까? 네 그럼 시작하겠습니다".

    Not so where a favour was asked, or by one who is spoken up to: "설명해 주실래요? 네 제가 할게요".
    """
    if (speech.asks_for_something(question) or answers.asks_below(question)) and answers.grants(answer):
        return False
    return speech.starts_off(answer) or any(speech.means_to(s) for s in answer)


def _gives_back(answer: Sequence[Sentence]) -> bool:
    """Whether the words after the question are the asker's own turn back to the other: "네 말씀하세요."."""
    return any(speech.asks_for_something(s) or speech.honours_subject(s) for s in answer)


def _echoes(question: Sentence, answer: Sentence) -> bool:
    return bool(speech.content(question) & speech.content(answer))
