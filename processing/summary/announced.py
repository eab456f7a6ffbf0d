"""Where the chair says what comes next ("두 번째 멤버십 앱 개편", "먼저 장애부터", "마지막으로 개막식"), and what it is called.

A name that the agenda has is told as the agenda tells it: 장애 → 키오스크 결제 장애. By the letters as much as by the
morphemes, since Kiwi reads a lone noun as a verb as often as not (그다음에 도록 → 하도록).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from processing.analysis import Morpheme
from processing.summary.agenda import Agenda
from processing.summary.eojeol import is_word
from processing.summary.titles import Subject
from processing.summary.utterance import Utterance
from processing.summary.word_lists import word_list

_LEAD = r"^(?:(?:네|예|자|어|음|아|그럼|그러면|그리고|이제|그래|그래요|오케이|좋습니다|좋아요|참|근데|뭐)[,.]? )*"
_NO_TIME = (
    r"(?! ?(?:주|달|번|회의|날|해|학기|분기|미팅|시간|주차|모임|월|년|거|것|말|사람|단계|장|페이지|점검)(?![가-힣])"
)
_NO_TIME += r"| ?(?:주|달|번|회의|시간|날)(?:에|부터|까지|은|는|로|쯤|마다|[월화수목금토일]))"
_NEXT = re.compile(
    _LEAD
    + r"(?P<ordinal>(?:첫|두|세|네|다섯|여섯) ?번째(?:로|는|로는| 안건은?| 주제는?)?,?|[첫둘셋넷]째(?:로|는)?,?)? ?"
    + rf"(?P<next>마지막(?:으로|은| 안건은?| 주제는?),?|그 ?다음(?:은|으로|에|에는)?,?{_NO_TIME}|다음(?:은|으로| 안건은?| 주제는?)?,?{_NO_TIME})? ?"
)
_FIRST = re.compile(_LEAD + r"(?:먼저|우선|일단) ")
_FILLS = re.compile(r"^(?:(?:그|저|어|음|이제|네|자),? )+")
_FRAME = frozenset("건 얘기 이야기 문제 안건 주제 쪽 관련".split())
_NOUNS = ("NNG", "NNP", "SL", "SN", "SH", "XSN", "XPN", "XR", "NR", "SW")
_LONGEST = 5  # nouns
_SHORT = 4  # eojeols of a sentence that only names what comes


def announced_at(said: Sequence[Utterance], told: Agenda | None) -> dict[int, Subject]:
    """The indices of the sentences that announce what comes, each with what it is called."""
    found: dict[int, Subject] = {}
    for at, utterance in enumerate(said):
        subject = _announced(utterance)
        if subject is not None:
            found[at] = _as_in_agenda(subject, told)
    return found


def of_agenda(
    said: Sequence[Utterance], start: int, end: int, told: Agenda | None, taken: Collection[str]
) -> Subject | None:
    """The entry of the agenda that [start, end) speaks of most, twice at least, or once as the first; none that is `taken`."""
    items = [item for item in told.items if item not in taken] if told is not None else []
    if told is None or not items:
        return None
    listed = {u.index for u in told.said}
    part = [u for u in said[start:end] if u.index not in listed]
    counts = {item: sum(_names(u, item) for u in part) for item in items}
    best = max(items, key=lambda item: counts[item])
    enough = 1 if start == 0 and best == told.items[0] else 2
    return _entry(best, told) if counts[best] >= enough else None


def _names(utterance: Utterance, item: str) -> bool:
    """Whether it says the entry, or the most of its nouns."""
    nouns = set(item.split())
    return item in utterance.text or 2 * sum(noun in utterance.text for noun in nouns) > len(nouns)


def _entry(item: str, told: Agenda) -> Subject:
    """An entry of the agenda, with the sentence that lists it."""
    return Subject(item, frozenset(w for u in told.said for w in u.words if w in item), told.said[-1], True)


def _announced(utterance: Utterance) -> Subject | None:
    """What the sentence announces as the next or first topic; None where it announces none."""
    text, following, first = utterance.text, _NEXT.match(utterance.text), _FIRST.match(utterance.text)
    if following is not None and not (following["ordinal"] or following["next"]):
        following = None
    lead = following or first or re.match(_LEAD, text)
    start = lead.end() if lead else 0
    filled = _FILLS.match(text[start:])
    start += filled.end() if filled else 0
    names = _names_from(utterance, start)
    if not names:
        return _lone(utterance, start) if following else None
    rest = text[names[-1].end :].strip(" .!,")
    if following is not None:
        return _subject(utterance, names) if _is_next(following, names, rest, utterance) else None
    is_opened = _begins_with(rest) and (first is not None or _opens_it(rest))
    return _subject(utterance, names) if is_opened else None


def _is_next(following: re.Match[str], names: Sequence[Morpheme], rest: str, utterance: Utterance) -> bool:
    """두 번째는 예산입니다; but not 다음 이사회는 1월에 합니다, the next of its kind."""
    if (following["next"] or "").strip() == "다음" and re.match(r"^(?:은|는|이|가)(?: |$)", rest):
        return False
    return _only_names(rest, utterance) and (not following["ordinal"] or _is_no_modifier(following, names, rest))


def _names_from(utterance: Utterance, start: int) -> list[Morpheme]:
    """The nouns that stand at `start`, with nothing but a blank between them."""
    names: list[Morpheme] = []
    for m in utterance.marks:
        if m.start < start:
            continue
        if (
            m.tag not in _NOUNS
            or (not names and m.start != start)
            or (names and utterance.text[names[-1].end : m.start].strip())
        ):
            break
        names.append(m)
    while names and names[-1].form in _FRAME:
        names.pop()
    says = {m.form for m in names if m.is_noun} - word_list("general_nouns")
    return names if says and len(names) <= _LONGEST and names[-1].tag not in ("SN", "NR", "XPN") else []


def _lone(utterance: Utterance, start: int) -> Subject | None:
    """그다음에 도록.: one word and nothing else, whatever Kiwi makes of it."""
    match = re.fullmatch(
        r"([가-힣A-Za-z]{2,8}?)(?:이?요|은요|는요|입니다|인데요|이고요)?[.!]?", utterance.text[start:].strip()
    )
    if (
        match is None
        or match[1].endswith(("다", "까", "죠", "자", "지", "고", "요", "까지"))
        or match[1] in word_list("general_nouns")
    ):
        return None
    words = frozenset(m.form for m in utterance.marks if m.form == match[1]) or frozenset((match[1],))
    return Subject(match[1], words, utterance, True)


def _only_names(rest: str, utterance: Utterance) -> bool:
    """Whether behind the name there is no more than its particle, or a speech about it ("얘기해 볼게요")."""
    return bool(
        re.match(
            r"^(?:건|얘기|이야기|문제|안건|쪽)? ?(?:은요|는요|이요|요|은|는|을|를|부터|도|입니다|이고요|이에요|예요"
            r"|인데요?|이죠|죠|이야|야|건|에 대해서?|에 관해서?|으로|로)?[,.]?"
            r"(?: ?(?:얘기|이야기|말씀|보고|진행|시작|논의|넘어"
            r"|보겠|볼게|봅시|보죠|보자|볼까|하겠|할게|하죠|합시|하자|할까|해 보|들어가|가겠|가죠|갈게)[가-힣 ]{0,12})?$",
            rest,
        )
    ) or (
        len(utterance.eojeols) > _SHORT
        and re.match(r"^(?:은|는|인데요?|이고요|건은|건인데요?)(?: |$)", rest) is not None
    )


def _is_no_modifier(following: re.Match[str], names: Sequence[Morpheme], rest: str) -> bool:
    """두 번째 분은, 첫 번째 지원자부터: which of several, and no announcement; 두 번째는 …, 두 번째 공동 선별장 are ones."""
    is_set_off = bool(re.search(r"(?:로|는|은|째로|안건|주제|,) ?$", following["ordinal"]) or following["next"])
    return (
        is_set_off
        or len(names) > 1
        or not rest
        or rest.startswith(("건", "얘기", "문제", "이야기", "인데", "입니다", "이에요", "요"))
    )


def _begins_with(rest: str) -> bool:
    """먼저 장애부터 …, 먼저 출하 시기인데요, 도록 얘기로 넘어가죠."""
    return bool(
        re.match(r"^(?:건|얘기|이야기|문제)? ?(?:부터|인데요?|이고요|건은|건인데)(?: |$)", rest) or _opens_it(rest)
    )


def _opens_it(rest: str) -> bool:
    return bool(
        re.match(
            r"^(?:건|얘기|이야기|문제|안건|주제)? ?(?:(?:으로|로) ?넘어가|부터 (?:할까|보자|볼까|봅시다|보겠|보죠|볼게|하죠|할게|하겠|합시다|시작"
            r"|얘기|이야기|말씀|공유|보고))"
            r"|^(?:얘기|이야기) (?:좀 )?(?:할게|하겠|하죠|해 보|합시다|할까)",
            rest,
        )
    )


def _subject(utterance: Utterance, names: Sequence[Morpheme]) -> Subject:
    text = " ".join(utterance.text[names[0].start : names[-1].end].split())
    return Subject(text, frozenset(m.form for m in names if is_word(m)), utterance, True)


def _as_in_agenda(subject: Subject, told: Agenda | None) -> Subject:
    """The entry of the agenda that names the same thing, with the sentence that lists it."""
    if told is None:
        return subject
    for item in told.items:
        if subject.text in item or set(subject.text.split()) & set(item.split()):
            return _entry(item, told)
    return subject
