"""Has the language process make one line of the minutes again; the old line stays until the new one has come."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Signal

from desktop.minutes.minutes_rows import HEADINGS
from desktop.note.note_session import NoteSession
from desktop.retold import retold
from desktop.tasks import Job
from desktop.words import kept, marked, tr
from processing.basis import Bases, resting
from processing.errors import UserError
from processing.neighbourhood import Neighbourhood, around_evidence, around_topic, can_be_renewed, can_be_replaced
from processing.note import Line, State, change_of
from processing.source import Place

WORKING = marked("다시 만드는 중입니다.")
LOOKING = marked("다른 문장을 찾는 중입니다.")
BY_HAND = marked("직접 쓰거나 고친 줄은 바꾸지 않습니다. 다시 만들려면 먼저 줄을 지워 주세요.")
NOT_SAID = marked("{what}(으)로 볼 말이 이제 그곳에 없습니다. 줄을 지우거나 직접 고쳐 주세요.")
NO_OTHER = marked("이 주제에는 대신 쓸 만한 다른 문장이 없습니다.")
SAME = marked("다시 만들어도 같은 줄입니다. 이제 지금 말을 근거로 합니다.")
OVERTAKEN = marked("그사이 노트가 바뀌어 그대로 두었습니다. 한 번 더 해 주세요.")
FAILED = marked("줄을 다시 만들지 못했습니다. 줄은 그대로 있으니 잠시 뒤 다시 해 주세요.")
NO_LANGUAGE = marked("지금은 줄을 다시 만들 수 없습니다. 프로그램을 다시 시작해 주세요.")


class Language(Protocol):
    """Who makes lines: the language process."""

    def ask(self, method: str, *args: object) -> Job:
        """Have a method called with these arguments."""
        ...


class LineRenewal(QObject):
    """Lines of one note made again. `said` is a short sentence; `language` is given by the window."""

    said = Signal(str)

    def __init__(self, session: NoteSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.language: Language | None = None
        self._asked: dict[str, Job] = {}
        self._seen: dict[str, list[Place]] = {}

    def renew(self, id_: str) -> None:
        """Make a line again from what its evidence says now."""
        line = self._session.state.lines.get(id_)
        if line is None or not can_be_renewed(line):
            self.said.emit(tr(BY_HAND) if line is not None else "")
            return
        neighbourhood = around_evidence(self._session.state, self._session.turns(), id_)
        self._ask(id_, tr(WORKING), "renew_line", neighbourhood)

    def replace(self, id_: str) -> None:
        """Put the next best sentence of its topic in a line's place; after the last one the first comes again."""
        line = self._session.state.lines.get(id_)
        if line is None or not can_be_replaced(line):
            self.said.emit(tr(BY_HAND) if line is not None and not can_be_renewed(line) else tr(NO_OTHER))
            return
        neighbourhood = around_topic(self._session.state, self._session.turns(), id_)
        self._ask(id_, tr(LOOKING), "other_line", neighbourhood, tuple(self._seen.get(id_, ())))

    def _ask(self, id_: str, what: str, method: str, neighbourhood: Neighbourhood, *more: object) -> None:
        if self.language is None:
            self.said.emit(tr(NO_LANGUAGE))
            return
        if id_ in self._asked:
            return
        self.said.emit(what)
        asked_in = self._session.state
        job = self._asked[id_] = self.language.ask(method, neighbourhood, *more)
        job.then(
            self,
            lambda made: self._take(id_, asked_in, method, made),
            lambda error: self._give_up(id_, error),
        )

    def _take(self, id_: str, asked_in: State, method: str, made: Line | None) -> None:
        del self._asked[id_]
        old = asked_in.lines[id_]
        if self._session.state.lines.get(id_) != old or self._rests_otherwise(old, asked_in):
            self.said.emit(tr(OVERTAKEN))
        elif method == "other_line":
            self._take_other(id_, asked_in, made)
        elif made is None:
            self.said.emit(tr(NOT_SAID).format(what=retold(HEADINGS.get(old.kind, kept("회의록")))))
        else:
            self._commit(id_, asked_in, made, kept("줄 다시 만듦"))
            self.said.emit(tr(SAME) if made.text == old.text else tr("줄을 다시 만들었습니다."))

    def _rests_otherwise(self, line: Line, asked_in: State) -> bool:
        source = self._session.source
        return Bases(source, self._session.state).of(line) != Bases(source, asked_in).of(line)

    def _take_other(self, id_: str, asked_in: State, made: Line | None) -> None:
        seen = self._seen.setdefault(id_, [])
        if made is not None:
            seen.extend(place for place in asked_in.lines[id_].places if place not in seen)
            self._commit(id_, asked_in, made, kept("다른 문장으로 바꿈"))
            self.said.emit(tr("다른 문장으로 바꿨습니다."))
        elif seen:
            seen.clear()
            self.replace(id_)
        else:
            self.said.emit(tr(NO_OTHER))

    def _commit(self, id_: str, asked_in: State, made: Line, what: str) -> None:
        """Take a line in with what it was made of: words may have been spelt otherwise since."""
        session = self._session
        based = resting(session.source, asked_in, {id_: made})
        session.commit(change_of(session.state, {("lines", id_): based[id_]}), what)

    def _give_up(self, id_: str, error: Exception) -> None:
        del self._asked[id_]
        self.said.emit(retold(error.sentence) if isinstance(error, UserError) else tr(FAILED))
