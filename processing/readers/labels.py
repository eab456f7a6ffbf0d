"""The form of labels: those that programs give (참석자 1, Speaker 2, SPEAKER_00), and what may be a person's name."""

from __future__ import annotations

import re

LONGEST_LABEL = 40
_ROLE = "참석자|참가자|참여자|화자|발화자|발언자|발표자|스피커|Speaker|Attendees?|Participants?|参加者|話者"
_UNKNOWN = r"알\s?수\s?없(?:음|는 (?:화자|참석자|사람))|(?:화자|발화자|참석자) 미상|Unknown(?:[ _]Speaker)?|Unidentified Speaker"
_LETTER = r"(?-i:[A-Z])(?![^\W\d_])"  # 화자 A, but not "speaker a lot of"
STANDARD = rf"(?:(?:{_ROLE})(?:[^\S\n]{{0,4}}\d{{1,3}}|[^\S\n]?[#_-]\d{{1,3}}|[^\S\n_]{_LETTER})|spk_\d{{1,3}}|(?:{_UNKNOWN})(?!\w))"
STANDARD_LABEL = re.compile(rf"{STANDARD}$", re.IGNORECASE)
UNKNOWN_LABEL = re.compile(rf"(?:{_UNKNOWN})$", re.IGNORECASE)

_WRAPPED = re.compile(
    r"[\[(<【]\s*([^\[\]()<>【】]*[^\s\[\]()<>【】])\s*[\])>】]$|[\[<【]\s*([^\[\]<>【】]*[^\s\[\]<>【】])\s*[\]>】]$"
)
_NO_NAME = re.compile(
    r"(?:오전|오후|새벽|아침|점심|저녁|\s밤|정각)$"  # a clock time follows these
    r"|[?!;:=<>|{}\"“”…]|[.,](?![^(\[]*[)\]])(?!\s?[A-Z])"  # J. Lee and (A사, 팀장) are names
    r"|^[-*#•]"
)
_SENTENCE_END = re.compile(
    r"(?:는|를|에서|까지|부터|쯤)$|(?:^|\s)(?:약|총|대략|at|to|until|about|am|pm)$", re.IGNORECASE
)
_PARTICLE_OF_LAST_WORD = re.compile(r"\s\S+(?:은|을|이|가|도|로|만|에)$")


def is_standard_label(label: str) -> bool:
    """Whether `label` is one that a program gives.

    >>> [is_standard_label(label) for label in ("참석자 1", "SPEAKER_00", "화자 A", "알 수 없음", "화자 이야기")]
    [True, True, True, True, False]
    """
    return bool(STANDARD_LABEL.match(label))


def is_unknown_label(label: str) -> bool:
    """Whether `label` says that the program could not tell who speaks; such words are nobody's, and not one person's."""
    return bool(UNKNOWN_LABEL.match(label))


def is_name(label: str) -> bool:
    """Whether `label` may name a speaker.

    >>> [is_name(label) for label in ("홍길동 팀장", "김부장 (A사)", "회의는 오전", "네, 그래서")]
    [True, True, False, False]
    """
    return (
        0 < len(label) <= LONGEST_LABEL
        and len(label.split()) <= 5
        and not _NO_NAME.search(label)
        and (any(ch.isalpha() for ch in label))
    )


def is_sentence(label: str) -> bool:
    """Whether `label` ends as words do that go on with a time: 회의는, 내일 오전에, until."""
    return bool(_SENTENCE_END.search(label) or _PARTICLE_OF_LAST_WORD.search(label))


def unwrapped(label: str) -> str:
    """A label without the brackets that some programs put around all of it.

    >>> unwrapped("[홍길동]"), unwrapped("홍길동 (A사)")
    ('홍길동', '홍길동 (A사)')
    """
    match = _WRAPPED.match(label)
    return match[1] or match[2] if match else label
