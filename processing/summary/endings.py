"""Joining a stem and an ending as Korean spelling wants it: the few endings that written lines need.

Source: 한글 맞춤법 제15항-제18항 (stems, ㄹ drop, ㅂ/ㄷ/ㅅ/ㅎ irregulars). Kiwi's stems come without their class, so the closed
classes of irregular verbs stand here; words that are both (묻다, 걷다, 굽다) are taken as the commoner of the two.
"""

from __future__ import annotations

_FIRST, _LAST = 0xAC00, 0xD7A3
_CODA_SS = 20
_CODA_N, _CODA_L, _CODA_M, _CODA_B = 4, 8, 16, 17
_CODAS = {"ᆫ": _CODA_N, "ᆯ": _CODA_L, "ᆷ": _CODA_M}
_IN_FULL = {"ᆫ": "은", "ᆯ": "을", "ᆷ": "음"}
_D_IRREGULAR = ("듣", "걷", "싣", "깨닫", "일컫", "긷", "붇", "엿듣", "묻", "캐묻", "눋")
_D_REGULAR = ("파묻", "뒤묻")
_S_IRREGULAR = ("짓", "잇", "낫", "붓", "긋", "젓", "잣")
_B_IRREGULAR_VERBS = ("돕", "눕", "줍", "깁", "굽", "여쭙")
_B_TO_WA = ("돕", "곱")  # 한글 맞춤법 제18항 6: only these two take 와
_HOW = ("그렇", "이렇", "저렇", "어떻", "요렇", "고렇", "조렇", "아무렇")
_B_REGULAR_ADJECTIVES = ("좁", "수줍", "굽")
_REU_REGULAR = ("따르", "치르", "들르", "다다르", "우러르", "잠그")
_H_REGULAR = (
    "좋",
    "싫",
    "많",
    "않",
    "괜찮",
    "옳",
    "끓",
    "잃",
    "닳",
    "앓",
    "끊",
    "뚫",
    "꿇",
    "놓",
    "넣",
    "낳",
    "쌓",
    "찧",
    "닿",
    "땋",
)


def coda_of(syllable: str) -> int:
    """The index of a syllable's final consonant, 0 for none; -1 for what is no Hangul syllable.

    >>> coda_of("가"), coda_of("말"), coda_of("A")
    (0, 8, -1)
    """
    return (ord(syllable) - _FIRST) % 28 if _FIRST <= ord(syllable) <= _LAST else -1


def with_coda(text: str, coda: int) -> str:
    """The text with the final consonant of its last syllable set."""
    last = ord(text[-1])
    return text[:-1] + chr(last - (last - _FIRST) % 28 + coda)


def joined(stem: str, ending: str, tag: str = "VV") -> str:
    """A stem (its dictionary form, of the tag given) with an ending that begins with ᆫ, ᆯ or ᆷ, or with a syllable.

    >>> joined("하", "ᆷ"), joined("만들", "ᆷ"), joined("읽", "ᆷ"), joined("쉽", "ᆷ", "VA"), joined("듣", "ᆷ")
    ('함', '만듦', '읽음', '쉬움', '들음')
    >>> joined("보내", "기"), joined("쓰", "ᆯ지"), joined("있", "ᆫ지"), joined("만들", "는지")
    ('보내기', '쓸지', '있은지', '만드는지')
    """
    head, rest = ending[:1], ending[1:]
    if not stem or coda_of(stem[-1]) < 0:
        return stem + _IN_FULL.get(head, head) + rest
    if head not in _CODAS:
        return _before_syllable(stem, ending)
    stem, is_open = _before_vowel(stem, tag)
    coda = coda_of(stem[-1])
    if coda == 0 and is_open:
        return with_coda(stem, _CODAS[head]) + rest
    if coda == _CODA_L and is_open:
        return with_coda(stem, 10 if head == "ᆷ" else _CODAS[head]) + rest  # ㄻ; ㄹ gives way to ㄴ and ㄹ
    return stem + _IN_FULL[head] + rest


def before_eu(stem: str, ending: str, tag: str = "VV") -> str:
    """A stem with an ending that takes 으 after a final consonant (면, 니까).

    >>> before_eu("보", "면"), before_eu("읽", "면"), before_eu("듣", "니까"), before_eu("만들", "면")
    ('보면', '읽으면', '들으니까', '만들면')
    """
    stem, leans = _before_vowel(stem, tag)
    coda = coda_of(stem[-1])
    if coda == _CODA_L and leans and ending.startswith("니"):
        return with_coda(stem, 0) + ending
    return stem + ending if leans and coda in (0, _CODA_L) else stem + "으" + ending


def past(stem: str, tag: str = "VV") -> str:
    """A stem with 았/었, contracted as it is written (한글 맞춤법 제34항-제38항).

    >>> [past(stem) for stem in ("하", "받", "가", "오", "주", "정해지", "쓰", "듣", "부르", "되", "만들")]
    ['했', '받았', '갔', '왔', '줬', '정해졌', '썼', '들었', '불렀', '됐', '만들었']
    """
    if stem.endswith("하"):
        return stem[:-1] + "했"
    if stem in ("푸", "푸르"):
        return {"푸": "펐", "푸르": "푸르렀"}[stem]
    if stem.endswith(_B_TO_WA) and tag in ("VV", "VA"):
        return with_coda(stem, 0) + "왔"
    if _is_h_irregular(stem, tag):
        return _past_of_colour(stem)
    if stem[-1:] == "르" and len(stem) > 1 and stem not in _REU_REGULAR:
        head = with_coda(stem[:-1], _CODA_L)
        return head + ("랐" if _is_bright(head) else "렀")
    bare, leans = _before_vowel(stem, tag)
    if not leans and coda_of(bare[-1]) == 0:  # ㅅ irregular: 지었음, 나았음, never contracted
        return bare + ("았" if _is_bright(bare) else "었")
    stem = bare
    return _contracted(stem) if coda_of(stem[-1]) == 0 else stem + ("았" if _is_bright(stem) else "었")


def _is_bright(stem: str) -> bool:
    return coda_of(stem[-1]) >= 0 and (ord(stem[-1]) - _FIRST) // 28 % 21 in (0, 2, 8)


def _is_h_irregular(stem: str, tag: str) -> bool:
    return tag == "VA" and coda_of(stem[-1]) == 27 and not stem.endswith(_H_REGULAR)


def _past_of_colour(stem: str) -> str:
    """하얗 → 하얬, 뿌옇 → 뿌옜, 그렇 → 그랬: the vowel joins with 았/었 (한글 맞춤법 제18항 3)."""
    at = ord(stem[-1]) - _FIRST
    vowel = {0: 1, 2: 3, 4: 1 if stem in _HOW else 5, 6: 7}[at // 28 % 21]
    return stem[:-1] + chr(_FIRST + at // 588 * 588 + vowel * 28 + _CODA_SS)


def _contracted(stem: str) -> str:
    """ㅗ+았 → ㅘ, ㅜ+었 → ㅝ, ㅣ+었 → ㅕ, ㅚ+었 → ㅙ, ㅡ gives way; ㅏ ㅓ ㅐ ㅔ ㅕ take ㅆ themselves, ㅟ ㅢ nothing."""
    at = ord(stem[-1]) - _FIRST
    vowel = at // 28 % 21
    if vowel in (12, 15, 16, 17, 19) or stem in ("비", "띠", "아니"):
        return stem + "었"
    merged = {8: 9, 13: 14, 20: 6, 11: 10, 18: 4}.get(vowel, vowel)
    if vowel == 18 and len(stem) > 1 and _is_bright(stem[:-1]):
        merged = 0
    return stem[:-1] + chr(_FIRST + at // 588 * 588 + merged * 28 + _CODA_SS)


def _before_syllable(stem: str, ending: str) -> str:
    if coda_of(stem[-1]) == _CODA_L and ending[0] in "는니네":
        return with_coda(stem, 0) + ending
    return stem + ending


def _before_vowel(stem: str, tag: str) -> tuple[str, bool]:
    """The stem as it stands before 으, and whether the ending then leans on its vowel."""
    if stem.endswith(_D_IRREGULAR) and tag == "VV" and not stem.endswith(_D_REGULAR):
        return with_coda(stem, _CODA_L), False
    if any(stem.endswith(verb) for verb in _S_IRREGULAR) and tag in ("VV", "VA"):
        return with_coda(stem, 0), False
    if _is_b_irregular(stem, tag):
        return with_coda(stem, 0) + "우", True
    if _is_h_irregular(stem, tag):
        return with_coda(stem, 0), True
    return stem, True


def _is_b_irregular(stem: str, tag: str) -> bool:
    if coda_of(stem[-1]) != _CODA_B:
        return False
    if tag in ("VA", "XSA"):
        return not stem.endswith(_B_REGULAR_ADJECTIVES)
    return stem.endswith(_B_IRREGULAR_VERBS)
