"""Whom a turn calls, and so who speaks next or has just spoken: "서연 님 말씀해 주세요", "네 도현 님 감사합니다".

Only a call made to somebody's face counts: who is asked, given the floor or thanked. Somebody who is told of
("박 과장님한테 부탁드릴게요", "김 대리가 말한 것처럼", "최 팀장님은 언제 오세요?") need not be there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from processing.analysis import Sentence
from processing.turns import speech
from processing.turns.findings import Said
from processing.turns.persons import Call, Person, bare_calls_in, calls_in, is_same

_TOLD = "말씀|설명|발표|소개|답변|공유|보고|인사|진행|얘기|이야기|시작|의견|대답|발언|한마디"
_FLOOR = re.compile(
    rf"^[^.?!]*(?:{_TOLD})[^.?!]*?(?:주세요|주시[죠겠고]|주십시오|주실|주시면 (?:좋|감사|됩)|부탁|볼까요|보시죠|하시죠|해 봐|해 줘)"
)
_FIRST = re.compile(r"^ (?:먼저 |시작)?(?:갈게요|가죠|가시죠|가겠습니다|할게요|하죠|하겠습니다|볼게요|시작)")
_LESSON = re.compile(r"^[^.?!]*(?:[해어아워려와] ?(?:보자|볼까|볼래|봐|줄래|줘)|할래|할까)")  # 읽어 볼까, 나와 봐
_OPINION = re.compile(
    r"^[^.?!]*?(?:어떻게 (?:생각|보[시세십]|느끼)|어떠[세신십]|어때|어떻습니까|생각은|의견은|괜찮으[세신십]|동의하[세시십]|할 말|하실 말씀)"
)
_PASSED = re.compile(
    r"(?:질문|여쭤|여쭙|마이크|발언|말씀|순서|바통|들어|넘기)[^.?!]*(?:겠습니다|드립니다|부탁드립니다)"
)
_PUT_OFF = re.compile(r"나중|이따|따로|다음에|내일|메일|전화|슬랙|톡으로|끝나고")
_CONDITION = re.compile(r"(?:면|때|전에|후에|다음에|까지는) ")
_WELCOMED = re.compile(r"모셨|모시고|모셔|모시겠|소개합니다|소개하겠|소개해 드리|나와 ?(?:계시|주셨)|함께하")
_GREETS = re.compile(r"^(?:(?:네|예|아)[.,]? )*(?:안녕|반갑)")
_THANKS = re.compile(r"^[^.?!]{0,8}(?:감사|고맙|고생|수고|잘 들었|잘 봤)")

_NEXT = re.compile(r"(?:다음|마지막|먼저|이어서|이번)\S* *$")

_SUBJECTS = frozenset({"은", "는", "이", "가", "께서", "께서는", "부터", "도", "먼저"})
_BEFORE_A_CALL = frozenset(
    {"다음", "먼저", "마지막", "이번", "우리", "일단", "이어서", "은", "는", "으로", "에", "에는", "저기"}
)
_LATEST = 3  # sentences from the end of a turn in which the floor is given
_ONCE, _TWICE = 1, 2  # how much a call proves; by a title alone twice is wanted, unless the floor is given


@dataclass(frozen=True)
class Heard:
    """A person found for a speaker: `weight` from the calls that say so, and the sentence of the first."""

    speaker_id: str
    person: Person
    weight: int
    sentence: Sentence
    has_spoken: bool  # was thanked, rather than spoke next


def heard_calls(turns: Sequence[Said]) -> Iterator[Heard]:
    """Who is called just before speaking or just after, turn by turn."""
    for before, turn in pairwise(turns):
        if not before.speaker_id or not turn.speaker_id or before.speaker_id == turn.speaker_id:
            continue
        called = _called_last(before, turn)
        if called is not None and not _tells_of(turn, called.person):
            yield called
        thanked = _thanked(before, turn)
        if thanked is not None and not _tells_of(before, thanked.person):
            yield thanked


def called_to_face(sentence: Sentence) -> Iterator[Person]:
    """The people with a name whom a sentence calls as it begins, to ask, to bid or to thank them: they are there."""
    for call in calls_in(sentence):
        if call.rest or not call.person.is_named or not _opens(sentence, call):
            continue
        asks = speech.is_asked(sentence) or speech.asks_for_something(sentence)
        if asks or _THANKS.search(sentence.text[call.end :]):
            yield call.person


def _called_last(before: Said, turn: Said) -> Heard | None:
    """The last of the calls of a turn that asks its hearer something."""
    for i in reversed(range(len(before.sentences))):
        sentence = before.sentences[i]
        for call in reversed(list(calls_in(sentence))):
            weight = _weight(before.sentences[i:], call, turn)
            if weight:
                return Heard(turn.speaker_id, _in_full(call.person, before), weight, sentence, has_spoken=False)
    return _called_as_child(before, turn)


def _called_as_child(before: Said, turn: Said) -> Heard | None:
    """A bare name that gets the floor at the end of a turn: "그럼 지호.", "하준이가 읽어 볼까?"; two are wanted."""
    last = before.sentences[-1]
    for call in bare_calls_in(last):
        after = last.text[call.end :]
        alone = not after.strip(" .,!?") and not call.rest
        if _opens(last, call) and (alone or (call.rest in ("", *_SUBJECTS) and _LESSON.search(after))):
            return Heard(turn.speaker_id, call.person, _ONCE, last, has_spoken=False)
    return None


def _in_full(person: Person, turn: Said) -> Person:
    """The person by name, where the turn names one by the same title: "한도윤 작가님을 … 작가님 인사 부탁드려요"."""
    if person.is_named:
        return person
    named = {
        call.person
        for sentence in turn.sentences
        for call in calls_in(sentence)
        if call.person.is_named and call.person.title == person.title
    }
    return named.pop() if len(named) == 1 else person


def _weight(sentences: Sequence[Sentence], call: Call, turn: Said) -> int:
    """How much the call in the first of the sentences, the rest of its turn, proves of who speaks next."""
    sentence, after = sentences[0], sentences[0].text[call.end :]
    is_late = len(sentences) <= _LATEST
    if call.rest in ("은요", "는요", "이요") and len(sentences) == 1:
        return _TWICE if call.rest != "이요" or _NEXT.search(sentence.text[: call.start]) else 0
    if call.rest == "부터" and is_late and _FIRST.search(after):
        return _TWICE
    if call.rest in _SUBJECTS:
        return _TWICE if is_late and (_gives_floor(after) or _asks_of(sentence, call)) else 0
    if call.rest == "께":
        return _TWICE if is_late and _PASSED.search(after) and not _PUT_OFF.search(sentence.text) else 0
    if call.rest in ("을", "를", "입니다", "이십니다", "이세요"):
        is_guest = _WELCOMED.search(sentence.text) and _GREETS.search(turn.sentences[0].text)
        return _TWICE if is_guest and call.person.is_named else 0
    if call.rest:
        return 0
    is_next = not after.strip(" .,!") and bool(_NEXT.search(sentence.text[: call.start])) and call.person.is_named
    if is_late and (is_next or _gives_floor(after)):
        return _TWICE
    asks = any(speech.is_asked(s) or speech.asks_for_something(s) for s in sentences)
    return (_TWICE if call.person.is_named else _ONCE) if asks and _opens(sentence, call) else 0


def _gives_floor(after: str) -> bool:
    return not _CONDITION.search(after) and bool(_FLOOR.search(after) or _OPINION.search(after))


def _asks_of(sentence: Sentence, call: Call) -> bool:
    """Whether the one who is called is asked to do it themselves: "유진 님이 갱신해 주실 수 있을까요?".

    In "김 대리님이 만든 자료를 보여 주세요" and "박 과장님이 오시면 알려 주세요" somebody else is.
    """
    after = [m for m in speech.morphemes_of(sentence) if m.start >= call.end]
    is_own = all(word.tag != "ETM" or noun.form == "수" for word, noun in pairwise(after))
    is_certain = not any(m.tag == "EC" and m.form.endswith(("면", "거든", "는데")) for m in after)
    is_favour = any(m.form == "주" for m in after[-6:])
    return (
        (call.person.is_named and is_own and is_certain)
        and speech.asks_for_something(sentence)
        and (is_favour or not speech.is_asked(sentence))
    )


def _opens(sentence: Sentence, call: Call) -> bool:
    """Whether nothing but interjections and conjunctions stands before the call."""
    before = [m for m in speech.morphemes_of(sentence) if m.end <= call.start]
    return all(m.tag in ("IC", "MAJ", "MAG") or m.form in _BEFORE_A_CALL for m in before)


def _thanked(before: Said, turn: Said) -> Heard | None:
    """Who is thanked by name at the start of a turn: the one who spoke before it."""
    for sentence in turn.sentences[:2]:
        for call in calls_in(sentence):
            if not call.rest and _opens(sentence, call) and _THANKS.search(sentence.text[call.end :]):
                weight = _TWICE if call.person.is_named else _ONCE
                return Heard(before.speaker_id, call.person, weight, sentence, has_spoken=True)
    return None


def _tells_of(turn: Said, person: Person) -> bool:
    """Whether a turn names the person, as one does not name oneself."""
    return person.is_named and any(
        call.person.is_named and call.person.title == person.title and is_same(call.person, person)
        for sentence in turn.sentences
        for call in calls_in(sentence)
    )
