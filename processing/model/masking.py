"""Numbers and addresses that belong to people, put out of sight before anything is sent and back in afterwards.

Phone, e-mail, resident registration, card and account numbers are found by their look: a number too many masked does
no harm, since the very words come back with the answer.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

_GAP = r"[-–. ]?"
# a digit by its name, but not the 이 and 일 of 이고요, 이에요, 일 거예요 after a number
_DIGIT_NAME = (
    r"(?:(?!이(?:고|에요|요|죠|지|라|며|니|야|었|거든|나(?!\w))|일\s?(?:거|것|텐데|까|지도))[공영일이삼사오육륙칠팔구])"
)
_PAUSE = r"(?:[\s,.\-]|에|다시|대시|하이픈){0,3}"  # between digits said one by one: 공일공에 일이삼사 다시 …
_MORE = rf"{_PAUSE}{_DIGIT_NAME}"
_ALONE, _OVER = r"(?<![가-힣])", rf"(?!{_MORE})"
# in order: where two begin at one place the first that fits is taken
_KINDS = {
    "이메일": r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}(?![A-Za-z])",
    # YYMMDD and seven more, the second half often starred
    "주민등록번호": r"(?<!\d)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[- ]?[0-9](?:\d{6}|[*●xX]{6})(?!\d)"
    rf"|{_ALONE}{_DIGIT_NAME}(?:{_MORE}){{12}}{_OVER}",
    "카드번호": r"(?<!\d)(?:\d{4}(?:[- ]\d{4}){3}|3[47]\d{2}[- ]\d{6}[- ]\d{5}|\d{15,16})(?!\d)"
    rf"|{_ALONE}{_DIGIT_NAME}(?:{_MORE}){{14,15}}{_OVER}",
    # mobile, area and internet numbers, numbers of firms (1588-1234), and digits said one by one
    "전화번호": (
        rf"(?<!\d)(?:\+?82{_GAP}\(?0?\)?1[016789]|01[016789]){_GAP}\d{{3,4}}{_GAP}\d{{4}}(?!\d)"
        rf"|(?<!\d)\(?0(?:2|[3-6]\d|70|80|50\d)\)?{_GAP}\d{{3,4}}{_GAP}\d{{4}}(?!\d)"
        r"|(?<!\d)1[568]\d{2}[- ]\d{4}(?!\d)"
        rf"|(?:공일공|(?<!\d)010)(?:{_PAUSE}(?:{_DIGIT_NAME}|\d)){{7,8}}(?!\d)"
        rf"|{_ALONE}[공영](?:{_MORE}){{8,10}}{_OVER}"
    ),
    # ten to sixteen digits in two to four groups, or in one
    "계좌번호": r"(?<![\d-])(?=(?:\d[- ]?){10,16}(?![\d-]))\d{2,6}(?:[- ]\d{1,8}){1,3}(?!\d)|(?<!\d)\d{10,16}(?!\d)"
    rf"|{_ALONE}{_DIGIT_NAME}(?:{_MORE}){{9,}}",
}
_ANY = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items()))
_TOKEN = re.compile(rf"[\[［【]?\s*({'|'.join(_KINDS)})\s*#\s*(\d+)\s*[\]］】]?")
UNKNOWN = "[가린 번호]"  # for what was not there when the mask was made


@dataclass(frozen=True)
class Mask:
    """`originals`: what stands behind each sign. A mask without any hides and restores nothing."""

    originals: Mapping[str, str] = field(default_factory=dict)
    is_on: bool = True

    def hide(self, text: str) -> str:
        """The text with a sign for every number or address of a person's."""
        if not self.is_on:
            return text
        signs = {words: sign for sign, words in self.originals.items()}
        return _ANY.sub(lambda match: signs.get(match.group(), UNKNOWN), text)

    def restore(self, text: str) -> str:
        """The text with the words behind the signs, also where the sign's brackets or blanks were lost."""
        return _TOKEN.sub(lambda match: self.originals.get(_sign(match[1], int(match[2])), match.group()), text)

    def signs_in(self, text: str) -> Counter[str]:
        """Which signs of this mask stand in a text, and how often."""
        found = (_sign(match[1], int(match[2])) for match in _TOKEN.finditer(text))
        return Counter(sign for sign in found if sign in self.originals)


NO_MASK = Mask(is_on=False)


def mask_of(texts: Iterable[str]) -> Mask:
    """The mask for all that will be sent; the same words have the same sign throughout.

    >>> mask = mask_of(["제 번호는 010-1234-5678이고 메일은 hong@example.com입니다"])
    >>> mask.hide("010-1234-5678로 주세요"), mask.restore("[전화번호#1]로 주세요")
    ('[전화번호#1]로 주세요', '010-1234-5678로 주세요')
    """
    originals: dict[str, str] = {}
    known: set[str] = set()
    kept = list(texts)
    counts = Counter({kind: _highest(kind, kept) for kind in _KINDS})
    for text in kept:
        for match in _ANY.finditer(text):
            if match.group() not in known:
                kind = str(match.lastgroup)
                known.add(match.group())
                counts[kind] += 1
                originals[_sign(kind, counts[kind])] = match.group()
    return Mask(originals)


def _sign(kind: str, number: int) -> str:
    return f"[{kind}#{number}]"


def _highest(kind: str, texts: Iterable[str]) -> int:
    """The highest number of a sign that the words themselves hold: ours begin after it, so none is taken for another."""
    return max((int(m[2]) for text in texts for m in _TOKEN.finditer(text) if m[1] == kind), default=0)
