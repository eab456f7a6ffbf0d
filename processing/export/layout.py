"""Templates of minutes as values: which sections a page has, in which order and under which headings; pure.

The two templates that ship and those that a person writes are files of the same shape, read by `layout_from`:

    # 주간 회의록                       the name, in the first line
    제목 = {회의명} 주간 회의록         the title of the page, if it is not the name
    빈 항목은 빼기                      leave 결정 사항 and the like out instead of saying 없음
    회의 정보                           a section, under its usual heading
    할 일 = 다음 주까지 할 일           a section with a heading of its own
    (핵심어)                            a section that is printed only where it is asked for
    // …                                a remark
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import cached_property, lru_cache

from processing.data_files import asset
from processing.errors import Bug, UserError


class Section(StrEnum):
    """A section that the save sheet can switch on or off; the value is its heading."""

    INFO = "회의 정보"
    AGENDA = "안건"
    FOLLOW_UPS = "지난 할 일 점검"
    SUMMARY = "요약"
    TOPICS = "회의 내용"
    DECISIONS = "결정 사항"
    ACTIONS = "할 일"
    OPEN_POINTS = "미결·확인 필요"
    QUESTIONS = "질문과 답변"
    SUGGESTIONS = "권유 사항"
    TOOLS = "언급된 도구·자료"
    NEXT = "차기 회의"
    KEYWORDS = "핵심어"


class Shape(Enum):
    """How a section is printed, where there is more than one way."""

    WHOLE = "whole"
    SUBTITLE = "subtitle"  # 회의 정보 as one line under the title
    HEADLINE = "headline"  # of 요약 its one line alone
    CORE = "core"  # of 요약 its lines alone


MINUTES, LECTURE = "minutes", "lecture"
NAMES = {MINUTES: "회의록", LECTURE: "강의·멘토링 노트"}  # of the templates that ship
PARTS = {
    **{section.value: (section, Shape.WHOLE) for section in Section},
    "한 줄 정보": (Section.INFO, Shape.SUBTITLE),
    "한 줄 요약": (Section.SUMMARY, Shape.HEADLINE),
    "핵심 줄": (Section.SUMMARY, Shape.CORE),
}
TITLE, LEAVES_OUT = "제목", "빈 항목은 빼기"
MEETING, COUNT = "{회의명}", "{줄 수}"  # what stands in a title or a heading for what the note says
LONGEST = 60  # characters of a name or a heading
_OPENINGS, _CLOSINGS = "(（", ")）"


class BrokenTemplate(UserError):
    """A template that cannot be read; `line` is 1-based, 0 for the whole file."""

    def __init__(self, sentence: str, line: int = 0) -> None:
        super().__init__(sentence)
        self.line = line


@dataclass(frozen=True)
class Part:
    """One section of a layout under its heading; `is_shown` unless only printed where a person asks for it."""

    section: Section
    shape: Shape
    heading: str
    is_shown: bool = True


@dataclass(frozen=True)
class Layout:
    """A template: its parts in the order of the page. `says_none` where sections that matter stand even when empty."""

    name: str
    title: str
    says_none: bool
    parts: tuple[Part, ...]

    @cached_property
    def sections(self) -> frozenset[Section]:
        """The sections that the layout can print."""
        return frozenset(part.section for part in self.parts)

    @cached_property
    def shown(self) -> frozenset[Section]:
        """The sections that it prints unless a person chooses others."""
        return frozenset(part.section for part in self.parts if part.is_shown)

    def heading(self, section: Section) -> str:
        """What stands above a section; its usual heading where the layout has none of its own."""
        return next((part.heading for part in self.parts if part.section is section), section.value)

    def title_of(self, meeting: str) -> str:
        """The page's title for a meeting of this name; "" for one without a name."""
        return " ".join(self.title.replace(MEETING, meeting).split()) if self._has_title(meeting) else self.name

    def _has_title(self, meeting: str) -> bool:
        return bool(self.title.replace(MEETING, meeting).strip())


@lru_cache(maxsize=len(NAMES))
def built_in(key: str) -> Layout:
    """A template that ships with the program, `MINUTES` or `LECTURE`. Raises `Bug` for any other."""
    if key not in NAMES:
        raise Bug(f"no template {key!r}")
    return layout_from(asset("templates").joinpath(f"{key}.txt").read_text("utf-8"))


def layout_from(text: str) -> Layout:
    """The template that a text describes. Raises `BrokenTemplate` with the number of the line that is not understood.

    >>> made = layout_from("# 주간 회의록\\n할 일 = 다음 주까지\\n(핵심어)")
    >>> made.name, [part.heading for part in made.parts], [str(section) for section in made.shown]
    ('주간 회의록', ['다음 주까지', '핵심어'], ['할 일'])
    """
    lines = [(number, line) for number, line in enumerate(_lines(text), 1) if line and not line.startswith("//")]
    number, first = lines[0] if lines else (0, "")
    if not first.startswith("#") or not first.lstrip("# "):
        raise BrokenTemplate("첫 줄에 '# 주간 회의록'처럼 '#'과 양식 이름을 적어 주세요.", number)
    name = _short(first.lstrip("# "), number)
    title, says_none, parts = name, True, list[tuple[int, Part]]()
    for number, line in lines[1:]:
        if _key(line) == _key(LEAVES_OUT):
            says_none = False
        elif _key(line.partition("=")[0]) == TITLE:
            title = _own_heading(line, number) or name
        else:
            parts.append((number, _part(line, number)))
    _refuse_twice(parts)
    if not parts:
        raise BrokenTemplate(f"양식에 항목이 없습니다. 둘째 줄부터 '{Section.ACTIONS}'처럼 한 줄에 하나씩 적어 주세요.")
    return Layout(name, title, says_none, tuple(part for _, part in parts))


def _lines(text: str) -> Iterable[str]:
    """The lines as an editor numbers them, without blanks around them and signs that print nothing."""
    for line in re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff")):
        yield " ".join("".join(ch if ch.isprintable() else " " for ch in line).split())


def _part(line: str, number: int) -> Part:
    is_optional = line[0] in _OPENINGS and line[-1] in _CLOSINGS
    inner = line[1:-1] if is_optional else line
    word = inner.partition("=")[0].strip()
    found = next((what for known, what in PARTS.items() if _key(known) == _key(word)), None)
    if line.startswith("#"):
        raise BrokenTemplate(f"{number}번째 줄: '#'은 양식 이름이 있는 첫 줄에만 씁니다. 항목만 적어 주세요.", number)
    if found is None:
        raise BrokenTemplate(
            f"{number}번째 줄: '{_cut(word)}'은(는) 없는 항목입니다. 쓸 수 있는 항목: {', '.join(PARTS)}", number
        )
    section, shape = found
    usual = next(known for known, what in PARTS.items() if what == found)
    return Part(section, shape, _own_heading(inner, number) or usual, not is_optional)


def _own_heading(line: str, number: int) -> str:
    """What stands behind `=`, "" where there is none."""
    _, sign, heading = line.partition("=")
    if sign and not heading.strip():
        raise BrokenTemplate(f"{number}번째 줄: '=' 뒤에 쓸 제목을 적거나 '='을 지워 주세요.", number)
    return _short(heading.strip(), number)


def _refuse_twice(parts: Iterable[tuple[int, Part]]) -> None:
    """Raise `BrokenTemplate` where something would be printed twice."""
    seen: dict[Section, set[Shape]] = {}
    for number, part in parts:
        before = seen.setdefault(part.section, set())
        if before and (part.shape in before or not before | {part.shape} <= {Shape.HEADLINE, Shape.CORE}):
            raise BrokenTemplate(f"{number}번째 줄: '{part.section}'에 드는 항목이 위에 이미 있습니다.", number)
        before.add(part.shape)


def _short(words: str, number: int) -> str:
    if len(words) > LONGEST:
        raise BrokenTemplate(f"{number}번째 줄: 이름과 제목은 {LONGEST}자까지 적을 수 있습니다.", number)
    return words


def _cut(word: str) -> str:
    return word if len(word) <= 20 else f"{word[:20]}…"


def _key(word: str) -> str:
    """A section's name as it is compared: blanks and the dot between words are easily typed otherwise."""
    return re.sub(r"[\s·ㆍ‧・,/.]", "", word)
