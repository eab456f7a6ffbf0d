"""Lines without full stops: one sentence of one speaker becomes one again, what is another's or begins anew stays."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from talks import korean

from processing import readers
from processing.note import EditKind, State, apply, first_state
from processing.source import Source
from processing.transcript import transcript
from processing.turns import certain_repairs, segment_repairs

JOINED = {  # lines of one speaker, and the sentences that they are
    "a connective ending": (
        ("저 이거 내일 돌려놓고", "일단 확인을 해 볼 수 있어요"),
        ["저 이거 내일 돌려놓고 일단 확인을 해 볼 수 있어요"],
    ),
    "an object": (
        ("그러면 일단 저는 파인튜닝 한 것을", "다시 돌릴게요"),
        ["그러면 일단 저는 파인튜닝 한 것을 다시 돌릴게요"],
    ),
    "a place": (("내가 그거 노션에다가", "정리를 해서 올려놔"), ["내가 그거 노션에다가 정리를 해서 올려놔"]),
    "a verb before its noun": (
        ("제가 지난주에 말씀드린", "자료를 보시면 됩니다"),
        ["제가 지난주에 말씀드린 자료를 보시면 됩니다"],
    ),
    "a time": (("한 시간짜리를 넣었을 때", "결과가 이상해요"), ["한 시간짜리를 넣었을 때 결과가 이상해요"]),
    "an adverb": (("이번 주는 일단", "쉬겠습니다"), ["이번 주는 일단 쉬겠습니다"]),
    "a word that the joiner has never seen": (
        ("처음부터", "이게", "배치사이즈 조절을 할 수 있는데"),
        ["처음부터 이게 배치사이즈 조절을 할 수 있는데"],
    ),
    "a particle before a word like its ending": (
        ("저 모델 하나에", "에프크를 열 번을 돌려요"),
        ["저 모델 하나에 에프크를 열 번을 돌려요"],
    ),
    "three lines": (("예산은", "다음 주에", "정하겠습니다"), ["예산은 다음 주에 정하겠습니다"]),
}
APART = {
    "a finished sentence": ("그렇게 해 보시죠", "두 가지로 하겠습니다"),
    "a polite particle at the end": ("끝난 것 같아서요", "다음은 예산이에요"),
    "an answer begins anew": ("확인을 한번 해 보고", "네 알겠습니다"),
    "a conjunction begins anew": ("좀 더 빠르긴 한데", "그래서 이걸로 하죠"),
    "names one after another": ("일본어", "한국어"),
    "an item of a list": ("예산을 확인하고", "- 일정 조율"),
}  # fmt: skip


def _repaired(text: str) -> tuple[Source, State]:
    source = readers.read(text.encode(), "note.txt").source
    state = first_state(source)
    state = apply(state, certain_repairs(source, state, korean().wants_blank)[0])
    change, told = segment_repairs(source, state, korean().wants_blank, korean().morphemes_of)
    joins = [step.new for step in change.steps.values() if step.new.kind is EditKind.JOIN]
    assert len(told) == len(joins)
    return source, apply(state, change)


def _sentences(text: str) -> list[str]:
    return [paragraph.text for turn in transcript(*_repaired(text)) for paragraph in turn.paragraphs]


@pytest.mark.parametrize("name", JOINED)
@pytest.mark.parametrize("form", ["SPEAKER_00: {}\n", "SPEAKER_00 00:0{n}\n{}\n\n"], ids=["labels", "times"])
def test_segments_of_one_sentence_are_joined(name: str, form: str) -> None:
    lines, sentences = JOINED[name]
    text = "".join(form.format(line, n=n) for n, line in enumerate(lines)) + form.replace("00:", "01:", 1).format(
        "네", n=9
    )
    assert _sentences(text) == [*sentences, "네"]


@pytest.mark.parametrize("name", JOINED)
def test_lines_of_one_block_are_joined(name: str) -> None:
    lines, sentences = JOINED[name]
    assert _sentences("참석자 1 00:00\n" + "\n".join(lines) + "\n\n참석자 2 00:09\n네\n") == [*sentences, "네"]


@pytest.mark.parametrize("name", APART)
def test_what_begins_anew_stays_apart(name: str) -> None:
    lines = APART[name]
    text = "".join(f"SPEAKER_00: {line}\n" for line in lines) + "SPEAKER_01: 네\n"
    assert _sentences(text) == [*lines, "네"]
    inside = "참석자 1 00:00\n" + "\n".join(lines) + "\n\n참석자 2 00:09\n네\n"
    source, state = _repaired(inside)
    assert not state.edits, source.text


def test_another_speaker_and_a_blank_line_part_sentences() -> None:
    assert _sentences("SPEAKER_00: 그 자료를\nSPEAKER_01: 잠깐만요\n") == ["그 자료를", "잠깐만요"]
    assert _sentences("안건은\n\n예산\n") == ["안건은", "예산"]


def test_times_stay_where_the_lines_began() -> None:
    source, state = _repaired(
        "화자 1 00:05\n예산은 다음 주에\n\n화자 1 00:09\n정하겠습니다\n\n화자 1 00:12\n이상입니다\n\n화자 2 00:15\n네\n"
    )
    assert list(source.anchors.values()) == [5, 9, 12, 15]
    turns = transcript(source, state)
    assert [[(p.start_s, p.exact) for p in turn.paragraphs] for turn in turns] == [
        [(5, True), (12, True)],
        [(15, True)],
    ]
    joined = turns[0].paragraphs[0]
    at = joined.text.index("정하겠습니다")
    assert source.anchors[joined.place_of(at, at + 6).start] == 9


def test_a_long_row_of_clauses_does_not_become_one_sentence() -> None:
    clause = "이 부분은 데이터를 조금 더 모아서 확인을 해 봐야 하고"
    sentences = _sentences("".join(f"SPEAKER_00: {clause}\n" for _ in range(12)) + "SPEAKER_01: 네\n")
    assert len(sentences) > 4
    assert max(map(len, sentences)) <= 150


def test_a_note_with_full_stops_is_left_to_them() -> None:
    _, state = _repaired("SPEAKER_00: 예산을 보죠.\nSPEAKER_00: 네.\nSPEAKER_00: 그건.\nSPEAKER_01: 네.\n")
    assert not state.edits


lines = st.sampled_from(
    ["네", "예산을", "그래서", "확인하고", "했어요", "\n", "- 가", "", "그 다음에 이제", "😀", "Q?"]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["SPEAKER_00: ", "SPEAKER_01: ", ""]), lines), min_size=1, max_size=15))
def test_no_word_is_lost(parts: list[tuple[str, str]]) -> None:
    text = "SPEAKER_00: 시작\n" + "\n".join(label + line for label, line in parts)
    source, state = _repaired(text)
    said = " ".join(turn.text for turn in transcript(source, state)).split()
    assert "".join(said) == "".join("".join(source.slice(block.text).split()) for block in source.blocks)
