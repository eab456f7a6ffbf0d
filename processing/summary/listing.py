"""The list of things that a meeting is to speak of, as it is said: "A하고 B, 그리고 C 이렇게 세 가지", "첫째 A 그다음에 B", "하나는 A고 하나는 B".

Each thing is the noun phrase with which its part of the list ends (지난주에 있었던 결제 장애 얘기 → 결제 장애), or a verb with its
object in the -기 form (오분류 줄이는 거 → 오분류 줄이기). One part that is neither, and it is no list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from processing.analysis import Morpheme
from processing.summary.endings import joined
from processing.summary.utterance import Utterance
from processing.summary.word_lists import word_list

LONGEST_LIST = 6
_COUNTED = re.compile(
    r"(?:^| )(?:이렇게 )?(?:(?:[두세네]|다섯|여섯|\d+) ?(?:가지|(?:건|개)(?=입니|이[에고]|인데|[^가-힣]|$))|(?:두|세|네) 안건)"
)
_ENDS = re.compile(
    r" (?:이렇게요?|이렇습니다|이렇고요|이래요|이 순서로|순서로|순으로|등(?:을|에)?|이런 (?:걸|거|것))(?![가-힣])"
    # … 서버 얘기까지만 하죠
    r"| (?:좀 )?(?:하|할|해|보|볼|봅|다루|다룰|정하|정할|(?:논의|얘기|이야기|진행|검토)(?:하|할|해)|말씀드리|말씀드릴)[가-힣]*[.]?$"
)
_NAMED = re.compile(
    r"(?:안건|주제|순서|내용|(?:할|볼|룰) ?(?:거|건|것|게|얘기|이야기))(?:은|는|이)? ?$|^\S*(?:이번에는|오늘은) $"
)
_BEGINS = re.compile(
    r"^(?:\S+ ){0,4}?(?:오늘은|이번에는|안건은|안건이|주제는|순서는|회의는|회의에서는|내용은|(?:할|볼|의논할|논의할|얘기할|이야기할|다룰|정할) "
    r"(?:거는|건|것은|게|내용은|얘기는|이야기는|안건은))(?: |$)"
)
_ORDINAL = r"(?:첫째로?|둘째로?|셋째로?|넷째로?|(?:첫|두|세|네) ?번째(?:로|는|가)?|하나는|또 하나는|나머지 하나는|일단|우선|먼저)"
_ORDINALS = re.compile(rf"(?<![가-힣]){_ORDINAL} ")
_BETWEEN = re.compile(
    rf"(?P<join>하고|이랑|랑|와|과)?(?P<comma>,)? (?:(?:그다음에?|그리고|또|음|어|마지막으로|그 ?다음은?|{_ORDINAL}),? )*"
)
_FRAME = ("건", "얘기", "이야기", "문제", "관련", "관련해서", "쪽", "부분", "거", "것", "내용")
_NAMES = ("NNG", "NNP", "SL", "SN", "SH", "XSN", "XPN", "XR", "NR", "SW")


def begins(utterance: Utterance) -> int:
    """The text offset behind "오늘 안건은" and the like; 0 where the sentence opens without it."""
    match = _BEGINS.match(utterance.text)
    return match.end() if match else 0


def counts(utterance: Utterance) -> bool:
    """Whether it tells how many things there are, or closes or orders a list ("세 가지입니다", "이렇게 보겠습니다", "둘째 …")."""
    text = utterance.text
    is_told = _COUNTED.search(text) is not None or _ENDS.search(text) is not None
    return is_told or len(_ORDINALS.findall(text)) > 1 or _NAMED.search(text[: begins(utterance)]) is not None


def listed(utterance: Utterance, start: int = 0) -> tuple[str, ...]:
    """The things that the sentence lists from `start` on, two to six; empty where it is no list."""
    parts = list(_parts(utterance, start, _end(utterance, start)))
    names = [_name(utterance, *part) for part in parts]
    if not 1 < len(names) <= LONGEST_LIST or not all(names):
        return ()
    return tuple(dict.fromkeys(names))


def _end(utterance: Utterance, start: int) -> int:
    found = [m.start() for rule in (_COUNTED, _ENDS) for m in rule.finditer(utterance.text, start) if m.start() > start]
    return min(found, default=len(utterance.text.rstrip(".?! ")))


def _parts(utterance: Utterance, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of the parts of the list: between joining particles, commas, ordinals and 그리고."""
    text = utterance.text
    for match in _BETWEEN.finditer(text, start, end):
        if match["join"] and not _joins(utterance, match.start("join"), match["join"]):
            continue
        is_said = match["join"] or match["comma"] or match.group().strip()
        if not is_said:
            continue
        if text[start : match.start()].strip():
            yield start, match.start()
        start = match.end()
    if text[start:end].strip():
        yield start, end


def _joins(utterance: Utterance, at: int, form: str) -> bool:
    """Whether 와, 랑, 하고 at `at` joins two things; 결과 ends in 과 and joins nothing."""
    if form == "하고":
        return True
    return any(m.start == at and m.tag in ("JC", "JKB") for m in utterance.marks)


def _name(utterance: Utterance, start: int, end: int) -> str:
    """The noun phrase with which [start, end) ends; "" where it ends in something else, or names nothing."""
    text = utterance.text[start:end]
    lead = re.match(rf"\s*(?:(?:어|음|그|자|네|아|{_ORDINAL}),? )*", text)
    start += lead.end() if lead else 0
    inside = [m for m in utterance.marks if start <= m.start < end]
    inside = _without_frame(inside)
    phrase = _last_names(inside)
    if phrase:
        return " ".join(utterance.text[phrase[0].start : phrase[-1].end].split())
    return _done(utterance, inside)


def _without_frame(inside: Sequence[Morpheme]) -> list[Morpheme]:
    """Without the copula, the particle and 건, 얘기, 문제 at the end."""
    marks = list(inside)
    while marks and (marks[-1].tag[:1] in "JE" or marks[-1].tag == "VCP" or marks[-1].form == "하"):
        if marks[-1].tag == "ETM":
            break
        marks.pop()
    while len(marks) > 1 and marks[-1].form in _FRAME and marks[-2].tag != "ETM":
        marks.pop()
    return marks


def _last_names(inside: Sequence[Morpheme]) -> list[Morpheme]:
    names: list[Morpheme] = []
    for m in reversed(inside):
        if m.tag not in _NAMES:
            break
        names.insert(0, m)
    while names and (names[0].tag in ("XSN", "SN", "NR", "SW") or names[0].form in ("오늘", "이번", "지난주")):
        names = names[1:] if len(names) > 1 and names[0].form in ("오늘", "이번", "지난주") else names
        break
    says = {m.form for m in names if m.is_noun} - word_list("general_nouns")
    return names if says else []


def _done(utterance: Utterance, inside: Sequence[Morpheme]) -> str:
    """오분류 줄이는 거 → 오분류 줄이기."""
    if [m.tag for m in inside[-2:]] != ["ETM", "NNB"] or len(inside) < 4 or inside[-1].form not in _FRAME:
        return ""
    verb, before = inside[-3], inside[:-3]
    if verb.tag not in ("VV", "XSV") or not before or not before[-1].is_noun or len(before) > 6:
        return ""
    return " ".join((utterance.text[before[0].start : verb.start] + joined(verb.form, "기")).split())
