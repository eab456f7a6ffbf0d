"""What is kept with a sentence is worked out once, and its end is all that a rule of endings needs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from summary_notes import note_of, talk

from processing.korean import Korean
from processing.summary.computed import computed
from processing.summary.utterance import Utterance, once

MEETINGS = sorted((Path(__file__).parents[2] / "cases" / "meetings").glob("*.txt"))


def test_a_rule_is_worked_out_once_for_each_sentence(korean: Korean) -> None:
    asked: list[str] = []

    @once
    def is_long(utterance: Utterance) -> bool:
        """Whether it is long."""
        asked.append(utterance.text)
        return len(utterance.text) > 8

    short, long = talk(korean, "가: 네 좋습니다. 다음 주에 다시 모입시다.").said
    assert [is_long(short), is_long(long), is_long(short), is_long(long)] == [False, True, False, True]
    assert asked == [short.text, long.text]
    assert is_long.__doc__ == "Whether it is long."


def test_two_rules_of_one_name_are_kept_apart(korean: Korean) -> None:
    said = talk(korean, "가: 네 좋습니다.").said[0]
    rules = [once(rule) for rule in (Rules.length, OtherRules.length)]
    assert [rule(said) for rule in rules] == [len(said.text), -1]


class Rules:
    @staticmethod
    def length(utterance: Utterance) -> int:
        return len(utterance.text)


class OtherRules:
    @staticmethod
    def length(utterance: Utterance) -> int:
        return -1


def test_an_attribute_is_worked_out_when_it_is_first_asked_for_and_kept() -> None:
    worked_out: list[int] = []

    class Number:
        def __init__(self, value: int) -> None:
            self.value = value

        @computed
        def square(self) -> int:
            """The value times itself."""
            worked_out.append(self.value)
            return self.value**2

    three, four = Number(3), Number(4)
    assert worked_out == []
    assert [three.square, three.square, four.square] == [9, 9, 16]
    assert worked_out == [3, 4]
    assert Number.square.__doc__ == "The value times itself."


def test_a_rule_of_endings_finds_in_the_end_what_it_finds_in_the_whole(
    korean: Korean, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_the_end, found = Utterance.ends_in, set()

    def compared(utterance: Utterance, pattern: re.Pattern[str]) -> re.Match[str] | None:
        match, whole = in_the_end(utterance, pattern), pattern.search(utterance.tagged)
        assert (match and match.span()) == (whole and whole.span()), utterance.tagged
        found.add((pattern.pattern, match is not None))
        return match

    monkeypatch.setattr(Utterance, "ends_in", compared)
    for path in MEETINGS[::5]:
        note_of(path.read_text(encoding="utf-8"), korean).lines()
    assert {is_found for _, is_found in found} == {True, False}
