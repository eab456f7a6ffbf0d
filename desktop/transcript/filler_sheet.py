"""군말 정리: what the note's fillers are, how many and where; the words that are ticked go in one change.

Nothing is looked for before a person asks. The language process finds the fillers, which takes a moment.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.language.language_process import LanguageProcess
from desktop.note.note_session import NoteSession
from desktop.parts.choice_sheet import Choice, ChoiceSheet
from desktop.retold import retold
from desktop.words import kept, marked, tr
from processing.errors import UserError
from processing.transcript import Turn
from processing.turns.fillers import Filler, counts_of, without

AROUND = 16  # code points shown on each side of an example, whole words
EXAMPLES = 2  # a word

LOOKING = marked("군말을 찾는 중입니다.")
NONE_FOUND = marked("지울 만한 군말을 찾지 못했습니다.")
FAILED = marked("군말을 찾지 못했습니다. 노트는 그대로 있으니 잠시 뒤 다시 해 주세요.")
ADVICE = marked(
    "뜻 없이 끼어든 말만 모았습니다. 지울 말을 골라 주세요.\n"
    "원본 파일과 회의록의 근거는 그대로이고, 실행 취소 한 번으로 되돌릴 수 있습니다."
)


class FillerTidying(QObject):
    """Asks for the fillers of one note and shows them over its page; `said` is a short sentence, `sheet` the last one."""

    said = Signal(str)

    def __init__(self, session: NoteSession, language: LanguageProcess, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._language, self._page = session, language, page
        self._is_asking = False
        self.sheet: ChoiceSheet | None = None

    def ask(self) -> None:
        """Look for fillers; a sheet shows what is found, a sentence says so where nothing is."""
        self.said.emit(tr(LOOKING))
        if self._is_asking:
            return
        self._is_asking = True
        self._session.flush()
        asked = self._language.ask("fillers", self._session.source, self._session.state)
        asked.then(self, self._show, self._give_up)

    def _show(self, fillers: list[Filler]) -> None:
        self._is_asking = False
        if not fillers:
            self.said.emit(tr(NONE_FOUND))
            return
        self.said.emit("")
        counts = counts_of(fillers)
        self.sheet = sheet_of(fillers, counts, self._session.turns(), self._page)
        self.sheet.chosen.connect(lambda rows: self._take_out(fillers, [counts[row][0] for row in rows]))
        self.sheet.open()

    def _take_out(self, fillers: Sequence[Filler], words: Sequence[str]) -> None:
        """Take every place of these words out, as one change."""
        change = without(self._session.state, [filler for filler in fillers if filler.word in words])
        count = len(change.steps)
        self._session.commit_soon(change, kept(f"군말 {count}곳 지움: {', '.join(words)}"))
        self.said.emit(tr("군말 %n곳을 지웠습니다.", "", count))

    def _give_up(self, error: Exception) -> None:
        self._is_asking = False
        self.said.emit(retold(error.sentence) if isinstance(error, UserError) else tr(FAILED))


def sheet_of(
    fillers: Sequence[Filler], counts: Sequence[tuple[str, int]], turns: Sequence[Turn], page: QWidget
) -> ChoiceSheet:
    """The sheet with a row for each word, none ticked; its button tells how many places go."""

    def told(ticked: Sequence[int]) -> str:
        places = sum(counts[row][1] for row in ticked)
        return tr("%n곳 지우기", "", places) if places else tr("지우기")

    choices = [
        Choice((word, tr("%n곳", "", count), examples(word, fillers, turns)), is_ticked=False) for word, count in counts
    ]
    sheet = ChoiceSheet(tr("군말 정리"), tr(ADVICE), (tr("군말"), tr("횟수"), tr("앞뒤 말")), choices, page, told)
    for column in range(2):
        sheet.list.setColumnWidth(column, 80)
    sheet.resize(760, 420)
    return sheet


def examples(word: str, fillers: Sequence[Filler], turns: Sequence[Turn]) -> str:
    """The first places of a word, each amid the words around it as the transcript shows them."""
    first = [filler for filler in fillers if filler.word == word][:EXAMPLES]
    return "   ".join(shown for filler in first if (shown := _example(filler, turns)))


def _example(filler: Filler, turns: Sequence[Turn]) -> str:
    place = filler.edit.place
    at = bisect_right(turns, place.start, key=lambda turn: turn.place.start) - 1
    for paragraph in turns[max(at, 0)].paragraphs:
        if paragraph.place.covers(place) and (found := paragraph.range_of(place)):
            return f"{_end_of(paragraph.text[: found[0]])}[{filler.word}] {_head_of(paragraph.text[found[1] :])}"
    return ""


def _end_of(text: str) -> str:
    return text if len(text) <= AROUND else f"…{text[-AROUND:].partition(' ')[2]}"


def _head_of(text: str) -> str:
    return text if len(text) <= AROUND else f"{text[:AROUND].rpartition(' ')[0]}…"
