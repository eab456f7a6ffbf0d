"""Open points: what is said to be open still, put off, or waited for, and questions that nobody could answer.

What is decided later in the same meeting is not open; what a task takes care of is left to the task.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from processing.analysis import Morpheme
from processing.particles import agreeing
from processing.phonetics import spoken
from processing.summary import intents
from processing.summary.commitments import is_taken_on
from processing.summary.decisions import DECIDES_NOT
from processing.summary.follow_ups import calls_off
from processing.summary.matters import Settled, with_topic
from processing.summary.phrases import phrases_in
from processing.summary.postponed import is_open, says_nothing_is_known
from processing.summary.questions import Question
from processing.summary.standing import topics
from processing.summary.things import thing, thing_before
from processing.summary.trimming import clause_starts, starts_vaguely
from processing.summary.utterance import Utterance
from processing.summary.word_lists import word_list
from processing.summary.written_style import (
    MAX_LENGTH,
    Draft,
    Written,
    draft_of,
    nominal,
    quotation,
    statement,
    without_call,
)

_DELIBERATION = frozenset(
    "논의 결정 검토 의논 협의 상의 확정 이야기 얘기 정리 결론 판단 조율 답 답변 회신 연락 확답".split()
)
_WEIGHING = _DELIBERATION | {"정하", "얘기", "이야기", "고민", "합의"}
_NEAR = 2  # sentences
_PUT_UP_BACK = 40  # sentences
_THIS = re.compile(r"^(?:(?:네|예|아|어|음|자|근데|그럼|그러면)[,.]? )*이(?:거|건|게)")
_PUT_UP = re.compile(r" (?:이거|이게|이건)(?![가-힣])")
_POINTS_BACK = re.compile(r"(?:그거|그게|그건|그때|그 ?때|공지|확답|결과|답) ?(?:나오|오|되|나|다시|가서)|그때")
_CLOSES = re.compile(r" 기/ETN 로/JKB (?:하|결정/NNG 하|정하)/\S+ 었/EP ")
_FRAME = ("EF", "EC", "EP", "JX", "VX", "ETM", "NNB", "JKB", "ETN")


def open_points(
    utterances: Sequence[Utterance],
    settled: Sequence[Settled] = (),
    asked: Sequence[Question] = (),
    lecturer: str | None = None,
) -> list[Settled]:
    """The open points of a note in order, less those that one of the decisions `settled` later; none in a lecturer's talk."""
    found: list[Settled] = []
    for at, utterance in enumerate(utterances):
        if utterance.speaker_id == lecturer or intents.is_laughed_at(utterances, at):
            continue
        if is_open(utterance) and not is_taken_on(utterance) and not intents.is_hypothetical_request(utterance):
            point = None if _is_closed(utterances, at) else _of_question(utterance, asked) or _point(utterances, at)
            if point is not None:
                found.append(point)
    found += [p for at, u in enumerate(utterances) if u.has(DECIDES_NOT) and (p := _not_decided(utterances, at))]
    found += [point for question in asked if (point := _unanswered(question)) is not None and lecturer is None]
    found = _joined(sorted(found, key=lambda point: point.said[0].index))
    off = [utterance for utterance in utterances if calls_off(utterance)]
    found = [point for point in found if not _is_settled(point, settled) and not _is_off(point, off)]
    return _without_repetitions(found)


def _joined(found: Sequence[Settled]) -> list[Settled]:
    """Without those that only say when the one just before is taken up (확답은 아직 없어. 그거 나오면 다시 정하자): one point.

    What a question left open keeps its own words; else the later, which says what is next, is the line.
    """
    kept: list[Settled] = []
    for point in found:
        last, said = (kept[-1], point.said[-1]) if kept else (None, point.said[-1])
        near = last is not None and last.said[-1].turn == said.turn and 0 <= said.index - last.said[-1].index <= _NEAR
        if last is None or not near or not _POINTS_BACK.search(said.text):
            kept.append(point)
        elif len(last.said) > 1 and last.said[0].is_asked and not _names_own(point):
            kept[-1] = replace(last, said=(*last.said, said))
        else:
            kept[-1] = replace(point, said=(*point.said, *(u for u in last.said if u not in point.said)))
    return kept


def _names_own(point: Settled) -> bool:
    """25일 나이트는 그거 나오면 다시 정하자: with its own topic."""
    return bool(topics(point.written.text))


def _is_off(point: Settled, off: Sequence[Utterance]) -> bool:
    """단가는 공장이랑 다시 얘기하기로 함, where it is said later that 단가 협의는 안 해도 되겠네요."""
    later = [u for u in off if u.index > point.said[-1].index and u.nouns & _WEIGHING]
    named = [u.nouns - word_list("general_nouns") - _WEIGHING for u in later]
    weighs = bool(point.written.words & _WEIGHING)
    return weighs and any(all(noun in point.written.text for noun in nouns) for nouns in named if nouns)


def _not_decided(utterances: Sequence[Utterance], at: int) -> Settled | None:
    """포장은 견적 보고 결정하죠 / 오늘은 결정 안 하는 걸로: 포장은 결정하지 않기로 함; None where nothing before names it."""
    if intents.is_question(utterances[at]) or is_open(utterances[at]):
        return None
    written = Written("결정하지 않기로 함", False, frozenset(("결정",)))
    point, said = with_topic(utterances, at, written)
    return Settled(point, said) if point is not None and point.words - written.words else None


def _is_closed(utterances: Sequence[Utterance], at: int) -> bool:
    """Whether it is answered at once that it was settled ("그건 이번에는 안 하기로 했고요")."""
    near = [u for u in utterances[at + 1 : at + 4] if u.turn - utterances[at].turn <= 1]
    return any(u.has(_CLOSES) and bool(u.kept) and starts_vaguely(u.eojeols[u.kept[0]]) for u in near)


def _of_question(utterance: Utterance, asked: Sequence[Question]) -> Settled | None:
    """이건 총무님 오시면 정하죠, after "현금만 받아요?": 현금만 받는지는 총무님 오면 정하기로 함."""
    if not utterance.kept or not starts_vaguely(utterance.eojeols[utterance.kept[0]]):
        return None
    about = next((q for q in asked if q.asked[-1].turn == utterance.turn - 1 and q.written.text.endswith("지")), None)
    to_come = _to_come(utterance)
    written = to_come or statement(utterance)
    if about is None or written is None or " " not in written.text:
        return None
    if to_come is None and not about.written.is_quoted:  # 아직 못 들었어요: what was asked is open
        return Settled(about.written, (*about.asked, utterance))
    text = f"{about.written.text}는 {written.text.split(' ', 1)[-1]}"
    words = about.written.words | written.words
    return Settled(Written(text, False, words), (*about.asked, utterance)) if len(text) <= MAX_LENGTH else None


def _without_repetitions(found: Sequence[Settled]) -> list[Settled]:
    """Of two that share a sentence or over half of their words, the first; in one turn the later, which says what is next."""
    kept: list[Settled] = []
    for point in found:
        alike = next((k for k, other in enumerate(kept) if _is_alike(point, other)), None)
        if alike is None:
            kept.append(point)
        elif point.said[-1].turn == kept[alike].said[-1].turn:
            kept[alike] = point
    return kept


def _is_alike(point: Settled, other: Settled) -> bool:
    words, others = point.written.words, other.written.words
    shares_said = {u.index for u in point.said} & {u.index for u in other.said}
    return bool(shares_said) or 2 * len(words & others) > min(len(words), len(others))


def _is_settled(point: Settled, settled: Sequence[Settled]) -> bool:
    """Whether a decision after it names the same thing."""
    names = point.written.words - word_list("general_nouns") - _WEIGHING
    for decision in settled:
        shared = names & decision.written.words
        if decision.said[-1].index > point.said[-1].index and (len(shared) > 1 or (shared and len(names) < 3)):
            return True
    return False


def _unanswered(question: Question) -> Settled | None:
    """A question to which the answer was that nobody knows: the question itself is what is open."""
    unknown = [u for u in question.answered if says_nothing_is_known(u)]
    if not unknown or question.written.is_quoted:
        return None
    return Settled(question.written, (*question.asked, unknown[0]))


def _point(utterances: Sequence[Utterance], at: int) -> Settled | None:
    utterance = utterances[at]
    written = _to_come(utterance) or statement(utterance) or quotation(utterance)
    first = utterance.eojeols[utterance.kept[0]] if utterance.kept else None
    points = first is not None and starts_vaguely(first)
    names = written.words - word_list("general_nouns") - _WEIGHING - _TIMES
    is_headless = first is not None and first.bare == "아직"  # 아직 확정은 아니고: of what was named before
    if not points and not is_headless and any(m.is_noun and m.form in names for m in utterance.marks):
        return Settled(written, (utterance,))
    if written.is_quoted:
        return Settled(written, (utterance,))
    found, said = with_topic(utterances, at, written)
    return Settled(found, said) if found is not None else _with_thing(utterances, at, written, points)


_TIMES = frozenset("다음 주 달 회의 월요일 화요일 수요일 목요일 금요일 오늘 내일 확정".split())


def _with_thing(utterances: Sequence[Utterance], at: int, written: Written, points: bool) -> Settled | None:
    """아직 안 정했어요, after "스프린트 회고는 언제 해요?": 스프린트 회고는 아직 안 정했음."""
    before, name = _matter_of(utterances, at, points)
    if before is None or (written.is_quoted and not intents.is_question(before)):
        return None
    rest = written.text.split(" ", 1)[-1] if points else written.text
    text = f"{name}{agreeing('는', spoken(name))} {rest}"
    words = written.words | frozenset(m.form for m in before.marks if m.is_content and m.form in name)
    return Settled(Written(text, False, words), (before, utterances[at])) if len(text) <= MAX_LENGTH else None


def _matter_of(utterances: Sequence[Utterance], at: int, points: bool) -> tuple[Utterance | None, str]:
    """The sentence that names what is open, and its name: 이거 is what was put up as 이거 (캡스톤 디자인 이거 …), else what stands near.

    A noun from some sentences before would make a false point of a true one.
    """
    if points and _THIS.match(utterances[at].text):
        for before in reversed(utterances[max(at - _PUT_UP_BACK, 0) : at]):
            name = next((p.text for p in reversed(phrases_in(before)) if _PUT_UP.match(before.text, p.end)), "")
            if name:
                return before, max((p.text for p in phrases_in(before) if p.text.endswith(name)), key=len)
    near = thing_before(utterances, at)
    if near is None or (points and utterances[at].index - near.index > _NEAR):
        return None, ""
    return near, thing(near)


def _to_come(utterance: Utterance) -> Written | None:
    """다시 이야기해 보죠, 다음 회의에서 정하는 걸로 하고요 → 다시 이야기하기로 함, 다음 회의에서 정하기로 함; None for what is no such plan."""
    draft = without_call(draft_of(utterance), utterance)
    tokens = draft.tokens
    stem = max((k for k, (_, m) in enumerate(tokens) if m.tag in ("VV", "XSV") and _weighs(tokens, k)), default=-1)
    after = [m for _, m in tokens[stem + 1 :]]
    if stem > 0 and any(m.form in ("안", "못") for _, m in tokens[max(stem - 2, 0) : stem]):
        return None
    if stem < 0 or any(m.form == "었" or (not m.tag.startswith(_FRAME) and m.form != "하") for m in after):
        return None
    starts = [s for s in clause_starts(draft.eojeols, draft.kept, splits_settled=False) if _stands(draft, s)]
    if starts:
        draft = draft.from_position(starts[-1])
    text = nominal(draft, tokens[: stem + 1], "기")
    if text is None or len(text) + 4 > MAX_LENGTH:
        return None
    return Written(f"{text}로 함", False, draft.words)


def _weighs(tokens: Sequence[tuple[int, Morpheme]], k: int) -> bool:
    form = tokens[k][1].form
    return form in _WEIGHING or (form == "하" and k > 0 and tokens[k - 1][1].form in _WEIGHING)


def _stands(draft: Draft, start: int) -> bool:
    rest = draft.from_position(start)
    nouns = {m.form for _, m in rest.tokens if m.is_noun}
    return bool(nouns - word_list("general_nouns") - _WEIGHING) and not starts_vaguely(rest.eojeols[rest.kept[0]])
