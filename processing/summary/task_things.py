"""What a task is done to, where its own clause does not say it: named before in the sentence, or in the one before it."""

from __future__ import annotations

import re
from dataclasses import replace

from processing.particles import agreeing
from processing.phonetics import spoken
from processing.summary.commitments import Found, Way
from processing.summary.follow_ups import Task
from processing.summary.phrases import phrases_in
from processing.summary.pointed import ASKS_BACK
from processing.summary.room import Room
from processing.summary.task_style import is_object, main_clause_offset
from processing.summary.things import action, object_before, object_of, thing, thing_before
from processing.summary.utterance import Utterance
from processing.summary.word_lists import word_list
from processing.summary.written_style import Written

_POINTS_AT_OBJECT = re.compile(r" (?:이거|그거|저거|이것|그것|저것)/NP (?:(?:은|는|ᆫ|도)/JX |(?:을|를|ᆯ)/JKO )?")
_NOT_DONE = re.compile(r"^\S+(?:은|는|을|를) 안 \S*고 (?=\S+ )")


def with_its_thing(room: Room, where: Found, new: Task) -> Task:
    """The task with what it is done to: its own name where that says it, else the name found for it."""
    written = new.written
    if (" " not in written.text and where.way is not Way.PROMISE) or _only_names_whom(written):
        return _with_own_thing(new, where.end) or _with_thing(room, new)
    if _lacks_object(new.at, where, written):
        return _with_thing(room, new)
    return _with_object_of_deed(room, where, new) if _names_only_deeds(new.at, written) else new


def _names_only_deeds(utterance: Utterance, written: Written) -> bool:
    """전화해서 취소, 다시 고치기: deeds, and nothing that they are done to or go to."""
    inside = [e for e in utterance.eojeols if e.content & written.words]
    marks = [(m, after) for e in inside for m, after in zip(e.morphemes, [*e.morphemes[1:], None], strict=True)]
    nouns = [after for m, after in marks if m.is_noun or m.tag in ("SN", "NR", "NP")]
    return bool(inside) and all(after is not None and after.tag == "XSV" for after in nouns)


def _with_object_of_deed(room: Room, where: Found, new: Task) -> Task:
    """고깃집 예약을 취소해야겠네요. — 제가 전화해서 취소할게요: 고깃집 예약을 전화해서 취소, by the object of the same verb."""
    verb = action(new.at, where.end, new.due).removesuffix("기")
    before = object_before(room.said, new.at.index, verb)
    if before is None:
        return new
    name = object_of(before, verb)
    return _named(new, f"{name}{agreeing('를', spoken(name))}" if " " in new.written.text else name, before)


def without_refused(written: Written) -> Written:
    """협의는 안 하고 발주서만 넣기 → 발주서만 넣기: what is not done is no part of the task."""
    text = _NOT_DONE.sub("", written.text)
    if text == written.text:
        return written
    return replace(written, text=text, words=frozenset(word for word in written.words if word in text))


def _only_names_whom(written: Written) -> bool:
    """박 과장님에게 부탁: of what?"""
    return written.text.endswith("에게 부탁") or written.text.endswith("께 부탁")


def _with_thing(room: Room, new: Task) -> Task:
    """갱신 → 인증서 갱신: with what was named just before."""
    before = thing_before(room.said, new.at.index, new.written.text)
    if before is None:
        return new
    return _named(new, thing(before, new.written.text), before)


def _named(new: Task, name: str, before: Utterance) -> Task:
    """The task with the name that the sentence `before` says, as evidence too."""
    words = frozenset(m.form for m in before.marks if m.is_content and m.form in name)
    written = Written(f"{name} {new.written.text}", False, new.written.words | words)
    return replace(new, written=written, said=(*new.said, before))


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


def does_nothing_named(utterance: Utterance, written: Written) -> bool:
    """핫픽스 끝나고 제가 할게요: when, but not what; 그거 제가 할게요 points at it."""
    if utterance.has(_POINTS_AT_OBJECT) or not written.text.endswith(" 하기"):
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
