"""What the meeting is about in its own words: the sentence near the beginning that announces it ("오늘은 … 정하는 자리고요").

A list of things becomes a list of names, one thing its noun phrase with all that describes it. What is announced is better
than anything counted; where nothing is announced there is no agenda.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from processing.summary import intents
from processing.summary.eojeol import Eojeol
from processing.summary.listing import begins, counts, listed
from processing.summary.to_machine import is_told_to_machine
from processing.summary.utterance import Utterance
from processing.summary.word_lists import word_list
from processing.summary.written_style import MAX_LENGTH, Draft, Written, draft_of, nominal

_WITHIN = 14  # sentences from the beginning
_ANNOUNCES = re.compile(
    r"^(?:\S+ ){0,3}?(?:오늘은?|오늘 (?:회의|강의|시간|수업|안건|주제|순서)[은는에도]*(?:서는)?"
    r"|오늘 (?:\S+[할볼룰] )?(?:거는|건|것은|게|내용은|얘기는)|이번 (?:회의|시간)[은는에]*(?:서는)?|이 자리는) "
)
_OPENING = re.compile(
    r"^(?:오늘은?|안건[은는]|주제[은는]|순서[은는]|회의[은는]?|강의[은는]?|시간(?:은|에는|에)?|수업[은는]?|이번|이|자리는|여기서는?)$"
)
_GATHERING = frozenset(
    "자리 회의 시간 미팅 모임 회고 리뷰 포스트모템 세미나 강의 특강 수업 발표 워크숍 간담회 주제 안건 보고회 설명회".split()
)
_SPEAKS_OF = re.compile(
    r" (?:정하|다루|나누|보|살펴보|짚|하|드리|말하|듣|알아보|말씀드리|설명드리|보고드리)/V\S "
    r"| (?:논의|얘기|이야기|말씀|설명|소개|공유|정리|검토|결정|공부|점검|의논|보고)/NNG "
)


@dataclass(frozen=True)
class Agenda:
    """What was announced: the line, the sentences that say it, and the things themselves where a list was told."""

    written: Written
    said: tuple[Utterance, ...]
    items: tuple[str, ...] = ()

    @property
    def is_list(self) -> bool:
        """Whether the line is the list itself: it names what is spoken of and states nothing that a line could repeat."""
        return bool(self.items) and self.written.text == ", ".join(self.items)


def agenda(said: Sequence[Utterance]) -> Agenda | None:
    """The announced subject as a line, with its sentences; None where none is announced."""
    for at, utterance in enumerate(said[:_WITHIN]):
        if not _ANNOUNCES.match(utterance.text) or utterance.is_asked or intents.is_past(utterance):
            continue
        if is_told_to_machine(utterance) or intents.is_supposed(utterance):
            continue
        found = _listed(said, at) or _held(said, at) or _listed_next(said, at) or _spoken_of(utterance)
        if found is not None and len(found.written.words) > 1 and len(found.written.text) <= MAX_LENGTH:
            return found
    return None


def _listed(said: Sequence[Utterance], at: int) -> Agenda | None:
    """체험 학습하고 바자회 두 가지만 정하고 → 체험 학습, 바자회."""
    items = listed(said[at], begins(said[at])) if counts(said[at]) else ()
    return _of_items(items, said[at]) if items else None


def _listed_next(said: Sequence[Utterance], at: int) -> Agenda | None:
    """안건은 세 가지입니다 / 결제 장애 얘기하고 …: the list follows."""
    following = said[at + 1] if at + 1 < len(said) else None
    if following is None or following.turn != said[at].turn or not counts(said[at]):
        return None
    items = listed(following)
    return _of_items(items, following) if items else None


def _of_items(items: tuple[str, ...], utterance: Utterance) -> Agenda:
    text = ", ".join(items)
    return Agenda(Written(text, False, frozenset(w for w in utterance.words if w in text)), (utterance,), items)


def _held(said: Sequence[Utterance], at: int) -> Agenda | None:
    """결제 장애 포스트모템입니다 / 원인하고 재발 방지만 볼게요: what is held is the line, a list near it its entries."""
    written = _gathering(said[at])
    if written is None:
        return None
    for near in said[at + 1 : at + 3]:
        items = listed(near, begins(near)) if near.turn == said[at].turn and counts(near) else ()
        if items and not intents.is_past(near):
            return Agenda(written, (said[at], near), items)
    return Agenda(written, (said[at],))


def _spoken_of(utterance: Utterance) -> Agenda | None:
    written = _object(utterance)
    return Agenda(written, (utterance,)) if written is not None else None


def _gathering(utterance: Utterance) -> Written | None:
    """결제 시스템을 아마존으로 옮기는 일정을 정하는 자리고요 → … 정하는 자리; 결제 장애 포스트모템입니다 → 결제 장애 포스트모템."""
    draft = _without_opening(draft_of(utterance))
    tokens = draft.tokens
    ends = [k for k, (_, m) in enumerate(tokens) if m.tag == "VCP" and k and tokens[k - 1][1].is_noun]
    if not ends:
        return None
    before = [m for _, m in tokens[: ends[0]]]
    names_only = len(before) > 1 and all(m.is_noun or m.tag in ("XSN", "XPN") for m in before)  # 가을 캠페인 기획이고요
    if before[-1].form not in _GATHERING and not names_only:
        return None
    i = tokens[ends[0]][0]
    draft = replace(draft, kept=tuple(j for j in draft.kept if j <= i))
    text = nominal(draft, tokens[: ends[0] + 1])
    return Written(text, False, draft.words) if text else None


def _object(utterance: Utterance) -> Written | None:
    """일하면서 기록하는 방법에 대해서 말씀드리고 → 일하면서 기록하는 방법."""
    if not utterance.has(_SPEAKS_OF):
        return None
    draft = _without_opening(draft_of(utterance))
    for at, i in enumerate(draft.kept):
        eojeol = draft.eojeols[i]
        following = draft.eojeols[draft.kept[at + 1]].bare if at + 1 < len(draft.kept) else ""
        if not _is_about(eojeol, following) or _describes_another(draft, at):
            continue
        noun = [m for m in eojeol.morphemes if not m.tag.startswith(("J", "S"))][-1]
        head = replace(draft, kept=draft.kept[:at])
        text = head.text_before(i) + eojeol.text[: noun.end - eojeol.start]
        words = replace(draft, kept=draft.kept[: at + 1]).words - word_list("general_nouns")
        return Written(text, False, words) if len(words) > 1 else None
    return None


def _describes_another(draft: Draft, at: int) -> bool:
    """화두를 전하는 교수님과 함께합니다: the object of a clause that says who or what something else is; but 성과를 나누는 자리를 …."""
    after = [draft.eojeols[i] for i in draft.kept[at + 1 : at + 4]]
    verb = next((k for k, eojeol in enumerate(after[:2]) if eojeol.tags[-1:] == ("ETM",)), None)
    if verb is None or verb + 1 >= len(after):
        return False
    described = {m.form for m in after[verb + 1].morphemes}
    return not described & (_GATHERING | {"거", "것", "걸", "게"})


def _is_about(eojeol: Eojeol, following: str) -> bool:
    last = eojeol.last
    is_noun = len(eojeol.tags) > 1 and eojeol.tags[-2].startswith(("NN", "SL", "XSN"))
    if last is None or not is_noun:
        return False
    return last.tag == "JKO" or (
        last.form == "에" and following in ("대해", "대해서", "관해", "관해서", "대한", "관한")
    )


def _without_opening(draft: Draft) -> Draft:
    kept = draft.kept
    while kept and (_OPENING.match(draft.eojeols[kept[0]].bare) or draft.eojeols[kept[0]].tags == ("NP",)):
        kept = kept[1:]
    whom = {i for i in kept if (last := draft.eojeols[i].last) is not None and last.form in ("께", "에게", "한테")}
    mine = {i for i in kept if draft.eojeols[i].bare in ("제가", "저희가", "저는", "저희는")}
    return replace(draft, kept=kept).without(whom | mine)
