"""Whether the words that a line cites say what the line says: its figures, its names, anything of it at all.

The evidence is read generously, the line strictly, so that a warning means something.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from processing.figures import figures, figures_in_words, spoken_figures
from processing.particles import stems
from processing.turns.persons import SURNAMES

_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9+#.&_-]*[A-Za-z0-9+#]|[A-Za-z]")
_TITLED = re.compile(
    r"(?<![가-힣])([가-힣]{2,4}?)\s?(?:님|씨|팀장|과장|대리|부장|차장|사원|주임|대표|이사|상무|전무|교수|선생|멘토|책임|선임|매니저)"
    r"(?:님|[은는이가을를의과와도께]|에게|한테|$|(?=[\s,.)]))"
)
_NOT_NAMES = frozenset(
    "담당 저희 우리 각 해당 개발 기획 영업 디자인 마케팅 인사 재무 총무 운영 프로젝트 전체 다른 모든 신임 외부 지도 담임 "
    "부서 팀 본부".split()
)
_WEEKDAY = re.compile(r"(?<![가-힣])([월화수목금토일])요일")
_TO_SOMEONE = re.compile(
    rf"(?<![가-힣])([{''.join(sorted(SURNAMES))}][가-힣]{{2}})(?:에게|한테|께서|께)(?![가-힣]{{2}})"
)
_GROUPS = "자들팀측쪽부실장객원사생진민과처국"  # 이용자에게, 조합원에게, 고객사에게: no one's name
_EOJEOL = re.compile(r"[가-힣A-Za-z0-9]+")


def squeezed(text: str) -> str:
    """The text without blanks, punctuation and case, to compare words by.

    >>> squeezed("다음 주 금요일까지!")
    '다음주금요일까지'
    """
    return "".join(ch for ch in text.casefold() if ch.isalnum())


def _has_other_weekday(text: str, evidence: str) -> bool:
    """Whether the text names a weekday that the evidence does not, spelled out or listed (월수금, 화·목요일).

    >>> _has_other_weekday("화요일에 배포", "월요일에 배포하죠"), _has_other_weekday("수요일에 배포", "월수금에 배포하죠")
    (True, False)
    """
    listed = "".join(re.findall(r"[월화수목금토일](?:[,·/ ]*[월화수목금토일])*(?=요일)", evidence))
    listed += "".join(re.findall(r"(?<![가-힣])[월화수목금토일]{2,5}(?![가-힣]{2})", evidence))
    return any(day not in listed for day in _WEEKDAY.findall(text))


def names_in(text: str, known: Iterable[str] = ()) -> set[str]:
    """What a line names: Latin words, people by their title (김민수 팀장) or a whole name (김철수에게), and those of `known` that stand in it.

    >>> sorted(names_in("김민수 팀장이 RAG 시안을 정우에게 전달함", ["정우"]))
    ['RAG', '김민수', '정우']
    """
    titled = {match[1] for match in _TITLED.finditer(text)} - _NOT_NAMES
    titled |= {name for name in _TO_SOMEONE.findall(text) if name[-1] not in _GROUPS}
    return titled | set(_LATIN.findall(text)) | {name for name in known if name and name in text}


def unsaid(text: str, evidence: str, known_names: Iterable[str] = (), speakers: Iterable[str] = ()) -> bool:
    """Whether the text holds a figure or a name that neither the evidence nor the names of who speaks there hold.

    >>> unsaid("예산을 3천만 원으로 정함", "예산은 삼천만 원으로 가시죠"), unsaid("9/18까지 냄", "다음 주에 낼게요")
    (False, True)
    >>> unsaid("예산을 백억 원으로 정함", "예산은 삼천만 원으로 가시죠"), unsaid("김철수에게 맡김", "이 건은 제가 맡을게요")
    (True, True)
    """
    if (figures(text) | figures_in_words(text)) - spoken_figures(evidence) or _has_other_weekday(text, evidence):
        return True
    said = squeezed(evidence) + "\n" + "\n".join(squeezed(name) for name in speakers)
    return any(squeezed(name) not in said for name in names_in(text, known_names))


def says_any_of(text: str, evidence: str) -> bool:
    """Whether at least one word of the text, by its first two syllables, stands in the evidence.

    It is no proof that a line is right; it catches one that has nothing to do with what it cites.
    """
    said = squeezed(evidence)
    heads = [squeezed(word)[:2] for word in _EOJEOL.findall(text)]
    return any(len(head) == 2 and head in said for head in heads) or all(len(head) < 2 for head in heads)


def says_most_of(text: str, evidence: str) -> bool:
    """Whether the evidence holds the figures of a text and at least half of its words, by their first two syllables.

    >>> says_most_of("로그를 Kafka로 모으기로 함", "로그는 카프카로 모으기로 하죠"), says_most_of("이전 일정", "알람 기준을 정하죠")
    (True, False)
    """
    said = squeezed(evidence)
    words = [squeezed(word) for word in _EOJEOL.findall(text)]
    heads = [word[:2] for word in words if min(stems(word)) >= 2]  # of one syllable with a particle too little is left
    held = sum(head in said for head in heads)
    return 2 * held >= len(heads) and not figures(text) - spoken_figures(evidence)
