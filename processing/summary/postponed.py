"""What is left open or put off, by the forms in which Korean says so; by that no task and no decision.

나중에 정하죠, 다음 회의에서 다시 논의하는 걸로, 총무님 오시면 정하죠, 아직 못 정했어요, 답이 없습니다, 좀 더 봐야 돼요, 보류.
Source of the forms: 표준국어대사전 (-기로 하다, -는 걸로, -려고), 국립국어원 『외국인을 위한 한국어 문법 2』.
"""

from __future__ import annotations

import re

from processing.summary.utterance import Utterance, once

_WEIGH = r"(?:정하|논의|결정|검토|의논|협의|상의|확정|얘기|이야기|판단|고민|조율|합의)/\S+ (?:하/\S+ )?(?:(?:어|아)/EC 보/VX )?"
_DECIDE = r"(?:정하|논의|결정|판단|의논|협의|상의|확정)/\S+ (?:하/\S+ )?(?:(?:어|아)/EC 보/VX )?"
# what is to come: a will, a proposal, a plan; also in the frame of a decision (-기로 하다)
_TO_COME = (
    r"(?:(?:시/EP )?(?:겠/EP )?(?:습니다|어요|죠|지|ᆸ시다|읍시다|자|ᆯ게요?|을게요?|세요|고|ᆸ니다|자고)/E[FC]"
    r"|는/ETM (?:[거것]/NNB \S+|걸/NNG 로)/JKB|기/ETN 로/JKB|으?려고/E[CF]|ᆯ/ETM (?:예정|계획)/NNG|어야/EC (?:되|하)/V)"
)
_POSTPONED = re.compile(
    rf" (?:나중|추후|차후)/NNG (?:에/JKB )?(?:\S+/MAG )*(?:{_WEIGH}|하/VV ){_TO_COME}"
    rf"| 다음/NNG 에/JKB (?:\S+/MAG )*{_WEIGH}{_TO_COME}"
    rf"| 다음/NNG (?:\S+ )+?(?:에|에서|때)/\S+ (?:다시/MAG |더/MAG )?{_WEIGH}{_TO_COME}"
    rf"| 다시/MAG (?:한번/MAG |좀/MAG )?{_WEIGH}{_TO_COME}"
    # 총무님 오시면 정하죠, 견적 나온 다음에 정하죠, 내일 봐서 정하자
    rf"| (?:(?:으?면/EC|어서/EC|[ᆫ은]/ETM (?:다음|뒤|후)/NNG 에/JKB|고/EC (?:나/VX \S+ )?)) (?:그때/\S+ )?(?:가/VV (?:어서|고)/EC )?{_DECIDE}{_TO_COME}"
    r"| 그때/NNG 가/VV (?:어서|고)/EC (?:\S+ )*?(?:보|정하|결정|생각|얘기|이야기|판단)/"
    # 다음 회의로 넘기겠습니다, 추후로 미루죠; but 다음 주로 옮길게요 moves a day
    rf"| (?:다음/NNG (?:회의|미팅|모임|번|기회|안건)/NN\S|(?:나중|추후|차후)/NNG|뒤/NNG) (?:으로|로)/JKB (?:좀/MAG |다/MAG )?"
    rf"(?:넘기|미루|돌리|옮기|이월/NNG 하)/\S+ (?:(?:어|아)/EC 두/VX )?{_TO_COME}"
    # 보류하겠습니다, 보류 상태; 보류 before any other noun is a name, or misheard
    r"| 보류/NNG (?!(?!상태|처리|결정|사항|건|중)\S+/(?:NNG|NNP|MM|SL) )(?!\S+ (?:되/\S+ )?(?:었었/EP|었/EP 었/EP))"
)
_UNDECIDED = re.compile(
    r" 아직/MAG (?:\S+ )*?(?:(?:안|못)/MAG (?:정하|정해지|결정|확정|나오)/|미정/|(?:정하|정해지|결정|확정)/\S+ (?:\S+ )*?않/VX)"
    r"| (?:결정|확정|정리|합의|결론)/NNG (?:(?:이|가|은|는|을|를)/J\S+ )?(?:아직/MAG )?(?:안|못)/MAG (?:나|되|내)/V"
    r"| (?:안|못)/MAG (?:정하|결정|확정)/V\S (?:었/EP |고/EC )(?!나)| (?:결정|확정)/NNG (?:을/JKO )?못/MAG 하/"
    r"| 아직/MAG (?:\S+ )*?(?:확정|결정|합의|결론)/NNG (?:\S+/J\S+ )?아니/VCN"
    r"| 미정/NNG "
    # 날짜를 아직 못 들었어요
    r"| (?:날짜|일정|일자|시간|결과|금액|비용|가격|공지)/NNG (?:\S+/J\S+ )?아직/MAG (?:안|못)/MAG (?:듣|받|알|나오|오|내려오)/"
)
_WAITING = re.compile(
    r" (?:답|답변|답장|회신|연락|확답|승인|결재|소식|피드백|통보)/NNG (?:(?:은|는|이|가|을|를|도)/J\S+ )?(?:아직/MAG )?"
    r"(?:(?:안|못)/MAG (?:오|받|나오|주|듣|나)/V|없/VA )"
)
_TOLD_OF = re.compile(r" 었/EP 잖아요?/E[FC] | 저번/NNG | 지난번/NNG ")  # 저번에도 답이 없으셨잖아요
_MORE = re.compile(
    r" (?:더|조금|좀)/MAG (?:더/MAG )?(?:보|지켜보|알아보|따지|살펴보|(?:논의|검토|고민|협의|확인|조사)/NNG 하)/\S+ (?:어/EC 보/VX )?어야/EC (?:되|하|알)/"
    r"| (?:더/MAG |조금/MAG |좀/MAG ){1,2}(?:고민|생각|검토|논의)/NNG (?:을/JKO )?(?:하/\S+ )?(?:어/EC 보/VX )?(?:겠/EP |ᆯ게|을게)"
)


@once
def is_put_off(utterance: Utterance) -> bool:
    """Whether it leaves something open or for another day; by that no task, no decision."""
    return (is_postponed(utterance) or utterance.has(_UNDECIDED)) and not utterance.is_asked


@once
def is_postponed(utterance: Utterance) -> bool:
    """Whether it puts something off to another day ("나중에 정하죠", "다음 회의에서 다시 논의하겠습니다")."""
    return utterance.has(_POSTPONED)


def is_open(utterance: Utterance) -> bool:
    """Whether something is open by it: put off, undecided, without an answer from elsewhere, or to be watched."""
    if utterance.is_asked:
        return False
    return is_put_off(utterance) or (utterance.has(_WAITING) and not utterance.has(_TOLD_OF)) or utterance.has(_MORE)


def says_nothing_is_known(utterance: Utterance) -> bool:
    """아직 모르겠는데요, 글쎄 나도 모르겠어: an answer that leaves the question open."""
    return utterance.has(_UNKNOWN)


_UNKNOWN = re.compile(
    r" (?:아직/MAG|글쎄/IC|잘/MAG|(?:저|나)/NP (?:도|는)/JX) (?:\S+/(?:MAG|IC|JX|NP) )*모르/VV |^ (?:\S+/IC )*모르/VV "
)
