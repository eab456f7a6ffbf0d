"""An analysis packed into columns comes back as it was, also in another process."""

from __future__ import annotations

import pickle

from hypothesis import given
from hypothesis import strategies as st

from processing.analysis import Analysis, Morpheme, Sentence
from processing.korean import Korean
from processing.note import Edit, apply, change_of, first_state
from processing.packed import packed, unpacked
from processing.readers import read
from processing.shown import Shown
from processing.source import Place
from processing.transcript import transcript

TALK = """회의

참석자 1 00:00
오늘은 레그를 봅니다. 😀 그리고 프로포트를
고칩니다. 일정은 3월 2일까지예요.

참석자 2 00:40
네 알겠습니다. 저는 비교표를 정리할게요.
"""


def is_same(one: Analysis, other: Analysis) -> bool:
    """Whether two analyses are equal, also in where their sentences stand in the source."""
    standing = [[(s.place, s.shown.text, s.shown.edits) for s in each.sentences] for each in (one, other)]
    return one == other and standing[0] == standing[1]


def test_a_talk_with_an_edit_comes_back_as_kiwi_told_it(korean: Korean) -> None:
    source = read(TALK.encode(), "note.txt").source
    start = source.text.index("레그")
    edit, state = Edit(start, start + 2, "레그", "RAG"), first_state(source)
    state = apply(state, change_of(state, {("edits", edit.id): edit}))
    analysis = korean.analyse(transcript(source, state))
    assert len(analysis.sentences) == 6
    left = pickle.loads(pickle.dumps(packed(analysis)))
    assert is_same(unpacked(left, source.text), analysis)


def test_an_empty_analysis_comes_back() -> None:
    assert unpacked(packed(Analysis(())), "") == Analysis(())


@given(st.lists(st.text(min_size=1, max_size=12), max_size=6), st.data())
def test_any_sentences_come_back(texts: list[str], data: st.DataObject) -> None:
    whole, sentences = "\n".join(texts), []
    at = 0
    for text in texts:
        shown = Shown(whole, (), Place(at, at + len(text)))
        some = st.tuples(st.sampled_from(["가", "나다", "RAG"]), st.sampled_from(["NNG", "JKS"]), st.booleans())
        told = data.draw(
            st.lists(st.tuples(some, st.integers(0, 12), st.floats(width=32, allow_nan=False)), max_size=4)
        )
        morphemes = tuple(Morpheme(form, tag, i, i + 1, known, score) for (form, tag, known), i, score in told)
        start_s = data.draw(st.none() | st.floats(0, 9, width=32))
        sentences.append(Sentence(text, morphemes, shown, 0, at, data.draw(st.sampled_from(["", "s1"])), start_s))
        at += len(text) + 1
    analysis = Analysis(tuple(sentences))
    assert is_same(unpacked(packed(analysis), whole), analysis)
