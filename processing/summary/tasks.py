"""Tasks that somebody takes on or is given, with owner and due date. Precision first.

A promise ("제가 … 하겠습니다", "올릴게요") is its speaker's; a request ("유진 씨는 … 공유해 주세요") is the called one's, else the
next speaker's who says yes, else, between two people, the other's; else nobody's: an unknown owner stays blank. Left
out: what is supposed, past, quoted, laughed at, said to a machine, about the meeting itself, or advice to listeners. A
lecturer who says nearly everything promises and asks only with a date, a name, or something to be sent.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from processing.note import Speaker
from processing.summary import intents
from processing.summary.addressees import Called, called_in, in_charge, is_for_all, speaker_called
from processing.summary.commitments import FIRST_PERSON, SENDS, Found, Way, found_in, is_promise, offered_in, told_in
from processing.summary.dates import Due, dues
from processing.summary.decisions import decided
from processing.summary.eojeol import Eojeol
from processing.summary.follow_ups import YES, Task, added, completed, without_cancelled
from processing.summary.postponed import is_put_off
from processing.summary.task_style import is_object, main_clause_offset, task
from processing.summary.things import action, object_of, thing, thing_before
from processing.summary.utterance import Utterance, lecturer_of
from processing.summary.word_lists import word_list
from processing.summary.written_style import Written

_THIRD_RECEIVER = re.compile(
    r"/(?:NNG|NNP|XSN|NNB) (?:들/XSN )?(?:께|에게|한테)/JKB "
    r"| (?:센터|팀|부|부서|실|과|국|처|쪽|측|회사|업체|학교|병원|은행|본사|지점|"
    r"구청|시청|사무소|사무실|공장|현장|본부|지부|협회|재단|교육청|위원회|거래처)/(?:NNG|XSN|NNB) 에/JKB "
    r"| 달/VX 라고/EC "
)
_POINTS = re.compile(r" (?:이거|그거|저거|이것|그것|저것)/NP ")
_TIMES = re.compile(r"(?:번|때|중|전|후|뒤|다음|오전|오후|아침|저녁|밤|시간|날|주|달|김|요일)에$")
_ACCEPTS = re.compile(
    r"^(?:아 |어 )?(?:(?:네|예|넵|응)[,. ]*)?(?:알겠|그러겠|그럴게|그렇게 하|바로 하|제가|내가|제 쪽)"
)
_AGREES = re.compile(r"^(?:아 |어 )?(?:네|예|넵|응|그래|좋)")
_ASKS_BACK = re.compile(r" (?:묻|물어보|여쭤보|여쭙|알아보)/VV ")
_ASKS_WHO = re.compile(r" (?:누구|누)/NP ")
_ANSWER_WITHIN = 3  # sentences between a request and the turn that says yes


@dataclass(frozen=True)
class _Room:
    """What a sentence stands in: the whole note, its date, who speaks, and who gives a lecture, if anybody."""

    said: Sequence[Utterance]
    today: date | None
    speakers: Mapping[str, Speaker]
    lecturer: str | None

    def name(self, speaker_id: str) -> str:
        """The label of a speaker, else the name; "" where nobody is known."""
        speaker = self.speakers.get(speaker_id)
        return speaker.label or speaker.shown if speaker is not None else ""

    def owner(self, called: Called) -> str:
        """The speaker who is called, else the name by which somebody is called."""
        speaker = speaker_called(called.name, self.speakers)
        return speaker.label or speaker.shown if speaker is not None else called.name


def tasks(utterances: Sequence[Utterance], today: date | None, speakers: Mapping[str, Speaker]) -> list[Task]:
    """The tasks of a note in order."""
    room = _Room(utterances, today, speakers, lecturer_of(utterances))
    found: list[Task] = []
    told = intents.told_to_machine(utterances)
    for at, utterance in enumerate(utterances):
        if at in told:
            continue
        found = without_cancelled(found, utterance)
        later = completed(found, utterance, today)
        if later is not None:
            found = later
            continue
        for new in _tasks_at(room, at, found):
            found = added(found, new, utterances)
    return found


def _tasks_at(room: _Room, at: int, found: list[Task]) -> list[Task]:
    utterance = room.said[at]
    ways = found_in(utterance) or _told(room, at) or _offered(room, at)
    if not ways or intents.is_laughed_at(room.said, at) or intents.is_quoted(room.said, at):
        return []
    if ways[-1].way is not Way.ASSIGNMENT and (decided(utterance) or is_put_off(utterance)):
        return []
    return [new for where in ways if (new := _task(room, at, where, found)) is not None]


def _told(room: _Room, at: int) -> list[Found]:
    told, answer = told_in(room.said[at]), intents.next_turn(room.said, at)
    if told is None or answer is None or answer.index - at > _ANSWER_WITHIN:
        return []
    accepts = _ACCEPTS.match(answer.text) or any(is_promise(u) for u in room.said[answer.index : answer.index + 2])
    return [told] if accepts else []


def _offered(room: _Room, at: int) -> list[Found]:
    offered, answer = offered_in(room.said[at]), intents.next_turn(room.said, at)
    if offered is None or answer is None or answer.index - at > 1 or not _AGREES.match(answer.text):
        return []
    return [offered]


def _task(room: _Room, at: int, where: Found, found: list[Task]) -> Task | None:
    utterance = room.said[at]
    due = _due(utterance, where, room.today)
    called = _called(utterance, where)
    written = task(utterance, where.end, due, called, where.begin)
    if written is None or not written.words - word_list("general_nouns"):
        return _pointed_at(room, at, where, due, called)
    new = Task(written, "", due, (utterance,), where.way is Way.REQUEST)
    if (" " not in written.text and where.way is not Way.PROMISE) or _only_names_whom(written):
        new = _with_thing(room, at, new)
    if where.way is Way.ASSIGNMENT and called is not None:
        return replace(new, owner=room.owner(called))
    if where.way is Way.PROMISE:
        return _promised(room, new, where.end)
    return _requested(room, at, new, where.end, called, found)


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


def _with_thing(room: _Room, at: int, new: Task) -> Task:
    """갱신 → 인증서 갱신: with what was named just before."""
    before = thing_before(room.said, at, new.written.text)
    if before is None:
        return new
    name = thing(before, new.written.text)
    words = frozenset(m.form for m in before.marks if m.is_content and m.form in name)
    return replace(
        new, written=Written(f"{name} {new.written.text}", False, new.written.words | words), said=(*new.said, before)
    )


def _due(utterance: Utterance, where: Found, today: date | None) -> Due | None:
    """The time by which: the last limit (까지, 안에) before the verb, else the last point of time in its clause.

    A limit behind the verb counts where none is before ("추가하는 거 모레까지 가능하실까요?").
    """
    end, begin = where.end, utterance.marks[where.begin].start if where.begin else 0
    said, border = [due for due in dues(utterance.text, today) if due.start >= begin], utterance.marks[end - 1].end
    before = [due for due in said if due.start < border]
    if _is_first_half(utterance, where):
        said = before
    own = [due for due in before if due.start >= main_clause_offset(utterance, end)]
    limits = [[due for due in group if due.is_limit] for group in (own, before, said)]
    return next((group[-1] for group in (*limits, own) if group), None)


def _promised(room: _Room, new: Task, end: int) -> Task | None:
    utterance = new.at
    has_limit = new.due is not None and new.due.is_limit
    if intents.is_about_the_meeting(utterance, end) and not (has_limit or utterance.has(_THIRD_RECEIVER)):
        return None
    if utterance.speaker_id == room.lecturer:
        is_meant = new.due is not None or utterance.has(SENDS)
    else:
        gives = " 드리/V" in utterance.tagged
        is_own = utterance.has(FIRST_PERSON) or _names_work(utterance)
        is_meant = is_own or new.due is not None or gives or _is_reply(room, utterance)
    return replace(new, owner=room.name(utterance.speaker_id)) if is_meant else None


def _names_work(utterance: Utterance) -> bool:
    """Whether it names what is worked on, or where it goes, and no other doer ("알람 기준만 조정하겠습니다", "슬랙에 올릴게요")."""
    kept = [utterance.eojeols[i] for i in utterance.kept]
    if any(eojeol.last is not None and eojeol.last.tag == "JKS" for eojeol in kept):
        return False
    general = word_list("general_nouns")
    named = [eojeol for eojeol in kept if eojeol.content - general]  # 올해는 names a time, nothing to work on
    return any(is_object(eojeol, ("은", "는", "만", "도")) or _is_goal(eojeol) for eojeol in named)


def _is_goal(eojeol: Eojeol) -> bool:
    """슬랙에, 반장한테, 전산팀에: where something goes; 오전에 is a time."""
    last, tags = eojeol.last, eojeol.tags
    if last is None or last.tag != "JKB" or last.form not in ("에", "에게", "한테", "께", "에다", "에다가"):
        return False
    return (
        len(tags) > 1
        and tags[-2] in ("NNP", "NNG", "SL", "XSN")
        and not dues(eojeol.text, None)
        and not _TIMES.search(eojeol.bare)
    )


def _is_reply(room: _Room, utterance: Utterance) -> bool:
    """Whether it answers the turn before at once, and names its object ("네 초안을 수정해서 올리겠습니다")."""
    at = utterance.index
    is_first = at > 0 and room.said[at - 1].turn != utterance.turn
    is_second = at > 1 and room.said[at - 2].turn != utterance.turn
    opening = room.said[at - 1] if is_second and not is_first else utterance
    has_object = any(is_object(utterance.eojeols[i]) for i in utterance.kept)
    return has_object and (is_first or is_second) and YES.match(opening.text) is not None


def _requested(room: _Room, at: int, asked: Task, end: int, called: Called | None, found: list[Task]) -> Task | None:
    utterance = room.said[at]
    has_limit = asked.due is not None and asked.due.is_limit
    if intents.is_about_the_meeting(utterance, end) and not has_limit:
        return None
    if is_for_all(utterance) and called is None:
        is_open = " 누구/NP" in utterance.tagged
        return asked if is_open or asked.due is not None else None
    if called is not None:
        return replace(asked, owner=room.owner(called))
    answer = intents.next_turn(room.said, at)
    says_yes = answer is not None and answer.index - at <= _ANSWER_WITHIN and YES.match(answer.text) is not None
    if answer is not None and says_yes and utterance.speaker_id != room.lecturer:
        return replace(asked, owner=room.name(answer.speaker_id))
    if not has_limit:
        return None
    if found and found[-1].is_request and found[-1].at.turn == utterance.turn:
        return replace(asked, owner=found[-1].owner)
    others = [speaker_id for speaker_id in room.speakers if speaker_id != utterance.speaker_id]
    return replace(asked, owner=room.name(others[0]) if len(others) == 1 else "")


def _pointed_at(room: _Room, at: int, where: Found, due: Due | None, called: Called | None) -> Task | None:
    """ "그건 제가 할게요", "이거 금요일까지 마무리 부탁해": the thing is named shortly before, which belongs to the evidence."""
    utterance = room.said[at]
    has_limit = due is not None and due.is_limit
    is_taken_on = (
        utterance.has(FIRST_PERSON)
        or _answers_with_same_verb(room, utterance)
        or ((where.way is Way.PROMISE or called is not None) and has_limit)
    )
    if where.way is not Way.ASSIGNMENT and not (is_taken_on and (has_limit or _points_back(room, at))):
        return None
    verbs = {m.form for m in utterance.marks[: where.end] if m.tag == "VV"} - {"하", "드리"}
    if word_list("meeting_talk") & verbs and not has_limit and not utterance.has(_ASKS_BACK):
        return None
    what = action(utterance, where.end)
    before = thing_before(room.said, at, what.removesuffix("기"))
    if before is None:
        return None
    text = f"{object_of(before, what.removesuffix('기')) or thing(before)} {what}".strip()
    owner = room.owner(called) if called is not None else room.name(utterance.speaker_id)
    words = frozenset(m.form for m in (*before.marks, *utterance.marks) if m.is_content and m.form in text)
    return Task(Written(text, False, words), owner, due, (utterance, before), where.way is Way.REQUEST)


def _answers_with_same_verb(room: _Room, utterance: Utterance) -> bool:
    """점검표는 냈어요? — 아직이요. 오늘 퇴근하기 전에 내겠습니다."""
    verbs = {m.form for m in utterance.marks if m.tag == "VV"} - {"하", "드리", "주", "되"}
    before = (u for u in room.said[max(utterance.index - 3, 0) : utterance.index] if utterance.turn - u.turn == 1)
    return any(u.is_asked and verbs & {m.form for m in u.marks if m.tag == "VV"} for u in before)


def _points_back(room: _Room, at: int) -> bool:
    """그건 제가 …; "누가 할래요?" before it; or "제가 물어볼게요", when no question follows at once."""
    utterance, before = room.said[at], room.said[max(at - 2, 0) : at]
    nouns = {m.form for m in utterance.marks if m.is_noun} - word_list("general_nouns")
    if _answers_with_same_verb(room, utterance):
        return True
    if utterance.has(FIRST_PERSON) and nouns and nouns <= word_list("deliverables"):
        return True  # 제가 주문해 놓을게요
    if utterance.has(_POINTS) or any(u.has(_ASKS_WHO) and utterance.turn - u.turn <= 1 for u in before):
        return True
    follows = room.said[at + 1 : at + 2]
    return utterance.has(_ASKS_BACK) and not any(u.turn == utterance.turn and u.is_asked for u in follows)
