"""What is settled: decisions by the forms in which Korean says them.

Settled: -기로 하다, -는 걸로 (하다/정하다), -(으)로 확정·결정·의결·정하다, N은 N(으)로 합시다. A settlement of an earlier day
("지난번에 …하기로 했잖아요"), a question, an opinion, a supposed case is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from processing.particles import agreeing
from processing.phonetics import spoken
from processing.summary import intents
from processing.summary.addressees import called_in, in_charge, is_assignment
from processing.summary.agreed import Force, taken_by
from processing.summary.concluded import Concluded, concluded
from processing.summary.dates import dues
from processing.summary.decision_style import deed, main_clause, up_to, written_with
from processing.summary.eojeol import is_word
from processing.summary.matters import STANDS, VALUED, Settled, placed, with_topic_back
from processing.summary.postponed import is_put_off
from processing.summary.to_machine import is_told_to_machine, told_to_machine
from processing.summary.trimming import starts_vaguely
from processing.summary.utterance import Utterance, once
from processing.summary.word_lists import word_list
from processing.summary.written_style import MAX_LENGTH, Written, draft_of

_END = r" (?:요/JX )?$"
_WILL = (
    r"(?:(?:시/EP )?(?:겠/EP )?(?:습니다|ᆸ니다|어요?|ᆫ다|는다|다)|ᆯ게요?|을게요?|ᆸ시다|읍시다|죠|지|시죠|자|자고|세요|고)"
)
_SETTLE = r"(?:확정|결정|의결|승인|합의|통일|채택)/NNG (?:을/JKO )?(?:하/\S+|되/\S+)"
_SETTLED = tuple(  # each with -로, for which `_settling_words` looks first
    re.compile(pattern)
    for pattern in (
        rf" 기/ETN 로/JKB (?:하|정하|가)/VV (?:시/EP )?(?:었/EP )?(?:겠/EP )?{_WILL}/E[FC]" + _END,
        rf" 기/ETN 로/JKB {_SETTLE} (?:시/EP )?(?:었/EP )?(?:겠/EP )?{_WILL}/E[FC]" + _END,
        # 정수기는 빼는 걸로 그렇게 할게요, 9월은 안 하는 걸로 정리할게요
        r" 는/ETM (?:[거것]/NNB (?:ᆯ로|으로|로)|걸/NNG 로)/JKB (?:(?:그렇|이렇)/VA 게/EC )?"
        rf"(?:(?:하|정하|가)/VV|(?:정리|마무리|처리|진행)/NNG 하/XSV|{_SETTLE}) (?:시/EP )?(?:겠/EP )?{_WILL}/E[FC]"
        + _END,
        r" 는/ETM (?:[거것]/NNB (?:ᆯ로|으로|로)|걸/NNG 로)/JKB" + _END,
        rf" (?:으로|로)/JKB (?:정하/VV|{_SETTLE}) (?:시/EP )?(?:었/EP )?(?:고/EC 진행/NNG 하/XSV )?(?:겠/EP )?{_WILL}/E[FC]"
        + _END,
        r" (?:으로|로)/JKB (?:확정|결정|의결|통일)/NNG" + _END,
        # 화요일로 옮길게요, 21일로 미루겠습니다: a day that is moved
        r" (?:[월화수목금토일]요일|일/NNB|주|달|월|시/NNB|오전|오후|날)\S* (?:\S+/NN\S )*(?:으로|로)/JKB "
        r"(?:옮기|미루|늦추|앞당기|당기|바꾸|(?:변경|연기|조정)/NNG 하)/\S+ (?:시/EP )?(?:겠/EP 습니다|ᆯ게요?|을게요?|ᆸ시다|자|죠|ᆫ다)/EF"
        + _END,
        # 올해는 안 하는 걸로 위에서 정리됐습니다
        r" (?:는/ETM (?:[거것]/NNB (?:ᆯ로|으로|로)|걸/NNG 로)|기/ETN 로)/JKB (?:\S+/\S+ ){0,4}(?:정리|결정|확정|결론)/NNG (?:이/JKS )?(?:되|나)/\S+ 었/EP "
        r"(?:습니다|어요|고|거든요)/E[FC]" + _END,
        # 지난번 거는 없던 일로 합시다: an earlier decision is taken back
        rf" 없/VA 던/ETM (?:일/NNG|[거것]/NNB|걸/NNG) (?:ᆯ로|으로|로)/JKB 하/VV (?:시/EP )?(?:겠/EP )?{_WILL}/E[FC]"
        + _END,
        rf" (?:은|는)/JX (?:\S+ )*?\S+/(?:NN.|NR|SN|SL|XSN) (?:으로|로)/JKB 하/VV (?:시/EP )?(?:겠/EP )?{_WILL}/E[FC]"
        + _END,
        # 유튜브 3천 인스타 2천으로 하죠, 도자기 마을로 합시다: a choice, but not a way (전화로 하죠)
        r" \S+/(?:NN.|NR|SN|SL|XSN) (?<!전화/NNG )(?<!메일/NNG )(?<!문자/NNG )(?<!말/NNG )(?<!손/NNG )(?<!식/NNB )(?:으로|로)/JKB 하/VV "
        r"(?:시/EP )?(?:ᆸ시다|죠|자|ᆫ다)/EF" + _END,
        r" (?:은|는)/JX (?:\S+ )*?\S+/(?:NN.|NR|SN|SL|XSN) (?:으로|로)/JKB 가/VV (?:시/EP )?(?:ᆸ시다|죠|자)/EF" + _END,
    )
)
# 이번에는 열한 시까지만 여는 걸로 하고 내년에 다시 보죠: settled, whatever becomes of the rest
_SETTLED_FIRST = re.compile(
    r" (?:는/ETM [거것]/NNB (?:ᆯ로|으로|로)/JKB|는/(?:ETM|JX) 걸/NNG 로/JKB|기/ETN 로/JKB|없/VA 던/ETM (?:일/NNG|[거것]/NNB|걸/NNG) (?:ᆯ로|으로|로)/JKB)"
    r" 하/VV (?:시/EP )?고/EC (?!있/|싶/|나/)(?=\S+/\S+ \S)"
)
# 평일 열다섯 주말 열여덟 그렇게 합시다: what was just named, as it was named
_AS_NAMED = re.compile(
    r"/(?P<tag>NN[GPB]|SL|SN|NR|XSN) (?:그렇|이렇)/VA 게/EC (?:하/VV|가/VV|진행/NNG 하/XSV) (?:시/EP )?(?:ᆸ시다|죠|자|ᆯ게요?|겠/EP 습니다)/EF"
    + _END
)
_PROPOSED = re.compile(
    r" (?:기/ETN 로/JKB|는/ETM (?:[거것]/NNB (?:ᆯ로|으로|로)|걸/NNG 로)/JKB) (?:하|가)/VV (?:시/EP )?(?:ᆯ까요?|시죠|ᆯ까)/EF \?/SF $"
    # 4월부터는 화요일 두 시로 할까요?
    r"| (?:은|는)/JX (?:\S+ )*?(?!걸/)\S+/(?:NN.|NR|SN|SL|XSN) (?:으로|로)/JKB 하/VV (?:시/EP )?(?:ᆯ까요?|을까요?)/EF \?/SF $"
)
_AGREES = re.compile(
    r"^(?:아 )?(?:네|예|응|그래)[ ,.]*(?:\S+ )?(?:좋|그렇게|그러|동의|찬성)|^(?:좋아|좋습|동의|찬성|그렇게 하|그럽시다|그러시죠)"
)
_EARLIER_DAY = re.compile(r"지난번|저번|지난주|지난달|작년|예전|원래|아까|전에 (?:정|말)")
_RECALLS = re.compile(r"잖아|었었|했었|던데|다고 (?:했|하|합)|다면서|라면서")
# 작년보다 줄이기로, 원래대로 하기로, 아까 말씀드린 대로: what is settled now is measured by what was
_AS_EARLIER = re.compile(
    r"(?:지난번|저번|지난주|지난달|작년|예전|원래|아까|전)(?:에)?(?: (?:말|정|얘기|이야기|합의|논의|결정|계획)[가-힣]*| [가-힣]+[던한]){0,2}"
    r" ?(?:것)?(?:처럼|같이|대로|보다|만큼|(?:과|와|하고|이?랑) (?:같|똑같|동일)[가-힣]*)(?![가-힣]{2})"
)
_FROM_NOW = re.compile(r" (?:겠/EP 습니다|ᆯ게요?|을게요?|ᆸ시다|읍시다)/EF" + _END)
# 오늘은 결정 안 하는 걸로: that nothing is decided is open, no decision
DECIDES_NOT = re.compile(
    r" (?:결정|확정)/NNG (?:(?:은|는|을|를)/J\S+ )?안/MAG 하/| (?:결정|확정)/NNG 하/XSV 지/EC (?:(?:는|를)/JX )?(?:않|말)/VX"
    r"| (?:안/MAG 정하/VV|정하/VV 지/EC (?:(?:는|를)/JX )?(?:않|말)/VX) "
)
# 연수 합계법은 내용 연수의 합을 분모로 합니다: what a thing is, told in the plain present
_DEFINES = re.compile(
    r" (?:을|를)/JKO (?:\S+/(?:MAG|MM) )?\S+/(?:NNG|NNP|XSN) (?:으로|로)/JKB 하/VV (?:ᆸ니다|어요|ᆫ다)/EF $"
)
_BEFORE_CONTRAST = re.compile(
    r"^.*[가-힣](?:는데|은데|인데|지만|는데요|었다가) "
)  # 원래 16일이었는데 21일로 미루겠습니다
_I_DO = re.compile(r" (?:저|나|제|내)/NP (?:가|이)/JKS ")
_MADE_BY_ME = re.compile(r" (?:저|나|누구|제|내)/NP (?:가|이)/JKS .*?기/ETN 로/JKB 하/VV 었/EP")


@once
def decided(utterance: Utterance) -> re.Match[str] | None:
    """Where the words of settling stand in `tagged`; None if nothing is settled."""
    match = _settling_words(utterance.tagged)
    if match is None or intents.is_question(utterance) or utterance.has(_MADE_BY_ME) or utterance.has(_DEFINES):
        return None
    if _is_earlier(utterance) or is_told_to_machine(utterance):
        return None
    if utterance.has(intents.SETTLED_LOW) and any(d.is_limit for d in dues(utterance.text, None)):
        return None  # 2월 말까지 정비하는 거로 해: an order to one, not a decision of all
    if is_assignment(utterance) or in_charge(utterance) is not None:
        return None
    is_way = match.group().startswith((" 은/JX", " 는/JX"))  # 예약은 제가 전화로 할게요: how I do it
    if is_way and utterance.has(_I_DO) and utterance.has(intents.COMMITMENT):
        return None
    is_rule = match.group().startswith(
        (" 기/ETN", " 는/ETM")
    )  # "장애가 나면 … 올리기로 하죠" is a rule that was settled
    supposed = intents.is_hypothetical_request(utterance) if is_rule else intents.is_supposed(utterance)
    return None if supposed else match


def _settling_words(said: str) -> re.Match[str] | None:
    """The words of the first rule that holds. Each of them has -로, by which most sentences are spared all ten."""
    return next((match for rule in _SETTLED if (match := rule.search(said))), None) if "로/JKB " in said else None


def _is_earlier(utterance: Utterance) -> bool:
    """Whether it tells what was settled before; 버스는 지난번 회사로 하겠습니다 settles it now."""
    said = _of_now(utterance.text)
    if _RECALLS.search(said):
        return True
    return _EARLIER_DAY.search(said) is not None and not utterance.ends_in(_FROM_NOW)


def _of_now(text: str) -> str:
    """The text without what it only contrasts or compares with: 원래 16일이었는데 21일로, 작년보다 줄이기로."""
    return _AS_EARLIER.sub("", _BEFORE_CONTRAST.sub("", text))


def decisions(utterances: Sequence[Utterance]) -> list[Settled]:
    """The decisions of a note in order."""
    told = told_to_machine(utterances)
    found = []
    for at, utterance in enumerate(utterances):
        if at in told or utterance.has(DECIDES_NOT) or intents.is_laughed_at(utterances, at):
            continue
        if is_put_off(utterance):
            settled = _first_half(utterances, at)
        else:
            settled = (
                _in_so_many_words(utterances, at)
                or _without_words(utterances, at)
                or _first_half(utterances, at)
                or _as_named(utterances, at)
            )
        if settled is None or not _names_something(settled.written):
            continue
        if len(settled.written.words) > 1 or utterance.has(VALUED):
            found.append(settled)
    return found


def _names_something(written: Written) -> bool:
    return bool(written.words - word_list("general_nouns"))


def _in_so_many_words(utterances: Sequence[Utterance], at: int) -> Settled | None:
    utterance = utterances[at]
    match = decided(utterance) or _agreed(utterances, at)
    if match is None:
        return None
    said: tuple[Utterance, ...] = (utterance,) if decided(utterance) else (utterance, utterances[at + 1])
    return placed(utterances, at, written_with(utterance, match), said)


def _first_half(utterances: Sequence[Utterance], at: int) -> Settled | None:
    """명찰은 빼는 걸로 하고 내년에 다시 보죠 → 명찰은 빼기로 함."""
    utterance = utterances[at]
    match = _SETTLED_FIRST.search(utterance.tagged)
    if match is None or utterance.is_asked or intents.is_supposed(utterance):
        return None
    end = utterance.marks[utterance.marks_before(match.end() - 1) - 1].end
    # by its own words; how the sentence ends (올해는 다시 정합시다) says nothing of when the first half was settled
    if _RECALLS.search(utterance.text) or _EARLIER_DAY.search(_of_now(utterance.text[:end])):
        return None
    if called_in(utterance, 0, utterance.marks_before(match.start() + 1)) is not None or utterance.has(_I_DO):
        return None
    return placed(utterances, at, written_with(utterance, match, end), (utterance,))


def _as_named(utterances: Sequence[Utterance], at: int) -> Settled | None:
    """우유 평일 열다섯 주말 열여덟 그렇게 합시다 → 우유 평일 열다섯 주말 열여덟로 함."""
    utterance = utterances[at]
    match = _AS_NAMED.search(utterance.tagged)
    if match is None or intents.is_supposed(utterance):
        return None
    draft, last = draft_of(utterance), utterance.marks[utterance.marks_before(match.start())]
    draft = replace(draft, kept=tuple(i for i in draft.kept if draft.eojeols[i].start < last.end))
    named = " ".join(draft.eojeols[i].bare for i in draft.kept)
    if len(draft.words) < STANDS or any("EC" in draft.eojeols[i].tags for i in draft.kept):
        return None
    text = f"{named}{agreeing('으로', spoken(named))} 함"
    return Settled(Written(text, False, draft.words), (utterance,)) if len(text) <= MAX_LENGTH else None


def _without_words(utterances: Sequence[Utterance], at: int) -> Settled | None:
    """그럼 단기를 한 명 쓰자 → 단기를 한 명 쓰기로 함, 매병으로 갑시다 → 매병으로 함."""
    found = concluded(utterances, at)
    if found is None or not utterances[at].kept:
        return None
    utterance, written = utterances[at], _concluded_text(utterances[at], found)
    if written is None:
        return None
    if found.by is not None:
        return placed(utterances, at, written, (utterance, found.by))
    if starts_vaguely(utterance.eojeols[utterance.kept[0]]):
        return None
    if len(written.words) < 2:
        return with_topic_back(utterances, at, written)
    return Settled(written, (utterance,))


def _concluded_text(utterance: Utterance, found: Concluded) -> Written | None:
    start, meant = utterance.marks[found.begin].start, utterance.marks[: found.end]
    draft = draft_of(utterance)
    draft = main_clause(replace(draft, kept=tuple(i for i in draft.kept if draft.eojeols[i].end > start)))
    tokens = [(i, m) for i, m in draft.tokens if any(m is mark for mark in meant)]
    if found.is_choice:
        text = up_to(draft, utterance.marks[found.end])
        return Written(f"{text} 함", False, frozenset(m.form for _, m in tokens if is_word(m))) if text else None
    draft = replace(draft, kept=tuple(i for i in draft.kept if tokens and i <= tokens[-1][0]))
    text = deed(draft, tokens)
    return Written(f"{text}로 함", False, draft.words) if text and len(text) < MAX_LENGTH - 4 else None


def _agreed(utterances: Sequence[Utterance], at: int) -> re.Match[str] | None:
    """A proposal put as a question ("수요일에 하는 걸로 할까요?") to which the next speaker says yes at once."""
    match = _PROPOSED.search(utterances[at].tagged)
    answer = intents.next_turn(utterances, at)
    if match is None or answer is None or answer.index - at > 1:
        return None
    if not _AGREES.match(answer.text) and taken_by(utterances, at, Force.PROPOSAL) is None:
        return None
    return None if intents.is_hypothetical_request(utterances[at]) else match
