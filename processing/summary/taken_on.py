"""Whether what is promised or asked for is meant as a task, and whose it is then.

A promise counts with a first person, a date, a receiver or a thing that is named; a request with somebody called, a yes, or a
limit. What only steers the meeting does not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from processing.summary import intents
from processing.summary.about_the_meeting import is_about_the_meeting
from processing.summary.addressees import Called, is_for_all
from processing.summary.commitments import FIRST_PERSON, SENDS, is_promise
from processing.summary.follow_ups import YES, Task
from processing.summary.gatherings import sets_the_next
from processing.summary.pointed import ASKS_WHO
from processing.summary.room import Room
from processing.summary.task_style import is_object
from processing.summary.utterance import Utterance
from processing.summary.word_lists import word_list
from processing.summary.work_named import concludes, names_work

ANSWER_WITHIN = 3  # sentences between a request and the turn that says yes
THIRD_RECEIVER = re.compile(
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
_TOGETHER = re.compile(r" (?:ᆸ시다|읍시다|자)/EF $")
_HANDED_ON = frozenset("전달 공유 발송 회신 연락 안내 제출 전송 업로드".split())
_WHOEVER = re.compile(r" (?:ᆯ|을|는|ᆫ|은)/ETM 분/NNB (?:들/XSN )?(?:은|께서|께서는)/J")


def promised(room: Room, new: Task, end: int, team: Called | None, before: Task | None) -> Task | None:
    """The promise as a task of its doer; None where it is courtesy, or steers the meeting.

    `end` is where its words end (`Found.end`), `team` the team that it names, `before` the task that the sentence right
    before takes on.
    """
    utterance = new.at
    if sets_the_next(utterance) or (_steers_the_meeting(new, end) and not _answers_who(room, utterance)):
        return None
    if utterance.speaker_id == room.lecturer:
        is_meant = new.due is not None or utterance.has(SENDS)
    else:
        is_meant = new.due is not None or team is not None or _is_own(utterance, before) or _is_reply(room, utterance)
    return replace(new, owner=_doer(room, utterance, team, before)) if is_meant else None


def _is_own(utterance: Utterance, before: Task | None) -> bool:
    """Whether the sentence shows by itself that its speaker will do it: 제가, 드리-, a thing worked on, a step after another."""
    if utterance.has(FIRST_PERSON) or " 드리/V" in utterance.tagged or names_work(utterance) or concludes(utterance):
        return True
    if before is not None and any(is_object(utterance.eojeols[i]) for i in utterance.kept):
        return True
    return utterance.has(SENDS) and YES.match(utterance.text) is not None and bool(_things(utterance))


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


def requested(room: Room, asked: Task, end: int, called: Called | None, found: Sequence[Task]) -> Task | None:
    """The request as a task of whoever is called, says yes, or was asked before; None where nobody is meant.

    `end` is where its words end (`Found.end`); `found` are the tasks before it.
    """
    utterance = asked.at
    if sets_the_next(utterance) or _steers_the_meeting(asked, end):
        return None
    if called is not None:
        return replace(asked, owner=room.owner(called))
    if is_for_all(utterance):
        return _asked_of_all(room, asked)
    if utterance.has(_WHOEVER):  # 하실 분은 저한테 말씀해 주세요: nobody's task
        return None
    answer = intents.next_turn(room.said, utterance.index)
    says_yes = answer is not None and answer.index - utterance.index <= ANSWER_WITHIN and YES.match(answer.text)
    if answer is not None and says_yes and utterance.speaker_id != room.lecturer:
        # 그래 핫팩은 사자: agreed, but by whom is not told
        return asked if answer.has(_TOGETHER) else replace(asked, owner=room.name(answer.speaker_id))
    return _unanswered(room, asked, found) if _has_limit(asked) else None


def _unanswered(room: Room, asked: Task, found: Sequence[Task]) -> Task:
    """A request with a limit to which nobody says yes: of whoever was asked in the same turn, or of the only other."""
    if found and found[-1].is_request and found[-1].at.turn == asked.at.turn:
        return replace(asked, owner=found[-1].owner)
    others = [speaker_id for speaker_id in room.speakers if speaker_id != asked.at.speaker_id]
    return replace(asked, owner=room.name(others[0]) if len(others) == 1 else "")


def _steers_the_meeting(asked: Task, end: int) -> bool:
    is_out = _has_limit(asked) or asked.at.has(THIRD_RECEIVER)
    return not is_out and is_about_the_meeting(asked.at, end)


def _has_limit(task: Task) -> bool:
    return task.due is not None and task.due.is_limit


def _asked_of_all(room: Room, asked: Task) -> Task | None:
    if " 누구/NP" in asked.at.tagged:
        return _volunteered(room, asked)
    return asked if asked.due is not None else None


def _volunteered(room: Room, asked: Task) -> Task:
    """누가 연락 좀 해 주세요 — 네 제가 할게요: whoever takes it on in one of the next two turns, with nothing else named."""
    for u in room.said[asked.at.index + 1 : asked.at.index + 1 + ANSWER_WITHIN]:
        takes = u.has(FIRST_PERSON) and is_promise(u) and not _things(u)
        if takes and 0 < u.turn - asked.at.turn <= 2:
            return replace(asked, owner=room.name(u.speaker_id), said=(*asked.said, u))
    return asked
