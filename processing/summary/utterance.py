"""A sentence as this room reads it: its eojeols, its final predicate, and its morphemes as one tagged string.

Rules are regular expressions over `tagged`, " form/TAG form/TAG ", where one morpheme is one word with a blank on both
sides; so a rule can be read, and tested, next to the Korean it stands for. Tags are Sejong's, forms are Kiwi's (a final
consonant by itself is a jamo of U+11A8…: "ᆸ니다/EF").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from itertools import pairwise
from statistics import median
from typing import TypeVar

from processing.analysis import Morpheme, Sentence
from processing.note import NO_SPEAKER
from processing.source import Place
from processing.summary.computed import computed
from processing.summary.eojeol import MARKS, Eojeol, eojeols, is_mark, is_word
from processing.summary.repairs import taken_back
from processing.summary.trimming import kept_eojeols

_LONGEST_END = 96  # code points of `tagged`: about ten morphemes
_TALK_SHARE = 0.75
_SHORTEST_TALK = 40  # sentences
_SHORT_TURN = 60  # code points; who mostly says that much at a time converses
_PLANNING_SHARE = 0.2
# 발치를 할 거고요, 다 제거할 겁니다, 준비하겠습니다: what is going to be done
_IS_GOING_TO = re.compile(
    r"/(?:VV|VX|XSV) (?:(?:ᆯ|을)/ETM (?:거|것)/NNB (?:이/VCP |ᆸ니다|에요|예요|고)|겠/EP (?:습니다|어요)|ᆯ게요?|을게요?)"
)
_CALL = re.compile(r"(?:[가-힣]{1,4} ){0,2}[가-힣]*(?:님|씨|쌤)\?|[가-힣]{2,3}[아야]\?")
_MAY_BE_ASKED = re.compile(r"(?:[요죠지까나니냐가래])$")  # and no full stop behind it

_Told = TypeVar("_Told")


def once(rule: Callable[[Utterance], _Told]) -> Callable[[Utterance], _Told]:
    """The rule, worked out once for each sentence and kept with it; it may depend on the sentence alone.

    Several rooms ask the same of every sentence, each in its own pass over the note.
    """
    key = f"{rule.__module__}.{rule.__qualname__}"

    @wraps(rule)
    def told(utterance: Utterance) -> _Told:
        known = utterance.__dict__
        if key not in known:
            known[key] = rule(utterance)
        answer: _Told = known[key]
        return answer

    return told


class Utterance:
    """A sentence in its note: `index` among all sentences, `turn` the ordinal of its turn, and what rules ask of it."""

    def __init__(
        self, sentence: Sentence, index: int, turn: int, mark: str | None = None, is_taken_back: bool = False
    ) -> None:
        self.sentence = sentence
        self.text = sentence.text  # the words as shown
        self.speaker_id = sentence.speaker_id
        self.is_taken_back = is_taken_back  # its figure is put right later: no line may say it
        self.index = index
        self.turn = turn
        self._mark = sentence.text.rstrip("\"'”’ ")[-1:] if mark is None else mark

    @computed
    def place(self) -> Place:
        """The place of the source that says it."""
        return self.sentence.place

    @computed
    def tagged(self) -> str:
        """The morphemes without punctuation as " form/TAG … "; a question mark stays as "?/SF"."""
        kept = [f"{m.form}/{m.tag}" for m in self.marks]
        return f" {' '.join(kept)} " + ("?/SF " if self.is_asked else "")

    @computed
    def is_asked(self) -> bool:
        """Whether it ends in a question mark, or whoever is called behind it has that mark ("…했죠 과장님?")."""
        return self._mark == "?"

    @computed
    def words(self) -> frozenset[str]:
        """The forms that carry meaning, of which two lines may share half at the most."""
        return frozenset([m.form for m in self.sentence.morphemes if is_word(m)])

    @computed
    def nouns(self) -> frozenset[str]:
        """The forms of its nouns, roots and foreign words."""
        return frozenset([m.form for m in self.sentence.morphemes if m.is_noun])

    @computed
    def eojeols(self) -> tuple[Eojeol, ...]:
        """The sentence cut at its blanks."""
        return tuple(eojeols(self.text, self.sentence.morphemes))

    @computed
    def kept(self) -> tuple[int, ...]:
        """The indices of the eojeols that stay without opening, fillers and repetitions."""
        return tuple(kept_eojeols(self.eojeols))

    @computed
    def marks(self) -> tuple[Morpheme, ...]:
        """The morphemes without punctuation, as `tagged` counts them."""
        return tuple([m for m in self.sentence.morphemes if m.tag not in MARKS])

    def has(self, pattern: re.Pattern[str]) -> bool:
        """Whether `pattern` is found in `tagged`."""
        return pattern.search(self.tagged) is not None

    def ends_in(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Where `pattern`, a few morphemes at the end of `tagged`, is found; what stands far before it is not searched."""
        return pattern.search(self.tagged, max(len(self.tagged) - _LONGEST_END, 0))

    def marks_before(self, tagged_at: int) -> int:
        """How many of `marks` stand before the one that begins at, or holds, a position of `tagged`."""
        return min(max(self.tagged.count(" ", 0, tagged_at + 1) - 1, 0), len(self.marks))


def utterances(sentences: Sequence[Sentence]) -> list[Utterance]:
    """The sentences of a note in order, numbered, with the ordinal of their turn."""
    turn, cut, result = -1, None, []
    back, marks = taken_back(sentences), _marks_behind_names(sentences)
    for index, sentence in enumerate(sentences):
        if sentence.turn_cut != cut:
            turn, cut = turn + 1, sentence.turn_cut
        result.append(Utterance(sentence, index, turn, marks.get(index), index in back))
    return result


def _marks_behind_names(sentences: Sequence[Sentence]) -> dict[int, str]:
    """ "?" for each sentence whose mark stands behind the name of whom it asks, "" for that name."""
    marks: dict[int, str] = {}
    for at, (asking, called) in enumerate(pairwise(sentences)):
        if called.text.rstrip()[-1:] == "?" and _asks_by_name(asking, called):
            marks.setdefault(at, "?")
            marks[at + 1] = ""
    return marks


def _asks_by_name(asking: Sentence, called: Sentence) -> bool:
    """어떻게 하기로 했죠 / 수진 과장님?: a question parted before the name of whom it asks."""
    if asking.turn_cut != called.turn_cut or _CALL.fullmatch(called.text.strip()) is None:
        return False
    marks = [m for m in called.morphemes if not is_mark(m)]
    is_name = all(m.tag[:1] in "NXMS" or m.tag == "JKV" for m in marks)  # 상철아: a name with 호격 조사
    return is_name and _MAY_BE_ASKED.search(asking.text.rstrip()) is not None


def lecturer_of(said: Sequence[Utterance]) -> str | None:
    """The speaker who says nearly everything, if there is one: then the note is a talk. None in a short note.

    None either where that speaker mostly says a few words at a time, or mostly what is going to be done ("발치를 할 거고요",
    a surgeon to a patient): a conversation and a consultation are no lectures, however much one of the two says.
    """
    if len(said) < _SHORTEST_TALK:
        return None
    shares: Counter[str] = Counter()
    for utterance in said:
        shares[utterance.speaker_id] += len(utterance.text)
    speaker, share = shares.most_common(1)[0]
    if speaker == NO_SPEAKER or share <= _TALK_SHARE * sum(shares.values()):  # labels off: nobody knows who speaks
        return None
    return None if _converses(said, speaker) or _plans(said, speaker) else speaker


def _converses(said: Sequence[Utterance], speaker: str) -> bool:
    turns: Counter[int] = Counter()
    for utterance in said:
        if utterance.speaker_id == speaker:
            turns[utterance.turn] += len(utterance.text)
    return median(turns.values()) < _SHORT_TURN


def _plans(said: Sequence[Utterance], speaker: str) -> bool:
    own = [utterance for utterance in said if utterance.speaker_id == speaker]
    return sum(utterance.has(_IS_GOING_TO) for utterance in own) >= _PLANNING_SHARE * len(own)


class LinesSoFar:
    """The content words of lines, by which another line is known to repeat one of them.

    Looked up by word, so that ten hours of lines cost no more for each new one than one hour's.
    """

    def __init__(self, lines: Iterable[frozenset[str]] = ()) -> None:
        self._sizes: list[int] = []
        self._by_word: dict[str, list[int]] = {}
        for words in lines:
            self.add(words)

    def add(self, words: frozenset[str]) -> None:
        """Remember one more line."""
        for word in words:
            self._by_word.setdefault(word, []).append(len(self._sizes))
        self._sizes.append(len(words))

    def has_like(self, words: frozenset[str]) -> bool:
        """Whether more than half of the shorter one's content words are shared with any line so far.

        >>> LinesSoFar([frozenset("abxy")]).has_like(frozenset("abcd")), LinesSoFar([frozenset("abcx")]).has_like(frozenset("abcd"))
        (False, True)
        """
        shared = Counter(line for word in words for line in self._by_word.get(word, ()))
        return any(2 * count > min(len(words), self._sizes[line]) for line, count in shared.items())
