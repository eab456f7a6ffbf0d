"""Questions put to others, with their answers; one that nobody answered has none.

A question is known by its ending, also an unfinished one ("… 기준 같은 게 있으신지", "… 끝나는지 혹시"). Left out: rhetorical ones,
courtesy and assent ("괜찮으시죠?"), echoes ("세 편이요?"), requests in question form. The answer is the next speaker's turn;
where that speaker first asks back what is meant, it is their next turn, and the exchange belongs inside. What is asked
for deciding ("어떻게 할까요?") is answered by the decision.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from processing.analysis import Morpheme
from processing.summary import intents
from processing.summary.about_the_meeting import is_about_the_meeting
from processing.summary.answers import answer_text, decision_for, fits, hands_over, telling
from processing.summary.commitments import is_promise
from processing.summary.echoes import asks_a_figure_back, goes_on_quoting, is_thought
from processing.summary.endings import past
from processing.summary.matters import Settled
from processing.summary.phrases import phrases_in
from processing.summary.things import thing, thing_before
from processing.summary.to_machine import is_told_to_machine
from processing.summary.trimming import clause_starts, starts_vaguely
from processing.summary.utterance import Utterance
from processing.summary.word_lists import word_list
from processing.summary.written_style import (
    MAX_LENGTH,
    Draft,
    Written,
    draft_of,
    nominal,
    quotation,
    statement,
    tagged,
    without_call,
    without_hedges,
    without_politeness,
)

_WANTS_TO_KNOW = re.compile(
    r"(?:는지|ᆫ지|은지|을지|ᆯ지)/E[CF] (?:[이가를도]/J\S+ )?(?:궁금\S+ (?:하/\S+ )?\S+/EF|혹시/MAG|좀/MAG) $"
)
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
# 먼저 정해야 나오지 않나요? 그게 맞지 않아요?: an opinion, and a question only to those who do not share it
_OPINION = re.compile(r"(?: 맞/V\S| 좋/VA| 낫/VA| 되/VV| 어야/EC \S+) (?:\S+ )*?지/EC 않/VX ")
_SHARED = re.compile(r"^(?:(?:아|네|예|어)[,.]? )*(?:맞|그렇(?!지만|긴)|그러네|동의|좋)")
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
_NAMES_TOPIC = re.compile(
    r"^(?: \S+/(?:IC|MAJ|MAG|MM|NN.|SL|XSN|XPN))+ "
    r"(?:이/VCP (?:요|에요)/EF|이요/EF|(?:[은는]/JX |이/JKS )?요/JX|말/NNG 이/VCP (?:\S+ )?\S+/EF) $"
)
_PROPOSES = re.compile(r" (?:ᆯ까요?|을까요?)/EF ")
_ASKS_WHAT = re.compile(r" (?:어떻|언제|누구|뭐|무엇|왜|얼마|얼마나|어디|몇|어떤|어느|어떻게)/")
_WAS = re.compile(r" (?:ᆫ|은)/ETM [거것]/NNB 이/VCP $")
_WHO_DOES_IT = re.compile(r" 누구/NP 가/JKS (?:\S+ )*?(?:하|맡|챙기|담당/NNG 하)/")
_POINTS = re.compile(r"^(?:(?:아|네|예|어|음|근데|그럼|그러면)[,.]? )*(?:그거|그게|그건|이거|이게|이건) ")
_CONCURS = re.compile(
    r"^(?:(?:아|네|예|어)[,.]? )*(?:맞습니다|맞아요?|그쵸|그죠|그렇죠|그니까요?|그러니까요?|그러게요?)(?:[ .,]|$)"
)
_FINDS_OUT = re.compile(r" (?:확인|체크|점검|문의|조회)/NNG | (?:알아보|물어보|묻|여쭤보|여쭙|살펴보)/VV ")
# 호박은 제가 사 올까요?: an offer, whatever becomes of it
_OFFERS = re.compile(
    r" (?:저|나|제|내|저희)/NP (?:가|이)/JKS (?:\S+ )*?\S+/(?:VV|VX|XSV) (?:ᆯ까요?|을까요?)/EF (?:\?/SF )?$"
)
_GUESSES = re.compile(r" (?:그렇|이렇)/VA ᆫ지/E[CF] $")  # 박스가 눅눅해져요. 장마 때문에 그런지
_WISHING = frozenset(("궁금", "궁금하"))
_MOST_AFTER = 2  # sentences that the asker may still add


@dataclass(frozen=True)
class Question:
    """A question and its answer (None: nobody gave one), as lines, with the sentences that say them.

    `about` names, some sentences before, what the question only points at.
    """

    written: Written
    answer: Written | None
    asked: tuple[Utterance, ...]
    answered: tuple[Utterance, ...]
    about: tuple[Utterance, ...] = ()


def questions(utterances: Sequence[Utterance], settled: Sequence[Settled], is_taken: frozenset[int]) -> list[Question]:
    """The answered questions of a note in order; `is_taken` are indices of sentences that are requests or tasks."""
    turns = _turns(utterances)
    texts = {decision.said[-1].index: decision.written for decision in settled}
    found: list[Question] = []
    for t, turn in enumerate(turns):
        named = _asked_in(turn, is_taken)
        pointing = _pointing_in(utterances, turn, is_taken, named)
        for asked, about in sorted([*((one, None) for one in named), *pointing], key=lambda pair: pair[0][-1].index):
            if _clarifies_in(turns, t, asked):
                continue
            at = asked[-1].index
            if intents.is_laughed_at(utterances, at) or is_thought(utterances, at):
                continue
            if intents.is_laughed_with(utterances, at) or _asks_nothing(utterances, at):
                continue
            answered = decision_for(asked, settled) or _answer(turns, t, asked)
            if asked[-1].has(_OPINION) and _is_shared(turns, t, answered, texts):
                continue
            if found and answered and _adds_to(found[-1], asked, answered):
                found[-1] = _one(found[-1], asked)
            elif answered or asked[-1] is turn[-1]:
                if about is not None and not any(statement(u) for u in answered):
                    continue
                written = _about_text(asked[-1], about) if about is not None else _question_text(asked)
                of_what = (about,) if about is not None else ()
                found.append(Question(written, answer_text(answered, texts, asked), asked, answered, of_what))
    return found


def _pointing_in(
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


def _about_text(utterance: Utterance, about: Utterance) -> Written:
    """그거 갚았나요?, of 우유: 우유 갚았는지."""
    asked, name = _asked_text(utterance), thing(about)
    if asked is None or " " not in asked:
        return quotation(utterance)
    words = frozenset(m.form for m in about.marks if m.is_content and m.form in name)
    text = f"{name} {asked.split(' ', 1)[1]}"
    return Written(text, False, utterance.words | words) if len(text) <= MAX_LENGTH else quotation(utterance)


def _asks_nothing(utterances: Sequence[Utterance], at: int) -> bool:
    """금요일 오후 누가 듣습니까? — 맞습니다: agreed to, so nothing was asked; and what a task is to find out (… 비었는지)."""
    utterance, answer = utterances[at], intents.next_turn(utterances, at)
    if answer is not None and utterance.has(_ASKS_WHAT) and _CONCURS.match(answer.text):
        return True
    before = utterances[at - 1] if at else None
    is_found_out = (
        before is not None and before.turn == utterance.turn and before.has(_FINDS_OUT) and is_promise(before)
    )
    return is_found_out and not utterance.is_asked


def _is_shared(
    turns: Sequence[Sequence[Utterance]], t: int, answered: Sequence[Utterance], settled: Mapping[int, Written]
) -> bool:
    """Whether the opinion put as a question is agreed with, or nobody takes it up."""
    agrees = t + 1 < len(turns) and _SHARED.match(turns[t + 1][0].text) is not None
    return not answered or agrees or any(u.index in settled for u in answered)


def _adds_to(before: Question, asked: Sequence[Utterance], answered: Sequence[Utterance]) -> bool:
    """Whether it only says the question right before in other words: both have one answer ("버전은요? 16으로 올리나요?")."""
    is_next = asked[0].index - before.asked[-1].index == 1 and asked[0].turn == before.asked[-1].turn
    return is_next and tuple(answered) == before.answered


def _one(before: Question, asked: tuple[Utterance, ...]) -> Question:
    """One question of two; where the first only names a thing, its words come before the second's."""
    both = (*before.asked, *asked)
    if not before.written.is_quoted:
        return replace(before, asked=both)
    written, name = _question_text(asked), thing(before.asked[-1])
    text = f"{name}, {written.text}"
    if written.is_quoted or not name or len(text) > MAX_LENGTH:
        return replace(before, asked=both)
    return replace(before, written=Written(text, False, written.words | before.written.words), asked=both)


def _turns(utterances: Sequence[Utterance]) -> list[list[Utterance]]:
    turns: list[list[Utterance]] = []
    for utterance in utterances:
        if not turns or turns[-1][0].turn != utterance.turn:
            turns.append([])
        turns[-1].append(utterance)
    return turns


def _asked_in(turn: Sequence[Utterance], is_taken: frozenset[int]) -> list[tuple[Utterance, ...]]:
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
    return len(words) > (0 if has_figure or parts[-1].has(_ASKS_WHAT) else 1)


def _is_pointing(parts: Sequence[Utterance]) -> bool:
    """그거 재현돼요?: a pronoun, and nothing else but what is done."""
    points = all(_starts_vaguely(part) for part in parts)
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
    if utterance.has(_OFFERS) and not utterance.has(_ASKS_WHAT):
        return True
    if utterance.has(_RHETORICAL) or utterance.has(_ASSENT) or utterance.has(intents.POSSIBLE):
        return True
    if asks_a_figure_back(utterance) or goes_on_quoting(utterance):
        return True
    proposes = utterance.has(_PROPOSES) and bool(utterance.nouns) and not utterance.has(_ASKS_WHAT)
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
    if _is_half(before, turn[i]) or before.has(_NAMES_TOPIC):
        return (before, turn[i])
    if not intents.is_question(before) and _leans(turn[i]) and thing(before):
        return (before, turn[i])
    return (turn[i],)


def _leans(utterance: Utterance) -> bool:
    """이거 누가 하기로 했죠? 왜 오래 걸린 거죠?: it asks about what was named just before."""
    points = (
        bool(utterance.kept) and utterance.eojeols[utterance.kept[0]].tags[:1] == ("NP",) and _starts_vaguely(utterance)
    )
    asks_what = utterance.has(_ASKS_WHAT)
    return (points and (asks_what or bool(utterance.nouns))) or (asks_what and not utterance.nouns)


def _starts_vaguely(utterance: Utterance) -> bool:
    return bool(utterance.kept) and starts_vaguely(utterance.eojeols[utterance.kept[0]])


def _clarifies_in(turns: Sequence[Sequence[Utterance]], t: int, asked: Sequence[Utterance]) -> bool:
    """Whether the question only asks back what the question of the turn before meant."""
    if not t or not _asked_in(turns[t - 1], frozenset()):
        return False
    is_first = asked[0].index - turns[t][0].index <= 1
    if not is_first or asked[-1].index != turns[t][-1].index:
        return False
    return any(_CLARIFIES.search(u.text) or _is_echo(u) for u in asked)


def _answer(turns: Sequence[Sequence[Utterance]], t: int, asked: Sequence[Utterance]) -> tuple[Utterance, ...]:
    """The sentences that answer the question at the end of turn `t`."""
    if t + 1 >= len(turns) or turns[t + 1][0].speaker_id == turns[t][0].speaker_id:
        return ()
    back = _asked_in(turns[t + 1], frozenset())
    if back and _clarifies_in(turns, t + 1, back[0]):
        is_resumed = t + 3 < len(turns) and turns[t + 3][0].speaker_id == turns[t + 1][0].speaker_id
        return telling(turns[t + 3], asked) if is_resumed else ()
    if hands_over(turns[t + 1]) and t + 2 < len(turns):
        return telling(turns[t + 2], asked)
    told = telling(turns[t + 1], asked)
    return told if fits(asked, turns[t + 1][0], told) else ()


def _question_text(asked: Sequence[Utterance]) -> Written:
    words = frozenset().union(*(u.words for u in asked)) - _WISHING
    last = _asked_text(asked[-1])
    if last is None:
        return quotation(asked[-1])
    text = last
    if len(asked) > 1 and asked[0].has(_NAMES_TOPIC):
        topic = [p.text for p in phrases_in(asked[0])]
        text = f"{max(topic, key=len)}, {last}" if topic else last
    elif len(asked) > 1 and not intents.is_question(asked[0]):
        name = thing(asked[0])
        rest = last.split(" ", 1)[-1] if _starts_vaguely(asked[-1]) else last
        text = f"{name}, {rest}" if name else last
    elif len(asked) > 1 and (first := _asked_text(asked[0])):
        text = f"{first} 아니면 {last}"
    text = text if len(text) <= MAX_LENGTH else last
    return Written(text, False, words) if len(text) <= MAX_LENGTH else quotation(asked[-1])


def _asked_text(utterance: Utterance) -> str | None:
    """The question as ~하는지, ~할지, ~인지; None where its ending has no such form."""
    draft = _without_bare_pointing(without_call(draft_of(utterance), utterance))
    starts = [s for s in clause_starts(draft.eojeols, draft.kept) if len(draft.from_position(s).words) > 1]
    usable = [s for s in starts if not starts_vaguely(draft.eojeols[draft.kept[s]])]
    draft = draft.from_position(usable[-1]) if usable else draft
    tokens = draft.tokens
    wish = _WANTS_TO_KNOW.search(tagged(tokens))
    if wish is not None:
        tokens = tokens[: tagged(tokens).count(" ", 0, wish.start() + 1)]
    if tokens and tokens[-1][1].form == "요":
        tokens = tokens[:-1]
    if not tokens or tokens[-1][1].tag not in ("EF", "EC"):
        return None
    return _closed(draft, without_politeness(tokens[:-1]), tokens[-1][1].form)


def _without_bare_pointing(draft: Draft) -> Draft:
    """그거 수리 맡겼어요? → 수리 맡겼는지: a bare 그거 before what is named."""
    if len(draft.kept) < 3 or draft.eojeols[draft.kept[0]].tags != ("NP",):
        return draft
    first, second = (draft.eojeols[i] for i in draft.kept[:2])
    names = second.tags[:1] in (("NNG",), ("NNP",), ("SL",)) and bool(second.content - word_list("general_nouns"))
    return draft.from_position(1) if starts_vaguely(first) and names else draft


def _closed(draft: Draft, stem: list[tuple[int, Morpheme]], ending: str) -> str | None:
    plain_stem = without_hedges(stem)
    if not plain_stem:
        return None
    i, last = plain_stem[-1]
    draft = replace(draft, kept=tuple(j for j in draft.kept if j <= i))
    if last.tag == "VCP":
        named = nominal(draft, plain_stem)
        return None if named is None else re.sub(r"(?<![가-힣])뭐$", "무엇", named.removesuffix("임")) + "인지"
    was_done = _WAS.search(tagged(stem)) is not None and last.tag in ("VV", "XSV", "VX")
    if was_done:
        done = nominal(draft, plain_stem, "기")
        return None if done is None else done[: len(done) - len(last.form) - 1] + past(last.form, last.tag) + "는지"
    is_plan = ending.startswith(("ᆯ까", "을까", "ᆯ지", "을지"))
    is_quality = last.tag in ("VA", "XSA", "VCN") and last.form not in ("있", "없")
    says_how = ending.startswith("는지")
    return nominal(draft, plain_stem, "ᆯ지" if is_plan else "ᆫ지" if is_quality and not says_how else "는지")
