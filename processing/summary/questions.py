"""Questions that somebody else answers, with their answers.

A question is known by its ending, also an unfinished one ("… 기준 같은 게 있으신지", "… 끝나는지 혹시"). Left out: rhetorical ones,
courtesy and assent ("괜찮으시죠?"), echoes ("세 편이요?"), requests in question form. The answer is the next speaker's turn;
where that speaker first asks back what is meant, it is their next turn, and the exchange belongs inside. What is asked
for deciding ("어떻게 할까요?") is answered by the decision.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from processing.analysis import Morpheme
from processing.summary import intents
from processing.summary.decisions import Settled
from processing.summary.utterance import Utterance
from processing.summary.word_lists import word_list
from processing.summary.written_style import (
    MAX_LENGTH,
    Draft,
    Written,
    draft_of,
    nominal,
    quotation,
    statement,
    tagged,
    without_hedges,
    without_politeness,
)

_ASKING = re.compile(
    r" (?:ᆯ까|을까|ᆯ까요|을까요|나요|ᆫ가요|은가요|습니까|ᆸ니까|는지|ᆫ지|은지|ᆯ지|을지|는지요|ᆫ지요)/E[FC] (?:요/JX )?(?:혹시/MAG |좀/MAG )?(?:\?/SF )?$"
    r"|(?:는지|ᆫ지|을지|ᆯ지)/EC (?:[이가를]/J\S+ )?궁금/\S+ 하/\S+ \S+/EF (?:\?/SF )?$"
)
_WANTS_TO_KNOW = re.compile(r"(?:는지|ᆫ지|은지|을지|ᆯ지)/E[CF] (?:[이가를도]/J\S+ )?(?:궁금/\S+ 하/\S+ \S+/EF|혹시/MAG|좀/MAG) $")
_RHETORICAL = re.compile(
    r"(?<!시/EP) 겠/EP (?:어요?|습니까|냐|니|나요?)/EF (?:\?/SF )?$"  # 그게 되겠어요? 누가 먹겠어요?
    r"| 어디/NP (?:에/JKB )?있/\S+ (?:어요?|습니까|냐)/EF"  # 그런 팀이 어디 있어요?
    r"| 말/NNG 이/JKS 되/VV | 무슨/MM (?:소용|상관|의미)/NNG | 소용/NNG "
    r"| 얼마나/MAG (?:많이|잘|좋|크|힘들)| 어떡하/VV | 어쩌/VV | 잖아요?/EF "
    r"| ᆫ?다고/EC (?:\S+ )*?(?:나오|되|생기)/VV (?:나요|ᆸ니까|냐|니)/EF"  # 걱정한다고 돈이 나오나요?
)
_ASSENT = re.compile(
    r"(?:괜찮/VA|동의/NNG|찬성/NNG|이의/NNG|알/VV|기억나/VV|들리/VV|보이/VV|맞/V\S|그렇/VA|되/VV 시/EP) \S*(?: ?\S+/EP)* ?\S*"
    r"(?:죠|지|나요|ᆸ니까|습니까|으십니까|어요|세요|으세요|가요|ᆫ가요)/EF \?/SF $"
    r"| (?:의견|질문|안건|분|사람)/N\S+ (?:\S+/J\S+ )?(?:있|없|계시|계)/"
)
_CLARIFIES = re.compile(r"말씀하시|말씀이신|말하는 거|말하시는|라고 하시면|라면 |아니면")
_ECHO = re.compile(r"^(?: \S+/(?:NN.|SN|NR|MM|SL|XSN|IC|NNB|JX|VCP|ETM|XSV|JKO|JKB))+ (?:이/VCP )?(?:요|이요)/(?:JX|EF) (?:\?/SF )?$")
_DELIBERATES = re.compile(r" (?:ᆯ까요?|을까요?)/EF | 어떻/VA 게/EC (?:\S+ )*?하/VV | 어떻게/MAG ")
_DECIDED_WITHIN = 10  # turns
_MOST_AFTER = 2  # sentences that the asker may still add
_ANSWER_SENTENCES = 3
_ANSWER_LENGTH = 240


@dataclass(frozen=True)
class Question:
    """A question and its answer, as lines, with the sentences that say them."""

    written: Written
    answer: Written
    asked: tuple[Utterance, ...]
    answered: tuple[Utterance, ...]


def questions(utterances: Sequence[Utterance], settled: Sequence[Settled], is_taken: frozenset[int]) -> list[Question]:
    """The answered questions of a note in order; `is_taken` are indices of sentences that are requests or tasks."""
    turns = _turns(utterances)
    found: list[Question] = []
    for t, turn in enumerate(turns):
        for asked in _asked_in(turn, is_taken):
            if _clarifies_in(turns, t, asked):
                continue
            answered = _decision_for(asked, settled) or _answer(turns, t)
            answer = _answer_text(answered) if answered else None
            if answer is not None:
                found.append(Question(_question_text(asked), answer, asked, answered))
    return found


def is_question(utterance: Utterance) -> bool:
    """Whether it asks, by a question mark or by its ending."""
    return utterance.is_asked or utterance.has(_ASKING)


def _turns(utterances: Sequence[Utterance]) -> list[list[Utterance]]:
    turns: list[list[Utterance]] = []
    for utterance in utterances:
        if not turns or turns[-1][0].turn != utterance.turn:
            turns.append([])
        turns[-1].append(utterance)
    return turns


def _asked_in(turn: Sequence[Utterance], is_taken: frozenset[int]) -> list[tuple[Utterance, ...]]:
    """The real questions among the last sentences of a turn; one over two sentences ("… 거예요 / 아니면 …") is one."""
    found: list[tuple[Utterance, ...]] = []
    general = word_list("general_nouns")
    for i, utterance in enumerate(turn):
        is_far = len(turn) - 1 - i > _MOST_AFTER
        if is_far or utterance.index in is_taken or not is_question(utterance) or intents.is_told_to_machine(utterance):
            continue
        if utterance.has(_RHETORICAL) or utterance.has(_ASSENT) or utterance.has(intents.REQUEST):
            continue
        parts = (turn[i - 1], utterance) if i and _is_alternative(turn[i - 1], utterance) else (utterance,)
        nouns = frozenset().union(*(part.nouns for part in parts)) - general
        is_echo = utterance.has(_ECHO) and not re.search(r"/JX 요/JX", utterance.tagged)
        if nouns and not is_echo:
            found.append(parts)
    return found


def _is_alternative(before: Utterance, utterance: Utterance) -> bool:
    return before.text[-1:] not in ".?!…" and utterance.text.startswith("아니면")


def _clarifies_in(turns: Sequence[Sequence[Utterance]], t: int, asked: Sequence[Utterance]) -> bool:
    """Whether the question only asks back what the question of the turn before meant."""
    if not t or not any(is_question(u) for u in turns[t - 1][-1 - _MOST_AFTER :]):
        return False
    is_first = asked[0].index - turns[t][0].index <= 1
    if not is_first or asked[-1].index != turns[t][-1].index:
        return False
    return any(_CLARIFIES.search(u.text) or u.has(_ECHO) for u in asked)


def _answer(turns: Sequence[Sequence[Utterance]], t: int) -> tuple[Utterance, ...]:
    """The sentences that answer the question at the end of turn `t`."""
    if t + 1 >= len(turns) or turns[t + 1][0].speaker_id == turns[t][0].speaker_id:
        return ()
    back = _asked_in(turns[t + 1], frozenset())
    if back and _clarifies_in(turns, t + 1, back[0]):
        is_resumed = t + 3 < len(turns) and turns[t + 3][0].speaker_id == turns[t + 1][0].speaker_id
        return _telling(turns[t + 3]) if is_resumed else ()
    return _telling(turns[t + 1])


def _telling(turn: Sequence[Utterance]) -> tuple[Utterance, ...]:
    """The sentences of an answering turn that say something, up to its own next question."""
    told: list[Utterance] = []
    for utterance in turn:
        if is_question(utterance) and not utterance.has(_ECHO):
            break
        if len(utterance.words) > 1 and not intents.is_told_to_machine(utterance):
            told.append(utterance)
    if not told and turn and not is_question(turn[0]) and turn[0].words:
        told = [turn[0]]
    return tuple(told[:_ANSWER_SENTENCES])


def _decision_for(asked: Sequence[Utterance], settled: Sequence[Settled]) -> tuple[Utterance, ...]:
    """The decision that ends the deliberation a question opens, if it names the same thing."""
    last, general = asked[-1], word_list("general_nouns")
    if not last.has(_DELIBERATES):
        return ()
    nouns = frozenset().union(*(u.nouns for u in asked)) - general
    for decision in settled:
        turn = decision.said[-1].turn
        if last.turn < turn <= last.turn + _DECIDED_WITHIN and nouns & decision.written.words:
            return decision.said
    return ()


def _answer_text(answered: Sequence[Utterance]) -> Written | None:
    parts: list[str] = []
    for utterance in answered:
        text = (statement(utterance) or quotation(utterance)).text
        if parts and sum(map(len, parts)) + len(text) > _ANSWER_LENGTH:
            break
        parts.append(text)
    words = frozenset().union(*(u.words for u in answered))
    return Written(". ".join(parts), False, words) if parts else None


def _question_text(asked: Sequence[Utterance]) -> Written:
    last = asked[-1]
    words = frozenset().union(*(u.words for u in asked))
    if len(asked) > 1:
        parts = [part for u in asked if (part := _asked_text(u))]
        if len(parts) == len(asked):
            text = " 아니면 ".join(parts)
            if len(text) <= MAX_LENGTH:
                return Written(text, False, words)
    single = _asked_text(last)
    if single is None or len(single) > MAX_LENGTH:
        return quotation(last)
    return Written(single, False, words)


def _asked_text(utterance: Utterance) -> str | None:
    """The question as ~하는지, ~할지, ~인지; None where its ending has no such form."""
    draft = draft_of(utterance)
    tokens = draft.tokens
    wish = _WANTS_TO_KNOW.search(tagged(tokens))
    if wish is not None:
        tokens = tokens[: tagged(tokens).count(" ", 0, wish.start() + 1)]
    if tokens and tokens[-1][1].form == "요":
        tokens = tokens[:-1]
    if not tokens or tokens[-1][1].tag not in ("EF", "EC"):
        return None
    ending = tokens[-1][1].form
    stem = without_hedges(without_politeness(tokens[:-1]))
    return _closed(draft, stem, ending)


def _closed(draft: Draft, stem: list[tuple[int, Morpheme]], ending: str) -> str | None:
    if not stem:
        return None
    i, last = stem[-1]
    draft = replace(draft, kept=tuple(j for j in draft.kept if j <= i))
    tag, form = last.tag, last.form
    if tag == "VCP":
        named = nominal(draft, stem)
        return None if named is None else named.removesuffix("임") + "인지"
    is_plan = ending.startswith(("ᆯ까", "을까", "ᆯ지", "을지"))
    is_quality = tag in ("VA", "XSA", "VCN") and form not in ("있", "없")
    suffix = "ᆯ지" if is_plan else "ᆫ지" if is_quality else "는지"
    return nominal(draft, stem, suffix)
