"""What holds for every line the program makes: evidence, length, its words in its evidence, nothing said twice."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from summary_notes import Note, note_of

from processing.analysis import Morpheme
from processing.korean import Korean
from processing.note import Line, LineKind
from processing.summary.endings import coda_of, past, with_coda
from processing.summary.offline import agenda_items

MEETINGS = sorted((Path(__file__).parents[2] / "cases" / "meetings").glob("*.txt"))
CHOSEN = (LineKind.HEADLINE, LineKind.SUMMARY, LineKind.BULLET, LineKind.SUGGESTION)
WRITTEN = (*CHOSEN, LineKind.DECISION, LineKind.ACTION, LineKind.OPEN_POINT, LineKind.QUESTION)
SAME = {"거": "것", "걸": "것", "게": "것"}  # 표준국어대사전: 거 is the spoken form of 것
OF_EVERY_LINE = {"하", "되", "있", "것"}  # what the written endings are made of, and what tells no line from another


@pytest.fixture(scope="module", params=MEETINGS, ids=[path.stem for path in MEETINGS])
def note(request: pytest.FixtureRequest, korean: Korean) -> Note:
    return note_of(request.param.read_text(encoding="utf-8"), korean)


def content(morphemes: Iterable[Morpheme]) -> set[str]:
    """The content morphemes of a text."""
    return {SAME.get(m.form, m.form) for m in morphemes if m.is_content}


def strange_words(note: Note, line: Line, korean: Korean) -> set[str]:
    """The content morphemes of a line that its evidence does not have, neither as morphemes nor as written.

    Kiwi takes a word now as one morpheme, now as root and ending (충분하다, 내기): both are the same word.
    """
    cited = [u for u in note.said if any(u.place.overlaps(place) for place in line.places)]
    known = {SAME.get(m.form, m.form) for u in cited for m in u.marks}
    said = " ".join(u.text for u in cited)
    text = f"{line.text} {line.answer or ''}".replace("「", "").replace("」", "")
    names = [name for name in line.text.split(", ") if len(line.text.split(", ")) > 1 and name in said]
    for name in names:  # a name as it was said; alone Kiwi takes it otherwise than in its sentence
        text = text.replace(name, "")
    found = content(korean.morphemes(text))
    stems = {form: form.removesuffix("하").removesuffix("기") for form in found - known - OF_EVERY_LINE}
    stems |= {form: with_coda(form, 0) for form in stems if coda_of(form[-1]) == 16}  # 드림: the noun form of 드리다
    bent = {
        form for form in stems if coda_of(form[-1]) == 17 and any(with_coda(form, 0) + end in said for end in "와우워")
    }  # 돕다: 도와
    bent |= {form for form in stems if with_coda(past(form), 0) in said}  # 여쭈어: 여쭤, 한글 맞춤법 제35항
    stems = {form: stem for form, stem in stems.items() if form not in bent}
    return {form for form, stem in stems.items() if form not in said and stem not in known and stem not in said}


def test_every_line_cites_places_of_at_most_one_paragraph(note: Note) -> None:
    paragraphs = [p.place for turn in note.turns for p in turn.paragraphs]
    for line in note.lines().values():
        assert line.places
        assert line.author == "program"
        assert all(any(paragraph.covers(place) for paragraph in paragraphs) for place in line.places), line


def test_no_content_word_stands_in_a_line_that_is_not_in_its_evidence(note: Note, korean: Korean) -> None:
    strange = {line.text: words for line in note.lines().values() if (words := strange_words(note, line, korean))}
    assert strange == {}


def test_lines_are_short_and_written(note: Note) -> None:
    for line in note.lines().values():
        assert 0 < len(line.text) <= 100
        assert line.is_quoted == (line.text[0] == "「")
        assert not line.text.endswith(("습니다", "요", "요.", "."))
        assert not line.text.startswith(("그래서 ", "이제 ", "그리고 ", "어 ", "네 "))


def words_of(note: Note, line: Line, korean: Korean) -> set[str]:
    """The words that tell a line from another: no bound nouns (명, 동), no bare 하다."""
    return content(m for m in korean.morphemes(line.text) if m.tag != "NNB") - OF_EVERY_LINE - {"없", "같"}


def test_no_two_chosen_lines_share_over_half_of_their_words(note: Note, korean: Korean) -> None:
    agenda = ", ".join(agenda_items(note.analysis))  # names what is spoken of, and states nothing
    written = [line for line in note.lines().values() if line.kind in WRITTEN and line.text != agenda]
    lines = [(line, words_of(note, line, korean)) for line in written]
    for i, (line, words) in enumerate(lines):
        for other, others in lines[:i]:
            if line.kind in CHOSEN or other.kind in CHOSEN:
                assert 2 * len(words & others) <= min(len(words), len(others)), (line.text, other.text)


def test_the_same_note_has_the_same_lines_and_ids(note: Note) -> None:
    assert note.lines() == note.lines()
    assert all(id_.rsplit("-", 1)[0].replace("-", " ").startswith(line.kind) for id_, line in note.lines().items())


def test_a_bullet_belongs_to_a_topic(note: Note) -> None:
    lines = note.lines()
    bullets = [line for line in lines.values() if line.kind is LineKind.BULLET]
    assert all(line.topic in lines and lines[line.topic].kind is LineKind.TOPIC for line in bullets)
