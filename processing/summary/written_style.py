"""Speech as written Korean (개조식): the predicate becomes ~함, ~하기로 함, ~하는지 or a noun, by rules over morphemes.

A line is put together from the sentence's own eojeols; only its predicate gets another ending, and spoken forms of
particles and bound nouns become written ones (한테 → 에게, 걸 → 것을). No content morpheme is added. What the rules
cannot turn is a quotation 「…」. Source of the forms: 국립국어원 『개정 공공언어 바로 쓰기』 and the usage of 회의록.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from processing.analysis import Morpheme
from processing.summary.addressees import called_in
from processing.summary.computed import computed
from processing.summary.endings import coda_of, joined, past
from processing.summary.eojeol import MARKS, Eojeol, is_word
from processing.summary.plain_words import STEMS, head_of, plain
from processing.summary.trimming import clause_starts, starts_vaguely
from processing.summary.turned import is_turned
from processing.summary.utterance import Utterance, once
from processing.summary.word_lists import word_list

MAX_LENGTH = 100  # code points
WISHED_LENGTH = 70
_LONGEST_END = 96  # code points of what is tagged: no ending is longer
_FEWEST_WORDS = 4  # content words that a clause needs to stand alone

# questions, orders, proposals, hearsay: none of them is said by ~함
_NOT_STATED = re.compile(
    r"(?:(?<! 니)(?<! 으니)까요?|나요?|ᆫ가요?|은가요?|니|냐|세요|으세요|시어요|십시오|ᆸ시오|으십시오|어라|아라|ᆸ시다|읍시다|자|자고"
    r"|어야지|아야지|야지|래요?|대요?|(?:ᆫ|는)?대요?|(?:ᆫ|는)?답니다|랍니다|려고|(?:ᆫ|는)?다는데요?)/EF $"
    r"| 달/VX 라/EF $"  # 해 달라: an order
    r"| 나/E[CF] (?:하|싶)/VX \S+/E[CF] (?:요/JX )?$"  # 보셨나 해서요: a question held back
    r"| (?:어|아)/EC 보/VX (?:시/EP )?(?:죠|지)/EF $"  # 이야기해 보죠: a proposal
    r"| 시/EP (?:죠|지)/EF $"  # 그렇게 하시죠
)
_HEARSAY = re.compile(r" (?P<present>[ᆫ는])?(?:대|대요|답니다)/EF (?:요/JX )?$")
_UNFINISHED = ("는데", "ᆫ데", "은데", "고", "거든요", "니까", "라서", "어서", "아서", "지만")
_HEDGES = tuple(
    re.compile(pattern)
    for pattern in (
        # "…다고 생각합니다": the statement itself is what the minutes want
        r" \S*[다라]고/EC (?:도/JX |\S+/MAG |저/NP 는/JX )*생각/NNG (?:[을를]/JKO |도/JX )?(?:\S+/MAG )*하/\S+ (?:고/EC 있/\S+ )?$",
        r" \S*[다라]고/EC (?:보|여기|느끼)/VV (?:고/EC 있/\S+ )?$",
        r" \S*[다라]고/EC 생각/NNG (?:[이]/JKS )?들/VV $",
        r" \S*[다라]고/EC 말씀/NNG (?:을/JKO )?(?:드리|하)/\S+ $",
        r" \S*[다라]고/EC 말씀/NNG (?:을/JKO )?(?:드리|하)/\S+ (?:어/EC 주/VX )?ᆯ/ETM 수/NNB (?:\S+/J\S+ )?있/V\S $",
        # "…는 겁니다", "…ㄴ 거예요": it says no more than the plain predicate
        r" (?:는|은|ᆫ)/ETM [거것]/NNB 이/VCP $",
    )
)
_MAY_HEDGE = re.compile(r"고/EC | 이/VCP $")  # one of them stands in every hedge: it spares most lines the long rules
_THINKERS = frozenset(("저는", "나는", "저도", "제가", "저희는", "개인적으로", "개인적으로는"))
_NOUNS = ("NN", "SL", "SN", "SH", "XSN", "NR", "NP", "XR")


@dataclass(frozen=True)
class Written:
    """A line's text (at most 100 code points), whether it is a quotation, and its content words."""

    text: str
    is_quoted: bool
    words: frozenset[str]


@dataclass(frozen=True)
class Draft:
    """Eojeols of a sentence that stay (`kept`, indices), on their way to a line."""

    eojeols: Sequence[Eojeol]
    kept: tuple[int, ...]
    spelled: Mapping[int, str] = field(default_factory=dict)  # eojeols that read otherwise than `plain` has them

    @computed
    def tokens(self) -> list[tuple[int, Morpheme]]:
        """The morphemes that stay, each with the index of its eojeol."""
        return [(i, m) for i in self.kept for m in self.eojeols[i].morphemes if m.tag not in MARKS]

    @computed
    def words(self) -> frozenset[str]:
        """The content words that stay."""
        return frozenset([m.form for _, m in self.tokens if is_word(m)])

    def without(self, dropped: set[int]) -> Draft:
        """The draft without these eojeols."""
        return replace(self, kept=tuple(i for i in self.kept if i not in dropped))

    def from_position(self, at: int) -> Draft:
        """The draft from the position `at` of `kept`."""
        return self if not at else replace(self, kept=self.kept[at:])

    def text_before(self, i: int) -> str:
        """The written text of all that is kept before eojeol `i`, with a blank behind it."""
        return "".join(self.spelled.get(j, plain(self.eojeols[j])) + " " for j in self.kept if j < i)


@once
def draft_of(utterance: Utterance) -> Draft:
    """The sentence without opening, fillers and repetitions."""
    kept, spelled = utterance.kept, {}
    for before, i in pairwise(kept):
        eojeol, last = utterance.eojeols[i], utterance.eojeols[before].last
        if eojeol.bare == "가지고" and last is not None and last.tag == "EC" and last.form in ("어", "아"):
            spelled[before] = (
                plain(utterance.eojeols[before]) + "서"
            )  # 나가 가지고: spoken -아서, 표준국어대사전 가지다
    dropped = {i for before, i in pairwise(kept) if before in spelled}
    return Draft(utterance.eojeols, tuple(i for i in kept if i not in dropped), spelled)


def without_call(draft: Draft, utterance: Utterance) -> Draft:
    """The draft without a name or title that only calls somebody (팀장님 예산 총액은 …)."""
    called = called_in(utterance)
    if called is None or any(tag.startswith("J") for tag in draft.eojeols[called.end - 1].tags):
        return draft
    return draft.without(set(range(called.first, called.end)))


@once
def statement(utterance: Utterance) -> Written | None:
    """The sentence as a written statement (~함), shortened at clauses that only lead up to it; None if it is none."""
    if utterance.is_asked or is_turned(utterance):
        return None
    draft = _without_pointing_topic(without_call(draft_of(utterance), utterance))
    if not draft.kept:
        return None
    starts = [0, *clause_starts(draft.eojeols, draft.kept)]
    starts += [start for start in clause_starts(draft.eojeols, draft.kept, with_joined=True) if start not in starts]
    starts.sort(key=lambda start: starts_vaguely(draft.eojeols[draft.kept[start]]))
    written: dict[int, Written | None] = {}
    for limit, begins in ((WISHED_LENGTH, starts), (MAX_LENGTH, sorted(starts))):
        for start in begins:
            if start not in written:
                written[start] = _from(draft, start)
            line = written[start]
            if line is not None and len(line.text) <= limit:
                return line
    return None


def _from(draft: Draft, start: int) -> Written | None:
    """What the draft states from the clause at `start` on; None where that cannot stand alone."""
    shorter = draft.from_position(start)
    if start and (starts_vaguely(shorter.eojeols[shorter.kept[0]]) or len(shorter.words) < _FEWEST_WORDS):
        return None
    text = _stated(shorter)
    return Written(text, False, shorter.words) if text is not None else None


def _without_pointing_topic(draft: Draft) -> Draft:
    """그거는 상품 정보가 안 내려간 것 같음 → 상품 정보가 …: a topic that only points goes where the clause has its own subject."""
    if len(draft.kept) < _FEWEST_WORDS:
        return draft
    first, *rest = (draft.eojeols[i] for i in draft.kept)
    is_thing = rest[0].content - word_list("general_nouns") and rest[0].tags[-1:] in (("JKS",), ("JKO",))
    if first.tags == ("MM",) and first.bare == "그" and is_thing:
        return draft.from_position(1)  # 그 스피커가 2층만 크게 나옴
    is_bare = first.tags == ("NP",)  # 그거 샘플이 와야 됨
    points = starts_vaguely(first) and first.tags[:1] == ("NP",) and (is_bare or first.tags[-1] in ("JX", "ETM"))
    end = next((k for k, e in enumerate(rest) if {"EC", "EF"} & set(e.tags)), len(rest))
    has_own = any(
        e.last is not None and e.last.tag == "JKS" and (is_bare or e.tags[0] != "NP") for e in rest[: end + 1]
    )
    return _without_pointing_topic(draft.from_position(1)) if points and has_own else draft


def quotation(utterance: Utterance) -> Written:
    """The speech itself between 「 」, from its first word that says something, cut with … where it is too long."""
    kept = utterance.kept or tuple(range(len(utterance.eojeols)))
    start = utterance.eojeols[kept[0]].start
    text = " ".join(utterance.text[start:].split()).rstrip(". ")
    if len(text) > MAX_LENGTH - 2:
        text = text[: MAX_LENGTH - 3].rsplit(" ", 1)[0] + "…"
    return Written(f"「{text}」", True, utterance.words)


def _stated(draft: Draft) -> str | None:
    tokens = draft.tokens
    if not tokens:
        return None
    said = tagged(tokens)
    hearsay = _hearsay(draft, tokens, said)
    if hearsay is not None or _NOT_STATED.search(said, max(len(said) - _LONGEST_END, 0)):
        return hearsay
    tail = _without_ending(tokens)
    if tail is None:
        return None
    plain_tail = without_hedges(tail)
    if len(plain_tail) < len(tail):  # "저는 …고 생각합니다": who thinks so goes with the thinking
        draft = draft.without({i for i in draft.kept if draft.eojeols[i].bare in _THINKERS})
    return nominal(draft, plain_tail)


def _hearsay(draft: Draft, tokens: list[tuple[int, Morpheme]], said: str) -> str | None:
    """온대요, 도와주신답니다, 늦었대요 → 온다고 함, 도와준다고 함, 늦었다고 함 (표준국어대사전, -ㄴ대: -ㄴ다고 해)."""
    match = _HEARSAY.search(said)
    if match is None:
        return None
    stem = without_politeness(tokens[: said.count(" ", 0, match.start() + 1) - 1])
    if not stem or stem[-1][1].tag not in (*STEMS, "EP"):
        return None
    last = stem[-1][1]
    present = "" if not match["present"] else "는" if coda_of(last.form[-1]) not in (0, 8) else "ᆫ"
    text = nominal(draft, stem, f"{present}다고")
    return f"{text} 함" if text is not None else None


def tagged(tokens: Sequence[tuple[int, Morpheme]]) -> str:
    """Tokens as the string that rules are written for."""
    return f" {' '.join([f'{m.form}/{m.tag}' for _, m in tokens])} "


def _without_ending(tokens: list[tuple[int, Morpheme]]) -> list[tuple[int, Morpheme]] | None:
    """Tokens up to the final stem or noun; None where the sentence breaks off in a way that has no written form."""
    tail = tokens[:-1] if tokens[-1][1].tag == "JX" and tokens[-1][1].form in ("요", "이요") else tokens
    if len(tail) < len(tokens) and tail and tail[-1][1].tag.startswith(("NN", "NR", "SN", "SL", "XSN")):
        return tail  # 총 320건이요: a noun is a written ending
    if tail and tail[-1][1].tag == "EF":
        return without_politeness(tail[:-1])
    if tail and tail[-1][1].tag == "EC" and tail[-1][1].form in _UNFINISHED:
        return without_politeness(tail[:-1])
    return None


def without_politeness(tokens: list[tuple[int, Morpheme]]) -> list[tuple[int, Morpheme]]:
    """Tokens without the honorific 시 and the supposing 겠 at their end."""
    while tokens and tokens[-1][1].tag == "EP" and tokens[-1][1].form in ("시", "으시", "겠"):
        tokens = tokens[:-1]
    return tokens


def without_hedges(tokens: list[tuple[int, Morpheme]]) -> list[tuple[int, Morpheme]]:
    """Tokens without "…다고 생각하다" and the like at their end."""
    text = tagged(tokens)
    if not _MAY_HEDGE.search(text):
        return tokens
    for hedge in _HEDGES * 2:
        match = hedge.search(text)
        if match:
            tokens = without_politeness(tokens[: text.count(" ", 0, match.start() + 1) - 1])
            text = tagged(tokens)
    return tokens


def nominal(draft: Draft, tokens: Sequence[tuple[int, Morpheme]], ending: str = "ᆷ") -> str | None:
    """The draft's text up to the last of `tokens`, a stem or a noun, closed with `ending`; None for anything else."""
    if not tokens:
        return None
    i, last = tokens[-1]
    eojeol, before = draft.eojeols[i], draft.text_before(i)
    if last.tag == "VX" and last.form == "말":  # -지 말고: what it forbids has no such form
        return None
    if last.tag in STEMS and _is_contracted(eojeol, tokens):  # 늦는답니다: 늦는다고 함
        return _reported(before, eojeol, tokens, ending)
    if last.tag in STEMS:
        return before + head_of(eojeol, last) + joined(last.form, ending, last.tag)
    if last.tag == "EP":
        return before + _past(eojeol, tokens) + joined("었", ending)[1:]
    if last.tag == "VCP" and len(tokens) > 1 and tokens[-2][1].form != "터":  # -ㄹ 텐데: a guess, no noun
        return before + _named(draft, tokens[-2], i, last)
    if last.tag.startswith(_NOUNS):
        return before + head_of(eojeol, last) + _written_form(last)
    return None


def _is_contracted(eojeol: Eojeol, tokens: Sequence[tuple[int, Morpheme]]) -> bool:
    """Whether the stem is a 하다 that is not written out: -ㄴ답니다, -는대요 for -ㄴ다고 합니다."""
    last, before = tokens[-1][1], tokens[-2][1] if len(tokens) > 1 else None
    is_said = before is not None and before.tag == "EC" and before.form.endswith(("다고", "라고", "자고", "냐고"))
    return last.form == "하" and is_said and tokens[-2][0] == tokens[-1][0] and "고" not in eojeol.text[1:]


def _reported(before: str, eojeol: Eojeol, tokens: Sequence[tuple[int, Morpheme]], ending: str) -> str | None:
    if len(tokens) < 3 or tokens[-3][0] != tokens[-1][0] or tokens[-3][1].tag not in STEMS:
        return None
    stem, said = tokens[-3][1], tokens[-2][1]
    return f"{before}{head_of(eojeol, stem)}{joined(stem.form, said.form, stem.tag)} {joined('하', ending)}"


def _past(eojeol: Eojeol, tokens: Sequence[tuple[int, Morpheme]]) -> str:
    """The eojeol up to its 었; an honorific before it goes: 받으셨 → 받았."""
    last = tokens[-1][1]
    stems = without_politeness(list(tokens[:-1]))
    if len(stems) < len(tokens) - 1 and stems and stems[-1][1].tag in STEMS:
        return head_of(eojeol, stems[-1][1]) + past(stems[-1][1].form, stems[-1][1].tag)
    return eojeol.text[: last.end - eojeol.start]


def _named(draft: Draft, noun: tuple[int, Morpheme], i: int, copula: Morpheme) -> str:
    eojeol = draft.eojeols[i]
    if noun[0] != i:
        return head_of(eojeol, copula) + "임"
    if noun[1].tag.startswith((*_NOUNS, "MAG")):
        return head_of(eojeol, noun[1]) + _written_form(noun[1])
    return eojeol.text[: max(copula.start, noun[1].end) - eojeol.start] + "임"


def _written_form(morpheme: Morpheme) -> str:
    return "것" if morpheme.tag == "NNB" and morpheme.form in ("거", "걸") else morpheme.form
