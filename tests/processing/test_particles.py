"""Particles after a replaced word: the form that the new word's sound asks for."""

from __future__ import annotations

import pytest

from processing.particles import agreeing, ends_in, stems, without_particle

# suffix as heard, reading of the new word, suffix as it must read
AGREEMENT = [
    ("를", "래그", "를"), ("을", "래그", "를"), ("를", "엘엘엠", "을"), ("는", "엘엘엠", "은"), ("은", "프롬프트", "는"),
    ("이", "래그", "가"), ("가", "엘엘엠", "이"), ("와", "파인튜닝", "과"), ("과", "챗지피티", "와"),
    ("로", "에스큐엘", "로"), ("으로", "에스큐엘", "로"), ("로", "파인튜닝", "으로"), ("으로", "프롬프트", "로"),
    ("이랑", "래그", "랑"), ("랑", "엘엘엠", "이랑"), ("이나", "래그", "나"), ("나", "파인튜닝", "이나"),
    ("이라고", "래그", "라고"), ("라는", "엘엘엠", "이라는"), ("이에요", "래그", "예요"), ("예요", "엘엘엠", "이에요"),
    ("이었고", "래그", "였고"), ("이든지", "래그", "든지"), ("이란", "래그", "란"), ("이니까", "래그", "니까"),
]  # fmt: skip
# suffixes without a second form come back as they are
UNCHANGED = ["에서", "도", "만", "의", "까지", "처럼", "에게", "들이", "하고", "같은", ""]


@pytest.mark.parametrize(("suffix", "reading", "right"), AGREEMENT)
def test_a_particle_takes_the_form_that_the_new_word_asks_for(suffix: str, reading: str, right: str) -> None:
    assert agreeing(suffix, reading) == right


@pytest.mark.parametrize("suffix", UNCHANGED)
def test_a_suffix_with_one_form_stays(suffix: str) -> None:
    assert agreeing(suffix, "래그") == agreeing(suffix, "엘엘엠") == suffix


@pytest.mark.parametrize(("reading", "coda"), [("래그", ""), ("엘엘엠", "ㅁ"), ("에스큐엘", "ㄹ"), ("", "")])
def test_the_coda_decides(reading: str, coda: str) -> None:
    assert ends_in(reading) == coda


def test_every_way_to_cut_an_eojeol_leaves_a_stem() -> None:
    ends = stems("레그들이라고는")
    assert ends[0] == len("레그들이라고는")
    assert all(end > 0 for end in ends)
    assert "레그" in {"레그들이라고"[:end] for end in stems("레그들이라고")}


@pytest.mark.parametrize(
    ("selected", "term"),
    [
        ("Windsurf라고", "Windsurf"),
        ("GPT-4o는", "GPT-4o"),
        ("보틀넥을", "보틀넥"),
        ("카프카까지", "카프카"),
        ("RAG시스템", "RAG시스템"),
        ("어린이", "어린이"),
        ("투자가", "투자가"),
        ("고속도로", "고속도로"),
        ("난이도", "난이도"),
        ("를", "를"),
        ("", ""),
    ],
)
def test_a_selected_term_loses_only_what_can_be_nothing_but_a_particle(selected: str, term: str) -> None:
    assert without_particle(selected) == term
