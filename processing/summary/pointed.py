"""Tasks that only point at their thing ("그건 제가 할게요", "이거 금요일까지 마무리 부탁해"): it was named shortly before.

The sentence that names it belongs to the evidence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from processing.analysis import Morpheme
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


@dataclass(frozen=True)
class _Pointing:
    """A sentence that sets a task `where` it says so, by the time `due`, for whoever is `called`, and names no thing of its own.

    `half` (who and what, left for this one to finish) and `raised` (a topic called up by its bare name) name it for certain.
    """

    room: Room
    at: int
    where: Found
    due: Due | None
    called: Called | None
    half: Utterance | None
    raised: Utterance | None

    @property
    def utterance(self) -> Utterance:
        return self.room.said[self.at]

    @property
    def is_promise(self) -> bool:
        return self.where.way is Way.PROMISE

    @property
    def has_limit(self) -> bool:
        return self.due is not None and self.due.is_limit

    @property
    def is_told(self) -> bool:
        """은지 씨가 내일 바로 신청해: whom and when."""
        return self.called is not None and self.due is not None

    def is_set(self) -> bool:
        """Whether it sets a task at all: an assignment does; else somebody must take it on, and its thing be known."""
        return self.where.way is Way.ASSIGNMENT or (self._is_taken_on() and self._is_known())

    def _is_taken_on(self) -> bool:
        is_timed_promise = self.is_promise and self.due is not None  # 내일 아침에 전화해 보겠습니다
        if self.raised is not None or self.half is not None or is_timed_promise or self.is_told:
            return True
        if self.called is not None and any(u.has(ASKS_WHO) for u in self.room.just_before(self.at)):
            return True  # 누가 하실래요? — 지현 씨가 해 주세요
        return self.utterance.has(FIRST_PERSON) or _answers_with_same_verb(self.room, self.at)

    def _is_known(self) -> bool:
        if self.raised is not None or self.half is not None or self.has_limit or self.is_told:
            return True
        return (self.is_promise and _answers_a_question(self.room, self.at)) or _points_back(self.room, self.at)

    def only_talks(self) -> bool:
        """Whether nothing is done but speaking, at once (그건 제가 말씀드릴게요); by a limit, or to another, it is an errand."""
        if self.has_limit or self.half is not None or self.utterance.has(ASKS_BACK):
            return False
        own = self.utterance.marks[self.where.begin : self.where.end]
        verbs = {m.form for m in own if m.tag == "VV" and not _is_of(self.due, m)} - {"하", "드리"}
        return bool(verbs) and verbs <= word_list("meeting_talk")

    def named_in(self, verb: str) -> Utterance | None:
        """The sentence that names what the `verb` is done to, from the most certain to the nearest."""
        sure = self.half or self.raised or _when_asked(self.room, self.at)
        return sure or object_before(self.room.said, self.at, verb) or thing_before(self.room.said, self.at, verb)

    def deed(self) -> str:
        """What is done besides the bare verb: 채워서 다시 돌리기."""
        return bare_deed(self.utterance, self.where.end, self.due, self.called, self.where.begin)

    def task(self, text: str, *more: Utterance) -> Task:
        """The task of that text, said by the sentence and by `more`."""
        said = (self.utterance, *more)
        words = frozenset(m.form for u in said for m in u.marks if m.is_content and m.form in text)
        owner = self.room.doer(self.utterance, self.called)
        return Task(Written(text, False, words), owner, self.due, said, self.where.way is Way.REQUEST)


def pointed_at(room: Room, at: int, where: Found, due: Due | None, called: Called | None) -> Task | None:
    """The task of a sentence that only points ("그건 제가 할게요"), with the thing that was named shortly before.

    None where it sets none, or where no thing is found: a deed without its thing is no task that anybody can do.
    """
    half, raised = (half_told(room, at), _raised(room, at)) if where.way is Way.PROMISE else (None, None)
    pointing = _Pointing(room, at, where, due, called, half, raised)
    what = action(pointing.utterance, where.end, due)
    if due is not None and (result := _RESULT.match(due.words)) and what and what not in _TELLING:
        return pointing.task(f"{result[1]} {what}")  # 결과가 나오면 공유하겠습니다
    if not pointing.is_set() or pointing.only_talks():
        return None
    if not what and (asked := _asked_who(room, at)) is not None:
        return replace(asked, owner=room.doer(pointing.utterance, called)) if pointing.is_promise or called else None
    return _with_its_thing(pointing, what)


def _with_its_thing(pointing: _Pointing, what: str) -> Task | None:
    giving = pointing.utterance.marks[pointing.where.end - 1].form
    shown = joined(giving, "기") if not what and giving in ("드리", "주") else what
    verb = shown.removesuffix("기")
    before = pointing.named_in(verb)
    name = (object_of(before, verb) or thing(before)) if before is not None else ""
    if before is None or not name:
        return None
    deed = pointing.deed() if shown else ""
    return pointing.task(f"{name} {deed or shown}".strip(), before)


def _is_of(due: Due | None, morpheme: Morpheme) -> bool:
    return due is not None and due.start <= morpheme.start < due.end


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
    for before in reversed(room.just_before(at)):
        has_to = _HAS_TO.search(before.tagged)
        if has_to is not None and before.has(ASKS_WHO):
            written = task(before, before.marks_before(has_to.start() + 1), None, None)
            return Task(written, "", None, (utterance, before), False) if written is not None else None
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
    return any(u.is_asked for u in room.just_before(at))


def _answers_with_same_verb(room: Room, at: int) -> bool:
    """점검표는 냈어요? — 아직이요. 오늘 퇴근하기 전에 내겠습니다."""
    verbs = {m.form for m in room.said[at].marks if m.tag == "VV"} - {"하", "드리", "주", "되"}
    return any(u.is_asked and verbs & {m.form for m in u.marks if m.tag == "VV"} for u in room.just_before(at))


def _points_back(room: Room, at: int) -> bool:
    """그건 제가 …; "누가 할래요?" before it; or "제가 물어볼게요", when no question follows at once."""
    utterance, before = room.said[at], room.said[max(at - 2, 0) : at]
    nouns = {m.form for m in utterance.marks if m.is_noun} - word_list("general_nouns")
    if _answers_with_same_verb(room, at):
        return True
    if utterance.has(FIRST_PERSON) and nouns and nouns <= word_list("deliverables"):
        return True  # 제가 주문해 놓을게요
    if utterance.has(_POINTS) or any(u.has(ASKS_WHO) and utterance.turn - u.turn <= 1 for u in before):
        return True
    follows = room.said[at + 1 : at + 2]
    return utterance.has(ASKS_BACK) and not any(u.turn == utterance.turn and u.is_asked for u in follows)
