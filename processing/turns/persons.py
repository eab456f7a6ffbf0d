"""People as Korean names and calls them: whole names, given names, a surname with a title (박 과장), a title alone.

A name is told from a thing by Kiwi's tags and by its surname; titles are those of Korean offices, schools and
practices, with which people are called (호칭어: 국립국어원, 표준 언어 예절, 2011).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from processing.analysis import Morpheme, Sentence

# The surnames of more than 99 % of Koreans (통계청, 2015 인구주택총조사 성씨·본관), and those of two syllables.
SURNAMES = (
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도"
    "소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용예봉경사부"
)
_LONG_SURNAMES = ("남궁", "황보", "제갈", "선우", "독고", "사공", "서문", "동방")
_TITLES = (
    "부회장|회장|부사장|사장|대표이사|대표|본부장|부부장|부장|차장|과장|계장|대리|주임|사원|부팀장|팀장|파트장|그룹장|실장|센터장|이사장|이사|"
    "상무|전무|매니저|책임|선임|수석|연구원|부교수|교수|교사|박사|선생|강사|멘토|코치|변호사|세무사|회계사|노무사|변리사|의사|약사|원장|간호사|작가|감독|"
    "기자|아나운서|피디|위원장|위원|의원|국장|소장|관장|점장|지점장|교장|교감|반장|총장|학장|조교|활동가|상담사|주무관|사무관|디자이너|개발자|"
    "엔지니어|컨설턴트|총무|간사|조합장|이장|통장|목사|신부|전도사|집사|권사"
)
_TITLE = "|".join(sorted(_TITLES.split("|"), key=len, reverse=True))
_SHORTEST_TITLES = tuple(  # those that hold no other one: 부장 finds 본부장
    title for title in _TITLES.split("|") if not any(o != title and o in title for o in _TITLES.split("|"))
)
_NAME = rf"(?:(?:{'|'.join(_LONG_SURNAMES)})[가-힣]{{1,2}}?|[{SURNAMES}][가-힣]{{2}})"
_WITH_TITLE = re.compile(
    rf"(?<!\S)(?:(?P<name>[가-힣]{{2,4}}) ?|(?P<family>[{SURNAMES}]) ?)?(?P<title>{_TITLE})(?P<nim>님)?"
    r"(?P<rest>[가-힣]*)(?=[\s.,?!~]|$)"
)
_WITH_NIM = re.compile(r"(?<!\S)(?P<name>[가-힣]{2,4}?) ?(?:님|씨)(?P<rest>[가-힣]*)(?=[\s.,?!~]|$)")
_WITH_A = re.compile(r"(?<!\S)(?P<name>[가-힣]{2})[아야](?P<rest>)(?=[\s.,?!~]|$)")

_BARE = re.compile(r"(?<!\S)(?P<name>[가-힣]{2})(?P<rest>이가|이는|이부터|이도|이|가|는|부터|도|)(?=[\s.,?!~]|$)")

_SELF = r"저는|저 |제 이름은|제가|저희는|나는|내 이름은"
_TITLED = rf"(?:[가-힣]{{2,4}})?(?P<held>{_TITLE})(?:[을를] 맡은|[을를] 맡고 있는|인)? "
_COPULA = r"이라고 합니다|라고 합니다|이라고 해요|라고 해요|입니다|이에요|예요|였습니다|이었습니다"
_LOOSE = r"인데요|이고요|고요|이구요|구요|이라고 하고요|라고 하고요|이라고 하는데요|라고 하는데요|이고|인데"
_TELLING = (
    "입니다",
    "예요",
    "에요",
    "라고",
    "였습니다",
    "었습니다",
    "고요",
    "구요",
    "이고",
    "인데",
)  # one stands in every telling
_TOLD = re.compile(rf"(?:^|\s)(?:{_TITLED})?(?P<name>{_NAME})(?: (?P<title>{_TITLE}))?(?:{_COPULA}|인데요)[.,!]?$")
_TOLD_LOOSELY = re.compile(
    rf"^(?:(?:네|예|아|안녕하세요|반갑습니다)[.,]? )*(?:(?:{_SELF})[^.?!]*?(?:^|\s))?(?:{_TITLED})?"
    rf"(?P<name>{_NAME})(?: (?P<title>{_TITLE}))?(?:{_LOOSE})(?=[\s.,!]|$)"
)
_GIVEN = re.compile(
    rf"^(?:(?:네|예|아|저는) )*(?P<name>{_NAME})(?:이요|요|입니다|이에요|예요|이고요|고요|인데요)(?=[\s.,!]|$)"
)
_ASKS_NAME = re.compile(
    r"(?:성함|이름|존함|누구)[^.?!]*(?:어떻게|뭐|무엇|말씀|알려|누구|여쭤|불러|되세요|되시|세요|신가요|십니까)"
)
_MYSELF = frozenset({"저", "제", "나", "저희"})
_MINE = frozenset({"저", "제", "내", "나", "의"})  # before 이름은: one's own, not a product's
_PLACES = "시도군구읍면동리역대청점항산교"  # last syllables of places and houses: 서울역, 강남구, 신촌점
_STATIONS = "역시군읍면항대"  # last syllables of places that hardly end a name
_TOPICS = frozenset({"은", "는", "ᆫ", "도"})
_WHOLE, _CALLED = 3, 2  # syllables of a whole name, and of a given name


@dataclass(frozen=True)
class Person:
    """Somebody as they are named: a whole or given `name`, a `family` name that stands alone with a title, a `title`."""

    name: str = ""
    family: str = ""
    title: str = ""

    @property
    def shown(self) -> str:
        """As one would write it in a list: 한도윤 작가, 박 과장, 서연."""
        return " ".join(part for part in (self.name or self.family, self.title) if part)

    @property
    def is_named(self) -> bool:
        """Whether more than a title is known."""
        return bool(self.name or self.family)


@dataclass(frozen=True)
class Call:
    """A person named in a sentence at [start, end) of it; `rest` is the particle (or ending) after the title or 님."""

    person: Person
    start: int
    end: int
    rest: str


def is_title(text: str) -> bool:
    """Whether it is a title with which people are called (과장, 변호사), rather than a part in a meeting (진행)."""
    return text.removesuffix("님") in _TITLES.split("|")


def introduced_name(sentence: Sentence) -> str | None:
    """The name with which the sentence introduces its speaker; None if it does not."""
    person = introduced(sentence)
    return person.name if person else None


def introduced(sentence: Sentence, before: Sentence | None = None) -> Person | None:
    """The speaker as the sentence introduces them, with a title told along; None if it does not.

    `before` is what another has said before it: where a name was asked for, one may be given without Kiwi's word.
    """
    if before is not None and _ASKS_NAME.search(before.text) and (match := _GIVEN.search(sentence.text)):
        return Person(match["name"])
    if not any(ending in sentence.text for ending in _TELLING):
        return None
    for pattern in (_TOLD, _TOLD_LOOSELY):
        match = pattern.search(sentence.text)
        if match is None or _tells_of_another(sentence, match.start("name")):
            continue
        start, end = match.span("name")
        is_surely = bool(match["held"]) or _is_of_oneself(sentence, start, end)
        if is_name(sentence, start, end) or (is_surely and not _is_one_word(sentence, start, end)):
            return Person(match["name"], "", match["title"] or match["held"] or "")
    return None


def _inside(sentence: Sentence, start: int, end: int) -> list[Morpheme]:
    """The morphemes of the words at [start, end), less a copula that is not written (한지우라고: 한지우 + 이 + 라고)."""
    return [m for m in sentence.morphemes if start <= m.start < m.end <= end]


def _is_of_oneself(sentence: Sentence, start: int, end: int) -> bool:
    """Whether "저는" stands before the words, and they are a proper noun and a syllable that makes no place of it."""
    inside = _inside(sentence, start, end)
    before = [m for m in sentence.morphemes if m.end <= start]
    says_self = any(word.form in _MYSELF and p.form in _TOPICS for word, p in pairwise(before))
    is_proper = len(inside) > 1 and inside[0].tag == "NNP" and inside[-1].tag != "VCP"  # 김준 + 이라고 is no 김준이
    return says_self and is_proper and sentence.text[end - 1] not in _PLACES


def _is_one_word(sentence: Sentence, start: int, end: int) -> bool:
    """Whether Kiwi's dictionary has the words at [start, end) as one noun, or a noun with a suffix."""
    inside = _inside(sentence, start, end)
    return not inside or inside[-1].tag.startswith("XS") or (len(inside) == 1 and inside[0].tag != "NNP")


def _tells_of_another(sentence: Sentence, end: int) -> bool:
    """Whether the words before `end` have a subject other than the speaker: "다음은 …", "여기는 …"."""
    before = [m for m in sentence.morphemes if m.end <= end]
    subjects = [
        i for i, (_, p) in enumerate(pairwise(before)) if p.tag == "JKS" or (p.tag == "JX" and p.form in _TOPICS)
    ]
    return any(before[i].form not in _MYSELF and not _is_own_name(before, i) for i in subjects)


def _is_own_name(words: Sequence[Morpheme], i: int) -> bool:
    """Whether the word is 이름 and the speaker's: 제 이름은, or 이름은 with nothing of which it is the name before it."""
    return words[i].form == "이름" and (
        i == 0 or words[i - 1].form in _MINE or not words[i - 1].tag.startswith(("N", "MM", "ET"))
    )


def is_name(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the words at [start, end) are somebody's name.

    A whole name is a surname and two syllables that Kiwi has for a proper noun, does not know, or cannot read as one
    noun; a given name of two syllables must be a proper noun or unknown.
    """
    if any(_runs_on(sentence, m, start, end) for m in sentence.morphemes):
        return True
    inside = _inside(sentence, start, end)
    if not inside or inside[-1].tag.startswith(("XS", "VCP")) or (inside[0].start, inside[-1].end) != (start, end):
        return False
    text, is_one = sentence.text[start:end], len(inside) == 1
    if is_one and inside[0].is_known:
        is_one = inside[0].tag == "NNP" and text[-1] not in _STATIONS
    if len(text) < _WHOLE:
        return is_one
    is_apart = len(inside) > 1 and inside[0].end - inside[0].start == 1
    return (text[0] in SURNAMES or text.startswith(_LONG_SURNAMES)) and (is_one or is_apart)


def _runs_on(sentence: Sentence, word: Morpheme, start: int, end: int) -> bool:
    """Whether the word is the name, or the name less its surname, that Kiwi has run into the copula: 노수진이라고."""
    is_after_surname = word.start == start + 1 and sentence.text[start] in SURNAMES
    can_name = word.tag == "NNP" or not word.is_known or (word.tag == "NNG" and is_after_surname)
    return can_name and word.start in (start, start + 1) and word.form == sentence.text[word.start : end] + "이"


def _is_whole(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the words before 님 or 씨 are a surname and two syllables that Kiwi parts elsewhere: 김유+진 님."""
    inside = _inside(sentence, start, end)
    return len(inside) > 1 and end - start == _WHOLE and inside[0].tag == "NNP" and sentence.text[start] in SURNAMES


def calls_in(sentence: Sentence) -> Iterator[Call]:
    """The people whom a sentence names with a title, 님, 씨, or 아 and 야."""
    taken: list[tuple[int, int]] = []
    for pattern in _may_hold(sentence.text):
        for match in pattern.finditer(sentence.text):
            call = _call(sentence, match)
            if call is not None and not any(s < call.end and call.start < e for s, e in taken):
                taken.append((call.start, call.end))
                yield call


def bare_calls_in(sentence: Sentence) -> Iterator[Call]:
    """The given names that stand without 님, 씨 or 아, as children are called: 지호, 하준이가. They may be things."""
    for match in _BARE.finditer(sentence.text):
        start, end = match.span("name")
        known_as_thing = any(m.start == start and m.tag != "NNP" and m.is_known for m in sentence.morphemes)
        if not known_as_thing and match["name"][-1] not in _PLACES and is_name(sentence, start, end):
            yield Call(Person(match["name"]), start, match.end(), match["rest"].removeprefix("이") or match["rest"])


def _may_hold(text: str) -> Iterator[re.Pattern[str]]:
    """The patterns that can match at all: most sentences hold neither 님 nor a title, and ten hours are many."""
    if any(title in text for title in _SHORTEST_TITLES):
        yield _WITH_TITLE
    if "님" in text or "씨" in text:
        yield _WITH_NIM
    if "아" in text or "야" in text:
        yield _WITH_A


def _call(sentence: Sentence, match: re.Match[str]) -> Call | None:
    found = match.groupdict()
    if match.re is _WITH_A:
        is_person = _is_called_by_friends(sentence, match.start("name"), match.end("name"))
        return Call(Person(match["name"]), match.start(), match.end(), "") if is_person else None
    named = bool(found["name"]) and is_name(sentence, *match.span("name"))
    if match.re is _WITH_NIM:
        named = named or _is_whole(sentence, *match.span("name"))
        return Call(Person(match["name"]), match.start(), match.end(), match["rest"]) if named else None
    if found["rest"].startswith("들") or not (found["nim"] or named or found["family"]):
        return None
    person = Person(match["name"] if named else "", found["family"] or "", match["title"])
    start = match.start() if named or found["family"] else match.start("title")
    return Call(person, start, match.end(), match["rest"])


def _is_called_by_friends(sentence: Sentence, start: int, end: int) -> bool:
    """Whether 아 or 야 after the word calls somebody: 하준아; not 친구야, 애들아."""
    calls = any(m.tag == "JKV" and m.start == end for m in sentence.morphemes)
    inside = _inside(sentence, start, end)
    is_common = len(inside) == 1 and inside[0].tag != "NNP" and inside[0].is_known
    return calls and len(inside) <= _CALLED and bool(inside) and not is_common


def is_same(one: Person, other: Person) -> bool:
    """Whether both can be the same person: 한승우 and 한 차장, 김서연 and 서연.

    >>> is_same(Person("한승우"), Person("", "한", "차장")), is_same(Person("정민호"), Person("", "박", "과장"))
    (True, False)
    """
    if one.name and other.name:
        return one.name.endswith(other.name) or other.name.endswith(one.name)
    if one.family and other.family:
        return (one.family, one.title) == (other.family, other.title)
    whole, part = (one, other) if one.name else (other, one)
    return not part.family or len(whole.name) < _WHOLE or whole.name.startswith(part.family)
