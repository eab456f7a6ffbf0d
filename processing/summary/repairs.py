"""What a speaker takes back: "80만 명 아니 70만 명" says 70만 명, and 80만 nowhere stands in the minutes.

A repair has three parts: what is taken back, the word that takes it back (아니, 아니다, 그게 아니라, 정정하면, 죄송합니다), and what
stands in its place, which is of the same kind as the first (Levelt 1983, Monitoring and self-repair in speech). Only where
both are of one kind (amounts in one unit, days, names with one ending, words with one particle) is anything left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from processing.analysis import Sentence
from processing.summary.eojeol import Eojeol

_TAKES_BACK = frozenset(
    "아니 아니다 아니지 아니야 아뇨 아니요 정정하면 정정해서 죄송합니다 죄송해요 미안 미안해요".split()
)
_NOT_THAT = (("그게", "아니라"), ("그게", "아니고"), ("그것이", "아니라"), ("이게", "아니라"), ("그거", "말고"))
_SOUNDS = frozenset("아 어 음 에 아이고 참".split())
_DAYS = frozenset("어제 오늘 내일 모레 글피 그제 오전 오후 새벽 아침 저녁".split())
_COUNTING = frozenset("한 두 세 네 서너 다섯 여섯 일곱 여덟 아홉 열 스무".split())
_OF_AMOUNTS = frozenset(("SN", "NR", "NNB", "SW", "MM", "SL", "NNG", "XSN", "SP"))
_FIGURE = re.compile(
    r"\d[\d,.]*|[일이삼사오육칠팔구십백천만억조]{2,}|(?<![가-힣])[일이삼사오육칠팔구십백천만억](?=[백천만억])"
)
_MAY_TAKE_BACK = re.compile(r"아니|아뇨|정정|죄송|미안|말고|잘못|반대|거꾸로|말실수")
_BEGINS_BACK = re.compile(
    r"^(?:(?:아|어|음|에|네|참)[,.]? )*(?:아니(?:다|지|야|요)?|아뇨|정정하면|죄송합니다|미안)[,.]? |그게 아니(?:라|고) "
)
_SURELY_BACK = re.compile(
    r"^(?:(?:아|어|음)[,.]? )+아니(?:다|야|지)(?: |[.,]|$)|^(?:아 |어 )?(?:반대다|반대네|거꾸로다|말실수|(?:제가 |내가 )?(?:말을 )?잘못 말)"
)
_NOT_BUT = re.compile(
    r"(?P<old>\S*\d[\d,.]*[가-힣]*?|[일이삼사오육칠팔구십백천만억]{2,}[가-힣]{0,2}?)(?: ?[가-힣]{1,2})?(?:이|가)? 아니(?:라|고) "
)
_UNIT = re.compile(r"(?:\d[\d,.]*|[일이삼사오육칠팔구십백천만억조]{2,}) ?([만천억백]*) ?([가-힣A-Za-z%]{1,3})?")


def without_taken_back(eojeols: Sequence[Eojeol], kept: Sequence[int]) -> list[int]:
    """The eojeols that stay (`kept`, indices) once what is taken back, and the word that does so, are out."""
    dropped: set[int] = set()
    for at, width in _markers(eojeols):
        before, after = _before(eojeols, at), _after(eojeols, at + width)
        if before is not None and after is not None and _are_alike(eojeols[before:at], eojeols[after:]):
            dropped |= set(range(before, after))
        elif before and after is not None and _are_titled(eojeols[before - 1 : before + 1], eojeols[after : after + 2]):
            dropped |= set(range(before - 1, after))
        elif width == 2 and after is not None:
            dropped |= {at, at + 1}
    return [i for i in kept if i not in dropped]


def _markers(eojeols: Sequence[Eojeol]) -> Iterator[tuple[int, int]]:
    """Where a word that takes back stands, and how many eojeols it has."""
    for i, eojeol in enumerate(eojeols):
        if eojeol.bare in _TAKES_BACK:
            yield i, 1
        elif i + 1 < len(eojeols) and (eojeol.bare, eojeols[i + 1].bare) in _NOT_THAT:
            yield i, 2


def _before(eojeols: Sequence[Eojeol], at: int) -> int | None:
    """Where the phrase that ends right before `at` begins: a whole amount, else one word; None where there is none."""
    end = at
    while end and eojeols[end - 1].bare in _SOUNDS:
        end -= 1
    start = end
    while start and _is_of_amount(eojeols[start - 1]):
        start -= 1
    if any(_has_figure(eojeol) for eojeol in eojeols[start:end]):
        while not _has_figure(eojeols[start]):
            start += 1
        return start
    return end - 1 if end else None


def _after(eojeols: Sequence[Eojeol], at: int) -> int | None:
    while at < len(eojeols) and eojeols[at].bare in _SOUNDS:
        at += 1
    return at if at < len(eojeols) else None


def _is_of_amount(eojeol: Eojeol) -> bool:
    """80만, 명, 세 시: figures and units, with no particle behind them."""
    return bool(eojeol.tags) and set(eojeol.tags) <= _OF_AMOUNTS


def _has_figure(eojeol: Eojeol) -> bool:
    return any(m.tag in ("SN", "NR") or (m.tag == "MM" and m.form in _COUNTING) for m in eojeol.morphemes)


def _are_alike(before: Sequence[Eojeol], rest: Sequence[Eojeol]) -> bool:
    """Whether the phrase `before` and the beginning of `rest` are of one kind."""
    old, new = [e for e in before if e.bare not in _SOUNDS], rest[0]
    if any(_has_figure(eojeol) for eojeol in old):
        if not _has_figure(new):
            return False
        units = _unit(old), _unit(rest[:3])
        return units[0] == units[1] or "" in units
    last = old[-1] if old else None
    if last is None or not last.tags or not new.tags:
        return False
    if last.bare in _DAYS or last.bare.endswith("요일"):
        return new.bare.startswith(tuple(_DAYS)) or "요일" in new.bare
    return _are_nouns_alike(last, new)


def _are_nouns_alike(old: Eojeol, new: Eojeol) -> bool:
    """마케팅팀 아니 영업팀에, 서울에 아니 부산에: the same last noun, two names, or the same particle."""
    if not old.tags[0].startswith("N") or not new.tags[0].startswith("N") or {"EC", "EF", "EP"} & set(old.tags):
        return False
    olds, news = _nouns(old), _nouns(new)
    if old.last is not None and old.last.tag.startswith("J"):
        return new.last is not None and (old.last.form, old.last.tag) == (new.last.form, new.last.tag)
    return olds[-1:] == news[-1:] != [] or (set(old.tags) == {"NNP"} and new.tags[0] == "NNP")


def _are_titled(old: Sequence[Eojeol], new: Sequence[Eojeol]) -> bool:
    """김 과장님 아니 이 과장님이: two surnames, or two names, with one title."""
    if len(old) < 2 or len(new) < 2 or max(len(old[0].bare), len(new[0].bare)) > 3:
        return False
    return _nouns(old[1]) == _nouns(new[1]) != [] and old[1].last is not None and not old[1].last.tag.startswith("J")


def _nouns(eojeol: Eojeol) -> list[str]:
    return [m.form for m in eojeol.morphemes if m.tag.startswith("N") or m.tag == "XSN"]


def _unit(eojeols: Sequence[Eojeol]) -> str:
    """명 of 80만 명, 시 of 세 시에; "" for a bare figure."""
    found = ""
    for eojeol in eojeols:
        for m in eojeol.morphemes:
            if m.tag.startswith(("J", "E", "V")):
                return found
            if m.tag in ("NNB", "NNG", "SW", "SL"):
                return m.form
    return found


def taken_back(sentences: Sequence[Sentence]) -> frozenset[int]:
    """The indices of sentences with a figure that is taken back later: by the same speaker at once, or as "80만이 아니라 62만".

    The later sentence names another amount in the same unit; without one nothing is taken back.
    """
    found: set[int] = set()
    for at, sentence in enumerate(sentences):
        text = sentence.text
        if not _MAY_TAKE_BACK.search(text):
            continue
        if at and _puts_right(sentences[at - 1], sentence):
            found.add(at - 1)
        found |= set(_denied(sentences, at))
    return frozenset(found)


def _puts_right(before: Sentence, sentence: Sentence) -> bool:
    """4천 개요. 어 아니 … 5천 개입니다: the same speaker goes back to an amount."""
    if before.turn_cut != sentence.turn_cut:
        return False
    if _SURELY_BACK.search(sentence.text):
        return True
    if not _BEGINS_BACK.search(sentence.text):
        return False
    return bool(_units_in(before.text) & _units_in(sentence.text))


_BACK = 60  # sentences within which a figure is remembered


def _denied(sentences: Sequence[Sentence], at: int) -> Iterator[int]:
    """The sentences before `at` that say the figure of its "80만이 아니라 62만"."""
    match = _NOT_BUT.search(sentences[at].text)
    if match is None or not _FIGURE.search(sentences[at].text, match.end()):
        return
    figure = _FIGURE.search(match["old"])
    if figure is None:
        return
    old = match["old"][figure.start() :]
    said = re.compile(rf"(?<![\d가-힣.,]){re.escape(old)}")
    yield from (i for i in range(max(at - _BACK, 0), at) if said.search(sentences[i].text))


def _units_in(text: str) -> set[str]:
    """The units of all amounts of a text: {명} of "80만 명입니다"."""
    return {match[2][:1] for match in _UNIT.finditer(text) if match[2]}
