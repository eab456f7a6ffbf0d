"""Signs that a file writes in letters: shown as signs, and the file's own lines and columns kept."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processing import readers
from processing.note import State, apply, first_state
from processing.source import Source
from processing.transcript import transcript
from processing.turns import certain_repairs

FILES = {  # a file, and its words as they show
    "captions": ("네 R&amp;D 팀 &gt;&gt; 저도 &#39;그&#39; 팀", ["네 R&D 팀", "저도 '그' 팀"]),
    "captions escaped twice": ("네 &amp;gt;&amp;gt; 저는 &amp;quot;네&amp;quot;", ["네", '저는 "네"']),
    "captions without a change of speaker": ("제품 &amp; 수요를 설명드리겠습니다", ["제품 & 수요를 설명드리겠습니다"]),
    "labels": ("참석자 1: R&amp;D요\n참석자 2: 네&nbsp;네\n", ["R&D요", "네 네"]),
    "Markdown": ("**김민수:** 1\\. 네\\!\n**이영희:** a\\_b\n", ["1. 네!", "a_b"]),
    "an entity that Markdown escapes": ("**김민수:** \\&amp;라고 적죠\n**이영희:** 네\n", ["&amp;라고 적죠", "네"]),
    "a figure of half a letter stays": ("네 &#55357; &gt;&gt; 예", ["네 &#55357;", "예"]),
    "an order to write from right to left stays": ("네 &#8238; &gt;&gt; 예", ["네 &#8238;", "예"]),
    "markup that is spoken of stays": (
        "태그는 <b>굵게</b>이고 &lt;b&gt;로 적습니다",
        ["태그는 <b>굵게</b>이고 &lt;b&gt;로 적습니다"],
    ),
    "a backslash of other text stays": ("경로는 C:\\_temp 입니다", ["경로는 C:\\_temp 입니다"]),
    "subtitles that were escaped once more": ("1\n00:00:01,000 --> 00:00:02,000\nR&amp;amp;D\n", ["R&amp;D"]),
}


def _cleaned(text: str) -> tuple[Source, State]:
    source = readers.read(text.encode(), "note.txt").source
    state = first_state(source)
    change, _ = certain_repairs(source, state, lambda before, after: True)
    return source, apply(state, change)


@pytest.mark.parametrize("name", FILES)
def test_signs_show_as_signs(name: str) -> None:
    text, shown = FILES[name]
    assert [turn.text for turn in transcript(*_cleaned(text))] == shown


def _signs(text: str) -> str:
    while text != (text := html.unescape(text)):
        pass
    return text


pieces = st.sampled_from(
    ["네", " ", "&gt;&gt; ", "&amp;", "&#39;", "&nbsp;", "&", "&amp;amp;", ">>", "\n", "&quot;", "R&amp;D", "😀"]
)


@given(st.lists(pieces, max_size=30).map(lambda parts: "말 >> " + "".join(parts)))
def test_every_place_is_the_words_of_its_line_and_column_in_the_file(text: str) -> None:
    source, state = _cleaned(text)
    lines = text.split("\n")
    for edit in state.edits.values():
        line, column = source.line_of(edit.start), source.column_of(edit.start)
        assert "\n".join(lines[line - 1 :])[column:].startswith(edit.before)
    for turn in transcript(source, state):
        for paragraph in turn.paragraphs:
            line, column = source.line_of(paragraph.place.start), source.column_of(paragraph.place.start)
            there = "\n".join(lines[line - 1 :])[column : column + len(paragraph.place)]
            assert _signs(there).split() == paragraph.text.split()


def test_a_correction_over_a_sign_is_one_edit() -> None:
    source, state = _cleaned("참석자 1: 엠 &amp; 에이요\n참석자 2: 네\n")
    assert [edit.before for edit in state.edits.values()] == ["&amp;"]
    paragraph = transcript(source, state)[0].paragraphs[0]
    taken = apply(state, paragraph.change(state, 0, 6, "M&A"))
    assert [turn.text for turn in transcript(source, taken)] == ["M&A요", "네"]
    assert [(edit.before, edit.after) for edit in taken.edits.values()] == [("엠 &amp; 에이", "M&A")]
