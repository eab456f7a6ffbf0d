"""A settlement as a line: 취소하는 걸로 하겠습니다 → 취소하기로 함, 내년으로 확정할게요 → 내년으로 확정."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from processing.analysis import Morpheme
from processing.summary.endings import joined
from processing.summary.task_style import is_object, opening_topic
from processing.summary.trimming import clause_starts, starts_vaguely
from processing.summary.utterance import Utterance
from processing.summary.written_style import MAX_LENGTH, Draft, Written, draft_of, nominal, quotation

_MOVED = ("옮기", "미루", "늦추", "앞당기", "당기", "바꾸")
# 월요일인데, 두 대지만: what is so now, and is about to change
_HAD_VALUE = re.compile(r"[가-힣\d](?:인데|이지만|이었는데|였는데)$")
_CALLED_SO = frozenset("확정 결정 의결 승인 합의 통일 채택".split())
_SO = ("그렇/VA", "이렇/VA", "게/EC")


def deed(draft: Draft, tokens: Sequence[tuple[int, Morpheme]]) -> str | None:
    """쓰기; for 쓰지 말-, which forbids, 쓰지 않기."""
    if [m.form for _, m in tokens[-2:]] == ["지", "말"] and len(tokens) > 2:
        forbidden = nominal(draft, tokens[:-2], "지")
        return f"{forbidden} 않기" if forbidden else None
    return nominal(draft, tokens, "기")


def written_with(utterance: Utterance, match: re.Match[str], end: int | None = None) -> Written:
    """취소하는 걸로 하겠습니다 → 취소하기로 함, 성당으로 하시죠 → 성당으로 함, 내년으로 확정할게요 → 내년으로 확정.

    `end` is the text offset up to which it is settled, None for the whole sentence.
    """
    draft, marks = draft_of(utterance), [m for m in utterance.marks if end is None or m.start < end]
    if end is not None:
        draft = replace(draft, kept=tuple(i for i in draft.kept if draft.eojeols[i].start < end))
    draft = main_clause(draft)
    first = utterance.marks_before(match.start() + 1)
    words = [word for word in match.group().split() if word not in _SO]
    particle = max(k for k, m in enumerate(marks) if k >= first and m.tag == "JKB" and m.form in ("로", "으로", "ᆯ로"))
    if words[0] == "는/ETM":
        stem = [(i, m) for i, m in draft.tokens if any(m is mark for mark in marks[:first])]
        text = nominal(draft, stem, "기")
        text = f"{text}로" if text else None
    else:
        text = up_to(draft, marks[particle])
    if text is None:
        return quotation(utterance)
    text = f"{text} {_settling(words, marks[particle].form)}"
    return Written(text, False, draft.words) if len(text) <= MAX_LENGTH else quotation(utterance)


def up_to(draft: Draft, particle: Morpheme) -> str | None:
    for i, m in draft.tokens:
        if m is particle:
            return draft.text_before(i) + draft.eojeols[i].text[: m.end - draft.eojeols[i].start]
    return None


def main_clause(draft: Draft) -> Draft:
    starts = [
        s
        for s in clause_starts(draft.eojeols, draft.kept, splits_settled=False)
        if len(draft.from_position(s).words) > 2
    ]
    usable = [s for s in starts if not starts_vaguely(draft.eojeols[draft.kept[s]])]
    return _with_topic_of_value(draft, usable[-1]) if usable else draft


def _with_topic_of_value(draft: Draft, start: int) -> Draft:
    """다음 싱크는 월요일인데 제가 휴가라서 화요일로 옮길게요: what has the one value gets the other, 다음 싱크는 … 화요일로 옮김."""
    main, before = draft.from_position(start), draft.kept[:start]
    is_named = any(is_object(draft.eojeols[i], ("은", "는", "만", "도")) for i in main.kept)
    if is_named or _HAD_VALUE.search(" ".join(draft.eojeols[i].text for i in before)) is None:
        return main
    named = tuple(i for i in opening_topic(draft, start) if draft.eojeols[i].bare not in ("저희", "우리"))
    return replace(draft, kept=(*named, *main.kept))


def _settling(words: Sequence[str], particle: str) -> str:
    """함, 정함, 확정: what the speaker called it, behind the last particle."""
    last = max(k for k, word in enumerate(words) if word == f"{particle}/JKB")
    for word in words[last:]:
        form, tag = word.split("/")
        if tag == "NNG" and form in _CALLED_SO:
            return form if "되/XSV" not in words else form + "됨"
        if form == "정하" or form in _MOVED:
            return joined(form, "ᆷ")
    return "함"
