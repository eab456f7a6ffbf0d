"""Tasks that somebody takes on or is given, with owner and due date. Precision first.

A promise ("제가 … 하겠습니다", "올릴게요") is its speaker's; a request ("유진 씨는 … 공유해 주세요") is the called one's, else the
next speaker's who says yes, else, between two people, the other's; else nobody's: an unknown owner stays blank. Left
out: what is supposed, past, quoted, laughed at, said to a machine, about the meeting itself, or advice to listeners. A
lecturer who says nearly everything promises and asks only with a date, a name, or something to be sent.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from processing.note import Speaker
from processing.summary import intents
from processing.summary.addressees import Called, called_in, in_charge, one_name_each
from processing.summary.commitments import (
    Found,
    Way,
    found_in,
    is_promise,
    is_taken_on,
    offered_in,
    told_in,
)
from processing.summary.dates import Due, dues
from processing.summary.decisions import decided
from processing.summary.follow_ups import Task, added, completed, without_cancelled
from processing.summary.months_named import dated
from processing.summary.plans import planned, steps
from processing.summary.pointed import half_told, limit_left_to_say, pointed_at
from processing.summary.postponed import is_put_off
from processing.summary.room import Room
from processing.summary.taken_on import ANSWER_WITHIN, THIRD_RECEIVER, promised, requested
from processing.summary.task_style import main_clause_offset, task
from processing.summary.task_things import does_nothing_named, with_its_thing, without_refused
from processing.summary.teams import team_in
from processing.summary.to_machine import told_to_machine
from processing.summary.utterance import Utterance, lecturer_of
from processing.summary.word_lists import word_list

_ACCEPTS = re.compile(
    r"^(?:아 |어 )?(?:(?:네|예|넵|응)[,. ]*)?(?:알겠|그러겠|그럴게|그렇게 하|바로 하|제가|내가|제 쪽)"
)
_AGREES = re.compile(r"^(?:아 |어 )?(?:네|예|넵|응|그래|좋)")
# 그럼 수아 씨가 좀 부탁해요, 그래 줄래요: an offer is taken
_TAKES_OFFER = re.compile(
    r"^(?:(?:아|어|오|음|네|예|그럼|그러면)[,.]? )*(?:네|예|넵|응|그래|좋|그러(?:세요|시죠|시면|면)|고맙|고마|감사|부탁|그렇게|(?:\S+ ){0,3}부탁)"
)
_YOU = re.compile(r" (?:너|네|니)/NP (?:가|는)/J")


def tasks(utterances: Sequence[Utterance], today: date | None, speakers: Mapping[str, Speaker]) -> list[Task]:
    """The tasks of a note in order."""
    room = Room(utterances, today, speakers, lecturer_of(utterances))
    found: list[Task] = []
    told = told_to_machine(utterances)
    for at, utterance in enumerate(utterances):
        if at in told:
            continue
        found = without_cancelled(found, utterance)
        is_of_before = half_told(room, at) is None  # else it answers to something of its own
        later = completed(found, utterance, today, utterances[at - 1] if at else None) if is_of_before else None
        if later is not None:
            found = later
            continue
        for new in _tasks_at(room, at, found):
            found = added(found, new, utterances)
    labels = {speaker.label or speaker.shown for speaker in speakers.values()}
    fullest = one_name_each(task.owner for task in found if task.owner and task.owner not in labels)
    return dated([replace(task, owner=fullest.get(task.owner, task.owner)) for task in found], utterances, today)


def _tasks_at(room: Room, at: int, found: list[Task]) -> list[Task]:
    utterance = room.said[at]
    own = _steps(room, utterance)  # 저는 … 해 주고요: with 저는 no request
    ways = own or found_in(utterance) or _told(room, at) or _offered(room, at) or _planned(room, utterance, found)
    if not ways or _is_laughed_at(room, utterance) or intents.is_quoted(room.said, at):
        return []
    if ways[-1].way is not Way.ASSIGNMENT and (decided(utterance) or _is_put_off(utterance)):
        return []
    return [new for where in ways if (new := _task(room, at, where, found)) is not None]


def _is_laughed_at(room: Room, utterance: Utterance) -> bool:
    """Laughter answers the last thing said: what one takes on before that stands (제가 물어볼게요. 맨날 남는대요. — 하하)."""
    following = room.said[utterance.index + 1 : utterance.index + 2]
    goes_on = utterance.has(THIRD_RECEIVER) and any(u.turn == utterance.turn for u in following)
    return intents.is_laughed_at(room.said, utterance.index) and not goes_on


def _is_put_off(utterance: Utterance) -> bool:
    """The same, but what one takes on oneself by a day is a task (제가 금요일까지 다시 협의해 볼게요)."""
    return is_put_off(utterance) and not is_taken_on(utterance)


def _planned(room: Room, utterance: Utterance, found: Sequence[Task]) -> list[Found]:
    """A plan of work; a lecturer's are of the lecture."""
    if utterance.speaker_id == room.lecturer:
        return []
    plan = planned(utterance, _before(utterance, found) is not None)
    return [plan] if plan is not None else []


def _steps(room: Room, utterance: Utterance) -> list[Found]:
    own = steps(utterance) if utterance.speaker_id != room.lecturer else None
    return [own] if own is not None else []


def _before(utterance: Utterance, found: Sequence[Task]) -> Task | None:
    """The task that the sentence right before takes on, in the same turn."""
    if not found or found[-1].is_request or found[-1].at.turn != utterance.turn:
        return None
    return found[-1] if 0 < utterance.index - found[-1].at.index <= 1 else None


def _told(room: Room, at: int) -> list[Found]:
    told, answer = told_in(room.said[at]), intents.next_turn(room.said, at)
    if told is None or answer is None or answer.index - at > ANSWER_WITHIN:
        return []
    accepts = _ACCEPTS.match(answer.text) or any(is_promise(u) for u in room.said[answer.index : answer.index + 2])
    # 은지 씨가 내일 바로 신청해 — 네: whom and when are told, so a bare yes will do
    is_told_whom = called_in(room.said[at]) is not None or room.said[at].has(_YOU)
    says_when = any(due.start >= 0 for due in dues(room.said[at].text, room.today))
    return [told] if accepts or (is_told_whom and says_when and _AGREES.match(answer.text)) else []


def _offered(room: Room, at: int) -> list[Found]:
    offered, answer = offered_in(room.said[at]), intents.next_turn(room.said, at)
    if offered is None or answer is None or answer.index - at > 1 or not _TAKES_OFFER.match(answer.text):
        return []
    return [offered]


def _task(room: Room, at: int, where: Found, found: list[Task]) -> Task | None:
    utterance = room.said[at]
    said_here = due = _due(utterance, where, room.today)
    team = team_in(utterance, where.begin, where.end) if where.way is Way.PROMISE else None
    if due is None or not due.is_limit:
        due = limit_left_to_say(room, at) or due
    called = _called(utterance, where) or team
    written = task(utterance, where.end, said_here, called, where.begin)
    if written is not None and does_nothing_named(utterance, written):
        return None
    if written is None or not written.words - word_list("general_nouns"):
        pointed = pointed_at(room, at, where, said_here, called)
        return replace(pointed, due=due) if pointed is not None else None
    new = Task(without_refused(written), "", due, (utterance,), where.way is Way.REQUEST)
    new = with_its_thing(room, where, new)
    if where.way is Way.ASSIGNMENT and called is not None:
        return replace(new, owner=room.owner(called))
    if where.way is Way.PROMISE:
        return promised(room, new, where.end, team, _before(utterance, found))
    return requested(room, new, where.end, called, found)


def _called(utterance: Utterance, where: Found) -> Called | None:
    if where.way is Way.PROMISE:
        return None
    end = where.end if where.begin or _is_first_half(utterance, where) else None
    charged = in_charge(utterance) if where.way is Way.ASSIGNMENT else None
    return called_in(utterance, where.begin, end) or charged


def _is_first_half(utterance: Utterance, where: Found) -> bool:
    """Whether another clause follows the task's own (… 주시고 유진 님은 …)."""
    return any(m.tag == "EC" and m.form == "고" for m in utterance.marks[where.end : where.end + 3])


def _due(utterance: Utterance, where: Found, today: date | None) -> Due | None:
    """The time by which: the last limit (까지, 안에) before the verb, else the last point of time in its clause.

    A limit behind the verb counts where none is before ("추가하는 거 모레까지 가능하실까요?").
    """
    end, begin = where.end, utterance.marks[where.begin].start if where.begin else 0
    said, border = [due for due in dues(utterance.text, today) if due.start >= begin], utterance.marks[end - 1].end
    before = [due for due in said if due.start < border]
    if _is_first_half(utterance, where) or any(m.form == "터" for m in utterance.marks[end : end + 2]):
        said = before
    own = [due for due in before if due.start >= main_clause_offset(utterance, end)]
    limits = [[due for due in group if due.is_limit] for group in (own, before, said)]
    return next((group[-1] for group in (*limits, own) if group), None)
