"""Which sentences of a turn ask something of others; what only has the form of a question asks nothing.

Left out: rhetorical ones, courtesy and assent ("괜찮으시죠?"), echoes ("세 편이요?"), requests and offers in question form.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from processing.summary import intents
from processing.summary.about_the_meeting import is_about_the_meeting
from processing.summary.echoes import asks_a_figure_back, goes_on_quoting
from processing.summary.things import thing, thing_before
from processing.summary.to_machine import is_told_to_machine
from processing.summary.trimming import starts_vaguely
from processing.summary.utterance import Utterance
from processing.summary.word_lists import word_list

_RHETORICAL = re.compile(
    r"(?<!시/EP) 겠/EP (?:어요?|습니까|냐|니|나요?)/EF (?:\?/SF )?$"  # 그게 되겠어요? 누가 먹겠어요?
    r"| 어디/NP (?:에/JKB )?있/\S+ (?:어요?|습니까|냐)/EF"  # 그런 팀이 어디 있어요?
    r"| 말/NNG 이/JKS 되/VV | 무슨/MM (?:소용|상관|의미)/NNG | 소용/NNG "
    r"| 얼마나/MAG (?:많이|잘|좋|크|힘들)| 어떡하/VV | 어쩌/VV | 잖아요?/EF "
    r"| (?:거|것)/NNB (?:이/JKS )?아니/VCN | 아니/VCN (?:시/EP )?(?:었/EP )?(?:어요|에요|ᆫ가요?|ᆸ니까|나요|냐|야)/EF \?/SF $"  # 맞는 거 아니에요?
    r"|다고/EC (?:말씀/NNG )?하/\S+ (?:시/EP )?(?:었/EP )?(?:죠|지|지/EC 않/VX \S+ \S+)/EF \?/SF "  # 겹친다고 하셨죠?
    r"| [거것]/NNB (?:이/JKS )?어떻/VA (?:\S+/EP )?\S+/EF \?/SF $"  # 피하는 게 어때요?
    r"| (?:말씀|질문|얘기|이야기)/NNG (?:\S+/(?:JKO|XSV|VV) )+어도/EC 되/VV | 여쭤보/VV 어도/EC 되/VV "
    r"| ᆫ?다고/EC (?:\S+ )*?(?:나오|되|생기)/VV (?:나요|ᆸ니까|냐|니)/EF"  # 걱정한다고 돈이 나오나요?
)
_ASSENT = re.compile(
    r"(?:괜찮/VA|동의/NNG|찬성/NNG|이의/NNG|알/VV|기억나/VV|들리/VV|보이/VV|맞/V\S|그렇/VA|되/VV 시/EP) \S*(?: ?\S+/EP)* ?\S*"
    r"(?:죠|지|나요|ᆸ니까|습니까|으십니까|어요|세요|으세요|가요|ᆫ가요)/EF \?/SF $"
    r"| (?:의견|질문|안건|분|사람)/N\S+ (?:\S+/J\S+ )?(?:있|없|계시|계)/"
    r"| (?:있|없|계시|계)/V\S (?:(?:으시|시)/EP )?(?:ᆫ|는)/ETM (?:분|사람|거|것)/NNB \?/SF $"  # 이의 있으신 분?
)
_CLARIFIES = re.compile(r"말씀하시|말씀이신|말하는 거|말하시는|라고 하시면|라면 |아니면")
_ECHO = re.compile(
    r"^(?: \S+/(?:NN.|SN|NR|MM|SL|XSN|IC|NNB|JX|VCP|ETM|XSV|JKO|JKB))+ (?:이/VCP )?(?:요|이요)/(?:JX|EF) (?:\?/SF )?$"
)
NAMES_TOPIC = re.compile(
    r"^(?: \S+/(?:IC|MAJ|MAG|MM|NN.|SL|XSN|XPN))+ "
    r"(?:이/VCP (?:요|에요)/EF|이요/EF|(?:[은는]/JX |이/JKS )?요/JX|말/NNG 이/VCP (?:\S+ )?\S+/EF) $"
)
_PROPOSES = re.compile(r" (?:ᆯ까요?|을까요?)/EF ")
ASKS_WHAT = re.compile(r" (?:어떻|언제|누구|뭐|무엇|왜|얼마|얼마나|어디|몇|어떤|어느|어떻게)/")
_WHO_DOES_IT = re.compile(r" 누구/NP 가/JKS (?:\S+ )*?(?:하|맡|챙기|담당/NNG 하)/")
_POINTS = re.compile(r"^(?:(?:아|네|예|어|음|근데|그럼|그러면)[,.]? )*(?:그거|그게|그건|이거|이게|이건) ")
# 호박은 제가 사 올까요?: an offer, whatever becomes of it
_OFFERS = re.compile(
    r" (?:저|나|제|내|저희)/NP (?:가|이)/JKS (?:\S+ )*?\S+/(?:VV|VX|XSV) (?:ᆯ까요?|을까요?)/EF (?:\?/SF )?$"
)
_GUESSES = re.compile(r" (?:그렇|이렇)/VA ᆫ지/E[CF] $")  # 박스가 눅눅해져요. 장마 때문에 그런지
_MOST_AFTER = 2  # sentences that the asker may still add


def pointing_in(
    utterances: Sequence[Utterance],
    turn: Sequence[Utterance],
    is_taken: frozenset[int],
    named: Sequence[tuple[Utterance, ...]],
) -> list[tuple[tuple[Utterance, ...], Utterance]]:
    """그거 갚았나요? — the questions at the end of a turn that only point, each with the sentence before that names the thing."""
    known = {u.index for asked in named for u in asked}
    found: list[tuple[tuple[Utterance, ...], Utterance]] = []
    for u in turn[-1 - _MOST_AFTER :]:
        if u.index in known or u.index in is_taken or not u.is_asked or not _POINTS.match(u.text) or _is_none(u):
            continue
        if u.has(_WHO_DOES_IT) or "말이 " in u.text:  # the task tells who; 이게 말이 됩니까?
            continue
        before = thing_before(utterances, u.index)
        if before is not None and thing(before):
            found.append(((u,), before))
    return found


def asked_in(turn: Sequence[Utterance], is_taken: frozenset[int]) -> list[tuple[Utterance, ...]]:
    """The real questions among the last sentences of a turn, each with what belongs to it before."""
    found: list[tuple[Utterance, ...]] = []
    for i, utterance in enumerate(turn):
        is_far = len(turn) - 1 - i > _MOST_AFTER
        if is_far or utterance.index in is_taken or not intents.is_question(utterance) or _is_none(utterance):
            continue
        if i + 1 < len(turn) and _is_half(utterance, turn[i + 1]):
            continue
        parts = _with_first_half(turn, i)
        if _asks_something(parts) and not _is_echo(utterance) and not _only_adds(turn, i):
            found.append(parts)
    return found


def _asks_something(parts: Sequence[Utterance]) -> bool:
    """Whether it names a thing, or asks why, how many, when; "그거 돼요?" alone says nothing to those who were not there."""
    if any(part.nouns - word_list("general_nouns") for part in parts) and not _is_pointing(parts):
        return True
    has_figure = any(m.tag in ("NR", "SN") for part in parts for m in part.marks)
    words = frozenset().union(*(part.words for part in parts))
    return len(words) > (0 if has_figure or parts[-1].has(ASKS_WHAT) else 1)


def _is_pointing(parts: Sequence[Utterance]) -> bool:
    """그거 재현돼요?: a pronoun, and nothing else but what is done."""
    points = all(points_first(part) for part in parts)
    return points and len(frozenset().union(*(part.nouns for part in parts))) < 2


def _only_adds(turn: Sequence[Utterance], i: int) -> bool:
    """컨플루언스요? — a guess at the answer, right after the question."""
    names_only = not any(m.tag.startswith("V") for m in turn[i].marks)
    return i > 0 and names_only and intents.is_question(turn[i - 1]) and len(turn[i].eojeols) <= 3


def _is_none(utterance: Utterance) -> bool:
    """Whether it has the form of a question and asks nothing."""
    if is_told_to_machine(utterance) or utterance.has(intents.REQUEST) or utterance.has(intents.FAVOUR):
        return True
    if utterance.has(_GUESSES) and not utterance.is_asked:
        return True
    if utterance.has(_OFFERS) and not utterance.has(ASKS_WHAT):
        return True
    if utterance.has(_RHETORICAL) or utterance.has(_ASSENT) or utterance.has(intents.POSSIBLE):
        return True
    if asks_a_figure_back(utterance) or goes_on_quoting(utterance):
        return True
    proposes = utterance.has(_PROPOSES) and bool(utterance.nouns) and not utterance.has(ASKS_WHAT)
    return proposes and is_about_the_meeting(utterance, len(utterance.marks))


def _is_echo(utterance: Utterance) -> bool:
    """세 편이요? 모레까지요? But 온라인 홍보는요? asks."""
    return utterance.has(_ECHO) and re.search(r"/JX 요/(?:JX|EF)", utterance.tagged) is None


def _is_half(utterance: Utterance, following: Utterance) -> bool:
    """Whether the two are one question without a mark between ("… 거예요 / 아니면 …", "… 거예요 / … 거예요?")."""
    is_other_half = following.text.startswith(("아니면 ", "혹은 ")) and intents.is_question(utterance)
    return intents.is_question(following) and (utterance.text[-1:] not in ".?!…" or is_other_half)


def _with_first_half(turn: Sequence[Utterance], i: int) -> tuple[Utterance, ...]:
    """The question with its first half, or with the topic named just before ("그 서버 비용이요.")."""
    if not i:
        return (turn[i],)
    before = turn[i - 1]
    if _is_half(before, turn[i]) or before.has(NAMES_TOPIC):
        return (before, turn[i])
    if not intents.is_question(before) and _leans(turn[i]) and thing(before):
        return (before, turn[i])
    return (turn[i],)


def _leans(utterance: Utterance) -> bool:
    """이거 누가 하기로 했죠? 왜 오래 걸린 거죠?: it asks about what was named just before."""
    points = (
        bool(utterance.kept) and utterance.eojeols[utterance.kept[0]].tags[:1] == ("NP",) and points_first(utterance)
    )
    asks_what = utterance.has(ASKS_WHAT)
    return (points and (asks_what or bool(utterance.nouns))) or (asks_what and not utterance.nouns)


def points_first(utterance: Utterance) -> bool:
    """Whether its first word only points (그거, 이게)."""
    return bool(utterance.kept) and starts_vaguely(utterance.eojeols[utterance.kept[0]])


def clarifies_in(turns: Sequence[Sequence[Utterance]], t: int, asked: Sequence[Utterance]) -> bool:
    """Whether the question only asks back what the question of the turn before meant."""
    if not t or not asked_in(turns[t - 1], frozenset()):
        return False
    is_first = asked[0].index - turns[t][0].index <= 1
    if not is_first or asked[-1].index != turns[t][-1].index:
        return False
    return any(_CLARIFIES.search(u.text) or _is_echo(u) for u in asked)
