"""The terms of a companion document: what the agenda, the slides or a blog post name, proposed for the note.

Taken are Latin names and acronyms, words that no dictionary has and that come again, and pairs that the document
itself explains: 검색 증강 생성(RAG), LLM(엘엘엠). Known terms are left out, and so is the small change of any text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from processing.analysis import Morpheme
from processing.phonetics import distance, is_hangul, sounds, spoken
from processing.terms.glossary import USER, Term, squeezed
from processing.terms.reading_guess import guessed

LEAST_TIMES = 2  # that a Hangul word no dictionary has must come, and a Latin word in small letters
MOST_TERMS = 200
SAID_SO = 0.34  # as a share of all sounds: a Hangul word in brackets this near is how the Latin one is said
_CODE = re.compile(r"```.*?```|`[^`\n]*`", re.S)
_ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+|\S+@\S+\.\S+|(?:\.{0,2}/)?[\w.-]+(?:/[\w.-]+){2,}")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[.+#&-][A-Za-z0-9]+|\+\+|#)*(?: [A-Z][A-Za-z0-9]+){0,3}")
_EXPLAINED = re.compile(r"([A-Za-z가-힣][A-Za-z0-9가-힣 -]{0,30}?)\s?\(([A-Za-z가-힣][A-Za-z0-9가-힣 .-]{1,30})\)")
_SMALL_CHANGE = frozenset(
    "a an and are as at be but by can do for from get has have how if in into is it its let like may more new no not of on one or "
    "our out so than that the their then there these they this to up us use used using via was we what when where which who "
    "will with you your vs etc eg ie am pm ok yes the page slide part step note tip http https www com org net pdf docx pptx "
    "jan feb mar apr jun jul aug sep oct nov dec mon tue wed thu fri sat sun ii iii iv".split()
)

Analyser = Callable[[str], Sequence[Morpheme]]


def terms_in(text: str, is_known: Callable[[str], bool], analyser: Analyser) -> list[Term]:
    """The terms of a document that `is_known` does not know, the likeliest first, each with a reading.

    `analyser` gives the morphemes of one line. The readings are guesses unless the document tells them.
    """
    plain = _ADDRESS.sub(" ", _CODE.sub(" ", text))
    readings = _explained(plain)
    counts: Counter[str] = Counter()
    for line in plain.splitlines():
        counts.update(_latin(line))
        counts.update(_unknown_nouns(line, analyser))
    counts.update(dict.fromkeys(readings, LEAST_TIMES))
    names = [
        name for name, times in _one_spelling(counts).most_common() if _is_worth(name, times) and not is_known(name)
    ]
    terms = [_term(name, readings) for name in names[:MOST_TERMS]]
    others = {squeezed(form) for term in terms for form in term.aliases}
    return [term for term in terms if squeezed(term.term) not in others]  # 젠타보 stands with Zentavo (젠타보)


def _latin(line: str) -> Iterator[str]:
    """The Latin names of a line; a heading's or sentence's first word counts in small letters too."""
    for match in _LATIN.finditer(line):
        words = match[0].split(" ")
        while words and words[0].casefold() in _SMALL_CHANGE:
            words = words[1:]
        while words and words[-1].casefold() in _SMALL_CHANGE:
            words = words[:-1]
        if words and len(" ".join(words)) > 1:
            yield " ".join(words)


def _unknown_nouns(line: str, analyser: Analyser) -> Iterator[str]:
    """Runs of nouns written together with one among them that no dictionary has."""
    run: list[Morpheme] = []
    for part in [*analyser(line), None]:
        is_on = part is not None and part.tag in ("NNG", "NNP", "XR", "XSN", "XPN")
        if part is not None and is_on and (not run or run[-1].end == part.start):
            run.append(part)
            continue
        if any(not one.is_known for one in run):
            yield line[run[0].start : run[-1].end]
        run = [part] if part is not None and is_on else []


def _is_worth(name: str, times: int) -> bool:
    if is_hangul(name):
        return len(name) > 1 and times >= LEAST_TIMES
    has_capital = any(ch.isupper() for ch in name)
    is_marked = any(ch.isupper() or ch.isdigit() for ch in name[1:]) or " " in name
    return len(name) > 1 and (is_marked or times >= LEAST_TIMES) and (has_capital or is_marked or times > LEAST_TIMES)


def _one_spelling(counts: Counter[str]) -> Counter[str]:
    """The counts with spellings of one name put together under the one used most."""
    groups: dict[str, Counter[str]] = {}
    for name, times in counts.items():
        groups.setdefault(squeezed(name), Counter())[name] += times
    return Counter({group.most_common(1)[0][0]: group.total() for group in groups.values()})


def _explained(text: str) -> dict[str, str]:
    """`{name: the other name in brackets}` where one is Latin and the other Hangul, each way."""
    pairs: dict[str, str] = {}
    for match in _EXPLAINED.finditer(text):
        outer, inner = match[1].strip(), match[2].strip()
        if outer.isascii() and is_hangul(inner):
            latin, hangul = outer.split(" ")[-1] if is_one_word(outer) else outer, inner
        elif inner.isascii() and is_hangul(outer.split(" ")[-1]):
            latin, hangul = inner, _nearest_tail(outer, inner)
        else:
            continue
        if latin.casefold() not in _SMALL_CHANGE:
            pairs.setdefault(latin, hangul)
    return pairs


def is_one_word(name: str) -> bool:
    """Whether a Latin name is one word: the last of a run of small words before a bracket."""
    return not any(word[:1].isupper() for word in name.split(" ")[:-1])


def _nearest_tail(outer: str, latin: str) -> str:
    """The last words before a bracket that are said like the Latin name; the last one if none is."""
    words = outer.split(" ")
    tails = [" ".join(words[-n:]) for n in range(1, min(len(words), 3) + 1)]
    return next((tail for tail in tails if _is_said_as(tail, latin)), tails[0])


def _is_said_as(hangul: str, latin: str) -> bool:
    said = sounds(spoken(hangul))
    return any(
        distance(said, sounds(reading)) <= SAID_SO * max(len(said), len(sounds(reading)))
        for reading in guessed(latin).readings
    )


def _term(name: str, explained: dict[str, str]) -> Term:
    """A term with the reading that the document tells, else a guessed one; another name in brackets is an alias."""
    other = explained.get(name, "")
    if other and _is_said_as(other, name):
        return Term(name, (other,), (), (other,), USER)
    return Term(name, guessed(name).readings, (), (), USER)
