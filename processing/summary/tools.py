"""The tools and sources that are mentioned: names in Latin letters that are used, and names that the glossaries know in Hangul."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from processing.summary.phrases import Named
from processing.summary.utterance import Utterance
from processing.summary.word_lists import word_list
from processing.terms.glossary import Term

_NO_TOOLS = frozenset(("AI", "IT", "인공지능"))  # fields, not things one uses by name
_TOOL_NOUNS = (
    "툴|도구|앱|어플|프로그램|서비스|플랫폼|사이트|소프트웨어|라이브러리|프레임워크|모델|책|논문|강의|유튜브|채널|사전"
)
_USED = re.compile(r"^ ?(?:를|을|로|으로|에서|에|같은|이라는|라는|라고)(?![가-힣])")
_USES = re.compile(r"(?:쓰|사용|이용|활용|써|돌리|설치|구독|깔|만들|검색|읽|참고|호출|도입)")
_NAME = re.compile(r"[A-Z][A-Za-z0-9.+#-]*[a-z][A-Za-z0-9.+#-]*(?: [A-Z][A-Za-z0-9.+#-]+){0,2}")
_LATIN = re.compile(r"[A-Z][A-Za-z0-9.+#-]+(?: [A-Z][A-Za-z0-9.+#-]+){0,2}")
_CALLED_TOOL = re.compile(rf"(?:이라는|라는|이라고 하는|라고 하는) (?:\S+ )?(?:{_TOOL_NOUNS})")
_HANGUL = re.compile(r"[가-힣]")
_SHORTEST_HANGUL = 3  # code points; 깃 and 젬 are words of their own
_WORD_BEFORE = re.compile(r"[가-힣A-Za-z0-9]$")
_PARTICLE = re.compile(
    r"(?:은|는|이|가|을|를|로|으로|에|에서|에는|에도|의|와|과|도|만|하고|랑|이랑|처럼|같은|부터|까지|보다|용|요|이요|예요|이고|고)?(?![가-힣A-Za-z])"
)


def tool_names(terms: Iterable[Term]) -> dict[str, str]:
    """Every form of the terms that are names of tools, with the name: 카프카 and Kafka for Kafka.

    A name is written in Latin letters with a capital, not all of them capitals, and has a Hangul form that is right
    as it stands; so API, 클러스터 and RAG are none.

    >>> tool_names([Term("Kafka", ("카프카",), (), ("카프카",)), Term("API", ("에이피아이",), ())])
    {'Kafka': 'Kafka', '카프카': 'Kafka'}
    """
    named = (t for t in terms if _NAME.fullmatch(t.term) and any(_HANGUL.search(alias) for alias in t.aliases))
    return {form: term.term for term in named for form in term.forms}


def tools(named: Sequence[Named], names: Mapping[str, str] | None = None) -> list[tuple[str, Utterance]]:
    """Tools and sources that are mentioned, each with the first sentence that says so, in order.

    A name counts when it is one of `names` (`tool_names`), when it is written in Latin letters and something is done
    with it (를 쓰다, 로 만들다), or when it is called a tool, an app, a book ("노션이라는 툴").
    """
    known = _Known(names or {})
    found: dict[str, tuple[str, Utterance]] = {}
    for sentence in named:
        text = sentence.utterance.text
        used = {name: name.lower() for name in _names(sentence) if name not in _NO_TOOLS and _is_used(text, name)}
        said = {**used, **{form: name.lower() for form, name in known.said_in(sentence)}}
        for form in sorted(said, key=text.find):
            found.setdefault(said[form], (form, sentence.utterance))
    return list(found.values())


class _Known:
    """The known names, looked up by their first two letters."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._by_start: dict[str, list[str]] = {}
        self._names = names
        for form in names:
            if not _HANGUL.search(form) or len(form) >= _SHORTEST_HANGUL:
                self._by_start.setdefault(form[:2], []).append(form)

    def said_in(self, sentence: Named) -> Iterator[tuple[str, str]]:
        """The forms that stand in a sentence, whole, with the name of each; none of what gives orders to the program."""
        if not sentence.phrases or not self._by_start:
            return
        text = sentence.utterance.text
        for m in sentence.utterance.marks:
            forms = [f for f in self._by_start.get(text[m.start : m.start + 2], ()) if text.startswith(f, m.start)]
            form = max(forms, key=len, default="")
            if form and not _WORD_BEFORE.search(text[: m.start]) and self._is_meant(sentence, m.start, form):
                yield form, self._names[form]

    def _is_meant(self, sentence: Named, start: int, form: str) -> bool:
        """Whether the word stands there whole, and is no common word (스프링, 하이브) unless it is used as a tool."""
        text = sentence.utterance.text
        if not _PARTICLE.match(text, start + len(form)):
            return False
        inside = [m for m in sentence.utterance.marks if start <= m.start < start + len(form)]
        is_common = bool(_HANGUL.search(form)) and all(m.tag == "NNG" and m.is_known for m in inside)
        is_common = is_common or form in word_list("tool_homonyms")  # 윈도우: of a model's context, too
        return not is_common or _is_used(text, form)


def _names(sentence: Named) -> set[str]:
    text = sentence.utterance.text
    called = {p.text for p in sentence.phrases if _is_latin_name(p.text) or _is_called_tool(text, p.end)}
    return called | {term for term in sentence.terms if _is_latin_name(term)}


def _is_latin_name(text: str) -> bool:
    return _LATIN.fullmatch(text) is not None


def _is_called_tool(text: str, end: int) -> bool:
    return _CALLED_TOOL.match(text, end) is not None


def _is_used(text: str, name: str) -> bool:
    end = text.find(name) + len(name)
    if _is_called_tool(text, end):
        return True
    after = text[end:]
    particle = _USED.match(after)
    return particle is not None and _USES.search(after[particle.end() :][:14]) is not None
