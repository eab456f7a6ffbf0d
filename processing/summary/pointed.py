"""Tasks that only point at their thing ("그건 제가 할게요", "이거 금요일까지 마무리 부탁해"): it was named shortly before.

The sentence that names it belongs to the evidence.
"""

from __future__ import annotations

import re

from processing.summary.addressees import Called, called_in
from processing.summary.commitments import FIRST_PERSON, Found, Way
from processing.summary.dates import Due, dues
from processing.summary.endings import joined
from processing.summary.follow_ups import Task
from processing.summary.room import Room
from processing.summary.task_style import bare_deed, task
from processing.summary.things import action, object_before, object_of, raised_before, thing, thing_before
from processing.summary.utterance import Utterance
from processing.summary.word_lists import word_list
from processing.summary.written_style import Written

_POINTS = re.compile(r" (?:이거|그거|저거|이것|그것|저것)/NP ")
ASKS_BACK = re.compile(r" (?:묻|물어보|여쭤보|여쭙|알아보)/VV ")
ASKS_WHO = re.compile(r" (?:누구|누)/NP ")
_ASKS_WHEN = re.compile(r" (?:언제|며칠)/")
_GIVES = re.compile(r" 어/EC (?:주|놓|두)/VX (?:ᆯ게요?|을게요?|겠/EP (?:습니다|어요))/EF ")
_HAS_TO = re.compile(r" 어야/EC (?:되|하)/V")
_TELLING = ("말씀", "얘기", "이야기")
_RESULT = re.compile(r"(결과|답|답변|회신|견적|승인|자료|시안|초안)")
_HAS_PREDICATE = re.compile(r"/(?:EF|EC) (?:요/JX )?(?:\?/SF )?$")


def pointed_at(room: Room, at: int, where: Found, due: Due | None, called: Called | None) -> Task | None:
    """ "그건 제가 할게요", "이거 금요일까지 마무리 부탁해": the thing is named shortly before, which belongs to the evidence."""
    utterance = room.said[at]
    has_limit = due is not None and due.is_limit
    what = action(utterance, where.end, due)
    if (
        due is not None and what and what not in _TELLING and (result := _RESULT.match(due.words))
    ):  # 결과가 나오면 공유하겠습니다
        return _told_in((utterance,), f"{result[1]} {what}", room.doer(utterance, called), where, due)
    half = half_told(room, at) if where.way is Way.PROMISE else None
    raised = _raised(room, at) if where.way is Way.PROMISE else None
    is_taken_on = (
        raised is not None
        or half is not None
        or utterance.has(FIRST_PERSON)
        or (where.way is Way.PROMISE and due is not None)  # 내일 아침에 전화해 보겠습니다
        or (called is not None and due is not None)  # 은지 씨가 내일 바로 신청해
        or _answers_with_same_verb(room, utterance)
        or ((where.way is Way.PROMISE or called is not None) and has_limit)
    )
    is_told = called is not None and due is not None
    is_answer = where.way is Way.PROMISE and _answers_a_question(room, at)
    is_known = has_limit or is_told or is_answer or _points_back(room, at) or half is not None or raised is not None
    if where.way is not Way.ASSIGNMENT and not (is_taken_on and is_known):
        return None
    own = [m for m in utterance.marks[where.begin : where.end] if due is None or not due.start <= m.start < due.end]
    verbs = {m.form for m in own if m.tag == "VV"} - {"하", "드리"}
    if (
        verbs
        and verbs <= word_list("meeting_talk")
        and not (has_limit or half is not None)
        and not utterance.has(ASKS_BACK)
    ):
        return None
    if not what and (asked := _asked_who(room, at)) is not None:
        return asked if where.way is Way.PROMISE else None
    if not what and utterance.marks[where.end - 1].form in ("드리", "주"):
        what = joined(utterance.marks[where.end - 1].form, "기")
    verb = what.removesuffix("기")
    before = half or raised or _when_asked(room, at) or object_before(room.said, at, verb)
    before = before or thing_before(room.said, at, verb)
    name = (object_of(before, verb) or thing(before)) if before is not None else ""
    if before is None or not name:
        return None
    deed = bare_deed(utterance, where.end, due, called, where.begin) if what else ""
    text = f"{name} {deed or what}".strip()
    return _told_in((utterance, before), text, room.doer(utterance, called), where, due)


def _told_in(said: tuple[Utterance, ...], text: str, owner: str, where: Found, due: Due | None) -> Task:
    words = frozenset(m.form for u in said for m in u.marks if m.is_content and m.form in text)
    return Task(Written(text, False, words), owner, due, said, where.way is Way.REQUEST)


def _raised(room: Room, at: int) -> Utterance | None:
    """저 근무표요. … — 아 그거 내가 잘못 넣었나 보다. 이따 고쳐 줄게요: the topic that was raised by its bare name, and pointed at since."""
    utterance, before = room.said[at], room.said[at - 1] if at else None
    if before is None or before.turn != utterance.turn or not before.has(_POINTS) or utterance.nouns:
        return None
    if thing(before) or not utterance.has(_GIVES):
        return None
    return raised_before(room.said, at)


def _asked_who(room: Room, at: int) -> Task | None:
    """물류팀에 얘기를 해야 되는데 누가 하실래요? — 제가 하겠습니다: what has to be done stands in the question."""
    utterance = room.said[at]
    for before in reversed(room.said[max(at - 3, 0) : at]):
        has_to = _HAS_TO.search(before.tagged)
        if utterance.turn - before.turn == 1 and has_to is not None and before.has(ASKS_WHO):
            written = task(before, before.marks_before(has_to.start() + 1), None, None)
            owner = room.name(utterance.speaker_id)
            return Task(written, owner, None, (utterance, before), False) if written is not None else None
    return None


def _when_asked(room: Room, at: int) -> Utterance | None:
    """여섯 개는 언제 주실 수 있어요? — 오전까지 드릴게요: what is given then is what was asked for, and nothing else."""
    asked = (u for u in reversed(room.said[max(at - 2, 0) : at]) if u.is_asked)
    before = next(asked, None)
    return before if before is not None and before.has(_ASKS_WHEN) else None


def limit_left_to_say(room: Room, at: int) -> Due | None:
    """The limit that the turn before sets for whoever answers now (라벨은 도현 씨가 월요일까지 — 네 다 볼게요)."""
    before = half_told(room, at)
    limits = [due for due in dues(before.text, room.today) if due.is_limit] if before is not None else []
    return limits[-1] if limits else None


def half_told(room: Room, at: int) -> Utterance | None:
    """The end of the turn before, where it names who and what, and leaves the verb to the answer."""
    before = next((u for u in reversed(room.said[max(at - 2, 0) : at]) if u.turn != room.said[at].turn), None)
    if before is None or room.said[at].turn - before.turn != 1 or before.has(_HAS_PREDICATE):
        return None
    return before if called_in(before) is not None else None


def _answers_a_question(room: Room, at: int) -> bool:
    """업체에 물어봤어요? — 아직 안 물어봤습니다. 내일 아침에 전화해 보겠습니다."""
    utterance = room.said[at]
    return any(u.is_asked and utterance.turn - u.turn == 1 for u in room.said[max(at - 3, 0) : at])


def _answers_with_same_verb(room: Room, utterance: Utterance) -> bool:
    """점검표는 냈어요? — 아직이요. 오늘 퇴근하기 전에 내겠습니다."""
    verbs = {m.form for m in utterance.marks if m.tag == "VV"} - {"하", "드리", "주", "되"}
    before = (u for u in room.said[max(utterance.index - 3, 0) : utterance.index] if utterance.turn - u.turn == 1)
    return any(u.is_asked and verbs & {m.form for m in u.marks if m.tag == "VV"} for u in before)


def _points_back(room: Room, at: int) -> bool:
    """그건 제가 …; "누가 할래요?" before it; or "제가 물어볼게요", when no question follows at once."""
    utterance, before = room.said[at], room.said[max(at - 2, 0) : at]
    nouns = {m.form for m in utterance.marks if m.is_noun} - word_list("general_nouns")
    if _answers_with_same_verb(room, utterance):
        return True
    if utterance.has(FIRST_PERSON) and nouns and nouns <= word_list("deliverables"):
        return True  # 제가 주문해 놓을게요
    if utterance.has(_POINTS) or any(u.has(ASKS_WHO) and utterance.turn - u.turn <= 1 for u in before):
        return True
    follows = room.said[at + 1 : at + 2]
    return utterance.has(ASKS_BACK) and not any(u.turn == utterance.turn and u.is_asked for u in follows)
