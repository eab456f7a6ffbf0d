"""Figures in words: what numbers a text writes, in digits or in Hangul, by their values.

A figure is its value, however it is written: 3,000만, 3천만 and 삼천만 are one (한글 맞춤법 제44항: numbers go by 만). What is said is
read generously (삼 may be a number or not), what is written strictly, so that a doubt about a figure means something.
"""

from __future__ import annotations

import re

_DIGITS = dict(zip("영공일이삼사오육칠팔구", (0, 0, *range(1, 10)), strict=True))
_SMALL = {"십": 10, "백": 100, "천": 1000}
_BIG = {"만": 10**4, "억": 10**8, "조": 10**12}
_NATIVE = {
    "한": 1, "하나": 1, "두": 2, "둘": 2, "세": 3, "셋": 3, "석": 3, "서": 3, "네": 4, "넷": 4, "넉": 4, "다섯": 5, "여섯": 6,
    "일곱": 7, "여덟": 8, "아홉": 9, "열": 10, "스무": 20, "스물": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60,
    "하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "열흘": 10, "절반": 0.5, "반": 0.5, "첫": 1,
}  # fmt: skip
_TENS = ("열", "스물", "서른", "마흔", "쉰", "예순")
# 3,000 · 3천만 · 2.5 · 5백 명; a unit's syllable that begins another word (3천사, 2만들기) is none
_WRITTEN = re.compile(
    r"\d[\d,]*(?:\.\d+)?(?:\s?[십백천]?[만억조](?=[\d\s,.원명개건번회]|$)|\s?[십백천](?=[만억조\d\s,.원명개건번회]|$))*"
)
_UNIT = re.compile(r"[십백천만억조]")
_SPOKEN = re.compile(r"[영공일이삼사오육칠팔구십백천만억조]+(?: [영공일이삼사오육칠팔구십백천만억조]+)*")
# Hangul numerals that can be nothing else: a large one by itself (백억, 삼천만), a count before its unit (세 배, 스무 명)
_LARGE = re.compile(
    r"(?<![가-힣\d.,])(?!만일|이만(?! ?원)|오만(?! ?원)|천만(?:에| ?다행)|억만|백만장자)"
    r"(?P<run>[일이삼사오육칠팔구십백천만억조]*[십백천만억](?:조(?= ?원))?(?: ?[일이삼사오육칠팔구십백천]+[만억])*)"
    r"(?: ?(?:원|명|개|건|배|퍼센트|프로|달러|대|장|곳|회|점)(?![가-힣]{2})|(?:(?<=억)|(?<=[십백천]만))(?=$|[^가-힣]|[을를이은의]\b))"
)
_PERCENT = re.compile(r"(?<![가-힣])(?P<run>[일이삼사오육칠팔구십백]+) ?(?:퍼센트|프로(?![가-힣]{2}))")
_MONTH = re.compile(r"(?<![가-힣])(?P<run>삼|사|오|유|칠|팔|구|시|십일|십이)월(?![가-힣]{2})")
ODD_MONTHS = {"유": 6, "시": 10}  # 유월 and 시월, which drop a sound of their numeral
_COUNT = re.compile(
    r"(?<![가-힣])(?P<ten>열|스물|서른|마흔|쉰|예순)?(?P<one>두|세|네|다섯|여섯|일곱|여덟|아홉|열|스무|서른|마흔|쉰)"
    r" ?(?:명|배|개|건|곳|팀|시(?!간|[가-힣]{2})|달|주|사람|차례|대(?![가-힣]{2}))(?:이|가|은|는|을|를|의|로|으로|에|만|까지|씩|분|짜리|정도)*(?![가-힣])"
)


def figures(text: str) -> set[float]:
    """The values of the figures written in a text.

    >>> sorted(figures("예산 3,000만 원, 9월 18일, 2.5배, 1억 2천만 원"))
    [2.5, 9.0, 18.0, 30000000.0, 120000000.0]
    """
    values: list[float] = []
    end = -2
    for match in _WRITTEN.finditer(text):
        value = _value(match.group())
        if match.start() - end <= 1 and value < 10**8 <= values[-1]:
            values[-1] += value  # 1억 2천만 is one figure
        else:
            values.append(value)
        end = match.end()
    return set(values)


def _value(written: str) -> float:
    number = float(re.match(r"[\d,.]+", written).group().replace(",", "").rstrip("."))  # type: ignore[union-attr]
    for unit in _UNIT.findall(written):
        number *= _SMALL.get(unit) or _BIG[unit]
    return number


def spoken_figures(text: str) -> set[float]:
    """The values that a stretch of speech may name, written in digits or in Hangul.

    >>> {30_000_000.0, 3.0} <= spoken_figures("삼천만 원을 세 번에 나눠서"), {6.0, 10.0} <= spoken_figures("유월이나 시월 말에")
    (True, True)
    """
    values = set(figures(text))
    # 2 억 5천: the parts of a figure count too
    values.update(float(part.replace(",", "")) for part in re.findall(r"\d[\d,]*(?:\.\d+)?", text) if part.strip(","))
    for match in _SPOKEN.finditer(text):
        run = match.group().replace(" ", "")
        values.update(spoken_value(run[i:j]) for i in range(len(run)) for j in range(i + 1, min(len(run), i + 9) + 1))
    values.update(float(value) for name, value in ODD_MONTHS.items() if f"{name}월" in text)
    values.update(float(value) for word, value in _NATIVE.items() if word in text)
    values.update(
        float(_NATIVE[ten] + value)
        for ten in _TENS
        for word, value in _NATIVE.items()
        if value < 10 and ten + word in text
    )
    return values


def spoken_value(run: str) -> float:
    """The value of Sino-Korean numerals; digits said one by one (일이삼) count as read in a row.

    >>> spoken_value("삼천오백만"), spoken_value("이오")
    (35000000.0, 25.0)
    >>> spoken_value("이십칠"), spoken_value("십"), spoken_value("삼")
    (27.0, 10.0, 3.0)
    """
    if not any(ch in _SMALL or ch in _BIG for ch in run):
        return float("".join(str(_DIGITS[ch]) for ch in run))
    whole = part = digit = 0
    for ch in run:
        if ch in _DIGITS:
            digit = _DIGITS[ch]
        elif ch in _SMALL:
            part, digit = part + (digit or 1) * _SMALL[ch], 0
        else:
            whole, part, digit = whole + (part + digit or 1) * _BIG[ch], 0, 0
    return float(whole + part + digit)


def figures_in_words(text: str) -> set[float]:
    """The values of Hangul numerals that can be nothing else, where `spoken_figures` takes whatever may be one.

    >>> sorted(figures_in_words("예산 백억 승인, 삼천만 원을 세 배로 늘리고 스무 명을 십이월에"))
    [3.0, 12.0, 20.0, 30000000.0, 10000000000.0]
    >>> figures_in_words("만일 이만 마치면 사원 조원 이사에게 세세한 구조를 설명")
    set()
    """
    runs = (match["run"].replace(" ", "") for rule in (_LARGE, _PERCENT) for match in rule.finditer(text))
    values = {spoken_value(run) for run in runs}
    values |= {float(ODD_MONTHS.get(match["run"]) or spoken_value(match["run"])) for match in _MONTH.finditer(text)}
    counts = ((match["ten"], match["one"]) for match in _COUNT.finditer(text))
    return values | {float((_NATIVE[ten] if ten else 0) + _NATIVE[one]) for ten, one in counts}
