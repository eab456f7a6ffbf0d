"""Finding and replacing over the shown text: whole words with particles, one change, positions that hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processing.finding import found, replaced
from processing.note import Edit, State, apply, change_of, first_state, invert
from processing.readers import read
from processing.source import Source
from processing.transcript import transcript

TALK = """새로운 노트

참석자 1 00:00
회의를 시작하죠. 다음 회의는 월요일입니다. 회의실은 3층입니다.

참석자 2 00:30
😀 그 회의 말이죠. Rag와 RAG를 봅시다. 재회의 기쁨.
"""


@pytest.fixture
def source() -> Source:
    return read(TALK.encode(), "회의.txt").source


def shown(source: Source, state: State) -> str:
    return "\n".join(turn.text for turn in transcript(source, state))


def words(source: Source, state: State, wanted: str, is_whole: bool) -> list[str]:
    hits = found(transcript(source, state), wanted, is_whole)
    return [hit.paragraph.text[hit.start : hit.end] + hit.suffix for hit in hits]


def test_words_are_found_inside_others_unless_whole_ones_are_wanted(source: Source) -> None:
    state = first_state(source)
    assert len(words(source, state, "회의", False)) == 5
    assert words(source, state, "회의", True) == ["회의를", "회의는", "회의"]


def test_case_does_not_matter_and_blanks_find_nothing(source: Source) -> None:
    state = first_state(source)
    assert words(source, state, "rag", True) == ["Rag와", "RAG를"]
    assert found(transcript(source, state), "  ") == []


def test_a_hit_is_a_place_of_the_source(source: Source) -> None:
    state = first_state(source)
    hits = found(transcript(source, state), "RAG")
    assert [source.slice(hit.place) for hit in hits] == ["Rag", "RAG"]


def test_particles_follow_the_new_word(source: Source) -> None:
    state = first_state(source)
    hits = found(transcript(source, state), "회의", True)
    text = shown(source, apply(state, replaced(source, state, hits, "모임")))
    assert "모임을 시작하죠. 다음 모임은 월요일입니다. 회의실은" in text
    assert "그 모임 말이죠" in text


def test_replacing_goes_over_edits_that_stand(source: Source) -> None:
    state = first_state(source)
    at = source.text.index("회의를")
    edit = Edit(at, at + 9, source.text[at : at + 9], "회의와 회의를 열죠.")
    state = apply(state, change_of(state, {("edits", edit.id): edit}))
    hits = found(transcript(source, state), "회의", True)
    change = replaced(source, state, hits, "모임")
    after = apply(state, change)
    assert "모임과 모임을 열죠." in shown(source, after)
    assert apply(after, invert(change)) == state


@given(st.data())
def test_the_shown_text_reads_as_plain_replacing_would(data: st.DataObject) -> None:
    source = read(TALK.encode(), "회의.txt").source
    state = first_state(source)
    wanted = data.draw(st.sampled_from(["회의", "의", "RAG", "니다", "다음", "죠."]))
    new = data.draw(st.text(st.sampled_from(list("가회a😀 ")), min_size=1, max_size=4))
    hits = [h for h in found(transcript(source, state), wanted) if not h.suffix]
    change = replaced(source, state, hits, new)
    expected = shown(source, state)
    for turn in transcript(source, state):
        for paragraph in turn.paragraphs:
            text = paragraph.text
            for hit in sorted((h for h in hits if h.paragraph.place == paragraph.place), key=lambda h: -h.start):
                text = text[: hit.start] + new + text[hit.end :]
            expected = expected.replace(paragraph.text, text)
    after = shown(source, apply(state, change))
    assert "".join(after.split()) == "".join(expected.split())
