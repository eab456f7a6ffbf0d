"""Tracked changes: accepting all gives the cleaned words, rejecting all the file's lines, proved on the XML."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from processing.evidence import turns_of
from processing.export.revisions import DELETED, INSERTED, MarkedLine, marked_lines
from processing.export.tracked_changes import AUTHOR, tracked_changes
from processing.export.wording import clock
from processing.note import Edit, EditKind, Speaker, State, apply
from processing.shown import Shown, edit_over
from processing.source import Place, Source
from tests.builders import edit_of, place_of, source_of, state_of
from tests.processing.export.samples import MEETING, meeting_state


def body_of(source: Source, state: State) -> list[Any]:
    """The paragraphs of the transcript, without the title over it."""
    document = docx.Document(BytesIO(tracked_changes(source, state)))
    return [p._p for p in document.paragraphs if p.style.name in ("Speaker", "Speech")]


def read_after(paragraphs: list[Any], taken: str, refused: str) -> list[str]:
    """The lines after Word has kept what `taken` marks and dropped what `refused` marks (w:ins and w:del).

    A paragraph whose mark goes joins the next one; so ECMA-376 part 1, 17.13.5.15 and 17.13.5.20.
    """
    lines = [""]
    for p in paragraphs:
        for node in p.iter(qn("w:t"), qn("w:delText")):
            inside = {ancestor.tag for ancestor in node.iterancestors()}
            if qn(f"w:{refused}") not in inside:
                lines[-1] += node.text or ""
        mark = p.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn(f'w:{refused}')}")
        if mark is None:
            lines.append("")
    return [line for line in lines if line.strip()]


def accepted(source: Source, state: State) -> list[str]:
    return read_after(body_of(source, state), "ins", "del")


def rejected(source: Source, state: State) -> list[str]:
    return read_after(body_of(source, state), "del", "ins")


def cleaned(source: Source, state: State) -> str:
    """The words as the window shows them: a head for every turn, then its words."""
    parts = []
    for turn in turns_of(source, state, tuple(state.withheld.values())):
        parts += [turn.shown_name, clock(turn.start_s), turn.text]
    return " ".join(" ".join(parts).split())


def own_lines(source: Source) -> list[str]:
    """The file's own headers and lines."""
    lines = []
    for block in source.blocks:
        lines += [source.slice(block.header)] if block.header else []
        lines += source.slice(block.text).split("\n")
    return [line for line in lines if line.strip()]


def flat(lines: list[str]) -> str:
    return " ".join(" ".join(lines).split())


def test_the_sample_both_ways_without_what_is_withheld() -> None:
    state = meeting_state()
    assert flat(accepted(MEETING, state)) == cleaned(MEETING, state)
    withheld = MEETING.slice(next(iter(state.withheld.values())))
    assert rejected(MEETING, state) == [
        line for line in own_lines(MEETING) if line != withheld and line != "참석자 3 02:13"
    ]


def test_merged_split_joined_and_reassigned_turns() -> None:
    source = source_of(
        ("참석자 1", 0, "첫 문장입니다.\n둘째 문장은 둘로"),
        ("참석자 1", 60, "나뉘었습니다. 셋째는 남의 말."),
        ("참석자 2", 90, "네."),
        ("참석자 2", 95, "플러\n세스가 있습니다."),
    )
    first, second, third, _ = source.blocks
    join = edit_of(source, source.text[first.text.end : second.text.start], " ", kind=EditKind.JOIN)
    wrap = edit_of(source, "플러\n세스", "플러세스", kind=EditKind.WRAP)
    state = state_of(source, join, wrap)
    split = place_of(source, "셋째는").start
    cuts = {first.text.start: "s1", split: "s2", third.text.start: "s1"}
    state = replace(state, cuts=cuts, speakers={**state.speakers, "s2": Speaker("참석자 2", "박지훈")})
    assert flat(accepted(source, state)) == cleaned(source, state)
    assert accepted(source, state)[:3] == ["참석자 1 00:00", "첫 문장입니다.", "둘째 문장은 둘로 나뉘었습니다. "]
    assert rejected(source, state) == own_lines(source)


def test_a_file_without_headers_gets_and_loses_its_names() -> None:
    source = source_of((None, None, "하나.\n둘."), (None, None, "셋."))
    state = replace(
        state_of(source), cuts={b.text.start: "s1" for b in source.blocks}, speakers={"s1": Speaker(None, "김")}
    )
    assert accepted(source, state) == ["김", "하나.", "둘.", "김", "셋."]
    assert rejected(source, state) == ["하나.", "둘.", "셋."]


def test_each_reason_is_one_comment_on_its_change() -> None:
    file = tracked_changes(MEETING, meeting_state())
    document = docx.Document(BytesIO(file))
    assert [(comment.author, comment.text) for comment in document.comments] == [(AUTHOR, "용어집에 있는 말")] * 2
    changes = list(document.element.body.iter(qn("w:ins"), qn("w:del")))
    assert {change.get(qn("w:author")) for change in changes} == {AUTHOR}
    numbers = [change.get(qn("w:id")) for change in changes]
    assert len(numbers) == len(set(numbers))


letters = st.sampled_from(list("가나다 레그\n.a😀"))


@st.composite
def edited_notes(draw: st.DrawFn) -> tuple[Source, State]:
    said = st.text(letters, min_size=1, max_size=25).map(lambda t: re.sub(r"\n+", "\n", t).strip() or "말")
    labels = st.sampled_from(["참석자 1", "참석자 2"])
    source = source_of(*((draw(labels), 10.0 * i, draw(said)) for i in range(draw(st.integers(1, 4)))))
    state = state_of(source)
    merged = {b.text.start for b in source.blocks[1:] if draw(st.booleans())}
    state = replace(state, cuts={cut: id_ for cut, id_ in state.cuts.items() if cut not in merged})
    for block in source.blocks:
        state = _with_typing(draw, source, state, block.text)
    if draw(st.booleans()):
        state = replace(state, speakers={**state.speakers, "s1": Speaker("참석자 1", "김")})
    return source, state


def _with_typing(draw: st.DrawFn, source: Source, state: State, text: Place) -> State:
    for _ in range(draw(st.integers(0, 2))):
        shown = Shown(source.text, state.edits.values(), text)
        start = draw(st.integers(0, len(shown.text)))
        end = draw(st.integers(start, len(shown.text)))
        about = Edit(0, 0, "", "", EditKind.WORD, reason=draw(st.sampled_from(["", "까닭"])))
        new = draw(st.text(letters.filter(lambda ch: ch != "\n"), max_size=4))
        state = apply(state, edit_over(shown, state, start, end, new, about))
    return state


def read_marked(lines: list[MarkedLine], refused: str) -> list[str]:
    """The same as `read_after`, before anything is written as XML."""
    read = [""]
    for line in lines:
        read[-1] += "".join(part.text for part in line.parts if part.kind != refused)
        if line.end != refused:
            read.append("")
    return [line for line in read if line.strip()]


@pytest.mark.parametrize(("typed", "read"), [("", ["가나", "다라"]), ("마", ["가나", "마", "다라"])])
def test_a_change_of_a_blank_line_touches_no_other(typed: str, read: list[str]) -> None:
    source = source_of(("참석자 1", 0, "가나\n \n다라"))
    state = state_of(source)
    shown = Shown(source.text, (), source.blocks[0].text)
    state = apply(state, edit_over(shown, state, 3, 4, typed, Edit(0, 0, "", "", EditKind.WORD)))
    lines = marked_lines(source, state)
    assert read_marked(lines, DELETED)[1:] == read
    assert read_marked(lines, INSERTED) == own_lines(source)


@settings(deadline=None)
@given(edited_notes())
def test_any_note_both_ways(note: tuple[Source, State]) -> None:
    source, state = note
    lines = marked_lines(source, state)
    assert flat(read_marked(lines, DELETED)) == cleaned(source, state)
    assert read_marked(lines, INSERTED) == own_lines(source)


@settings(deadline=None, max_examples=20)
@given(edited_notes())
def test_the_xml_says_the_same(note: tuple[Source, State]) -> None:
    source, state = note
    lines, body = marked_lines(source, state), body_of(source, state)
    assert read_after(body, "ins", "del") == read_marked(lines, DELETED)
    assert read_after(body, "del", "ins") == read_marked(lines, INSERTED)
