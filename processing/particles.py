"""Particles and endings that follow a noun inside its eojeol, and their form after another word.

Which of two forms stands is decided by the sound before it: after a consonant 을, after a vowel 를; 으로 becomes 로
after a vowel and after ㄹ (한글 맞춤법 제18항 ff., 표준어 규정 제26항).
"""

from __future__ import annotations

from functools import lru_cache

from processing.phonetics import jamo

# (after a consonant, after a vowel), the longest first so that 이라고 is not taken for 이
_PAIRS = (
    ("이에요", "예요"), ("이었", "였"), ("이라", "라"), ("이란", "란"), ("이랑", "랑"), ("이나", "나"), ("이든", "든"),
    ("이며", "며"), ("이죠", "죠"), ("이니까", "니까"), ("이야", "야"), ("으로", "로"), ("을", "를"), ("은", "는"),
    ("과", "와"), ("이", "가"),
)  # fmt: skip
_WHOLE = frozenset({"을", "를", "은", "는", "과", "와", "이", "가"})  # these stand alone, they begin no longer particle

_BASES = (
    "이 가 을 를 은 는 의 에 에서 에게 한테 께 으로 로 와 과 랑 이랑 하고 도 만 까지 부터 마다 처럼 보다 밖에 조차 마저 이나 나 "
    "이라도 라도 이든 든 이든지 든지 이라든지 라든지 이라든가 라든가 이라고 라고 이라는 라는 이란 란 이며 며 이다 다 이에요 예요 "
    "이예요 에요 입니다 입니까 이죠 죠 이었 였 이었고 였고 이었는데 였는데 이었습니다 였습니다 인데 인데요 인지 인가 인가요 이고 "
    "이고요 이니까 니까 이라서 라서 이면 면 이지 이지만 지만 이야 야 이잖아요 잖아요 이거든요 거든요 일 인 에는 에도 에만 에서는 "
    "에서도 으로는 로는 으로도 로도 으로만 로만 까지는 까지도 부터는 와의 과의 로서 으로서 로써 으로써 에게는 한테는 하고는 만의 "
    "만으로 만으로는 만으로도 만이 만은 만을 만도 만이라도 까지만 부터만 에서만 에게만 한테만 보다는 보다도 처럼은 밖에는 에서의 으로의 로의 "
    "으로부터 로부터 에서부터 까지의 대로 만큼 만큼은 만큼의 뿐 뿐만 끼리 이랑은 랑은 이랑도 랑도 하고도 "
    "같은 같이 별 별로 쪽 적 적인 적으로 화 님 씨"
).split()
_VERBALS = (
    "하 한 할 함 해 했 하고 하는 하면 하게 하기 하지 해서 해야 해요 했고 했는데 했습니다 합니다 하다가 하려고 하도록 하면서 해가지고 "
    "되 된 될 됨 돼 됐 되고 되는 되면 되게 되기 되지 돼서 돼야 돼요 됐고 됐는데 됐습니다 됩니다 되면서 시켜 시키고 시키는 시켜서 시킨"
).split()
SUFFIXES = frozenset([*_BASES, *_VERBALS, *("들" + base for base in ("", *_BASES))])
LONGEST = max(len(suffix) for suffix in SUFFIXES)
# after a Hangul word these are nothing but particles: 의 may end a noun (민주주의), and so may 이, 가, 로, 과, 도
_CLEAR = (
    "을 를 은 는 에 에서 에는 에도 에서는 에서도 으로 으로는 으로도 까지 까지는 부터 부터는 한테 한테는 에게 에게는 처럼 라고 이라고 라는 "
    "이라는 이랑 입니다 이에요 예요"
).split()
_NOT_AFTER_LATIN = frozenset("같은 같이 별 별로 쪽 적 적인 적으로 화 님 씨 일 인".split())  # IT쪽, AI화


def ends_in(reading: str) -> str:
    """The coda of the last syllable of a Hangul reading: "" after a vowel.

    >>> ends_in("래그"), ends_in("엘엘엠"), ends_in("에스큐엘")
    ('', 'ㅁ', 'ㄹ')
    """
    return jamo(reading[-1])[2] if reading and "가" <= reading[-1] <= "힣" else ""


def agreeing(suffix: str, reading: str) -> str:
    """`suffix` in the form that it takes after a word said as `reading`; one without two forms comes back as it is.

    >>> agreeing("를", "엘엘엠"), agreeing("이", "래그"), agreeing("으로", "에스큐엘"), agreeing("이라고", "래그")
    ('을', '가', '로', '라고')
    """
    coda = ends_in(reading)
    for closed, open_ in _PAIRS:
        for form in (closed, open_):
            if suffix == form or (form not in _WHOLE and suffix.startswith(form)):
                is_open = not coda or (closed == "으로" and coda == "ㄹ")
                return (open_ if is_open else closed) + suffix[len(form) :]
    return suffix


@lru_cache(maxsize=20_000)
def stems(eojeol: str) -> tuple[int, ...]:
    """Where a noun may end in an eojeol by its look alone, the whole of it first.

    >>> [ "레그로는"[:end] for end in stems("레그로는")]
    ['레그로는', '레그', '레그로']
    """
    ends = [len(eojeol)]
    ends.extend(
        len(eojeol) - length
        for length in range(min(LONGEST, len(eojeol) - 1), 0, -1)
        if eojeol[len(eojeol) - length :] in SUFFIXES
    )
    return tuple(ends)


def without_particle(words: str) -> str:
    """Words less the particle that ends them, where it can be nothing else: what a person selects for a term.

    >>> [without_particle(one) for one in ("프롬프트를", "RAG가", "텐서 플로우에서는", "민주주의", "산부인과", "저녁노을", "IT쪽")]
    ['프롬프트', 'RAG', '텐서 플로우', '민주주의', '산부인과', '저녁노을', 'IT쪽']
    """
    last = words.rsplit(" ", 1)[-1]
    for end in sorted(stems(last))[:-1]:
        stem, suffix = last[:end], last[end:]
        is_latin = stem[-1].isascii() and stem[-1].isalnum()
        is_clear = len(stem) >= 2 and suffix in _CLEAR and agreeing(suffix, stem) == suffix
        if (is_latin and suffix not in _NOT_AFTER_LATIN) or (not is_latin and is_clear):
            return words[: len(words) - len(suffix)]
    return words


def refitted(suffix: str, before: str, after: str) -> str:
    """`suffix` after a word said as `after` in place of one said as `before`: it changes with the sound before it only.

    What follows a word that was found need not be a particle: 넘는 is no 넘 with 는.

    >>> refitted("를", "래그", "랙"), refitted("는", "넘", "굶"), refitted("로", "카프카", "에스큐엘")
    ('을', '는', '로')
    """
    fitting = agreeing(suffix, after)
    return suffix if agreeing(suffix, before) == fitting else fitting
