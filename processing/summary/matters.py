"""What a decision or open point is about: named in its own sentence, or just before it, in a sentence that it then cites too.

A noun that only may be meant makes a false line of a true one; so a thing is taken from where it is certain, or from nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from processing.particles import agreeing
from processing.phonetics import spoken
from processing.summary import intents
from processing.summary.dates import names_a_time
from processing.summary.eojeol import Eojeol
from processing.summary.things import introduced_before, object_before, object_of, raised_before, thing, thing_before
from processing.summary.trimming import starts_vaguely
from processing.summary.utterance import Utterance
from processing.summary.word_lists import word_list
from processing.summary.written_style import MAX_LENGTH, Draft, Written, draft_of

# 첫 물량은 오천 개로 할게요: the thing and its value, though only one is a noun
VALUED = re.compile(r"/(?:NN[GP]|SL|XSN) (?:은|는)/JX (?:\S+ )*?\S+/(?:NR|SN) (?:\S+/\S+ )*?(?:으로|로)/JKB ")
_ON_CONDITION = re.compile(r"^(?:안 )?[가-힣]+면 [가-힣]+기로 함$")  # 안 되면 가는 걸로: of what?
STANDS = 2  # content words with which a line stands though it begins with 그때까지는
_TOPIC_BACK = 9  # sentences


@dataclass(frozen=True)
class Settled:
    """A decision or open point: the line and the sentences that say it."""

    written: Written
    said: tuple[Utterance, ...]


def placed(utterances: Sequence[Utterance], at: int, written: Written, said: tuple[Utterance, ...]) -> Settled | None:
    """The decision with what it is about: named in it, or just before it."""
    utterance = utterances[at]
    points = starts_vaguely(utterance.eojeols[utterance.kept[0]])
    if points:
        topical, with_it = with_topic(utterances, at, written)
        if topical is not None:
            return Settled(topical, (*with_it, *(u for u in said if u not in with_it)))
    if not intents.is_past(utterance) and (points or not _has_own_thing(utterance, written)):
        found = _with_thing(utterances, at, written, said, points)
        if found is not None:
            return found
    if points and len(written.words - word_list("general_nouns")) < STANDS:
        return None
    stands = len(written.words) > 1 or utterance.has(VALUED)
    if (not stands and len(said) > 1) or _ON_CONDITION.match(written.text):
        return None
    return Settled(written, said) if stands else with_topic_back(utterances, at, written)


def _ends_as_topic(eojeol: Eojeol) -> bool:
    """하나는, 저는, 배너는."""
    return eojeol.last is not None and eojeol.last.tag == "JX" and eojeol.last.form in ("은", "는")


def _has_own_thing(utterance: Utterance, written: Written) -> bool:
    """Whether the line names what it is about; 20일까지 다 듣기로 함 names a time and a deed."""
    words = written.words - {"걸"}  # 안 빌리는 걸로: Kiwi's noun, which is 것을
    named = [e for e in utterance.eojeols if e.content & words and any(m.is_noun for m in e.morphemes)]
    return any(not names_a_time(_without_particle(e)) for e in named)


def _without_particle(eojeol: Eojeol) -> str:
    """금요일 of 금요일은."""
    end = next((m.start for m in eojeol.morphemes if m.tag.startswith("J")), eojeol.end)
    return eojeol.bare[: max(end - eojeol.start, 0)]


def _with_thing(
    utterances: Sequence[Utterance], at: int, written: Written, said: tuple[Utterance, ...], points: bool
) -> Settled | None:
    """그건 이번에는 안 내는 걸로 하죠, after "튜터링 신청서 그거 우리도 내나요?": 튜터링 신청서는 이번에는 안 내기로 함."""
    verbs = [m.form for m in utterances[at].marks if m.tag == "VV" and m.form in written.words]
    verb = verbs[-1] if verbs else ""
    before = thing_before(utterances, at, verb) if points else object_before(utterances, at, verb)
    if points and (before is None or not thing(before, is_marked=True)):  # 문구 어디 있어요? — 노션에요. — 그건 …
        before = raised_before(utterances, at)
    name = (thing(before) if points else object_of(before, verb)) if before is not None else ""
    if not name and not points:
        before, name = introduced_before(utterances, at, verb)
    if before is None or not name or name in written.text or written.is_quoted:
        return None
    if any(
        _ends_as_topic(e) and not e.content & set(name.split()) for e in before.eojeols
    ):  # 하나는 왼쪽 버튼이 뻑뻑해서
        return None
    text = f"{name}{agreeing('는', spoken(name))} {written.text.split(' ', 1)[-1] if points else written.text}"
    words = written.words | frozenset(m.form for m in before.marks if m.is_content and m.form in name)
    return Settled(Written(text, False, words), (before, *said)) if len(text) <= MAX_LENGTH else None


def with_topic_back(utterances: Sequence[Utterance], at: int, written: Written) -> Settled | None:
    """제일 싼 데로 하죠, some turns after "보험은 제가 견적을 받았는데": 보험은 제일 싼 데로 함."""
    for back in range(at, max(at - _TOPIC_BACK, 0), -1):
        found, said = with_topic(utterances, back, written, utterances[at])
        if found is not None and len(found.words) > len(written.words):
            return Settled(found, said)
    return None


def with_topic(
    utterances: Sequence[Utterance], at: int, written: Written, settling: Utterance | None = None
) -> tuple[Written | None, tuple[Utterance, ...]]:
    """그건 빼기로 했습니다, after "영문 페이지는요": the line with the topic named just before in place of 그건, and its sentences.

    `settling` is the sentence of the line where that is not `at` itself.
    """
    utterance, before = settling or utterances[at], utterances[at - 1] if at else None
    if before is None or before.turn < utterances[at].turn - 1 or not before.nouns:
        return None, ()
    draft = draft_of(before)
    topic = next((i for i in draft.kept if _names_topic(draft, i)), None)
    if topic is None:
        return None, ()
    start = topic
    while start - 1 in draft.kept and not any(t.startswith(("J", "E")) for t in draft.eojeols[start - 1].tags):
        start -= 1
    named = replace(draft, kept=tuple(i for i in draft.kept if start <= i <= topic))
    if settling is not None and not named.words - word_list("general_nouns"):
        return None, ()
    eojeol = draft.eojeols[topic]
    particle = next(m for m in eojeol.morphemes if m.tag == "JX")
    subject = named.text_before(topic) + eojeol.text[: particle.start - eojeol.start] + particle.form
    points = starts_vaguely(utterance.eojeols[utterance.kept[0]])
    text = f"{subject} {written.text.split(' ', 1)[-1] if points else written.text}"
    return Written(text, written.is_quoted, written.words | named.words), (before, utterance)


def _names_topic(draft: Draft, i: int) -> bool:
    tags = draft.eojeols[i].tags
    marks = [m for m in draft.eojeols[i].morphemes if m.tag == "JX" and m.form in ("은", "는")]
    return bool(marks) and tags[0].startswith(("NN", "SL")) and "NP" not in tags
