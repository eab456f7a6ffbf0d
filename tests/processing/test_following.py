"""Lines follow their evidence: accepted, taken back, replaced, typed or undone, they read as made fresh, or are marked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from processing.basis import with_bases
from processing.finding import found, replaced
from processing.following import Following
from processing.korean import Korean
from processing.minutes import shown_minutes
from processing.neighbourhood import Neighbourhood, around_evidence
from processing.note import (
    DUE,
    OWNER,
    Change,
    Edit,
    EditKind,
    Line,
    LineKind,
    State,
    apply,
    change_of,
    first_state,
    invert,
)
from processing.renewing import made_again
from processing.respelling import is_respelling
from processing.shown import Shown, edit_over
from processing.source import Source
from processing.transcript import transcript
from processing.turns.by_hand import rename
from tests.builders import edit_of, line_of, place_of, source_of

TALK = source_of(
    ("참석자 1", 0, "레그를 도입하고 카프카로 로그를 모읍니다. 래그가 빠르면 레그만 씁니다."),
    ("참석자 2", 20, "큐에이는 지훈 님이 금요일까지 플러 세스를 정리합니다."),
    ("참석자 1", 40, "😀 카프카와 레디스는 그대로 두고 레그가 느리면 바꿉니다."),
)
SENTENCES = (
    "레그를 도입하고 카프카로 로그를 모읍니다.",
    "래그가 빠르면 레그만 씁니다.",
    "큐에이는 지훈 님이 금요일까지 플러 세스를 정리합니다.",
    "카프카와 레디스는 그대로 두고 레그가 느리면 바꿉니다.",
)
OFFERED = (
    edit_of(TALK, "레그를", "RAG를"),
    edit_of(TALK, "래그가", "RAG가"),
    edit_of(TALK, "레그만", "RAG만"),
    edit_of(TALK, "레그가", "RAG가"),
    edit_of(TALK, "큐에이는", "QA는"),
    edit_of(TALK, "플러 세스를", "프로세스를", kind=EditKind.WORD, source="learned"),
    edit_of(TALK, "레디스는", "Redis는", kind=EditKind.STYLE),
)
REPLACEMENTS = [
    ("카프카", "Kafka"),
    ("레그", "렉"),
    ("RAG", "래그"),
    ("지훈", "지헌"),
    ("금요일", "목요일"),
    ("로그", "기록"),
]
TYPED = [
    ("모읍니다", "버립니다"),
    ("카프카와", "Kafka와"),
    ("그대로 ", ""),
    ("플러 세스를", "프로세스를"),
    ("금요", "목요"),
]


def with_lines(state: State, *lines: Line) -> State:
    change = change_of(state, {("lines", f"l{n}"): line for n, line in enumerate(lines, 1)})
    return apply(state, with_bases(TALK, state, change))


def read(state: State, text: str) -> str:
    return Shown(TALK.text, state.edits.values(), place_of(TALK, text)).text


def shown(state: State) -> dict[str, tuple[str, bool]]:
    minutes = shown_minutes(TALK, state)
    lines = [*minutes.summary, *minutes.actions, *minutes.decisions, *minutes.keywords, *minutes.questions]
    return {line.id: (line.line.text, line.is_changed) for line in lines}


def accept(state: State, edit: Edit) -> Change:
    if any(other.place.overlaps(edit.place) for other in state.edits.values()):
        return Change()
    return change_of(state, {("edits", edit.id): edit})


def revert(state: State, number: int) -> Change:
    ids = sorted(state.edits)
    return change_of(state, {("edits", ids[number % len(ids)]): None}) if ids else Change()


def revert_all(state: State, _number: int) -> Change:
    return change_of(state, {("edits", id_): None for id_ in state.edits})


def replace_all(state: State, pair: tuple[str, str]) -> Change:
    return replaced(TALK, state, found(transcript(TALK, state), pair[0], is_whole=True), pair[1])


def retype(state: State, pair: tuple[str, str]) -> Change:
    text = Shown(TALK.text, state.edits.values())
    at = text.text.find(pair[0])
    return edit_over(text, state, at, at + len(pair[0]), pair[1]) if at >= 0 else Change()


ACTIONS = st.one_of(
    st.tuples(st.just(accept), st.sampled_from(OFFERED)),
    st.tuples(st.just(revert), st.integers(0, 9)),
    st.tuples(st.just(revert_all), st.just(0)),
    st.tuples(st.just(replace_all), st.sampled_from(REPLACEMENTS)),
    st.tuples(st.just(retype), st.sampled_from(TYPED)),
    st.tuples(st.just("undo"), st.just(0)),
)


def after(state: State, actions: list[tuple]) -> State:  # type: ignore[type-arg]
    done: list[Change] = []
    for act, what in actions:
        change = act(state, what) if act != "undo" else invert(done.pop()) if done else Change()
        if act != "undo":
            done.append(change)
        state = apply(state, change)
    return state


@settings(max_examples=200, deadline=None)
@given(before=st.lists(ACTIONS, max_size=4), then=st.lists(ACTIONS, max_size=6))
def test_a_line_that_tells_its_evidence_reads_as_made_fresh_or_is_marked(before: list, then: list) -> None:  # type: ignore[type-arg]
    start = after(first_state(TALK), before)
    lines = [Line(LineKind.SUMMARY, read(start, said), places=(place_of(TALK, said),)) for said in SENTENCES]
    end = after(with_lines(start, *lines), then)
    for (text, is_changed), said in zip(shown(end).values(), SENTENCES, strict=True):
        assert text == read(end, said) or is_changed


@settings(max_examples=200, deadline=None)
@given(before=st.lists(ACTIONS, max_size=3), then=st.lists(ACTIONS, max_size=5))
def test_words_of_other_lines_come_from_their_evidence_or_the_line_is_marked(before: list, then: list) -> None:  # type: ignore[type-arg]
    """A line of a few words of a sentence holds no word that its evidence no longer has."""
    start = after(first_state(TALK), before)
    words = {said: read(start, said).split()[:3] for said in SENTENCES}
    lines = [Line(LineKind.KEYWORD, " ".join(words[said]), places=(place_of(TALK, said),)) for said in SENTENCES]
    end = after(with_lines(start, *lines), then)
    for (text, is_changed), said in zip(shown(end).values(), SENTENCES, strict=True):
        assert is_changed or all(word in read(end, said) for word in text.split())


@settings(max_examples=60, deadline=None)
@given(then=st.lists(ACTIONS, max_size=6))
def test_undoing_everything_gives_every_line_back(then: list) -> None:  # type: ignore[type-arg]
    lines = [
        Line(LineKind.SUMMARY, read(first_state(TALK), said), places=(place_of(TALK, said),)) for said in SENTENCES
    ]
    start = with_lines(first_state(TALK), *lines)
    end = after(start, [step for step in then if step[0] != "undo"])
    assert shown(apply(end, change_of(end, {("edits", id_): None for id_ in end.edits}))) == shown(start)


STEPS = {
    "one accepted": [(accept, OFFERED[0])],
    "one taken back": [(accept, OFFERED[0]), (revert, 0)],
    "all replaced": [(replace_all, ("카프카", "Kafka"))],
    "replaced over an accepted one": [(accept, OFFERED[0]), (replace_all, ("RAG", "래그"))],
    "typed as it is spelt": [(retype, ("카프카로", "Kafka로"))],
}


@pytest.mark.parametrize("steps", STEPS.values(), ids=STEPS)
@pytest.mark.parametrize("automatic", [False, True], ids=["plain", "after automatic terms"])
def test_what_the_summary_writes_follows(korean: Korean, steps: list, automatic: bool) -> None:  # type: ignore[type-arg]
    """Written by the real rules before, then the steps: each line is the one that the rules write after them."""
    start = after(first_state(TALK), [(accept, edit) for edit in OFFERED[3:6]] if automatic else [])
    bare = [Line(LineKind.SUMMARY, said, places=(place_of(TALK, said),)) for said in SENTENCES]
    written = [made_again(korean, neighbourhood_of(with_lines(start, line), "l1")) for line in bare]
    state = after(with_lines(start, *(line for line in written if line is not None)), steps)
    lines = shown_minutes(TALK, state).summary
    assert len(lines) == len(SENTENCES)
    fresh = [made_again(korean, neighbourhood_of(state, line.id)) for line in lines]
    assert [line.line.text for line in lines] == [line.text for line in fresh if line is not None]
    assert not any(line.is_changed for line in lines)


def neighbourhood_of(state: State, id_: str) -> Neighbourhood:
    return around_evidence(state, transcript(TALK, state), id_)


@pytest.fixture
def corrected() -> State:
    """The terms that the program applied by itself stand in the words before a line is made of them."""
    return after(first_state(TALK), [(accept, edit) for edit in OFFERED[:5]])


def test_table_cells_answers_and_keywords_follow_too(corrected: State) -> None:
    task = line_of(TALK, LineKind.ACTION, "QA 정리", SENTENCES[2], owner="지훈", due_text="금요일까지")
    question = line_of(
        TALK, LineKind.QUESTION, "카프카로 모으나?", SENTENCES[0], SENTENCES[3], answer="카프카는 그대로 둠"
    )
    state = with_lines(corrected, task, question, line_of(TALK, LineKind.KEYWORD, "RAG", SENTENCES[0]))
    state = after(state, [(revert_all, 0), (replace_all, ("지훈", "지헌")), (replace_all, ("카프카", "Kafka"))])
    minutes = shown_minutes(TALK, state)
    assert (minutes.actions[0].text, minutes.actions[0].line.owner) == ("큐에이 정리", "지헌")
    assert (minutes.questions[0].text, minutes.questions[0].line.answer) == ("Kafka로 모으나?", "Kafka는 그대로 둠")
    assert minutes.keywords[0].text == "레그"
    assert not any(line.is_changed for line in (*minutes.actions, *minutes.questions, *minutes.keywords))


def test_an_owner_and_a_day_that_a_person_filled_in_stay(corrected: State) -> None:
    mine = {"owner": "지훈", "due_text": "지훈 휴가 뒤", "by_hand": (OWNER, DUE)}
    state = with_lines(corrected, line_of(TALK, LineKind.ACTION, "지훈 정리", SENTENCES[2], **mine))
    action = shown_minutes(TALK, after(state, [(replace_all, ("지훈", "지헌"))])).actions[0].line
    assert (action.text, action.owner, action.due_text) == ("지헌 정리", "지훈", "지훈 휴가 뒤")


def test_another_day_marks_the_line_even_where_it_was_replaced(corrected: State) -> None:
    task = line_of(TALK, LineKind.ACTION, "플러 세스 정리", SENTENCES[2], due_text="금요일까지", due_date="2026-05-01")
    action = shown_minutes(TALK, after(with_lines(corrected, task), [(replace_all, ("금요일", "목요일"))])).actions[0]
    assert (action.line.due_text, action.is_changed) == ("금요일까지", True)


@pytest.mark.parametrize("by_hand", [{"is_edited": True}, {"author": "person"}], ids=["rewritten", "written"])
def test_a_person_s_words_stay(corrected: State, by_hand: dict) -> None:  # type: ignore[type-arg]
    state = with_lines(corrected, line_of(TALK, LineKind.SUMMARY, "RAG 도입, 카프카 유지", SENTENCES[0], **by_hand))
    end = after(state, [(revert_all, 0), (replace_all, ("카프카", "Kafka"))])
    assert shown(end)["l1"] == ("RAG 도입, 카프카 유지", False)


def test_speech_that_a_person_put_among_the_lines_follows_until_it_is_reworded(corrected: State) -> None:
    speech = line_of(
        TALK, LineKind.DECISION, read(corrected, SENTENCES[0]), SENTENCES[0], author="person", is_quoted=True
    )
    state = with_lines(corrected, speech)
    assert shown(after(state, [(revert_all, 0)]))["l1"] == (SENTENCES[0], False)


@pytest.mark.parametrize(
    ("said", "before", "after_", "line", "reads"),
    [
        ("원인은 마이 그레 이선이었고요.", "마이 그레 이선이", "마이그레이션이", "마이그레이션", "마이 그레 이선"),
        ("레그시스템을 봅니다.", "레그", "RAG", "RAG시스템 보기", "레그시스템 보기"),
        ("랩이 낫습니다.", "랩이", "RAG가", "RAG를 씀", "랩을 씀"),
        ("플러세스가 깁니다.", "플러세스가", "프로세스가", "프로세스", "플러세스"),
    ],
)
def test_a_line_of_the_bare_word_follows_whatever_ending_it_was_said_with(
    said: str, before: str, after_: str, line: str, reads: str
) -> None:
    source = source_of(("참석자 1", 0, said))
    applied = edit_of(source, before, after_)
    state = replace(first_state(source), edits={applied.id: applied})
    made_line = {("lines", "k"): line_of(source, LineKind.KEYWORD, line, said)}
    state = apply(state, with_bases(source, state, change_of(state, made_line)))
    back = apply(state, change_of(state, {("edits", applied.id): None}))
    assert [one.text for one in shown_minutes(source, state).keywords] == [line]
    assert [one.text for one in shown_minutes(source, back).keywords] == [reads]


def test_a_part_of_a_word_that_is_no_more_marks_the_line_until_it_is_looked_at() -> None:
    source = source_of(("참석자 1", 0, "시아이시디 파이프라인을 봅시다."))
    applied = edit_of(source, "시아이시디", "CI/CD")
    state = replace(first_state(source), edits={applied.id: applied})
    line = line_of(source, LineKind.HEADLINE, "CD 파이프라인", "시아이시디 파이프라인을 봅시다.")
    state = apply(state, with_bases(source, state, change_of(state, {("lines", "h"): line})))
    assert not is_marked(source, state)
    back = apply(state, change_of(state, {("edits", applied.id): None}))
    assert is_marked(source, back)
    settled = Following(source, back).settled(back.lines["h"])
    assert not is_marked(source, apply(back, change_of(back, {("lines", "h"): settled})))


def is_marked(source: Source, state: State) -> bool:
    headline = shown_minutes(source, state).headline
    assert headline is not None
    return headline.is_changed


def test_a_name_given_again_takes_the_place_of_the_one_before() -> None:
    named = apply(first_state(TALK), rename(first_state(TALK), "s2", "정민호", None))
    line = line_of(TALK, LineKind.ACTION, "정민호가 정리함", SENTENCES[2], author="model", owner="정민호")
    state = with_lines(named, line)
    again = apply(state, rename(state, "s2", "한지우", None))
    action = shown_minutes(TALK, again).actions[0].line
    assert (action.text, action.owner) == ("한지우가 정리함", "한지우")
    assert shown_minutes(TALK, state).actions[0].line.text == "정민호가 정리함"


@pytest.mark.parametrize(
    ("before", "after_", "is_same"),
    [
        ("카프카를", "Kafka를", True),
        ("엘엘엠이", "LLM이", True),
        ("할수있는", "할 수 있는", True),
        ("지훈이", "지헌이", True),
        ("코파일러", "코파일럿", True),
        ("kafka", "Kafka", True),
        ("금요일에", "목요일에", False),
        ("3억을", "5억을", False),
        ("두 배로", "세 배로", False),
        ("합니다", "합니까", False),
        ("가능", "불가능", False),
        ("안", "못", False),
        ("개발팀이", "홍보팀이", False),
        ("제가", "저희 팀에서 다 같이 모여서", False),
        ("승인합니다", "", False),
    ],
)
def test_what_is_only_spelt_otherwise(before: str, after_: str, is_same: bool) -> None:
    assert is_respelling(before, after_) is is_same


SPOKEN = source_of(
    (
        "참석자 1",
        0,
        "웹 훅이 밀리면서 타임 아웃이 났습니다. 점주님들이 28일부터 씁니다. 서버를 증설하기로 결정했습니다.",
    ),
    ("참석자 2", 20, "배너 클릭률이 낮은 게 문제입니다. 베트남 출장은 취소하는 걸로 하죠."),
)


def line_after(said: str, told: str, before: str, after: str, kind: EditKind = EditKind.MANUAL) -> tuple[str, bool]:
    """What a line reads after a part of its sentence was typed over, and whether it is marked."""
    start = first_state(SPOKEN)
    line = Line(LineKind.SUMMARY, told, places=(place_of(SPOKEN, said),))
    state = apply(start, with_bases(SPOKEN, start, change_of(start, {("lines", "l1"): line})))
    at = SPOKEN.text.index(before, place_of(SPOKEN, said).start)
    edit = Edit(at, at + len(before), before, after, kind, by="person")
    if after.endswith(before):  # what is kept is what was put in
        edit = Edit(at, at, "", after.removesuffix(before), kind, by="person")
    [shown] = shown_minutes(SPOKEN, apply(state, change_of(state, {("edits", edit.id): edit}))).summary
    return shown.line.text, shown.is_changed


FOLLOWED = [
    ("웹 훅이 밀리면서 타임 아웃이 났습니다.", "웹 훅이 밀림", "웹 훅이", "웹훅이", "웹훅이 밀림"),
    ("웹 훅이 밀리면서 타임 아웃이 났습니다.", "타임 아웃이 남", "타임 아웃이", "타임아웃이", "타임아웃이 남"),
    ("점주님들이 28일부터 씁니다.", "점주님들이 28일부터 씀", "점주님", "가맹점주님", "가맹점주님들이 28일부터 씀"),
]


@pytest.mark.parametrize(("said", "told", "before", "after", "expected"), FOLLOWED)
def test_a_line_follows_a_space_that_goes_and_letters_that_come_at_its_beginning(
    said: str, told: str, before: str, after: str, expected: str
) -> None:
    assert line_after(said, told, before, after, EditKind.WORD) == (expected, False)


SAID_OTHERWISE = [
    ("결정했", "결정 안 했"),
    ("결정했습니다", "보류했습니다"),
    ("증설하기로 결정했습니다", "증설은 안 하기로 결정했습니다"),
]


@pytest.mark.parametrize(("before", "after"), SAID_OTHERWISE)
def test_another_verb_or_a_not_put_in_everywhere_marks_the_line(before: str, after: str) -> None:
    told = "서버를 증설하기로 결정"
    assert line_after("서버를 증설하기로 결정했습니다.", told, before, after, EditKind.WORD) == (told, True)


def test_another_name_put_in_everywhere_is_followed() -> None:
    found_ = line_after(
        "서버를 증설하기로 결정했습니다.", "서버를 증설하기로 결정", "서버를", "디스크를", EditKind.WORD
    )
    assert found_ == ("디스크를 증설하기로 결정", False)


@pytest.mark.parametrize(
    ("said", "told", "before", "after"),
    [
        ("배너 클릭률이 낮은 게 문제입니다.", "배너 클릭률, 지면 문제인지", "클릭률이", "CTR"),
        ("베트남 출장은 취소하는 걸로 하죠.", "베트남 출장 · 파트너", "출장은", "workshop"),
        ("베트남 출장은 취소하는 걸로 하죠.", "베트남 출장은 취소하기로 함", "취소하는", "cancel"),
    ],
)
def test_a_word_typed_over_with_its_particle_marks_a_line_that_still_has_it(
    said: str, told: str, before: str, after: str
) -> None:
    assert line_after(said, told, before, after) == (told, True)
