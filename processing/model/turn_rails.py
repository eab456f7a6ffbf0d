"""The rails for a model's opinion on turns: its echo must stand in the note, and only what turn repair may do is offered.

Nothing is applied: each is a proposal beside the program's own, with the change that taking it would make. What has no
echo, names nobody of the note, or would alter nothing is dropped and counted. Words never change, only whose they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from processing.meeting_info import is_numbered_label
from processing.model.masking import Mask
from processing.model.numbered import SentLine
from processing.note import Change, Edit, EditKind, Key, State, apply, change_of, then
from processing.proposals import PROPOSE, TurnProposal
from processing.source import Place, Source
from processing.support import squeezed
from processing.turns import by_hand

LONGEST_MOVED = 300  # code points; who gives more of a turn away has divided the talk anew
LONGEST_FOLDED = 20  # of a listening noise
LONGEST_NAME = 20
LEAST_REMAPPED = 4  # code points of an echo that may be looked for in other lines
LIKELY = 0.6

_ENDED = re.compile(r"[.?!…,:;~][\"'”’)\]]*$")


class TurnKind(StrEnum):
    """What a model may say of a turn."""

    ABOVE = "above"
    BELOW = "below"
    FOLD = "fold"
    SPEAKER = "speaker"
    SAME = "same"
    NAME = "name"


@dataclass(frozen=True)
class SaidTurn:
    """An opinion: `words` is the echo of what stands in line number `line`, `speaker` and `other` are labels or a name."""

    kind: TurnKind
    line: int
    words: str
    speaker: str = ""
    other: str = ""


@dataclass(frozen=True)
class JudgedTurns:
    """What is left of a model's opinions: proposals in order, and how many were dropped."""

    proposals: tuple[TurnProposal, ...]
    dropped: int


def judged_turns(
    said: Iterable[SaidTurn], lines: Sequence[SentLine], mask: Mask, source: Source, state: State
) -> JudgedTurns:
    """The opinions as proposals; `lines` are what was sent of `state`."""
    judge = _Judge(lines, mask, source, state)
    read = [judge.proposal_of(one) for one in said]
    kept = {one.id: one for one in read if one is not None}
    proposals = sorted(kept.values(), key=lambda proposal: proposal.place)
    return JudgedTurns(tuple(proposals), sum(one is None for one in read))


def beside_turns(offered: Iterable[TurnProposal], found: Iterable[TurnProposal]) -> list[TurnProposal]:
    """What is offered with what was found beside it; what the program offers already is not offered twice."""
    result = list(offered)
    known = {proposal.id for proposal in result}
    changes = [proposal.change for proposal in result]
    result += [one for one in found if one.id not in known and one.change not in changes]
    return result


@dataclass(frozen=True)
class _Echo:
    """Where the words of an opinion stand: at [start, end) of a line."""

    line: SentLine
    start: int
    end: int

    @property
    def place(self) -> Place:
        return self.line.place_of(self.start, self.end)


class _Judge:
    def __init__(self, lines: Sequence[SentLine], mask: Mask, source: Source, state: State) -> None:
        self._lines, self._mask, self._source, self._state = lines, mask, source, state
        self._numbered = {line.number: line for line in lines}
        self._turns = {cut: tuple(some) for cut, some in groupby(lines, key=lambda line: line.turn_cut)}
        self._order = list(self._turns)
        self._names = {line.speaker: line.speaker_id for line in lines if line.speaker_id in state.speakers}
        self._verbs: dict[TurnKind, Callable[[SaidTurn, _Echo], TurnProposal | None]] = {
            TurnKind.ABOVE: self._above,
            TurnKind.BELOW: self._below,
            TurnKind.FOLD: self._fold,
            TurnKind.SPEAKER: self._speaker,
            TurnKind.SAME: self._same,
            TurnKind.NAME: self._name,
        }

    def proposal_of(self, said: SaidTurn) -> TurnProposal | None:
        echo = self._echo_of(said)
        if echo is None:
            return None
        proposal = self._verbs[said.kind](said, echo)
        return proposal if proposal is not None and proposal.change else None

    def _echo_of(self, said: SaidTurn) -> _Echo | None:
        """Where the words stand: in the line that is named, else in the only one that holds them."""
        words = self._mask.restore(said.words).split()
        if not words:
            return None
        pattern = re.compile(r"\s+".join(map(re.escape, words)))
        named = self._numbered.get(said.line)
        if named is not None and (match := pattern.search(named.text)):
            return _Echo(named, *match.span())
        if len("".join(words)) < LEAST_REMAPPED:
            return None
        found = [(line, match) for line in self._lines if (match := pattern.search(line.text))]
        return _Echo(found[0][0], *found[0][1].span()) if len(found) == 1 else None

    # --- what may be said

    def _above(self, _said: SaidTurn, echo: _Echo) -> TurnProposal | None:
        turn, before = self._turns[echo.line.turn_cut], self._beside(echo, -1)
        moved = Place(turn[0].place.start, echo.place.end)
        if before is None or echo.place.end >= turn[-1].place.end or len(moved) > LONGEST_MOVED:
            return None
        if self._is_hidden(Place(turn[0].turn_cut, echo.place.end)):
            return None
        change = by_hand.give_to_above(self._source, self._state, echo.line.paragraph, echo.line.start + echo.end)
        words = self._words(moved)
        detail = f"AI 제안: '{words}'까지는 앞사람이 하던 말의 끝으로 보입니다."
        return TurnProposal("split", PROPOSE, moved, detail, self._joined(change, before[-1], turn[0]))

    def _below(self, _said: SaidTurn, echo: _Echo) -> TurnProposal | None:
        turn, after = self._turns[echo.line.turn_cut], self._beside(echo, 1)
        moved = Place(echo.place.start, turn[-1].place.end)
        if after is None or echo.place.start <= turn[0].place.start or len(moved) > LONGEST_MOVED:
            return None
        if self._is_hidden(Place(echo.place.start, self._end_of(turn))):
            return None
        change = by_hand.give_to_next(self._source, self._state, echo.line.paragraph, echo.line.start + echo.start)
        detail = f"AI 제안: '{self._words(moved)}'은(는) 다음 사람 말의 첫머리로 보입니다."
        return TurnProposal("split", PROPOSE, moved, detail, self._joined(change, turn[-1], after[0]))

    def _fold(self, _said: SaidTurn, echo: _Echo) -> TurnProposal | None:
        turn, before, after = self._turns[echo.line.turn_cut], self._beside(echo, -1), self._beside(echo, 1)
        whole = Place(turn[0].place.start, turn[-1].place.end)
        if before is None or after is None or before[0].speaker_id != after[0].speaker_id:
            return None
        is_all = len(turn) == 1 and squeezed(echo.line.text) == squeezed(echo.line.text[echo.start : echo.end])
        if not is_all or len(whole) > LONGEST_FOLDED or self._is_hidden(Place(turn[0].turn_cut, self._end_of(turn))):
            return None
        values: dict[Key, object] = {("cuts", turn[0].turn_cut): None, ("cuts", after[0].turn_cut): None}
        edit = self._folded(before[-1], whole, after[0])
        values[("edits", edit.id)] = edit
        detail = f"AI 제안: 이어지는 말 사이에 낀 맞장구 '{self._words(whole)}'로 보입니다."
        return TurnProposal("fold", PROPOSE, whole, detail, change_of(self._state, values))

    def _folded(self, before: SentLine, place: Place, after: SentLine) -> Edit:
        """The edit that hides a listening noise, and joins the sentence that it cuts."""
        if not _ENDED.search(before.text):
            return self._join(before.place.end, after.place.start, "맞장구를 접고 이은 문장")
        words = self._source.slice(place)
        reason = "이어지는 말에 낀 맞장구"
        return Edit(place.start, place.end, words, "", EditKind.FILLER, "model", LIKELY, reason)

    def _speaker(self, said: SaidTurn, echo: _Echo) -> TurnProposal | None:
        turn, to = self._turns[echo.line.turn_cut], self._id_of(said.speaker)
        place, is_whole = Place(echo.place.start, turn[-1].place.end), echo.place.start <= turn[0].place.start
        given = Place(turn[0].turn_cut if is_whole else echo.place.start, self._end_of(turn))
        if to is None or to == turn[0].speaker_id or self._is_hidden(given):
            return None
        if is_whole:
            change = by_hand.reassign(self._state, turn[0].turn_cut, to, by_hand.Scope.THIS)
        else:
            at = echo.line.start + echo.start
            change = by_hand.split(self._source, self._state, echo.line.paragraph, at, to)
        detail = f"AI 제안: '{self._words(echo.place)}'부터는 '{self._shown(to)}'의 말로 보입니다."
        return TurnProposal("reassign", PROPOSE, place, detail, change)

    def _same(self, said: SaidTurn, echo: _Echo) -> TurnProposal | None:
        kept, gone = self._id_of(said.speaker), self._id_of(said.other)
        if kept is None or gone is None or kept == gone:
            return None
        kept, gone = sorted((kept, gone), key=self._first_said)
        detail = f"AI 제안: '{self._shown(kept)}'과(와) '{self._shown(gone)}'은(는) 한 사람으로 보입니다."
        change = by_hand.merge_speakers(self._state, gone, kept)
        return TurnProposal("reassign", PROPOSE, echo.place, detail, change)

    def _name(self, said: SaidTurn, echo: _Echo) -> TurnProposal | None:
        who, name = self._id_of(said.speaker), self._mask.restore(said.other).strip()
        if who is None or not name or len(name) > LONGEST_NAME or _bare(name) not in _bare(echo.line.text):
            return None
        speaker = self._state.speakers[who]
        if speaker.name or not is_numbered_label(speaker.label):
            return None
        detail = f"AI 제안: '{self._words(echo.place)}'라는 말에 나온 이름."
        return TurnProposal("role", PROPOSE, echo.place, detail, by_hand.rename(self._state, who, name))

    # --- the note

    def _beside(self, echo: _Echo, step: int) -> tuple[SentLine, ...] | None:
        """The turn next to that of an echo, if another speaks in it and nothing stands between them."""
        at = self._order.index(echo.line.turn_cut) + step
        if not 0 <= at < len(self._order):
            return None
        other = self._turns[self._order[at]]
        return other if other[0].speaker_id != echo.line.speaker_id else None

    def _end_of(self, turn: Sequence[SentLine]) -> int:
        """Where the turn ends in the source, with what is withheld at its end and was not sent."""
        return min((cut for cut in self._state.cuts if cut > turn[0].turn_cut), default=len(self._source.text))

    def _is_hidden(self, place: Place) -> bool:
        """Whether withheld words, which the model has not seen, stand there."""
        return any(hidden.overlaps(place) for hidden in self._state.withheld.values())

    def _joined(self, change: Change, before: SentLine, after: SentLine) -> Change:
        """The change with the sentence joined that the border has cut in two."""
        if not change or _ENDED.search(before.text):
            return change
        edit = self._join(before.place.end, after.place.start, "두 사람 사이에서 끊긴 문장")
        taken = apply(self._state, change)
        if any(e.start < edit.end and edit.start < e.end for e in taken.edits.values()):
            return change
        if any(edit.start < cut < edit.end for cut in taken.cuts):
            return change
        return then(change, change_of(taken, {("edits", edit.id): edit}))

    def _join(self, start: int, end: int, reason: str) -> Edit:
        return Edit(start, end, self._source.text[start:end], " ", EditKind.JOIN, "model", LIKELY, reason)

    def _words(self, place: Place) -> str:
        words = " ".join(self._source.slice(place).split())
        return words if len(words) <= 40 else f"{words[:19]} … {words[-19:]}"

    def _id_of(self, label: str) -> str | None:
        wanted = _bare(self._mask.restore(label))
        return next((id_ for shown, id_ in self._names.items() if wanted and _bare(shown) == wanted), None)

    def _first_said(self, id_: str) -> int:
        return next(line.number for line in self._lines if line.speaker_id == id_)

    def _shown(self, id_: str) -> str:
        return self._state.speakers[id_].shown


def _bare(text: str) -> str:
    return "".join(text.split()).strip("[]").casefold()
