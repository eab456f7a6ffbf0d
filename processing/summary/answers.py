"""The answer of a question: the next speaker's turn as far as it stays with the question, or the decision it leads to."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from processing.summary import intents
from processing.summary.commitments import FIRST_PERSON, is_promise
from processing.summary.dates import dues
from processing.summary.matters import Settled
from processing.summary.postponed import is_postponed, says_nothing_is_known
from processing.summary.to_machine import is_told_to_machine
from processing.summary.trimming import starts_vaguely
from processing.summary.utterance import Utterance
from processing.summary.word_lists import word_list
from processing.summary.written_style import Written, quotation, statement

_WHEN = re.compile(r" 언제/| 며칠/| 몇/MM (?:월|일|시|주|달|년)/")
_YES_OR_NO = re.compile(r"^(?:네|예|아니|아뇨|응|어|넵|그건|그거)")
_TAKES_NOTE = re.compile(
    r"^(?:(?:네네|네|예|넵|아|음)[ ,.]*)*(?:잘 )?(?:알겠|알았)[가-힣]+[.!]?$"
)  # heard, not answered
_PUTS_RIGHT = re.compile(r"^(?:아,? ?)?(?:아니다|아니야|아니요?|아 아니)[ ,.]+(?=\S+ )")
_ASSENTS = frozenset("그렇 이렇 그러 맞".split())  # 아 그렇네
_GOES_ON = re.compile(r"^(?:자[ ,]|그럼 |그러면 |그리고 |근데 |그런데 |다음|마지막|아 그리고|또 하나|오늘도|다들 )")
_DELIBERATES = re.compile(r" (?:ᆯ까요?|을까요?)/EF | 어떻/VA 게/EC (?:\S+ )*?하/VV | 어떻게/MAG ")
_OWN_TOPIC = re.compile(r"^(?: \S+/(?:IC|MAJ|MAG|MM|NN[GPB]|SL|SN|NR|XSN|XPN))+ (?:은|는)/JX ")
_DECIDED_WITHIN = 10  # turns
_ANSWER_SENTENCES = 3
_ANSWER_LENGTH = 240


def hands_over(turn: Sequence[Utterance]) -> bool:
    """Whether the turn ends by calling somebody else to answer ("성재 님.")."""
    words = turn[-1].eojeols
    return len(turn) > 1 and 0 < len(words) <= 2 and words[-1].bare.endswith(("님", "씨"))


def telling(turn: Sequence[Utterance], asked: Sequence[Utterance]) -> tuple[Utterance, ...]:
    """The sentences of an answering turn that say something, up to its own next question or its next subject."""
    told: list[Utterance] = []
    for utterance in turn:
        if told and (
            _GOES_ON.match(utterance.text) or intents.is_question(utterance) or _turns_away(utterance, told, asked)
        ):
            break
        if intents.is_question(utterance) or is_told_to_machine(utterance) or utterance.is_taken_back:
            continue
        if _TAKES_NOTE.match(utterance.text):
            continue
        if told and _PUTS_RIGHT.match(utterance.text) and utterance.index == told[-1].index + 1:
            told.pop()  # 내선 4번이요. 아니다 요새는 그룹웨어로만 받아요.
        if _says_something(utterance) or (not told and _is_full_reply(utterance)):
            told.append(utterance)
    is_bare = intents.is_question(turn[0]) or _TAKES_NOTE.match(turn[0].text) is not None
    if not told and not is_bare and (turn[0].words or is_promise(turn[0])):
        told = [turn[0]]
    return tuple(told[:_ANSWER_SENTENCES])


def _says_something(utterance: Utterance) -> bool:
    has_figure = any(m.tag in ("SN", "NR") for m in utterance.marks)
    return len(utterance.words) > 1 or has_figure or utterance.has(FIRST_PERSON) or says_nothing_is_known(utterance)


def _is_full_reply(utterance: Utterance) -> bool:
    """네 그렇게 하시죠, 아니요 안 됩니다, 금요일이요: more than a bare yes."""
    says = [m for m in utterance.marks if m.tag.startswith(("V", "NN"))]
    return len(utterance.eojeols) > 1 and any(m.form not in _ASSENTS for m in says)


def _turns_away(utterance: Utterance, told: Sequence[Utterance], asked: Sequence[Utterance]) -> bool:
    """Whether it opens a subject of its own ("회의록은 제가 …"), which neither question nor answer named."""
    if not utterance.has(_OWN_TOPIC) or (utterance.kept and starts_vaguely(utterance.eojeols[utterance.kept[0]])):
        return False
    return not utterance.words & frozenset().union(*(u.words for u in (*asked, *told)))


def fits(asked: Sequence[Utterance], first: Utterance, told: Sequence[Utterance]) -> bool:
    """Whether what is told can answer: it is not put off, and where a time is asked it has one or the thing itself."""
    if not told or any(is_postponed(u) for u in told[:1]):
        return False
    if not asked[-1].has(_WHEN) or _YES_OR_NO.match(first.text):
        return True
    nouns = frozenset().union(*(u.nouns for u in asked)) - word_list("general_nouns")
    return any(dues(u.text, None) or any(m.tag in ("SN", "NR") for m in u.marks) or u.nouns & nouns for u in told)


def decision_for(asked: Sequence[Utterance], settled: Sequence[Settled]) -> tuple[Utterance, ...]:
    """The decision that ends the deliberation a question opens, if it names the same thing."""
    last, general = asked[-1], word_list("general_nouns")
    if not last.has(_DELIBERATES):
        return ()
    nouns = frozenset().union(*(u.nouns for u in asked)) - general
    for decision in settled:
        turn = decision.said[-1].turn
        is_later = last.turn < turn <= last.turn + _DECIDED_WITHIN
        if is_later and nouns & decision.written.words:
            return tuple(u for u in decision.said if u not in asked and not intents.is_question(u))
    return ()


def answer_text(
    answered: Sequence[Utterance], texts: Mapping[int, Written], asked: Sequence[Utterance] = ()
) -> Written | None:
    """The answer's sentences as lines in a row; a decision among them in its own words (`texts`, by sentence).

    Not where the decision took a word from elsewhere, which question and answer do not cite.
    """
    parts: list[str] = []
    cited = frozenset().union(*(u.words for u in (*asked, *answered)))
    for utterance in answered:
        settled = texts.get(utterance.index)
        settled = settled if settled is not None and settled.words <= cited else None
        text = (settled or statement(utterance) or quotation(utterance)).text
        if parts and sum(map(len, parts)) + len(text) > _ANSWER_LENGTH:
            break
        parts.append(text)
    words = frozenset().union(*(u.words for u in answered))
    return Written(". ".join(parts), False, words) if parts else None
