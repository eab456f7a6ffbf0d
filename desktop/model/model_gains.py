"""What a model gave, taken into the open note: corrections as offers, lines as one change that can be undone."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.note.note_session import NoteSession
from desktop.retold import retold
from desktop.words import kept, tr
from processing.basis import resting
from processing.model.line_rails import RENEWED, has_a_hand_in, renewed_lines
from processing.model.summary_by_model import SummaryByModel
from processing.model.terms_by_model import TermsByModel
from processing.model.turn_rails import beside_turns
from processing.model.turns_by_model import TurnsByModel
from processing.model.two_opinions import beside
from processing.note import State
from processing.proposals import still_open_turns

WHAT = kept("AI로 다듬기: 회의록")


@dataclass(frozen=True)
class Gains:
    """What came in: `proposals` and opinions on `turns` that are new to judge, `lines` written, `kept` lines with a hand
    in them, warnings.
    """

    has_terms: bool = False
    has_lines: bool = False
    proposals: int = 0
    lines: int = 0
    kept: int = 0
    warnings: tuple[str, ...] = ()
    has_turns: bool = False
    turns: int = 0

    def __add__(self, other: Gains) -> Gains:
        return Gains(
            self.has_terms or other.has_terms,
            self.has_lines or other.has_lines,
            self.proposals + other.proposals,
            self.lines + other.lines,
            self.kept + other.kept,
            self.warnings + other.warnings,
            self.has_turns or other.has_turns,
            self.turns + other.turns,
        )

    @property
    def sentences(self) -> str:
        """What a person is told of it."""
        said = []
        if self.has_lines:
            said.append(tr("AI가 회의록 %n줄을 새로 썼습니다.", "", self.lines))
            if self.kept:
                said.append(tr("직접 쓰거나 고친 %n줄은 그대로 두었습니다.", "", self.kept))
        if self.has_terms and self.proposals:
            said.append(tr("잘못 들은 말 %n곳을 제안에 넣었습니다. 적용한 것은 없습니다.", "", self.proposals))
        elif self.has_terms:
            said.append(tr("새로 찾은 잘못 들은 말은 없습니다."))
        if self.has_turns and self.turns:
            said.append(tr("말한 사람에 대한 제안 %n개를 넣었습니다. 적용한 것은 없습니다.", "", self.turns))
        elif self.has_turns:
            said.append(tr("말한 사람에 대해 새로 찾은 것은 없습니다."))
        return " ".join([*said, *map(retold, self.warnings)])


def take_terms(session: NoteSession, found: TermsByModel) -> Gains:
    """Offer the corrections beside those that are there; none is applied."""
    before = {proposal.id for proposal in session.open_proposals()}
    session.set_proposals(beside(session.proposals, found.proposals), session.turn_proposals)
    new = [proposal for proposal in session.open_proposals() if proposal.id not in before]
    return Gains(has_terms=True, proposals=len(new), warnings=found.report.warnings)


def take_turns(session: NoteSession, found: TurnsByModel) -> Gains:
    """Offer the opinions on who speaks beside those that are there; none is applied."""
    offered = session.turn_proposals
    session.set_proposals(session.proposals, beside_turns(offered, found.proposals))
    new = still_open_turns(session.turn_proposals[len(offered) :], session.state)
    return Gains(has_turns=True, turns=len(new), warnings=found.report.warnings)


def take_lines(session: NoteSession, made: SummaryByModel, asked_in: State) -> Gains:
    """Put the lines in place of the program's in one change; what a person has written or changed stays.

    `asked_in` is the state that the model was shown: what has changed since then is marked.
    """
    session.flush()
    kept = sum(line.kind in RENEWED and has_a_hand_in(line) for line in session.state.lines.values())
    change = renewed_lines(session.state, resting(session.source, asked_in, made.lines))
    session.commit(change, WHAT)
    new = sum(step.new is not None for step in change.steps.values())
    return Gains(has_lines=True, lines=new, kept=kept, warnings=made.report.warnings)
