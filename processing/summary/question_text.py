"""A question as a line: ~하는지, ~할지, ~인지, with the topic or the first half that stands in the sentence before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from processing.analysis import Morpheme
from processing.summary import intents
from processing.summary.asked import NAMES_TOPIC, points_first
from processing.summary.endings import past
from processing.summary.phrases import phrases_in
from processing.summary.things import thing
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
    tagged,
    without_call,
    without_hedges,
    without_politeness,
)

_WANTS_TO_KNOW = re.compile(
    r"(?:는지|ᆫ지|은지|을지|ᆯ지)/E[CF] (?:[이가를도]/J\S+ )?(?:궁금\S+ (?:하/\S+ )?\S+/EF|혹시/MAG|좀/MAG) $"
)
_WAS = re.compile(r" (?:ᆫ|은)/ETM [거것]/NNB 이/VCP $")
_WISHING = frozenset(("궁금", "궁금하"))


def text_about(utterance: Utterance, about: Utterance) -> Written:
    """그거 갚았나요?, of 우유: 우유 갚았는지."""
    asked, name = _asked_text(utterance), thing(about)
    if asked is None or " " not in asked:
        return quotation(utterance)
    words = frozenset(m.form for m in about.marks if m.is_content and m.form in name)
    text = f"{name} {asked.split(' ', 1)[1]}"
    return Written(text, False, utterance.words | words) if len(text) <= MAX_LENGTH else quotation(utterance)


def question_text(asked: Sequence[Utterance]) -> Written:
    """The line of a question of one or two sentences; the words as they were said where its ending has no such form.

    The first of two is a topic (그 서버 비용이요. 얼마예요?), names the thing, or is the other half (… 아니면 …).
    """
    words = frozenset().union(*(u.words for u in asked)) - _WISHING
    last = _asked_text(asked[-1])
    if last is None:
        return quotation(asked[-1])
    text = last
    if len(asked) > 1 and asked[0].has(NAMES_TOPIC):
        topic = [p.text for p in phrases_in(asked[0])]
        text = f"{max(topic, key=len)}, {last}" if topic else last
    elif len(asked) > 1 and not intents.is_question(asked[0]):
        name = thing(asked[0])
        rest = last.split(" ", 1)[-1] if points_first(asked[-1]) else last
        text = f"{name}, {rest}" if name else last
    elif len(asked) > 1 and (first := _asked_text(asked[0])):
        text = f"{first} 아니면 {last}"
    text = text if len(text) <= MAX_LENGTH else last
    return Written(text, False, words) if len(text) <= MAX_LENGTH else quotation(asked[-1])


def _asked_text(utterance: Utterance) -> str | None:
    """The question as ~하는지, ~할지, ~인지; None where its ending has no such form."""
    draft = _without_bare_pointing(without_call(draft_of(utterance), utterance))
    starts = [s for s in clause_starts(draft.eojeols, draft.kept) if len(draft.from_position(s).words) > 1]
    usable = [s for s in starts if not starts_vaguely(draft.eojeols[draft.kept[s]])]
    draft = draft.from_position(usable[-1]) if usable else draft
    tokens = draft.tokens
    wish = _WANTS_TO_KNOW.search(tagged(tokens))
    if wish is not None:
        tokens = tokens[: tagged(tokens).count(" ", 0, wish.start() + 1)]
    if tokens and tokens[-1][1].form == "요":
        tokens = tokens[:-1]
    if not tokens or tokens[-1][1].tag not in ("EF", "EC"):
        return None
    return _closed(draft, without_politeness(tokens[:-1]), tokens[-1][1].form)


def _without_bare_pointing(draft: Draft) -> Draft:
    """그거 수리 맡겼어요? → 수리 맡겼는지: a bare 그거 before what is named."""
    if len(draft.kept) < 3 or draft.eojeols[draft.kept[0]].tags != ("NP",):
        return draft
    first, second = (draft.eojeols[i] for i in draft.kept[:2])
    names = second.tags[:1] in (("NNG",), ("NNP",), ("SL",)) and bool(second.content - word_list("general_nouns"))
    return draft.from_position(1) if starts_vaguely(first) and names else draft


def _closed(draft: Draft, stem: list[tuple[int, Morpheme]], ending: str) -> str | None:
    plain_stem = without_hedges(stem)
    if not plain_stem:
        return None
    i, last = plain_stem[-1]
    draft = replace(draft, kept=tuple(j for j in draft.kept if j <= i))
    if last.tag == "VCP":
        named = nominal(draft, plain_stem)
        return None if named is None else re.sub(r"(?<![가-힣])뭐$", "무엇", named.removesuffix("임")) + "인지"
    was_done = _WAS.search(tagged(stem)) is not None and last.tag in ("VV", "XSV", "VX")
    if was_done:
        done = nominal(draft, plain_stem, "기")
        return None if done is None else done[: len(done) - len(last.form) - 1] + past(last.form, last.tag) + "는지"
    is_plan = ending.startswith(("ᆯ까", "을까", "ᆯ지", "을지"))
    is_quality = last.tag in ("VA", "XSA", "VCN") and last.form not in ("있", "없")
    says_how = ending.startswith("는지")
    return nominal(draft, plain_stem, "ᆯ지" if is_plan else "ᆫ지" if is_quality and not says_how else "는지")
