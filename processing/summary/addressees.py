"""Who is meant: the one who says 제가, or the one called by name or title (유진 씨는, 김 대리가, 총무님, 동엽이가).

Names are shapes, not a list: a noun with 씨, 님, a title of `assets/summary/titles.txt`, or a given name with its 이.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from processing.note import Speaker
from processing.summary.eojeol import Eojeol
from processing.summary.utterance import Utterance, once
from processing.summary.word_lists import word_list
from processing.turns.persons import SURNAMES, is_title

_ANONYMOUS = re.compile(r"^(?:참석자|화자|Attendees?|Participants?|Speaker|参加者|話者) ?\d*$", re.IGNORECASE)
_NUMBERED = re.compile(r"(\d+)(?:번 ?)?(?:님|씨|분)?")
_LONGEST_NAME = 4  # syllables
_NAME_TAGS = frozenset(("NNP", "NNG", "XSN", "XPN", "MM", "SL", "IC", "MAG", "NR"))  # Kiwi takes unknown names apart
_SUBJECT = ("JKS", "JX")
_EVERYONE = frozenset(("다들", "모두", "각자", "전부", "여러분", "누구"))
_CHARGE = ("담당", "책임", "몫")
_SETTLES = re.compile(
    r" (?:는/ETM (?:[거것]/NNB (?:ᆯ로|으로|로)|걸/NNG 로)|기/ETN 로)/JKB (?:(?:하|정하)/VV (?P<past>었/EP )?(?:\S+ )*)?$"
)
_I = re.compile(r" (?:저|제|나|내)/NP (?:가|이)/JKS ")
_PARENTS = ("어머니", "어머님", "엄마", "아버지", "아버님", "아빠", "할머니", "할아버지")
_PUPILS = ("학생", "군", "양")
_HONORIFICS = ("씨", "님", "쌤", "선생님")


@dataclass(frozen=True)
class Called:
    """Somebody named: the `name` without 씨 or 님, the eojeols [first, end) that name them."""

    name: str
    first: int
    end: int


def called_in(utterance: Utterance, begin: int = 0, end: int | None = None) -> Called | None:
    """The person whom the sentence names as its subject or calls at its beginning, the last of several, if any.

    The last, since "수빈이가 바빠지니까 동엽이가 …" asks 동엽. `begin` and `end` are morphemes between which to look.
    """
    doers = _doers(utterance)
    if not doers or (not begin and end is None):
        return doers[0] if doers else None
    eojeols, inside = utterance.eojeols, {id(m) for m in utterance.marks[begin:end]}
    return next((c for c in doers if any(id(m) in inside for m in eojeols[c.first].morphemes)), None)


@once
def _doers(utterance: Utterance) -> tuple[Called, ...]:
    """All who are named as subject or called, the last first."""
    eojeols = utterance.eojeols
    found: list[Called] = []
    for i in range(len(eojeols)):
        called = _called_at(eojeols, i) if not found or i >= found[-1].end else None
        if called is not None:
            found.append(called)
    return tuple(c for c in reversed(found) if _is_doer(eojeols, c))


def in_charge(utterance: Utterance) -> Called | None:
    """The person named right before 담당, 책임 or 몫 (김 대리 담당으로 하고)."""
    eojeols = utterance.eojeols
    for i in range(len(eojeols)):
        called = _called_at(eojeols, i)
        if called is not None and called.end < len(eojeols) and eojeols[called.end].bare.startswith(_CHARGE):
            return called
    return None


def is_assignment(utterance: Utterance) -> bool:
    """Whether what is settled is that one person does something: "지훈 님이 맡는 걸로", "제가 하는 걸로 할게요"."""
    match = _SETTLES.search(utterance.tagged)
    if match is None or match["past"]:
        return False
    called = called_in(utterance)
    if called is not None:
        last = utterance.eojeols[called.end - 1].last
        return last is not None and last.tag == "JKS"
    return _I.search(utterance.tagged, 0, match.start()) is not None


def _called_at(eojeols: Sequence[Eojeol], i: int) -> Called | None:
    """유진 씨는 · 승아 님이 · 박 반장이 · 총무님이 · 수빈이는 · 과장님 (whole eojeols)."""
    head = eojeols[i]
    names = any(m.tag in ("NNP", "NNG", "NNB", "XSN", "SL", "MM", "IC") for m in head.morphemes)
    if not names or head.morphemes[0].tag[:1] in ("V", "E"):
        return None
    return (_with_following(head, eojeols[i + 1], i) if i + 1 < len(eojeols) else None) or _alone(head, i)


def _with_following(head: Eojeol, following: Eojeol, i: int) -> Called | None:
    """Whoever is named by two eojeols: 참석자 3님은 (the file's label), 유진 씨, 하준이 어머니."""
    if (number := _NUMBERED.match(following.bare)) and _ANONYMOUS.match(head.bare):
        return Called(f"{head.bare} {number[1]}", i, i + 2)
    if len(head.bare) <= _LONGEST_NAME and set(head.tags) <= _NAME_TAGS:
        named = _with_title(head, following, i)
        if named is not None:
            return named
    if head.bare.endswith("이") and _stem(following) in _PARENTS and len(head.bare) < 5:
        return Called(f"{head.bare} {_stem(following)}", i, i + 2)  # Kiwi takes 이 for a particle
    return None


def _alone(head: Eojeol, i: int) -> Called | None:
    """Whoever is named by one eojeol: 태민아, 조교가, 총무님이, 수빈이는."""
    if head.tags == ("NNP", "JKV"):
        return Called(head.morphemes[0].form, i, i + 1)  # 태민아, 지호야
    word = _stem(head)
    if word in word_list("titles") and head.last is not None and head.last.tag == "JKS":
        return Called(word, i, i + 1)  # 조교가, 팀장이
    if word.endswith(("님", "씨", "쌤")) and len(word) > 1:
        name = word.removesuffix("님").removesuffix("씨").removesuffix("쌤")
        return Called(name, i, i + 1) if name and name not in ("어머", "아버", "고객", "회원", "손") else None
    name = "".join(m.form for m in head.morphemes if m.tag == "NNP")
    is_familiar = any(m.form == "이" and m.tag == "XSN" for m in head.morphemes)
    return Called(name, i, i + 1) if name and is_familiar else None


def _with_title(head: Eojeol, following: Eojeol, i: int) -> Called | None:
    """유진 씨, 박 반장, 수현 학예사님: a name with what follows it."""
    word = _stem(following)
    title = word.removesuffix("님")
    is_surname = len(head.bare) == 1 and head.bare in SURNAMES
    if word in _HONORIFICS or following.bare in ("님이", "씨가", "님은", "님도"):  # 님이 명단: Kiwi reads 이 as "this"
        return Called(f"{head.bare} {title}" if is_surname and title == "선생" else head.bare, i, i + 2)
    if title in _PUPILS and following.last is not None and following.last.tag == "JKS" and 1 < len(head.bare) < 4:
        return Called(head.bare, i, i + 2) if set(head.tags) <= {"NNG", "NNP"} else None  # 하늘 학생이
    if title in word_list("titles") and ("NNP" in head.tags or is_surname) and len(head.bare) <= 3:
        return Called(f"{head.bare} {title}", i, i + 2)
    is_name = set(head.tags) == {"NNP"} and 1 < len(head.bare) < 4
    if is_name and word.endswith("님") and len(title) > 1:  # whatever the office
        return Called(f"{head.bare} {title}", i, i + 2)
    return None


def _stem(eojeol: Eojeol) -> str:
    """The eojeol without its particles."""
    marks = eojeol.morphemes
    particles = [m for m in marks if m.tag.startswith("J") or (m.tag == "XSN" and m.form == "네")]
    if len(marks) > 1 and (marks[-1].form, marks[-1].tag) == ("이", "MM") and marks[-2].form == "님":
        particles = [marks[-1]]  # 대리님이 방화벽 신청은: Kiwi reads 이 as "this"
    end = particles[0].start - eojeol.start if particles else len(eojeol.bare)
    return eojeol.bare[:end]


def _is_doer(eojeols: Sequence[Eojeol], called: Called) -> bool:
    last = eojeols[called.end - 1].last
    if last is None:
        return False
    if last.tag == "MM" and last.form == "이":
        return True
    if last.tag == "JKB" and last.form == "에서":  # 송 반장네에서, 총무님 쪽에서: who does it
        return any(m.form == "네" for m in eojeols[called.end - 1].morphemes)
    if last.tag in _SUBJECT:
        return last.form in ("이", "가", "은", "는", "께서", "도", "께서는")
    if last.tag == "JKV":
        return called.end < len(eojeols)
    is_opening = all(_says_nothing(eojeol) for eojeol in eojeols[: called.first])
    return is_opening and called.end < len(eojeols) and not last.tag.startswith("J")


def _says_nothing(eojeol: Eojeol) -> bool:
    return set(eojeol.tags) <= {"IC", "MAJ", "MAG"}


def is_for_all(utterance: Utterance) -> bool:
    """Whether it goes to everyone, or to someone not yet found (다들, 각자, 누가)."""
    if " 다/MAG 들/XSN " in utterance.tagged:  # Kiwi's 다들
        return True
    return any(m.form in _EVERYONE for m in utterance.marks if m.tag in ("NP", "MAG", "NNG"))


def speaker_called(name: str, speakers: Mapping[str, Speaker]) -> Speaker | None:
    """The one speaker whose given name or title is `name`; None if nobody's or several people's is."""
    found = [speaker for speaker in speakers.values() if _answers_to(speaker, name)]
    return found[0] if len(found) == 1 else None


def _answers_to(speaker: Speaker, name: str) -> bool:
    label = "" if _ANONYMOUS.match(speaker.label or "") else speaker.label or ""
    words = f"{speaker.name} {speaker.role} {label}".split()
    parts = name.split()
    surname, title = (parts[0], parts[-1]) if len(parts) == 2 else ("", "")
    if surname in SURNAMES and title in ("선생", "교수"):  # 서 선생님, of the one 서 who speaks
        return any(len(word) == 3 and word.startswith(surname) for word in words)
    if surname and title in words:
        return any(word.startswith(surname) or _is_given(surname, word) for word in words if word != title)
    if len(surname) > 1 and is_title(title) and not speaker.role:  # 준호 대리, and 준호 without a title known
        return any(word == surname or _is_given(surname, word) for word in words)
    return any(word == name or _is_given(name, word) for word in words)


def _is_given(name: str, whole: str) -> bool:
    """지훈 of 이지훈."""
    return len(whole) == 3 and len(name) == 2 and whole[1:] == name


def one_name_each(owners: Iterable[str]) -> dict[str, str]:
    """The names that mean one person, each with the fullest of them: 지훈 and 지훈 대리 are 이지훈 대리 where all are said.

    Two whole names with one given name, or two titles, are two people: then nobody is joined.

    >>> one_name_each(["지훈", "이지훈", "지훈 대리", "유진"])
    {'지훈': '이지훈 대리', '이지훈': '이지훈 대리', '지훈 대리': '이지훈 대리'}
    >>> one_name_each(["지훈", "이지훈", "박지훈"])
    {}
    """
    people: dict[str, list[tuple[str, str, str]]] = {}
    for owner in dict.fromkeys(owners):
        name, _, title = owner.partition(" ")
        if 1 < len(name) < 4 and (not title or is_title(title) or title in word_list("titles")):
            given = name[1:] if len(name) == 3 and name[0] in SURNAMES else name
            people.setdefault(given, []).append((owner, name, title))
    joined: dict[str, str] = {}
    for given, said in people.items():
        wholes = {name for _, name, _ in said if name != given}
        titles = {title for _, _, title in said if title}
        if len(said) > 1 and len(wholes) < 2 and len(titles) < 2:
            fullest = " ".join((next(iter(wholes), given), *titles))
            joined |= {owner: fullest for owner, _, _ in said}
    return joined
