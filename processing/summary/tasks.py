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
from processing.summary.about_the_meeting import is_about_the_meeting
from processing.summary.addressees import Called, called_in, in_charge, is_for_all, one_name_each
from processing.summary.commitments import (
    FIRST_PERSON,
    SENDS,
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
from processing.summary.follow_ups import YES, Task, added, completed, without_cancelled
from processing.summary.gatherings import sets_the_next
from processing.summary.months_named import dated
from processing.summary.phrases import phrases_in
from processing.summary.plans import planned, steps
from processing.summary.pointed import ASKS_BACK, ASKS_WHO, half_told, limit_left_to_say, pointed_at
from processing.summary.postponed import is_put_off
from processing.summary.room import Room
from processing.summary.task_style import is_object, main_clause_offset, task
from processing.summary.teams import team_in
from processing.summary.things import thing, thing_before
from processing.summary.to_machine import told_to_machine
from processing.summary.utterance import Utterance, lecturer_of
from processing.summary.word_lists import word_list
from processing.summary.work_named import concludes, names_work
from processing.summary.written_style import Written

_THIRD_RECEIVER = re.compile(
    r"/(?:NNG|NNP|XSN|NNB) (?:들/XSN )?(?:께|에게|한테)/JKB "
    r"| (?:센터|팀|부|부서|실|과|국|처|쪽|측|회사|업체|학교|병원|은행|본사|지점|"
    r"구청|시청|사무소|사무실|공장|현장|본부|지부|협회|재단|교육청|위원회|거래처)/(?:NNG|XSN|NNB) 에/JKB "
    r"| 달/VX 라고/EC "
    # 건물 관리에 말할게, 조합에 물어볼게요; but 나중에, 다음에, 오후에 are times
    r"| (?!(?:나중|다음|이따|오전|오후|아침|저녁|때|전|후|뒤|번|주|날|회의|시간|처음)/)\S+/(?:NNG|NNP|XSN) 에/JKB (?:\S+/MAG )*"
    r"(?:(?:말|얘기|이야기|말씀|전화|연락)/NNG |(?:말하|묻|물어보|여쭤보|여쭙|전하)/VV )"
    # 경비실에는 내가 내일 얘기할게요
    r"| (?!(?:나중|다음|이따|오전|오후|아침|저녁|때|전|후|뒤|번|주|날|회의|시간|처음)/)\S+/(?:NNG|NNP|XSN) (?:에|에게|한테|께)/JKB (?:(?:는|도)/JX )?"
    r"(?:저|나|제|내)/NP (?:가|이)/JKS (?:\S+/(?:MAG|NNG|NNB|NR|SN) ){0,3}"
    r"(?:(?:말|얘기|이야기|말씀|전화|연락)/NNG |(?:말하|묻|물어보|여쭤보|여쭙|전하)/VV )"
)
_POINTS_AT_OBJECT = re.compile(r" (?:이거|그거|저거|이것|그것|저것)/NP (?:(?:은|는|ᆫ|도)/JX |(?:을|를|ᆯ)/JKO )?")
_ACCEPTS = re.compile(
    r"^(?:아 |어 )?(?:(?:네|예|넵|응)[,. ]*)?(?:알겠|그러겠|그럴게|그렇게 하|바로 하|제가|내가|제 쪽)"
)
_AGREES = re.compile(r"^(?:아 |어 )?(?:네|예|넵|응|그래|좋)")
# 그럼 수아 씨가 좀 부탁해요, 그래 줄래요: an offer is taken
_TAKES_OFFER = re.compile(
    r"^(?:(?:아|어|오|음|네|예|그럼|그러면)[,.]? )*(?:네|예|넵|응|그래|좋|그러(?:세요|시죠|시면|면)|고맙|고마|감사|부탁|그렇게|(?:\S+ ){0,3}부탁)"
)
_YOU = re.compile(r" (?:너|네|니)/NP (?:가|는)/J")
_TOGETHER = re.compile(r" (?:ᆸ시다|읍시다|자)/EF $")
_HANDED_ON = frozenset("전달 공유 발송 회신 연락 안내 제출 전송 업로드".split())
_WHOEVER = re.compile(r" (?:ᆯ|을|는|ᆫ|은)/ETM 분/NNB (?:들/XSN )?(?:은|께서|께서는)/J")
_NOT_DONE = re.compile(r"^\S+(?:은|는|을|를) 안 \S*고 (?=\S+ )")
_ANSWER_WITHIN = 3  # sentences between a request and the turn that says yes


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
    goes_on = utterance.has(_THIRD_RECEIVER) and any(u.turn == utterance.turn for u in following)
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
    if told is None or answer is None or answer.index - at > _ANSWER_WITHIN:
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
    if written is not None and _does_nothing_named(utterance, written) and not utterance.has(_POINTS_AT_OBJECT):
        return None
    if written is None or not written.words - word_list("general_nouns"):
        pointed = pointed_at(room, at, where, said_here, called)
        return replace(pointed, due=due) if pointed is not None else None
    written = _without_refused(written)
    new = Task(written, "", due, (utterance,), where.way is Way.REQUEST)
    if (" " not in written.text and where.way is not Way.PROMISE) or _only_names_whom(written):
        new = _with_own_thing(new, where.end) or _with_thing(room, at, new)
    elif _lacks_object(utterance, where, written):
        new = _with_thing(room, at, new)
    if where.way is Way.ASSIGNMENT and called is not None:
        return replace(new, owner=room.owner(called))
    if where.way is Way.PROMISE:
        return _promised(room, new, where.end, team, _before(utterance, found))
    return _requested(room, at, new, where.end, called, found)


def _without_refused(written: Written) -> Written:
    """협의는 안 하고 발주서만 넣기 → 발주서만 넣기: what is not done is no part of the task."""
    text = _NOT_DONE.sub("", written.text)
    if text == written.text:
        return written
    return replace(written, text=text, words=frozenset(word for word in written.words if word in text))


def _only_names_whom(written: Written) -> bool:
    """박 과장님에게 부탁: of what?"""
    return written.text.endswith("에게 부탁") or written.text.endswith("께 부탁")


def _called(utterance: Utterance, where: Found) -> Called | None:
    if where.way is Way.PROMISE:
        return None
    end = where.end if where.begin or _is_first_half(utterance, where) else None
    charged = in_charge(utterance) if where.way is Way.ASSIGNMENT else None
    return called_in(utterance, where.begin, end) or charged


def _is_first_half(utterance: Utterance, where: Found) -> bool:
    """Whether another clause follows the task's own (… 주시고 유진 님은 …)."""
    return any(m.tag == "EC" and m.form == "고" for m in utterance.marks[where.end : where.end + 3])


def _with_thing(room: Room, at: int, new: Task) -> Task:
    """갱신 → 인증서 갱신: with what was named just before."""
    before = thing_before(room.said, at, new.written.text)
    if before is None:
        return new
    name = thing(before, new.written.text)
    words = frozenset(m.form for m in before.marks if m.is_content and m.form in name)
    return replace(
        new, written=Written(f"{name} {new.written.text}", False, new.written.words | words), said=(*new.said, before)
    )


def _with_own_thing(new: Task, end: int) -> Task | None:
    """as 다시 불러야겠네 도현 씨가 접수 좀 해 줄래요 → as 접수: with what the sentence names before its last clause."""
    utterance, border = new.at, main_clause_offset(new.at, end)
    phrases = [p for p in phrases_in(utterance) if p.end <= border and not set(p.nouns) & word_list("titles")]
    names = [e for e in utterance.eojeols if e.end <= border and e.content - word_list("general_nouns")]
    bare = next((e for e in reversed(names) if e.tags[0] in ("NNG", "NNP", "SL")), None)
    name = phrases[-1].text if phrases else bare.morphemes[0].form if bare is not None else ""
    if not name or name not in utterance.text:
        return None
    words = frozenset(m.form for m in utterance.marks if m.is_content and m.form in name)
    return replace(new, written=Written(f"{name} {new.written.text}", False, new.written.words | words))


def _does_nothing_named(utterance: Utterance, written: Written) -> bool:
    """핫픽스 끝나고 제가 할게요: when, but not what."""
    if not written.text.endswith(" 하기"):
        return False
    inside = [e for e in utterance.eojeols if e.bare in written.text and e.tags[:1] != ("NP",)]
    return not any({"JKO", "JKB", "JX", "JKS"} & set(e.tags) for e in inside)


def _lacks_object(utterance: Utterance, where: Found, written: Written) -> bool:
    """그거는 제가 인쇄해서 붙일게요: a deed done to a thing that it only points at."""
    if where.way is not Way.PROMISE or not utterance.has(_POINTS_AT_OBJECT) or utterance.has(ASKS_BACK):
        return False
    named = [m for m in utterance.marks if m.is_noun and m.form in written.words]
    inside = [e for e in utterance.eojeols if any(m in e.morphemes for m in named)]
    return not any(is_object(e) or (e.last is not None and e.last.tag in ("JKB", "JX")) for e in inside)


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


def _promised(room: Room, new: Task, end: int, team: Called | None, before: Task | None) -> Task | None:
    utterance = new.at
    has_limit = new.due is not None and new.due.is_limit
    is_out = has_limit or utterance.has(_THIRD_RECEIVER) or _answers_who(room, utterance)
    if sets_the_next(utterance) or (is_about_the_meeting(utterance, end) and not is_out):
        return None
    if utterance.speaker_id == room.lecturer:
        is_meant = new.due is not None or utterance.has(SENDS)
    else:
        gives = " 드리/V" in utterance.tagged
        is_own = utterance.has(FIRST_PERSON) or names_work(utterance) or team is not None
        is_own = is_own or concludes(utterance)
        is_own = is_own or (before is not None and any(is_object(utterance.eojeols[i]) for i in utterance.kept))
        hands_on = utterance.has(SENDS) and YES.match(utterance.text) is not None and bool(_things(utterance))
        is_meant = is_own or new.due is not None or gives or hands_on or _is_reply(room, utterance)
    return replace(new, owner=_doer(room, utterance, team, before)) if is_meant else None


def _doer(room: Room, utterance: Utterance, team: Called | None, before: Task | None) -> str:
    """The team that the sentence names, else its speaker, else who took on the step right before (우선 …, 이와 함께 …)."""
    if team is not None:
        return team.name
    speaker = room.name(utterance.speaker_id)
    return speaker or (before.owner if before is not None and not utterance.has(FIRST_PERSON) else "")


def _answers_who(room: Room, utterance: Utterance) -> bool:
    """감수는 누가 봐요? — 감수는 제가 볼게요."""
    asked = (u for u in room.just_before(utterance.index) if u.has(ASKS_WHO))
    return utterance.has(FIRST_PERSON) and any(u.nouns & utterance.nouns for u in asked)


def _things(utterance: Utterance) -> set[str]:
    """What it names or counts."""
    named = utterance.nouns - word_list("general_nouns") - _HANDED_ON
    return set(named) | {m.form for m in utterance.marks if m.tag == "SN"}


def _is_reply(room: Room, utterance: Utterance) -> bool:
    """Whether it answers the turn before at once, and names its object ("네 초안을 수정해서 올리겠습니다")."""
    at = utterance.index
    is_first = at > 0 and room.said[at - 1].turn != utterance.turn
    is_second = at > 1 and room.said[at - 2].turn != utterance.turn
    opening = room.said[at - 1] if is_second and not is_first else utterance
    has_object = any(is_object(utterance.eojeols[i]) for i in utterance.kept)
    return has_object and (is_first or is_second) and YES.match(opening.text) is not None


def _requested(room: Room, at: int, asked: Task, end: int, called: Called | None, found: list[Task]) -> Task | None:
    utterance = room.said[at]
    has_limit = asked.due is not None and asked.due.is_limit
    if sets_the_next(utterance):
        return None
    if is_about_the_meeting(utterance, end) and not (has_limit or utterance.has(_THIRD_RECEIVER)):
        return None
    if is_for_all(utterance) and called is None:
        return _asked_of_all(room, asked)
    if called is not None:
        return replace(asked, owner=room.owner(called))
    answer = intents.next_turn(room.said, at)
    says_yes = answer is not None and answer.index - at <= _ANSWER_WITHIN and YES.match(answer.text) is not None
    if utterance.has(_WHOEVER):  # 하실 분은 저한테 말씀해 주세요: nobody's task
        return None
    if answer is not None and says_yes and utterance.speaker_id != room.lecturer:
        if answer.has(_TOGETHER):  # 그래 핫팩은 사자: agreed, but by whom is not told
            return asked
        return replace(asked, owner=room.name(answer.speaker_id))
    if not has_limit:
        return None
    if found and found[-1].is_request and found[-1].at.turn == utterance.turn:
        return replace(asked, owner=found[-1].owner)
    others = [speaker_id for speaker_id in room.speakers if speaker_id != utterance.speaker_id]
    return replace(asked, owner=room.name(others[0]) if len(others) == 1 else "")


def _asked_of_all(room: Room, asked: Task) -> Task | None:
    if " 누구/NP" in asked.at.tagged:
        return _volunteered(room, asked)
    return asked if asked.due is not None else None


def _volunteered(room: Room, asked: Task) -> Task:
    """누가 연락 좀 해 주세요 — 네 제가 할게요: whoever takes it on in one of the next two turns, with nothing else named."""
    for u in room.said[asked.at.index + 1 : asked.at.index + 1 + _ANSWER_WITHIN]:
        takes = u.has(FIRST_PERSON) and is_promise(u) and not _things(u)
        if takes and 0 < u.turn - asked.at.turn <= 2:
            return replace(asked, owner=room.name(u.speaker_id), said=(*asked.said, u))
    return asked
