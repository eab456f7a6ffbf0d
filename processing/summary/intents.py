"""What a sentence does: commits, asks for something, settles, advises, puts off; by its ending over morphemes.

Each rule is a pattern over `Utterance.tagged` with the Korean it stands for. Precision first: what is past, supposed,
quoted, laughed at, told to a machine (`to_machine.py`), or about the meeting itself (`about_the_meeting.py`) is none of
these. Sources of the endings: 표준국어대사전 (-겠-, -ㄹ게, -기로 하다, -아/어 주다, -읍시다), 국립국어원 『외국인을 위한 한국어 문법 2』.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from processing.summary.dates import SURE_TO_COME
from processing.summary.utterance import Utterance, once

_END = r" (?:요/JX )?(?:\?/SF )?$"


def _rule(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


# -겠습니다, -ㄹ게요: the speaker's own will when the verb is one of doing
COMMITMENT = _rule(r"/(?:VV|VX|XSV) (?:겠/EP (?:습니다|어요|다|음)|ᆯ게요?|을게요?|ᆯ께요?)/EF" + _END)
# 제가 할 테니까: will as a reason for what follows (-ㄹ 테-: 말하는 이의 의지)
WILL_AS_REASON = _rule(r" (?:저|나|저희|제|내)/NP (?:가|이)/JKS (?:\S+ )*?ᆯ/ETM 터/NNB 이/VCP 니까?/EC ")
# -ㄹ 예정입니다, -려고 합니다, -ㄹ 겁니다: a plan; a task only with its doer and a date
PLAN = _rule(
    r"(?: [ᆯ을]/ETM (?:예정|계획)/NNG 이/VCP \S+/EF| ᆯ?으?려고/EC 하/\S+ \S+/EF| [ᆯ을]/ETM 거/NNB 이/VCP \S+/EF)" + _END
)
# -아/어 주세요, 주시겠어요, 주실 수 있을까요, 주시기 바랍니다, 주시면 좋겠습니다, 줘요; a clause left open with -고(요)
_GIVE = r" 주/(?:VX|VV) "
REQUEST = _rule(
    _GIVE
    + r"(?:(?:시/EP )?(?:(?:세요|시어요|십시오|ᆸ시오|어요|어|라|죠|지|시죠|ᆯ래요?)/EF|고/E[CF]"
    + r"|겠/EP (?:어요|습니까|니|나요|죠)/EF|ᆯ/ETM 수/NNB (?:가/JKS )?있/\S+ (?:\S+/EP )?\S+/EF"
    + r"|기/ETN (?:를/JKO )?바라/VV (?:ᆸ니다|어요)/EF|길/\S+ 바라/VV \S+/EF"
    + r"|(?:었/EP )?(?:으?면)/EC (?:좋|감사|고맙|하)\S* (?:\S+ )*?\S+/E[FC])"
    + r"|시/EP (?:었/EP )?ᆯ까요?/EF)"
    + _END
)
# 보내 주시면 됩니다, 주셔야 합니다: a request if it has a limit or somebody is named; else a rule or a piece of advice
DUTY = _rule(_GIVE + r"(?:시/EP )?(?:으?면/EC 되|어야/EC (?:되|하))/V\S (?:\S+ )*?(?:ᆸ니다|어요|죠|고)/E[FC]" + _END)
# 부탁드립니다, 부탁해요
FAVOUR = _rule(r" 부탁/NNG (?:을/JKO |좀/MAG )?(?:드리|하)/\S+ (?:겠/EP |어도/EC 되/VV |고/EC 싶/VX )?\S+/E[FC]" + _END)
# 제가 박 과장님한테 부탁드릴게요: to ask a third person is the speaker's own task
OWN_FAVOUR = _rule(
    r" (?:저|나|제|내|저희)/NP (?:가|이)/JKS (?:\S+ )*?(?:한테|에게|께|에)/JKB (?:\S+ )*?부탁/NNG (?:을/JKO |좀/MAG )?(?:드리|하)/\S+ "
    r"(?:어/EC (?:보|놓|두)/VX )?(?:겠/EP (?:습니다|어요)|ᆯ게요?|을게요?)/EF" + _END
)
# 저희 팀이 준비하고요, 제가 알아보죠, 저희가 만들 거예요: a task by the verb (assets/summary/deliverables.txt) and its doer alone
OWN_PLAN = _rule(
    r" (?:저|나|제|내|저희|우리)/NP (?:(?:팀|쪽|측|부서|반|조|과|회사|파트)/N\S+ )?(?:가|이|에서)/J\S+ (?:\S+ )*?(?P<verb>\S+)/(?:VV|XSV)"
    r"(?P<ending> (?:어/EC (?:놓|두|보|드리)/VX )?(?:고/E[CF] 요/JX|죠/EF|지/EF 요/JX|ᆯ/ETM 거/NNB 이/VCP \S+/EF|려고/E[CF] 요/JX) )$"
)
# 유진 님이 정리하시고: the same for somebody named, with honour
THEIR_PLAN = _rule(r" (?P<verb>\S+)/(?:VV|XSV)(?P<ending> (?:으시|시)/EP 고/E[CF] (?:요/JX )?)$")
# 제가 정리할까요? — 네: an offer that is taken
OFFER = _rule(
    r" (?:저|제|나|내|저희)/NP (?:가|이|에서)/JK\S (?:\S+ )*?\S+/(?:VV|VX|XSV)(?P<ending> (?:ᆯ까요?|을까요?)/EF \?/SF )$"
)
# 김 대리 담당으로 하고, 지훈 님이 맡는 걸로: an assignment of what is named before
IN_CHARGE = _rule(
    r" (?:담당|책임|몫)/NNG (?:으로|로)/JKB (?:(?:하|가|두)/VV |해/)|(?P<settled> (?:는/ETM (?:[거것]/NNB (?:ᆯ로|으로|로)|걸/NNG 로)/JKB|기/ETN 로/JKB) )"
)
_REFUSED = _rule(r" (?:안|못)/MAG (?:\S+/(?:NNG|XR|MAG) )?\S+/(?:VV|VX|XSV) (?:\S+/(?:EC|VX) )*(?:겠/EP|ᆯ게|을게|ᆯ께)")
# …하는 거 (모레까지) 가능하실까요?
POSSIBLE = _rule(
    r"(?: 는/ETM [거것]/NNB| 까지/JX) .*?가능/NNG 하/XSA (?:시/EP )?(?:ᆸ니까|습니까|세요|ᆯ까요?|ᆫ가요?|나요|어요|겠/EP 어요)/EF"
    + _END
)
# -(으)세요, -십시오, -하시면 됩니다: a task only for somebody named and with a limit
ORDER = _rule(
    r"/(?:VV|VX|XSV) (?:(?:(?:으시|시)/EP )?(?:으?면/EC 되|어야/EC (?:되|하))/V\S "
    r"(?:ᆸ니다/EF|어요/EF|죠/EF|겠/EP \S+/EF|ᆯ/ETM [거것]/NNB 같/VA \S+/EF)"
    r"|(?:세요|시어요|으세요|십시오|으십시오|어라|아라|시죠|ᆸ시오)/EF|도록/EC 하/VV 세요/EF)" + _END
)
# …하는 거로 해, …하기로 해: in the low style an order
SETTLED_LOW = re.compile(r" (?:는/ETM (?:[거것]/NNB (?:ᆯ로|으로|로)|걸/NNG 로)|기/ETN 로)/JKB 하/VV 어/EF $")
# 써 주시면 제가 볼게요: a request whose fulfilment is the speaker's condition
GIVEN_THAT = _rule(
    r" 주/V[XV] (?:시/EP )?면/EC (?:(?:\S+ )*?(?:저|나|저희)/NP (?:가|는|도)/J\S+ |(?:\S+ )+?(?:겠/EP 습니다|ᆯ게요?|을게요?)/EF (?:요/JX )?$)"
)
# 정 대리가 직접 확인하고 와요: a plain ending is an order only to somebody named who then promises
TOLD = _rule(r" \S+/(?:VV|VX|XSV) (?:어요?|아요?|어라|아라|라|거라|도록)/E[FC] (?:요/JX )?$")

_CONDITION = _rule(r" (?:ᆫ|는)?(?:으?면|다면|라면|거든|더라도)/EC ")
_SUPPOSED = _rule(r" (?:만약|만일|가령|설령|만약에)/(?:MAG|NNG|MAJ) ")
_IN_THAT_CASE = re.compile(r"^(?:\S+ )?(?:그 ?경우(?=[에은는 ])|그 ?때(?=는|에는|가서|[은 ]?제가))")
# Conditions of courtesy: 괜찮으시면, 가능하면, 필요하시면, 없으면, 되도록이면, 그러면
_COURTESY = _rule(
    r"(?: (?:동의|찬성|이의|이견|의견|반대)/NNG(?: \S+/(?:NNG|J\S+|XSV|VA|EP))*| 없/VA 으시/EP"
    r"| (?:괜찮/VA|(?:가능|필요|편)/NNG 하/XSA|되/VV 시/EP|그러/VV|그렇/VA|급하/VA)(?: (?:으시|시)/EP)?) (?:으?면|라면)/EC "
)
# 결재 나면 바로 발송하겠습니다: when, not whether
_AS_SOON_AS = _rule(r" (?:으?면)/EC (?=(?:바로|곧바로|즉시|곧장)/MAG )")
_PAST = _rule(
    r" 었/EP (?:었/EP )?(?:습니다|어요|죠|지|네|다|거든요?|잖아요?|는데요?|ᆫ데요?|더라고요?|고|으?니까)/E[FC]" + _END
)
_QUOTING = re.compile(
    r"^(?:라?고|이렇게|그렇게|이러|하고|막)\s?(?:\S+\s){0,3}?\S*(?:말|말씀|얘기|이야기|하셨|했|하더|그러|써|적)"
)
_LAUGHTER = re.compile(r"^(?:아 |어 |네 )?(?:하하|허허|호호|히히|ㅋㅋ|ㅎㅎ|푸하|아하하|웃겨|아 웃겨|농담)")
_LAUGHS_LAST = re.compile(r"(?:하하|허허|호호|히히|ㅋㅋ|ㅎㅎ)[하허호히ㅋㅎ]*[.!~]*$")
_ONLY_LAUGHTER = re.compile(r"^(?:아 |어 )?(?:하하|허허|호호|히히|ㅋㅋ|ㅎㅎ)[하허호히ㅋㅎ]*[.!~]*$")
_CALLED = re.compile(r"/NNP (?:씨|님)/|/NNP 아/JKV |/NNP 야/JKV | (?:너|네)/NP 가/JKS ")
_LONGEST_TURN = 40  # sentences behind which nobody answers
# what happens to one or is felt: 알겠습니다, 되겠습니다 take nothing on
_NOT_WILL = frozenset("알 모르 있 없 계시 되 그러 그렇 바라 싶 같 감사 죄송 좋 고맙 않 말".split())


@once
def is_supposed(utterance: Utterance) -> bool:
    """Whether a condition is put before it: "만약 …면", "혹시 …면", "하라고 하면", "그 경우에는"; courtesy does not count."""
    if utterance.has(_SUPPOSED) or _IN_THAT_CASE.match(utterance.text):
        return True
    if not utterance.has(_CONDITION):  # as most have none, nothing need be taken out
        return False
    conditions = _CONDITION.findall(_AS_SOON_AS.sub(" ", _COURTESY.sub("  ", utterance.tagged)))
    return len(conditions) > len(SURE_TO_COME.findall(utterance.text) if conditions else ())


def is_supposed_before(utterance: Utterance, at: int) -> bool:
    """The same of what stands before the position `at` of `tagged`: -(으)시면 됩니다 is itself no condition."""
    return _CONDITION.search(_COURTESY.sub("  ", utterance.tagged[:at])) is not None


def is_hypothetical_request(utterance: Utterance) -> bool:
    """The same of a request, in which 혹시 and 주시면 are courtesy."""
    return utterance.has(_SUPPOSED) or _IN_THAT_CASE.match(utterance.text) is not None


def is_past(utterance: Utterance) -> bool:
    """Whether its final predicate tells what was."""
    return utterance.has(_PAST)


def is_laughed_at(utterances: Sequence[Utterance], at: int) -> bool:
    """Whether it comes with laughter: in its own sentence, or as the first thing the next speaker does."""
    if _laughs(utterances[at]):
        return True
    for following in utterances[at + 1 : at + 3]:
        if following.turn != utterances[at].turn:
            return _laughs(following)
    return False


@once
def _laughs(utterance: Utterance) -> bool:
    return _LAUGHTER.match(utterance.text) is not None


def is_laughed_with(utterances: Sequence[Utterance], at: int) -> bool:
    """Whether its own speaker laughs over it ("직접 하시는 거예요? 하하"): banter, which may still be a promise."""
    if _LAUGHS_LAST.search(utterances[at].text):
        return True
    following = utterances[at + 1 : at + 2]
    return any(u.turn == utterances[at].turn and _ONLY_LAUGHTER.match(u.text) for u in following)


def is_quoted(utterances: Sequence[Utterance], at: int) -> bool:
    """Whether the next sentence says that this one was somebody's words ("… 하겠습니다 / 이렇게 말씀하셨어요")."""
    if at + 1 >= len(utterances) or utterances[at + 1].turn != utterances[at].turn:
        return False
    is_open = utterances[at].text[-1:] not in ".?!…"
    return is_open and _QUOTING.match(utterances[at + 1].text) is not None


@once
def is_own_will(utterance: Utterance) -> bool:
    """Whether it ends in a commitment by a verb of doing, in whatever tense of courtesy."""
    match = COMMITMENT.search(utterance.tagged)
    if match is None:
        return False
    verb = utterance.tagged[: match.start()].rsplit(" ", 1)[-1]
    if verb in _NOT_WILL or utterance.has(_REFUSED):
        return False
    return not (verb in ("하", "드리") and _stem_before(utterance, match.start()) in _NOT_WILL)


def _stem_before(utterance: Utterance, at: int) -> str:
    words = utterance.tagged[:at].split(" ")
    return words[-2].split("/")[0] if len(words) > 1 else ""


def is_called(utterance: Utterance) -> bool:
    """Whether somebody is named or called in it, by the shape of the words alone (유진 씨, 태민아, 네가)."""
    return utterance.has(_CALLED)


def next_turn(utterances: Sequence[Utterance], at: int) -> Utterance | None:
    """The first sentence of the next turn."""
    turn = utterances[at].turn
    for i in range(at + 1, min(at + _LONGEST_TURN, len(utterances))):
        if utterances[i].turn != turn:
            return utterances[i]
    return None


_ASKING = re.compile(
    r" (?:ᆯ까|을까|ᆯ까요|을까요|나요|ᆫ가요|은가요|습니까|ᆸ니까|는지|ᆫ지|은지|ᆯ지|을지|는지요|ᆫ지요)/E[FC] (?:요/JX )?(?:혹시/MAG |좀/MAG )?(?:\?/SF )?$"
    r"|(?:는지|ᆫ지|을지|ᆯ지)/EC (?:[이가를]/J\S+ )?궁금\S+ (?:하/\S+ )?\S+/EF (?:\?/SF )?$"
)


# 어떻게 하기로 했죠, 누가 하죠: -죠 asks where an interrogative belongs to it. 누가 할지는 …, 어떻게든 … ask nothing.
_WHAT = (
    r" (?:어떻/VA 게/EC|어떻게/MAG|누구/NP|어디/NP|무엇/NP|언제/MAG|언제/NP|왜/MAG|얼마/N\S+|얼마나/MAG|뭐/NP(?= (?:로|를|ᆯ|가)/J)|(?:어느|어떤|무슨)/MM) "
    r"(?!(?:든|든지|든가|이든|나|이나|도)/)(?:(?!\S*(?:지|지만|는데|니까|든|든지|라고|다고)/E[CF] )\S+ )*?"
)
_ASKING_WHAT = re.compile(_WHAT + r"(?:었/EP|이/VCP|되/VV|하/(?:VV|XSV)) (?:죠|지)/EF (?:요/JX )?$")
# 보험료는 얼마나 나와요, 어디까지 됐어요: a recogniser stops what is told, and often leaves what is asked without its mark
_ASKING_UNSTOPPED = re.compile(_WHAT + r"(?:었/EP |겠/EP )?(?:어요|아요|에요|예요|래요|죠)/EF (?:요/JX )?$")
_STOPPED = (".", "!", "…", ",")


@once
def is_question(utterance: Utterance) -> bool:
    """Whether it asks: by a question mark, by its ending, by an interrogative with -죠 or without a full stop behind it."""
    if utterance.is_asked or utterance.ends_in(_ASKING) is not None or utterance.has(_ASKING_WHAT):
        return True
    return not utterance.text.rstrip().endswith(_STOPPED) and utterance.has(_ASKING_UNSTOPPED)
