"""How a later sentence changes a task set before: it says yes, adds the date, says it again, or calls it off."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from processing.analysis import Morpheme
from processing.summary.commitments import FIRST_PERSON, is_promise
from processing.summary.dates import Due, dues
from processing.summary.utterance import Utterance, once
from processing.summary.word_lists import word_list
from processing.summary.written_style import Written

YES = re.compile(
    r"^(?:아 |어 |음 )?(?:네|예|넵|넹|응|그래|그래요|좋아요|좋습니다|알겠|그럴게|그러겠|제가|내가|그럼 제가)"
)
_CANCELLED = re.compile(
    r" (?:취소|중단|보류)/NNG | 안/MAG \S+ (?:\S+ )?(?:(?:으시|시)/EP )?어도/EC 되| (?:필요|것|거)/NN. (?:\S+/J\S+ )?없/VA"
)
_OWN_SUBJECT = re.compile(r"/(?:NN.|XSN) (?:은|는|이|가)/J")  # 다음 회의는 25일입니다: a day of something else
_CORRECTS = re.compile(r"^(?:(?:아|네|어|예)[,.]? )?(?:그럼|그러면|아니|아니다|그렇지|그렇네)")  # 그럼 목요일까지
_TAKES_UP = re.compile(r"^(?:그리고 |그래서 )?그(?:거|것|걸|건)?[을를은는도]? ")
_PERMITTED = re.compile(r" (?:잡|하|드리|보내)/V\S 어도/EC 되/VV ")  # 다음 주 금요일까지로 잡아도 될까요?
_ASKS_WHEN = re.compile(r" (?:언제|며칠)/| 까지/JX ")
_EMPTY_VERBS = frozenset("하 되 드리 주 잡 보내 올리 넘기 받 맞추 늦 있 끝내 마치 부탁".split())
_LIMITS = frozenset("마감 마감일 기한 제출 접수 언제 날짜".split())
_TELLING = frozenset("연락 보고 회신 답변 안내 전달 말씀 전화".split())
_CLOSES_MEETING = re.compile(r"여기까지|이만|수고")
_COPULA = re.compile(r"(?:입니다|이에요|예요|이고요|이요|요)[.]?$")
_RESULTS = frozenset("답 답변 회신 결과 확답 의견".split())
_TURNS_BACK = 4  # within which a date or a yes still belongs to a task


@dataclass(frozen=True)
class Task:
    """A task: `written` its text, `owner` a name or "" (unknown), `said` its sentences, the one that sets it first."""

    written: Written
    owner: str
    due: Due | None
    said: tuple[Utterance, ...]
    is_request: bool

    @property
    def at(self) -> Utterance:
        """The sentence that sets it."""
        return self.said[0]

    def offers(self, utterance: Utterance) -> bool:
        """Whether it is a question by which the task is taken on ("제가 정리할까요?", "금요일까지로 잡아도 될까요?")."""
        return utterance.is_asked and utterance.turn == self.at.turn


def added(found: list[Task], new: Task, said: Sequence[Utterance]) -> list[Task]:
    """The tasks with one more, unless it only says yes to the request before it or says a task again."""
    for i in range(len(found) - 1, -1, -1):
        old = found[i]
        if new.at.turn - old.at.turn > _TURNS_BACK:
            break
        if (
            _is_yes_to(new, old, said)
            or _is_same(new, old)
            or _says_its_date(new, old)
            or _brings_its_answer(new, old)
            or _is_heard_of(new, old)
        ):
            one = replace(old, owner=old.owner or new.owner, due=old.due or new.due, said=(*old.said, *new.said))
            return [*found[:i], one, *found[i + 1 :]]
    return [*found, new]


def _is_yes_to(new: Task, old: Task, said: Sequence[Utterance]) -> bool:
    """Whether a promise right after a request takes that request on."""
    if new.is_request or not old.is_request or not 0 < new.at.turn - old.at.turn <= 1:
        return False
    if any(u.index > old.at.index for u in new.said[1:]):
        return False  # it points at what was named after the request
    opening = said[max(new.at.index - 1, 0) : new.at.index + 1]
    shared = (new.written.words & old.written.words) - {"드리", "보내", "주"}
    if YES.match(new.at.text):
        return bool(shared)
    says_yes = opening[0].turn == new.at.turn and YES.match(opening[0].text) is not None
    return says_yes and 2 * len(shared) >= len(new.written.words) > 0


def _is_same(new: Task, old: Task) -> bool:
    if _figures(new) != _figures(old):  # 1호차 and 3호차
        return False
    shared = new.written.words & old.written.words
    return 2 * len(shared) > max(len(new.written.words), len(old.written.words))


def _says_its_date(new: Task, old: Task) -> bool:
    """네 목요일까지 보내 드리겠습니다: yes to what is due then, with nothing named."""
    points = len(new.said) > 1 and not new.is_request and YES.match(new.at.text) is not None
    return points and old.is_request and new.due is not None and old.due is not None and new.due.words == old.due.words


def _is_heard_of(new: Task, old: Task) -> bool:
    """월요일에 말씀드릴게요. 네 연락을 드릴게요: the same, in one bare word of telling."""
    near = new.at.turn == old.at.turn and 0 < new.at.index - old.at.index <= 2
    return near and not new.is_request and not old.is_request and new.due is None and new.written.text in _TELLING


def _brings_its_answer(new: Task, old: Task) -> bool:
    """전산팀에 물어볼게요. 다음 주까지 답 받아 올게요: the same errand, and by when."""
    follows = new.at.turn == old.at.turn and new.at.index - old.at.index == 1 and old.due is None
    nouns = {m.form for m in new.at.marks if m.is_noun and m.form in new.written.text}
    return follows and new.due is not None and bool(nouns) and nouns <= _RESULTS and not new.is_request


def _figures(task: Task) -> list[str]:
    return re.findall(r"\d+", task.written.text)


def completed(
    found: list[Task], utterance: Utterance, today: date | None, before: Utterance | None = None
) -> list[Task] | None:
    """The tasks with a date or a yes that is said apart ("다음 주 중으로요.", "네 제가 하겠습니다"); None if it is none."""
    if not found or utterance.turn - found[-1].at.turn > _TURNS_BACK or _CLOSES_MEETING.search(utterance.text):
        return None
    last, said = found[-1], dues(utterance.text, today)
    due = _due_answered(utterance, today, last, before)
    if due is None and utterance.is_asked:
        due = _due_asked(utterance, said, last)
        if due is None:
            return None
    if due is None and _names_more(utterance, said):
        return None
    if due is None and not _does_more(utterance, last):
        due = _due_told(utterance, said, last, before)
    if due is not None:
        return [*found[:-1], replace(last, due=due, said=(*last.said, utterance))]
    is_yes = YES.match(utterance.text) and utterance.has(FIRST_PERSON) and utterance.turn == last.at.turn + 1
    return found if is_yes and last.is_request else None


def _due_answered(utterance: Utterance, today: date | None, last: Task, before: Utterance | None) -> Due | None:
    """The time by which, where the task's speaker has just asked for it: 마감이 언제죠? — 18일 수요일까지입니다."""
    if last.due is not None or before is None or utterance.turn != last.at.turn + 1 or not _answers_when(before, last):
        return None
    said = dues(_COPULA.sub("", utterance.text), today)
    return said[-1] if said and not _names_more(utterance, said, _LIMITS) else None


def _due_asked(utterance: Utterance, said: Sequence[Due], last: Task) -> Due | None:
    """다음 주 금요일까지로 잡아도 될까요?: a limit that the task's own speaker asks leave for."""
    if last.due is not None or not said or utterance.turn != last.at.turn:
        return None
    return said[-1] if said[-1].is_limit and utterance.has(_PERMITTED) else None


def _due_told(utterance: Utterance, said: Sequence[Due], last: Task, before: Utterance | None) -> Due | None:
    """다음 주 중으로요; 그럼 목요일까지: the time that a task still lacks, or another limit than the one it has."""
    if not said:
        return None
    if last.due is not None:
        return said[0] if said[0].is_limit and _CORRECTS.match(utterance.text) else None
    is_asked_for = before is not None and before.has(_ASKS_WHEN)
    is_next = utterance.turn - last.at.turn <= 1
    is_told = is_next and not utterance.has(_OWN_SUBJECT)
    is_told = is_told or (before is not None and is_asked_for and utterance.turn == before.turn + 1)
    return said[0] if (is_next or is_asked_for) and (said[0].is_limit or is_told) else None


def _answers_when(before: Utterance, last: Task) -> bool:
    """신청서는 제가 낼게요. 마감이 언제죠? — 18일까지입니다."""
    return before.turn == last.at.turn and before.has(_ASKS_WHEN) and before.nouns <= _LIMITS


def _does_more(utterance: Utterance, last: Task) -> bool:
    """Whether another thing is done in it than in the task ("여덟 명 다 채우겠습니다")."""
    names = any(m.tag in ("NR", "SN") or m.is_noun for m in utterance.marks if not _is_time(utterance, m.start))
    if utterance.turn == last.at.turn and not names:
        return False  # 예약표는 제가 만들겠습니다. 오늘 저녁에 올릴게요.
    verbs = {m.form for m, after in zip(utterance.marks, utterance.marks[1:], strict=False) if _is_deed(m, after)}
    return bool(verbs - _EMPTY_VERBS - last.written.words)


def _is_deed(verb: Morpheme, after: Morpheme) -> bool:
    """A verb, but not that of 쉬는 날, which tells what day it is."""
    return verb.tag == "VV" and after.tag != "ETM"


def _is_time(utterance: Utterance, start: int) -> bool:
    return any(due.start <= start < due.end for due in dues(utterance.text, None))


def _names_more(utterance: Utterance, said: list[Due], known: frozenset[str] = frozenset()) -> bool:
    """Whether the sentence names a thing beside the time; "그 자료" names none, it points at one."""
    no_names = word_list("general_nouns") | {"부탁"} | known
    if utterance.nouns <= no_names:
        return False
    marks = utterance.marks
    things = (at for at, m in enumerate(marks) if m.is_noun and m.form not in no_names)
    unpointed = (marks[at] for at in things if not at or not _points(marks[at - 1]))
    return any(not any(due.start <= m.start < due.end for due in said) for m in unpointed)


def _points(before: Morpheme) -> bool:
    return before.tag == "MM" and before.form in ("그", "이", "저")


def without_cancelled(found: list[Task], utterance: Utterance) -> list[Task]:
    """The tasks without those that this sentence calls off, and without what a next sentence adds to them ("그걸 …")."""
    if not found or not calls_off(utterance):
        return found
    nouns = utterance.nouns
    named = nouns - word_list("general_nouns")
    kept: list[Task] = []
    off: Task | None = None
    for old in found:
        text = old.written.text  # 단가 다시: Kiwi may read it otherwise there
        is_named = any(noun in text for noun in named) and sum(noun in text for noun in nouns) > 1
        if is_named or (off is not None and _adds_to(old, off)):
            off = old
        else:
            kept.append(old)
    return kept


@once
def calls_off(utterance: Utterance) -> bool:
    """Whether it says that something is not to be done after all ("협의는 안 해도 되겠네요")."""
    return utterance.has(_CANCELLED) and not is_promise(utterance) and not utterance.is_asked


def _adds_to(task: Task, before: Task) -> bool:
    follows = task.at.turn == before.at.turn and task.at.index - before.at.index == 1
    return follows and _TAKES_UP.match(task.at.text) is not None
