"""A commitment or request as the name of a task: "소수점 오류 수정", "시안을 두 개 더 만들어서 보내기".

Out go what has a column of its own (who, by when), to whom it was said, courtesy, and clauses that only lead up to it.
A verb made of an action noun and 하다 becomes the noun, any other verb its -기 form.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from processing.analysis import Morpheme
from processing.summary.addressees import Called
from processing.summary.dates import Due, names_a_time
from processing.summary.eojeol import Eojeol
from processing.summary.trimming import clause_starts, starts_vaguely
from processing.summary.utterance import Utterance
from processing.summary.word_lists import word_list
from processing.summary.written_style import MAX_LENGTH, Draft, Written, draft_of, nominal

_GIVEN_NOUNS = frozenset("답변 답 연락 보고 안내 설명 전화 회신 공유 제출 전달 확인 요청 문의 통보 공지".split())
_NO_ACTION_NOUNS = frozenset("얘기 이야기 생각 일 말 것 거 수 때".split())
_TIMES_POINTED_AT = frozenset("전에 후에 때 뒤에 다음에 동안 사이에 김에".split())
_OWN_GROUP = re.compile(r"^(?:쪽|측|팀|부서|반|조|과|회사|파트)(?:에서|에서도|에서는|이|가|은|는|도)$")
_INTERROGATIVES = frozenset((("언제", "MAG"), ("언제", "NP"), ("누구", "NP")))
_INDIRECT = frozenset(("는지", "ᆫ지", "은지", "ᆯ지", "을지", "나", "ᆯ까", "을까", "ᆫ가", "는가"))
_WEIGHING = frozenset("정하 결정 확정 논의 판단 의논 협의 상의 합의".split())
_FIRST_PERSON = frozenset(("저", "나", "저희", "우리", "제", "내", "너", "네", "니"))


def task(utterance: Utterance, end: int, due: Due | None, called: Called | None, begin: int = 0) -> Written | None:
    """The task that the morphemes `begin` to `end` of a sentence set; then the words of asking or promising begin.

    None where nothing is left that could be done.
    """
    draft, tokens = _deed_in(utterance, begin, end, due, called)
    if not tokens:
        return None
    draft = replace(draft, kept=tuple(i for i in draft.kept if i <= tokens[-1][0]))
    text = _named(draft, tokens)
    words = frozenset(m.form for m in (m for _, m in tokens) if m.is_content)
    if not text or not _has_substance(tokens) or len(text) > MAX_LENGTH:
        return None
    return Written(text, False, words)


def bare_deed(utterance: Utterance, end: int, due: Due | None, called: Called | None, begin: int = 0) -> str:
    """The same where nothing is named that it is done to (채워서 다시 돌리기); "" where it is one verb, which says no more."""
    draft, tokens = _deed_in(utterance, begin, end, due, called)
    if len(tokens) > 2 and tokens[-1][1].form in ("놓", "두") and tokens[-2][1].form in ("어", "아"):
        tokens = tokens[:-2]  # 바꿔 놓을게요: 보조 동사, whatever Kiwi calls it
    if len({i for i, _ in tokens}) < 2 or tokens[0][1].tag in ("NP", "MM", "NNB"):
        return ""
    text = _named(replace(draft, kept=tuple(i for i in draft.kept if i <= tokens[-1][0])), tokens)
    return text if text and len(text) <= MAX_LENGTH // 2 else ""


def _deed_in(
    utterance: Utterance, begin: int, end: int, due: Due | None, called: Called | None
) -> tuple[Draft, list[tuple[int, Morpheme]]]:
    """The main clause of the morphemes `begin` to `end` without what is told elsewhere, and the tokens that name the deed."""
    meant = utterance.marks[begin:end]
    draft = _draft_within(utterance, meant)
    draft = _main_clause(draft).without(_told_elsewhere(draft, due, called))
    known = {id(m) for m in meant}
    return draft, _without_auxiliaries([(i, m) for i, m in draft.tokens if id(m) in known])


def _draft_within(utterance: Utterance, meant: Sequence[Morpheme]) -> Draft:
    """The sentence's draft, of the eojeols that hold any of these morphemes."""
    draft, known = draft_of(utterance), {id(m) for m in meant}
    return replace(draft, kept=tuple(i for i in draft.kept if known & {id(m) for m in draft.eojeols[i].morphemes}))


def main_clause_offset(utterance: Utterance, end: int) -> int:
    """The text offset where the clause begins that holds the task; `end` as for `task`."""
    draft = _draft_within(utterance, utterance.marks[:end])
    return draft.eojeols[draft.kept[_main_start(draft)]].start if draft.kept else 0


def _main_start(draft: Draft) -> int:
    starts = [*clause_starts(draft.eojeols, draft.kept), *_after_what_is_not_done(draft)]
    points = bool(draft.kept) and starts_vaguely(draft.eojeols[draft.kept[0]])  # 그건 아는 데가 있으니까 알아볼게요
    with_noun = (
        s for s in starts if points or any(m.is_noun for i in draft.kept[s:] for m in draft.eojeols[i].morphemes)
    )
    return max(with_noun, default=0)


def _after_what_is_not_done(draft: Draft) -> list[int]:
    """Behind 오늘 결정하지 말고, 내일 보내지 않고: with a time, or of deciding, it says when the task is not due."""
    borders = []
    for at, i in enumerate(draft.kept[1:-1], start=1):
        if not draft.eojeols[i].bare.startswith(("말고", "마시고", "않고")):
            continue
        before = draft.eojeols[draft.kept[at - 1]]
        forms = {m.form for m in before.morphemes}
        has_time = any(
            names_a_time(eojeol.bare) for eojeol in (draft.eojeols[j] for j in draft.kept[max(at - 3, 0) : at - 1])
        )
        if "지" in forms and (has_time or forms & _WEIGHING):
            borders.append(at + 1)
    return borders


def _without_what_was_ordered(draft: Draft) -> Draft:
    """내년 목표를 내라고 해서 두 개씩 생각하기 → 내년 목표를 두 개씩 생각하기: the order that leads up to it goes, its object stays."""
    for at in range(1, len(draft.kept) - 2):
        eojeol, following = (draft.eojeols[i] for i in draft.kept[at : at + 2])
        orders = any(m.tag == "EC" and m.form in ("라고", "으라고", "라", "으라") for m in eojeol.morphemes)
        is_ground = following.bare in ("해서", "하니까", "하는데", "해", "하셔서", "하시니까", "하시는데")
        rest = [draft.eojeols[i] for i in draft.kept[at + 2 :]]
        if orders and is_ground and not any("JKO" in e.tags for e in rest):
            return draft.without(set(draft.kept[at : at + 2]))
    return draft


def _main_clause(draft: Draft) -> Draft:
    """Without the clauses that lead up to the task; a topic named before them stays."""
    draft = _without_what_was_ordered(draft)
    draft = _without_consent(draft)
    start = _main_start(draft)
    if not start:
        return draft
    main = draft.kept[start:]
    has_own = any(is_object(draft.eojeols[i], ("은", "는", "만", "도")) for i in main)
    return replace(draft, kept=main if has_own else (*opening_topic(draft, start), *main))


def _without_consent(draft: Draft) -> Draft:
    """그렇게 해 주시고 결과 오후에 알려 주세요: what only agrees to what was said goes."""
    bare = [draft.eojeols[i].bare for i in draft.kept[:4]]
    if not bare or bare[0] not in ("그렇게", "이렇게"):
        return draft
    end = next(
        (k for k, word in enumerate(bare) if word in ("하고", "하시고", "하시고요", "주시고", "주고", "주시고요")), -1
    )
    return draft.from_position(end + 1) if 0 < end < len(draft.kept) - 1 else draft


def is_object(eojeol: Eojeol, topics: tuple[str, ...] = ("은", "는")) -> bool:
    """통계를, 요청은: a noun with the particle of an object, or one of `topics`."""
    last = eojeol.last
    is_marked = last is not None and (last.tag == "JKO" or (last.tag == "JX" and last.form in topics))
    return is_marked and len(eojeol.tags) > 1 and eojeol.tags[-2].startswith(("NN", "SL", "XSN"))


def opening_topic(draft: Draft, before: int) -> tuple[int, ...]:
    """The indices of the noun phrase with 은/는 that opens the sentence, if it names something; nothing else of that clause."""
    topic: list[int] = []
    for i in draft.kept[:before]:
        eojeol = draft.eojeols[i]
        if not topic and eojeol.bare in ("저희", "우리"):
            continue  # 저희 다음 싱크는
        if any(m.tag.startswith(("V", "NP")) for m in eojeol.morphemes):
            return ()
        topic.append(i)
        last = eojeol.last
        if last is not None and last.tag.startswith("J"):
            return tuple(topic) if last.tag == "JX" and last.form in ("은", "는") else ()
    return ()


def _told_elsewhere(draft: Draft, due: Due | None, called: Called | None) -> set[int]:
    dropped = set(range(called.first, called.end)) if called is not None else set()
    for i in draft.kept:
        eojeol = draft.eojeols[i]
        if due is not None and eojeol.start < due.end and due.start < eojeol.end:
            dropped.add(i)
        if (eojeol.bare in word_list("passing_adverbs") or _is_first_person(eojeol)) and not _is_to_be_found_out(
            draft, i
        ):
            dropped.add(i)
    return dropped | _pointing(draft)


def _is_to_be_found_out(draft: Draft, i: int) -> bool:
    """언제 되는지, 누가 신청했는지: an interrogative with the clause it asks about is what the task is about."""
    if not any((m.form, m.tag) in _INTERROGATIVES for m in draft.eojeols[i].morphemes):
        return False
    return any(j > i and m.tag in ("EC", "EF") and m.form in _INDIRECT for j, m in draft.tokens)


def _pointing(draft: Draft) -> set[int]:
    """그 before a noun, and the whole of 그 부분은, 이거는: they point at what the line does not have."""
    dropped: set[int] = set()
    general = word_list("general_nouns")
    for i in draft.kept:
        eojeol = draft.eojeols[i]
        following = draft.eojeols[i + 1] if i + 1 in draft.kept else None
        if eojeol.tags == ("MM",) and eojeol.bare in "그이저" and following is not None:
            is_empty = following.tags[-1:] in (("JX",), ("JKO",)) and following.content <= general
            noun = following.bare[: following.morphemes[0].end - following.start]
            dropped |= {i, i + 1} if is_empty else {i} if len(noun) > 1 else set()
        if following is not None and eojeol.tags == ("MM",) and following.bare in _TIMES_POINTED_AT:
            dropped |= {i, i + 1}
        if following is not None and eojeol.bare in ("저희", "우리", "제") and _OWN_GROUP.match(following.bare):
            dropped |= {i, i + 1}
        if eojeol.tags[:1] == ("NP",) and starts_vaguely(eojeol) and eojeol.tags[-1:] in (("JX",), ("JKO",), ("NP",)):
            dropped.add(i)
    return dropped


def _is_first_person(eojeol: Eojeol) -> bool:
    """제가, 저는, 저희가, 나한테, and a bare 저희 or 우리 before a noun."""
    marks = [m for m in eojeol.morphemes if not m.tag.startswith("S")]
    if not marks or marks[0].tag != "NP" or marks[0].form not in _FIRST_PERSON:
        return marks[:1] != [] and marks[0].form == "누구"
    return all(m.tag.startswith(("J", "XSN")) for m in marks[1:])


def _without_auxiliaries(tokens: list[tuple[int, Morpheme]]) -> list[tuple[int, Morpheme]]:
    """수정해 놓, 알아봐 주, 올려 드리, 넘기도록 하 → 수정하, 알아보, 올리, 넘기."""
    if [m.form for _, m in tokens[-2:]] == ["도록", "하"]:
        tokens = _deed_of(tokens[:-2])
    while len(tokens) > 1 and tokens[-1][1].tag in ("EP", "VX", "EC", "ETM", "JKO"):
        if tokens[-1][1].tag == "VX" and tokens[-2][1].form not in ("어", "아"):
            break
        if [m.form for _, m in tokens[-3:]] == ["여쭈", "어", "보"]:  # 여쭤보다
            break
        tokens = tokens[:-1]
    return tokens


def _deed_of(tokens: list[tuple[int, Morpheme]]) -> list[tuple[int, Morpheme]]:
    """기준을 검토하여 문제가 없(도록 하-) → 기준을 검토하: a state is the goal, the deed stands in the clause before."""
    if not tokens or tokens[-1][1].tag not in ("VA", "XSA") or len(tokens) < 3:
        return tokens
    deeds = [k for k, (_, m) in enumerate(tokens) if m.tag == "EC" and m.form in ("어", "어서", "아서")]
    return tokens[: deeds[-1]] if deeds and tokens[deeds[-1] - 1][1].tag in ("XSV", "VV") else tokens


def _named(draft: Draft, tokens: list[tuple[int, Morpheme]]) -> str | None:
    at = _action_noun(tokens)
    draft = _with_plain_particles(draft)
    if at is None:
        return nominal(_with_object(draft), tokens, "기")
    i, noun = tokens[at]
    eojeol = draft.eojeols[i]
    draft = _with_object(_bare_object_before(draft, i))
    return draft.text_before(i) + eojeol.text[: noun.end - eojeol.start]


def _action_noun(tokens: list[tuple[int, Morpheme]]) -> int | None:
    """The position of the noun that names the action by itself (수정하-, 예약은 하-, 답변을 드리-), if there is one."""
    at = len(tokens) - 1
    verb = tokens[at][1]
    if verb.tag in ("XSV", "VV") and verb.form in ("하", "드리"):
        at -= 1
        while at >= 0 and tokens[at][1].tag in ("JKO", "JX"):
            at -= 1
        if at < 0 or (not tokens[at][1].is_noun and tokens[at][1].tag != "XSN"):
            return None
        noun = tokens[at][1].form
        is_given = verb.form == "하" or noun in _GIVEN_NOUNS
        return at if is_given and len(noun) > 1 and noun not in _NO_ACTION_NOUNS else None
    return at if verb.is_noun else None


def _bare_object_before(draft: Draft, i: int) -> Draft:
    """오류를 수정 → 오류 수정: an object right before the noun of action needs no particle."""
    before = [j for j in draft.kept if j < i]
    if not before:
        return draft
    eojeol = draft.eojeols[before[-1]]
    last = eojeol.last
    if last is None or not is_object(eojeol):
        return draft
    return replace(draft, spelled={**draft.spelled, before[-1]: eojeol.text[: last.start - eojeol.start]})


def _with_plain_particles(draft: Draft) -> Draft:
    """총무팀에는 묻기 → 총무팀에 묻기: behind a case particle 은/는 contrasts with what the line does not have."""
    spelled = dict(draft.spelled)
    for i in draft.kept:
        eojeol = draft.eojeols[i]
        marks = [m for m in eojeol.morphemes if not m.tag.startswith("S")]
        if len(marks) > 2 and marks[-1].tag == "JX" and marks[-1].form in ("은", "는") and marks[-2].tag == "JKB":
            case = {"한테": "에게", "에다가": "에", "에다": "에"}.get(marks[-2].form, marks[-2].form)
            spelled[i] = eojeol.text[: marks[-2].start - eojeol.start] + case
    return replace(draft, spelled=spelled)


def _with_object(draft: Draft) -> Draft:
    """A topic becomes the object that it is, where nothing else is: 요청은 … 넣기 → 요청을 … 넣기."""
    if any("JKO" in draft.eojeols[i].tags for i in draft.kept):
        return draft
    for i in draft.kept[:-1]:
        eojeol = draft.eojeols[i]
        last = eojeol.last
        if i not in draft.spelled and last is not None and is_object(eojeol):
            text = eojeol.text[: last.start - eojeol.start] + {"은": "을", "는": "를"}[last.form]
            return replace(draft, spelled={**draft.spelled, i: text})
    return draft


def _has_substance(tokens: list[tuple[int, Morpheme]]) -> bool:
    nouns = [m for _, m in tokens if m.is_noun or m.tag in ("XSN", "NR", "SN")]
    return bool(nouns) and (len(nouns) > 1 or any(m.tag.startswith("VV") for _, m in tokens))
