"""A proposal and the yes to it: "배너는 두 개만 올리면 좋겠어요" — "네 그렇게 하시죠". Neither says that anything is decided; both do.

What is proposed, weighed or wished is settled once another speaker takes it up: in so many words (그렇게 하시죠, 그럽시다) also
some turns later, by a mere welcome (좋아요, 오케이) only at once and only where something was proposed. Whoever goes on
with 근데 or 다만 has not agreed. Source of the endings: 표준국어대사전 (-ㅂ시다, -자, -ㄹ까: 청유; -지: 동의를 구하거나 제안).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum
from itertools import pairwise

from processing.note import NO_SPEAKER
from processing.summary import intents
from processing.summary.utterance import Utterance, once
from processing.summary.word_lists import word_list

_STEM = r" (?P<stem>\S+/(?:VV|XSV|VX)) "
_END = r"(?:요/JX )?(?:\?/SF )?$"
_WEIGHED = r"(?:좋|낫|맞|괜찮|어떻|나)/V\S "
_SAID_SO = (
    r"(?:(?:겠/EP )?(?:네요?|어요?|습니다|ᆸ니다|죠|지|은데요?|ᆫ데요?|는데요?|나요|습니까)/E[FC]|(?:ᆯ까요?|을까요?)/E[FC]"
    r"|(?:ᆯ|을|는|ᆫ|은)/ETM [거것]/NNB (?:같/VA |이/VCP )?(?:\S+/EP )?\S+/E[FC]|지/EC 않/VX (?:\S+/EP )?\S+/E[FC]|다/EF) "
)
# 두 개만 올리는 게 좋겠어요, 올리는 건 어때요, 올리는 편이 낫지 않을까요
_WEIGHS = re.compile(
    r" (?P<stem>\S+/(?:VV|XSV|VX)) (?:으?시/EP )?는/ETM (?:[거것편]/NNB (?:이/JKS |은/JX |도/JX )?|게/NNB )(?:더/MAG |제일/MAG |차라리/MAG )?"
    + _WEIGHED
    + _SAID_SO
    + _END
)
# 올리면 좋겠어요, 올리면 어떨까요, 올리면 될 것 같아요, 올려도 되겠네요
_SUPPOSES = re.compile(
    r" (?P<stem>\S+/(?:VV|XSV|VX)) (?:으?시/EP )?(?:으?면|어도)/EC (?:더/MAG )?(?:되/VV |"
    + _WEIGHED
    + ")"
    + _SAID_SO
    + _END
)
# 여기를 누르면 돼요: how a thing is done, as often as what is to be done
_TELLS_HOW = re.compile(r" (?:으?면|어도)/EC 되/VV (?:ᆸ니다|어요?|죠|지)/E[FC] ")
# 디자인팀에 넘기죠, 다음 주로 미룹시다, 쓰지 말죠, 뺄까요
_PROPOSES = re.compile(
    _STEM + r"(?:으?시/EP )?(?:죠|지|시죠|ᆸ시다|읍시다|자|ᆯ까요?|을까요?|자고|어/EC 볼까요?)/E[FC] " + _END
)
# 비교해 보시죠, 한번 써 봅시다
_TRIES = re.compile(
    r" (?P<stem>\S+/(?:VV|XSV)) 어/EC (?:보|두|놓|주|버리)/VX (?:으?시/EP )?(?:죠|지|ᆸ시다|자|ᆯ까요?)/E[FC] " + _END
)
# 이렇게 가고 싶어요, 열 시까지 해야 될 것 같아요: a wish, a need; to be settled by a full yes alone
_WISHES = re.compile(
    r" (?P<stem>\S+/(?:VV|XSV)) (?:고/EC 싶/VX (?:어요?|습니다|은데요?|거든요)/E[FC]"
    r"|어야/EC (?:되|하)/V\S (?:ᆯ/ETM [거것]/NNB 같/VA \S+/E[FC]|겠/EP (?:네요?|어요?|습니다|는데요?|죠|다)/E[FC])) "
    + _END
)
ASKS_WHAT = re.compile(r" (?:누구|누|무엇|뭐|어디|언제|얼마|얼마나|어느|어떤|무슨|몇|어떻게|왜)/| 어떻/VA 게/")
_I_DO = re.compile(r" (?:저|나|제|내)/NP (?:가|이|는|도)/J")
# 주문이 자꾸 밀리는 게 맞아요: a thing that does it is no deed of those who talk
_HAPPENS = re.compile(r"/(?:NN.|SL|XSN|ETN) (?:이|가)/JKS (?:(?!\S+/E[CF] )\S+ )*$")
_OPENING = r"^(?:(?:네네|네|예|넵|음|아|어|오|응|그래|그래요|자|그럼|그러면|그러니까|뭐|좋아요|좋습니다|오케이|저도|저는|우리)[,.]? )*"
_SO = r"(?:그렇게|그걸로|그거로|그것으로|그 안으로|그 방향으로|그쪽으로|그대로|그렇게들|그렇게라도) ?(?:좀 |한번 |일단 |다 )?"
_DO = r"(?:진행|추진|결정|정리|처리|확정|준비)?"
# 그렇게 하시죠, 그걸로 갑시다, 그렇게 진행할게요, 그렇게 하면 되겠네요; but not 그렇게 했어요, 그렇게 하면 안 돼요
_TAKES = re.compile(
    _OPENING
    + rf"(?:{_SO}{_DO}(?:하죠|하지요?|하시죠|하시지요|합시다|하자|하십시다|해요|해 ?주세요|하세요|하겠습니다|할게요|하는 걸로"
    r"|해 보죠|해 보시죠|해 봅시다|가죠|가시죠|갑시다|가자|가요|갈게요|가겠습니다|정하죠|정합시다|하면 (?:되겠|좋겠|될 것)|하는 게 (?:좋|낫))"
    r"(?![가-힣]*(?:면|니까|는데)(?![가-힣]))|그럽시다|그러시죠|그러죠|그러자|그러십시다)"
)
# 좋아요, 저도 찬성이요, 그게 낫겠네요, 네 알겠습니다: a short sentence that only welcomes
_WELCOMES = re.compile(
    _OPENING
    + r"(?:(?:그게|그거|그것도|그 방법이|그쪽이|그편이) ?(?:더 |제일 |훨씬 )?(?:좋|낫|나을|나은|맞|괜찮)[가-힣]*(?: 것 같[가-힣]+| 거 같[가-힣]+)?"
    r"|(?:그거|그게)? ?(?:좋다|괜찮다|좋네)"
    r"|좋(?:아요?|습니다|네요?|죠|지요?|겠네요?|겠어요|겠습니다|을 것 같[가-힣]+)|괜찮(?:네요?|겠네요?|아요|습니다|을 것 같[가-힣]+)"
    r"|(?:아주 |정말 |참 )?좋은 (?:제안|의견|생각|아이디어|방법)[가-힣]*(?: 같[가-힣]+|,? ?감사[가-힣]*| 주셔서 감사[가-힣]*)?"
    r"|낫겠[가-힣]+|오케이(?:요|입니다)?|콜|굿|찬성(?:이요|입니다|이에요)?|동의(?:합니다|해요|요)?|저도요|이의 없[가-힣]+"
    r"|(?<=[네예] )알겠습니다|(?<=[네예])\. 알겠습니다|그래요?|그래 그래|어쩔 수 없죠|할 수 없죠)"
    r"(?: (?:뭐|그럼|저도|네|좋아요|좋습니다|진짜))*[.!~ ]*$"
)
_WELCOMES_BY_NAME = re.compile(
    _OPENING + r"(?P<name>[가-힣A-Za-z0-9]{2,})(?:이|가|로|으로|도) (?:더 |제일 )?"
    r"(?:좋|낫|나을|나은|괜찮)(?:아요|네요|겠[가-힣]+|습니다|을? ?것 같[가-힣]+)[.!]*$"
)
_REPEATS = re.compile(_STEM + r"(?:으?시/EP )?(?:ᆸ시다|읍시다|자|죠|지|세요|으세요|시죠|ᆸ시오|어라)/E[FC] (?:요/JX )?$")
_THANKED = re.compile(
    r"^(?:(?:네|예|아)[,.]? ?)*(?:아주 |정말 |참 )?좋은 (?:제안|의견|생각|아이디어|방법)"
    r"(?:이네요|입니다|이에요|이십니다|,? ?감사|을? ?주셔서)"
)
_OBJECTS = re.compile(
    r"^(?:(?:네|예|아|어|음)[,.]? )*(?:근데|그런데|하지만|그렇지만|다만|글쎄|아니|아뇨|그래도|그건 좀|그건 안)(?![가-힣])"
)
_WITHIN, _TURNS = 8, 4  # sentences and turns behind a proposal in which it may be taken
_ADDED = 2  # sentences that the one who proposes may still add
_AFTERTHOUGHT = 2  # eojeols (0.2로)
_AT_ONCE = 2  # sentences of the next turn in which it may be welcomed


class Force(IntEnum):
    """How much of a proposal it is: a wish needs a full yes, a proposal only a welcome."""

    WISH = 1
    PROPOSAL = 2


def proposed(utterance: Utterance) -> tuple[re.Match[str], Force] | None:
    """Where the words stand by which the sentence proposes, weighs or wishes a deed; None for any other.

    Group `stem` is the verb of the deed. A question about what, an own offer, and what is supposed propose nothing.
    """
    if not may_propose(utterance):
        return None
    for rule, force in (
        (_TRIES, Force.PROPOSAL),
        (_PROPOSES, Force.PROPOSAL),
        (_WEIGHS, Force.PROPOSAL),
        (_SUPPOSES, Force.PROPOSAL),
        (_WISHES, Force.WISH),
    ):
        match = rule.search(utterance.tagged)
        if match is not None:
            weak = rule is _SUPPOSES and utterance.has(_TELLS_HOW)
            return None if _is_none(utterance, match) else (match, Force.WISH if weak else force)
    return None


_TAIL = 96  # of `tagged`, in which a proposal has its end
_MAY_PROPOSE = re.compile(
    r"(?:죠|지|자|자고|시다|까요?)/E[FC] (?:요/JX )?(?:\?/SF )?$| (?:으?면|어도)/EC (?:더/MAG )?(?:되|좋|낫|맞|괜찮|어떻)/V"
    r"| 고/EC 싶/VX | 어야/EC (?:되|하)/V\S (?:ᆯ|겠)| (?:[거것편]|게)/NNB (?:\S+ ){0,2}(?:좋|낫|맞|괜찮|어떻|나)/V"
)


def urges(utterance: Utterance) -> bool:
    """Whether it proposes a deed with -죠, -ㅂ시다, -자, on whatever condition: no report of what is so."""
    match = _TRIES.search(utterance.tagged) or _PROPOSES.search(utterance.tagged) if may_propose(utterance) else None
    if match is None:
        return False
    said_before = utterance.tagged[: match.start("stem")]
    return _verb_of(said_before, match["stem"]) not in word_list("no_deeds") and not _HAPPENS.search(said_before)


@once
def may_propose(utterance: Utterance) -> bool:
    """Whether it has one of the endings that propose or conclude: it spares most sentences all other questions."""
    return _MAY_PROPOSE.search(utterance.tagged, max(len(utterance.tagged) - _TAIL, 0)) is not None


def _is_none(utterance: Utterance, match: re.Match[str]) -> bool:
    said_before = utterance.tagged[: match.start("stem")]
    if match["stem"] == "않/VX":
        return True  # 계약이 필요하지 않을까? means that it is
    if (
        _verb_of(said_before, match["stem"]) in word_list("no_deeds")
        or utterance.has(ASKS_WHAT)
        or utterance.has(_I_DO)
    ):
        return True
    return _HAPPENS.search(said_before) is not None or intents.is_supposed_before(utterance, match.start())


def _verb_of(said_before: str, stem: str) -> str:
    """The verb, for 하다 its noun (정하, 고민), for 쓰지 말- the verb that it forbids."""
    form, before = stem.split("/")[0], said_before.split()
    if stem == "말/VX" and before[-1:] == ["지/EC"]:
        return before[-2].rsplit("/", 1)[0] if len(before) > 1 else ""
    if form not in ("하", "되") or not before:
        return form
    noun, tag = before[-1].rsplit("/", 1)
    return noun if tag.startswith(("NN", "XR")) else form


def taken_by(said: Sequence[Utterance], at: int, force: Force) -> Utterance | None:
    """The sentence by which another speaker takes what the sentence `at` proposes; None where nobody does.

    Where nobody is told apart, the very next sentence; so in one turn, where it answers with a yes ("네 그렇게 하시죠").
    """
    for before, u in pairwise(said[at : at + 1 + _WITHIN]):
        turns = u.turn - said[at].turn
        if turns > _TURNS or (turns and _OBJECTS.match(u.text)):
            return None
        if not turns:
            if _answers_in_turn(before, u, said[at]):
                return u
            if u.index > at + _ADDED:
                return None
            if before.index >= at and proposed(u) is not None and not _TAKES.match(u.text):
                return None
            continue
        if _TAKES.match(u.text) and not u.is_asked:
            return u if not _is_objected(said, u) else None
        turns = 1 if turns == 2 and _only_yes(said, at, u) else turns
        if turns == 1 and _does_as_said(said[at], u):
            return u
        if turns == 1 and force is Force.PROPOSAL and (_welcomes(said, u) or _welcomes_it(said, said[at], u)):
            obeys = "알겠" in u.text and any(len(x.eojeols) > _AFTERTHOUGHT for x in said[at + 1 : u.index])
            return None if obeys else u  # what was said in between
    return None


def _answers_in_turn(before: Utterance, utterance: Utterance, proposal: Utterance) -> bool:
    """네 그렇게 하시죠 right behind a proposal: somebody else's, whatever the recogniser took it for."""
    if utterance.speaker_id == NO_SPEAKER:
        is_next = utterance.index == proposal.index + 1
        return is_next and bool(_TAKES.match(utterance.text) or _THANKED.match(utterance.text))
    is_next = before is proposal and utterance.text.startswith(("네", "예"))
    is_behind_yes = utterance.index == proposal.index + 2 and before.text.strip(" .,") in ("네", "예", "네네")
    return _TAKES.match(utterance.text) is not None and (is_next or is_behind_yes)


def _welcomes(said: Sequence[Utterance], utterance: Utterance) -> bool:
    first = next(u.index for u in said[max(utterance.index - 20, 0) : utterance.index + 1] if u.turn == utterance.turn)
    is_near = utterance.index - first < _AT_ONCE
    welcomed = _WELCOMES.match(utterance.text.strip()) or _THANKED.match(utterance.text)
    return is_near and welcomed is not None and not utterance.is_asked and not _is_objected(said, utterance)


def _only_yes(said: Sequence[Utterance], at: int, utterance: Utterance) -> bool:
    """할까요? — 네. — 네 좋아요.: nothing but a yes between."""
    between = [u for u in said[at + 1 : utterance.index] if said[at].turn < u.turn < utterance.turn]
    return all(u.text.strip(" .,") in ("네", "예", "네네", "응") for u in between)


def _does_as_said(proposal: Utterance, utterance: Utterance) -> bool:
    """통행을 막을까요? — 예 막읍시다: the same verb, urged in its turn."""
    found = _PROPOSES.search(proposal.tagged) or _TRIES.search(proposal.tagged)
    taken = _REPEATS.search(utterance.tagged)
    is_yes = taken is not None and utterance.text.startswith(("네", "예", "응", "그래", "그럼"))
    return found is not None and taken is not None and is_yes and taken["stem"] == found["stem"]


def _welcomes_it(said: Sequence[Utterance], proposal: Utterance, utterance: Utterance) -> bool:
    """라인은 2호기 쓰죠 — 예 2호기가 좋을 것 같습니다: what was proposed, by its name."""
    welcomed = _WELCOMES_BY_NAME.match(utterance.text.strip())
    return welcomed is not None and welcomed["name"] in proposal.text and not _is_objected(said, utterance)


def _is_objected(said: Sequence[Utterance], utterance: Utterance) -> bool:
    """좋아요. 근데 본사에서 세 개를 요구했어요."""
    following = said[utterance.index + 1 : utterance.index + 2]
    return any(u.turn == utterance.turn and _OBJECTS.match(u.text) is not None for u in following)
