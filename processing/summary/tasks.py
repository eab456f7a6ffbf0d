"""Tasks that somebody takes on or is given, with owner and due date. Precision first.

A commitment ("제가 … 하겠습니다", "올릴게요") is its speaker's; a request ("유진 씨는 … 공유해 주세요") is the called one's, else the
next speaker's who says yes, else, between two people, the other's; else nobody's: an unknown owner stays blank. Left
out: what is supposed, past, quoted, laughed at, said to a machine, about the meeting itself, or advice to listeners.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from processing.note import Speaker
from processing.summary import intents
from processing.summary.addressees import Called, called_in, is_for_all, speaker_called
from processing.summary.dates import Due, dues
from processing.summary.decisions import decided, is_put_off
from processing.summary.task_style import main_clause_offset, task
from processing.summary.utterance import Utterance
from processing.summary.word_lists import word_list
from processing.summary.written_style import Written

_YES = re.compile(r"^(?:아 |어 |음 )?(?:네|예|넵|넹|응|그래|그래요|좋아요|좋습니다|알겠|그럴게|그러겠|제가|내가|그럼 제가)")
_FIRST_PERSON = re.compile(r" (?:저|나|제|내|저희|우리)/NP (?:가|는|도|이)/J")
_THIRD_RECEIVER = re.compile(r"/(?:NNG|NNP|XSN|NNB) (?:들/XSN )?(?:께|에게|한테)/JKB ")
_CANCELLED = re.compile(
    r" (?:취소/NNG|중단/NNG|보류/NNG)| 안/MAG \S+ (?:\S+ )?(?:(?:으시|시)/EP )?어도/EC 되| (?:필요/NNG|것/NNB|거/NNB) (?:\S+/J\S+ )?없/VA"
)
_ACTIONS_BACK = 4  # turns within which a date or a yes still belongs to a task


@dataclass(frozen=True)
class Task:
    """A task, by what it was found: `written` its text, `owner` a name or "" (unknown), `said` its sentences."""

    written: Written
    owner: str
    due: Due | None
    said: tuple[Utterance, ...]
    is_request: bool

    @property
    def at(self) -> Utterance:
        """The sentence that sets it."""
        return self.said[0]


@dataclass(frozen=True)
class _Found:
    """Where in a sentence the words of promising or asking begin: how many of its `marks` stand before."""

    end: int
    is_request: bool


def tasks(utterances: Sequence[Utterance], today: date | None, speakers: Mapping[str, Speaker]) -> list[Task]:
    """The tasks of a note in order."""
    found: list[Task] = []
    to_machine = -1
    for at, utterance in enumerate(utterances):
        if intents.is_told_to_machine(utterance):
            to_machine = utterance.turn
        if utterance.turn == to_machine:
            continue
        found = _without_cancelled(found, utterances, at)
        later = _completed(found, utterance, today)
        if later is not None:
            found = later
            continue
        new = _task_at(utterances, at, today, speakers, found)
        if new is not None:
            found = _with(found, new)
    return found


def _task_at(
    utterances: Sequence[Utterance], at: int, today: date | None, speakers: Mapping[str, Speaker], found: list[Task]
) -> Task | None:
    utterance = utterances[at]
    where = _commitment(utterance) or _request(utterance)
    if where is None or intents.is_laughed_at(utterances, at) or intents.is_quoted(utterances, at):
        return None
    if decided(utterance) or is_put_off(utterance):
        return None
    due = _due(utterance, where.end, today)
    called = called_in(utterance) if where.is_request else None
    written = task(utterance, where.end, due, called)
    if written is None or not written.words - word_list("general_nouns"):
        return None
    if not where.is_request:
        return _committed(Task(written, "", due, (utterance,), False), where.end, speakers)
    if intents.is_about_the_meeting(utterance, where.end) and (due is None or not due.is_limit):
        return None
    return _requested(utterances, at, Task(written, "", due, (utterance,), True), called, speakers, found)


def _commitment(utterance: Utterance) -> _Found | None:
    reason = intents.WILL_AS_REASON.search(utterance.tagged)
    if reason is not None and not intents.is_supposed(utterance):
        return _Found(utterance.marks_before(utterance.tagged.index(" ᆯ/ETM 터/NNB", reason.start()) + 1), False)
    if utterance.is_asked or not intents.is_own_will(utterance) or intents.is_supposed(utterance):
        return None
    given = intents.GIVEN_THAT.search(utterance.tagged)
    if given is not None:
        return None
    match = intents.COMMITMENT.search(utterance.tagged)
    assert match is not None  # is_own_will has found it
    return _Found(utterance.marks_before(utterance.tagged.index(" ", match.start()) + 1), False)


def _request(utterance: Utterance) -> _Found | None:
    if intents.is_hypothetical_request(utterance):
        return None
    for rule in (intents.POSSIBLE, intents.FAVOUR, intents.GIVEN_THAT, intents.REQUEST, intents.ORDER):
        match = rule.search(utterance.tagged)
        if match is not None:
            at = match.start() + 1
            if rule is intents.ORDER:
                if called_in(utterance) is None or not any(due.is_limit for due in dues(utterance.text, None)):
                    return None
                at = utterance.tagged.index(" ", at) + 1
            return _Found(utterance.marks_before(at), True)
    return None


def _due(utterance: Utterance, end: int, today: date | None) -> Due | None:
    """The time by which: the last limit (까지, 안에) before the verb, else the last point of time in its clause."""
    said = [due for due in dues(utterance.text, today) if due.start < utterance.marks[end - 1].end]
    begin = main_clause_offset(utterance, end)
    own = [due for due in said if due.start >= begin]
    limits = [due for due in own if due.is_limit] or [due for due in said if due.is_limit]
    return next(iter((limits or own)[::-1]), None)


def _committed(new: Task, end: int, speakers: Mapping[str, Speaker]) -> Task | None:
    utterance = new.at
    if not (utterance.has(_FIRST_PERSON) or new.due is not None or " 드리/V" in utterance.tagged):
        return None
    is_sent = utterance.has(_THIRD_RECEIVER) or (new.due is not None and new.due.is_limit)
    if intents.is_about_the_meeting(utterance, end) and not is_sent:
        return None
    return replace(new, owner=_name(speakers, utterance.speaker_id))


def _requested(
    utterances: Sequence[Utterance],
    at: int,
    asked: Task,
    called: Called | None,
    speakers: Mapping[str, Speaker],
    found: list[Task],
) -> Task | None:
    utterance = utterances[at]
    if is_for_all(utterance) and called is None:
        is_open = " 누구/NP" in utterance.tagged
        return asked if is_open or asked.due is not None else None
    if called is not None:
        speaker = speaker_called(called.name, speakers)
        return replace(asked, owner=speaker.label or speaker.shown if speaker is not None else called.name)
    answer = intents.next_turn(utterances, at)
    is_last = answer is not None and answer.index - at <= 3
    if answer is not None and is_last and _YES.match(answer.text):
        return replace(asked, owner=_name(speakers, answer.speaker_id))
    if asked.due is None or not asked.due.is_limit:
        return None
    if found and found[-1].is_request and found[-1].at.turn == utterance.turn:
        return replace(asked, owner=found[-1].owner)
    others = {speaker_id for speaker_id in speakers if speaker_id != utterance.speaker_id}
    return replace(asked, owner=_name(speakers, others.pop()) if len(others) == 1 else "")


def _name(speakers: Mapping[str, Speaker], speaker_id: str) -> str:
    speaker = speakers.get(speaker_id)
    return speaker.label or speaker.shown if speaker is not None else ""


def _with(found: list[Task], new: Task) -> list[Task]:
    """The tasks with one more, unless it only says yes to the request before it or says a task again."""
    for i in range(len(found) - 1, -1, -1):
        old = found[i]
        if new.at.turn - old.at.turn > _ACTIONS_BACK:
            break
        if _is_yes_to(new, old) or _is_same(new, old):
            owner = old.owner or new.owner
            return [*found[:i], replace(old, owner=owner, due=old.due or new.due, said=(*old.said, new.at)), *found[i + 1 :]]
    return [*found, new]


def _is_yes_to(new: Task, old: Task) -> bool:
    """Whether a commitment right after a request takes that request on."""
    if new.is_request or not old.is_request or not 0 < new.at.turn - old.at.turn <= 1:
        return False
    return _YES.match(new.at.text) is not None and bool(new.written.words & old.written.words)


def _is_same(new: Task, old: Task) -> bool:
    shared = new.written.words & old.written.words
    return 2 * len(shared) > max(len(new.written.words), len(old.written.words))


def _completed(found: list[Task], utterance: Utterance, today: date | None) -> list[Task] | None:
    """The tasks with a date or a yes added that is said apart ("다음 주 중으로요.", "네 제가 하겠습니다"); None if it is none."""
    if not found or utterance.turn - found[-1].at.turn > _ACTIONS_BACK:
        return None
    last = found[-1]
    said = dues(utterance.text, today)
    times = {m.start for due in said for m in utterance.marks if due.start <= m.start < due.end}
    names = {m.form for m in utterance.marks if m.is_noun and m.start not in times}
    if names - word_list("general_nouns"):
        return None
    if said and last.due is None and (said[0].is_limit or utterance.turn == last.at.turn):
        return [*found[:-1], replace(last, due=said[0], said=(*last.said, utterance))]
    is_yes = _YES.match(utterance.text) and utterance.has(_FIRST_PERSON) and utterance.turn == last.at.turn + 1
    return found if is_yes and last.is_request else None


def _without_cancelled(found: list[Task], utterances: Sequence[Utterance], at: int) -> list[Task]:
    """The tasks without those that this sentence calls off."""
    utterance = utterances[at]
    if not found or not utterance.has(_CANCELLED) or _commitment(utterance) is not None:
        return found
    nouns = utterance.nouns - word_list("general_nouns")
    return [old for old in found if len(nouns & old.written.words) < 2]
