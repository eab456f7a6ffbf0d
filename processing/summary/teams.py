"""A team that the sentence names as its doer: 품질팀에서도, 백엔드 팀이, 인사부는."""

from __future__ import annotations

import re

from processing.summary.addressees import Called
from processing.summary.eojeol import Eojeol
from processing.summary.utterance import Utterance

# what a team's name ends in; 부 and 실 only behind a field of work, since 내부, 전부 and 교실 are no teams
_NAME = re.compile(
    r"(?:\S+(?:팀|본부|부서|사업부|센터|파트|연구소|위원회|사무국)"
    r"|\S*(?:영업|총무|인사|개발|기획|홍보|재무|회계|경리|관리|생산|품질|구매|마케팅|전산|시설|법무|운영|물류|연구)[부실])$"
)
_BARE = frozenset("팀 본부 부서 파트".split())
_DOES = frozenset(("에서", "에서는", "에서도", "이", "가", "은", "는", "도"))
_OURS = frozenset("저희 우리 제 각 두 그 이 다른 해당 여러".split())
_PARTICLES = ("JKS", "JKB", "JX")


def team_in(utterance: Utterance, begin: int = 0, end: int | None = None) -> Called | None:
    """The team that is the subject among the morphemes `begin` to `end`, with a team joined to it; None for 저희 팀, 각 팀."""
    inside = {id(m) for m in utterance.marks[begin:end]}
    for i, eojeol in enumerate(utterance.eojeols):
        if any(id(m) in inside for m in eojeol.morphemes) and (found := _team_at(utterance.eojeols, i)) is not None:
            return found
    return None


def _team_at(eojeols: tuple[Eojeol, ...], i: int) -> Called | None:
    name, particle = _parted(eojeols[i])
    first = i
    if name in _BARE and i and set(eojeols[i - 1].tags) <= {"NNG", "NNP", "SL", "XSN"}:
        first, name = i - 1, f"{eojeols[i - 1].bare} {name}"
    if particle not in _DOES or not (_NAME.match(name) or first < i):
        return None
    if first and (eojeols[first - 1].bare in _OURS or name.split()[0] in _OURS):
        return None
    if first and eojeols[first - 1].tags[-1:] == ("JC",):  # 프론트엔드와 백엔드 팀이
        first, name = first - 1, f"{eojeols[first - 1].bare} {name}"
    return Called(name, first, i + 1)


def _parted(eojeol: Eojeol) -> tuple[str, str]:
    """The eojeol's nouns and its particles, as written; ("", "") where it is something else."""
    marks = [m for m in eojeol.morphemes if not m.tag.startswith("S") or m.tag == "SL"]
    nouns = [m for m in marks if m.tag in ("NNG", "NNP", "SL", "XSN", "NNB")]
    rest = marks[len(nouns) :]
    if not nouns or not rest or nouns != marks[: len(nouns)] or any(m.tag not in _PARTICLES for m in rest):
        return "", ""
    return eojeol.text[: nouns[-1].end - eojeol.start], "".join(m.form for m in rest)
