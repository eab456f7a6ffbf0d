"""Random actions on a note, each one Change of the same functions that the views call; offers for a note that has few."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace

from desktop.note.note_session import NoteSession
from desktop.note.paragraph_edits import retyped
from desktop.transcript.restoring import original_words
from processing.note import Change, Edit, EditKind, change_of
from processing.paragraphs import Paragraph
from processing.proposals import HELD, IGNORED, PROPOSE, Proposal, accepted, judged
from processing.source import Place, Source
from processing.turns import by_hand

WORDS = "레그를 RAG가 회의는 정하기로 😀 했습니다. 가 예산, 3월 A/B ㅋㅋ 금요일까지".split()


class Hands:
    """Random actions on a session, each one Change of the same functions that the views call."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.verbs: list[Callable[[NoteSession], Change]] = [
            *[self.retype] * 6,
            *[self.accept] * 3,
            self.judge,
            self.merge,
            self.merge,
            self.split,
            self.split,
            self.border,
            self.reassign,
            self.rename,
            self.merge_speakers,
            self.withhold,
            self.give_back,
            self.restore,
            self.line,
            self.info,
        ]

    def change(self, session: NoteSession) -> tuple[str, Change]:
        verb = self.dice.choice(self.verbs)
        return verb.__name__, verb(session)

    def _paragraph(self, session: NoteSession) -> Paragraph:
        return self.dice.choice([p for turn in session.turns() for p in turn.paragraphs])

    def retype(self, session: NoteSession) -> Change:
        paragraph = self._paragraph(session)
        words = paragraph.text.split()
        for _ in range(self.dice.randint(1, 3)):
            at = self.dice.randint(0, len(words))
            words[at : at + self.dice.randint(0, 2)] = self.dice.sample(WORDS, self.dice.randint(0, 2))
        return retyped(session.state, paragraph, " ".join(words))

    def accept(self, session: NoteSession) -> Change:
        offered = session.open_proposals()
        return accepted(session.state, self.dice.sample(offered, min(len(offered), self.dice.randint(1, 3))))

    def judge(self, session: NoteSession) -> Change:
        ids = [proposal.id for proposal in session.proposals]
        chosen = self.dice.sample(ids, min(2, len(ids)))
        return judged(session.state, chosen, self.dice.choice([HELD, IGNORED, None]))

    def _cut(self, session: NoteSession) -> int:
        return self.dice.choice(sorted(session.state.cuts))

    def merge(self, session: NoteSession) -> Change:
        return by_hand.merge_with_above(session.state, self._cut(session))

    def split(self, session: NoteSession) -> Change:
        paragraph = self._paragraph(session)
        return by_hand.split(session.source, session.state, paragraph, self.dice.randint(0, len(paragraph.text)))

    def border(self, session: NoteSession) -> Change:
        move = self.dice.choice([by_hand.give_to_above, by_hand.give_to_next])
        paragraph = self._paragraph(session)
        return move(session.source, session.state, paragraph, self.dice.randint(0, len(paragraph.text)))

    def _speakers(self, session: NoteSession) -> list[str]:
        return sorted(session.state.speakers)

    def reassign(self, session: NoteSession) -> Change:
        scope = self.dice.choice(list(by_hand.Scope))
        return by_hand.reassign(session.state, self._cut(session), self.dice.choice(self._speakers(session)), scope)

    def rename(self, session: NoteSession) -> Change:
        name = self.dice.choice(["김민수", "이서연", "", "박지훈"])
        return by_hand.rename(session.state, self.dice.choice(self._speakers(session)), name)

    def merge_speakers(self, session: NoteSession) -> Change:
        if len(self._speakers(session)) < 3:
            return by_hand.add_speaker(session.state, self.dice.choice(["최유진", "정하늘"]))[1]
        gone, kept = self.dice.sample(self._speakers(session), 2)
        return by_hand.merge_speakers(session.state, gone, kept)

    def withhold(self, session: NoteSession) -> Change:
        place = self._paragraph(session).place
        start = self.dice.randint(place.start, max(place.start, place.end - 1))
        end = self.dice.randint(start + 1, max(start + 1, place.end))
        return by_hand.withhold(session.state, Place(start, end))

    def give_back(self, session: NoteSession) -> Change:
        hidden = list(session.state.withheld.values())
        return by_hand.give_back(session.state, self.dice.choice(hidden)) if hidden else Change()

    def restore(self, session: NoteSession) -> Change:
        return original_words(session.state, self._paragraph(session).place)

    def line(self, session: NoteSession) -> Change:
        lines = session.state.lines
        if not lines:
            return Change()
        id_ = self.dice.choice(sorted(lines))
        text = f"{lines[id_].text[:40]} {self.dice.choice(WORDS)}"
        return change_of(session.state, {("lines", id_): replace(lines[id_], text=text, is_edited=True)})

    def info(self, session: NoteSession) -> Change:
        return change_of(session.state, {("info", "title"): self.dice.choice([*WORDS, None])})


def more_offers(source: Source) -> list[Proposal]:
    """A correction offered for every tenth word: the talk itself has few, and all would be judged soon."""
    spans = [(block.text.start, source.slice(block.text)) for block in source.blocks]
    words = [(start + w.start(), w[0]) for start, text in spans for w in re.finditer(r"\S+", text)]
    edits = [Edit(at, at + len(w), w, "RAG", EditKind.TERM, "sound", 0.8) for at, w in words[::10]]
    return [Proposal(edit, PROPOSE, "RAG", edit.before) for edit in edits]
