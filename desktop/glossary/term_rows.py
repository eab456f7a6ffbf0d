"""The rows of the glossary window: own terms with their reach, and the terms of a pack; and the table that shows them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from desktop.parts.row_model import Index
from desktop.words import marked, tr
from processing.terms.glossary import Term, squeezed

if TYPE_CHECKING:
    from processing.library import OwnTerm


COLUMNS = (marked("바른 표기"), marked("읽는 법"), marked("다른 표기"), marked("쓰는 곳"))
PACK_NAMES = {
    "accounting": marked("회계·세무"),
    "agriculture": marked("농축산"),
    "ai": "AI",
    "beauty": marked("화장품·미용"),
    "business": marked("경영"),
    "career": marked("채용·경력"),
    "cloud": marked("클라우드"),
    "community": marked("종교·단체"),
    "companies": marked("회사·제품 이름"),
    "construction": marked("건설·부동산"),
    "data": marked("데이터"),
    "defence": marked("국방·방산"),
    "design": marked("디자인"),
    "development": marked("개발"),
    "education": marked("교육"),
    "energy": marked("에너지"),
    "english": marked("영어에서 온 말"),
    "finance": marked("금융"),
    "food": marked("식품·외식"),
    "game": marked("게임"),
    "hospitality": marked("호텔·여행"),
    "hr": marked("인사·노무"),
    "insurance": marked("보험"),
    "law": marked("법률"),
    "logistics": marked("물류·유통"),
    "manufacturing": marked("제조"),
    "marketing": marked("마케팅"),
    "media": marked("미디어"),
    "medicine": marked("의료"),
    "mobility": marked("자동차·배터리"),
    "office": marked("사무"),
    "pharma": marked("제약·바이오"),
    "public": marked("공공"),
    "realestate": marked("부동산"),
    "research": marked("연구"),
    "retail": marked("소매·패션"),
    "sales": marked("영업"),
    "security": marked("보안"),
    "semiconductor": marked("반도체"),
    "startup": marked("스타트업"),
    "statistics": marked("통계"),
}
SCOPES = {"user": marked("모든 노트"), "series": marked("이 회의 시리즈"), "note": marked("이 노트")}


@dataclass(frozen=True)
class TermRow:
    """A term as shown: `own` where it is the person's, which alone can be changed."""

    term: Term
    where: str
    is_on: bool
    own: OwnTerm | None = None

    @property
    def cells(self) -> tuple[str, ...]:
        """What stands in the columns."""
        return (self.term.term, ", ".join(self.term.readings), ", ".join(self.term.aliases), self.where)

    @cached_property
    def _looked_in(self) -> tuple[str, ...]:
        return tuple(squeezed(form) for form in (*self.term.forms, *self.term.readings))

    def fits(self, wanted: str) -> bool:
        """Whether any form or reading holds the words looked for; they are `squeezed` already."""
        return any(wanted in form for form in self._looked_in)


def own_rows(terms: Iterable[OwnTerm], note_id: int | None, series: str | None) -> list[TermRow]:
    """The person's terms as rows, those of other notes and series named as such."""
    return [
        TermRow(
            Term(own.term, own.readings, own.domains, own.aliases, "user"),
            _where(own, note_id, series),
            own.enabled,
            own,
        )
        for own in terms
    ]


def _where(own: OwnTerm, note_id: int | None, series: str | None) -> str:
    if own.scope == "note":
        return tr(SCOPES["note"]) if own.note_id == note_id else tr("다른 노트")
    if own.scope == "series":
        return tr("시리즈 '{series}'").format(series=own.series) if own.series != series else tr(SCOPES["series"])
    return tr(SCOPES["user"])


def pack_name(pack: str) -> str:
    """What a pack of terms is called."""
    return tr(PACK_NAMES[pack]) if pack in PACK_NAMES else pack


def pack_rows(terms: Iterable[Term], pack: str, off_terms: frozenset[str]) -> list[TermRow]:
    """A pack's terms as rows."""
    return [TermRow(term, pack_name(pack), term.term not in off_terms) for term in terms]


class TermTable(QAbstractTableModel):
    """`switched` tells a row whose tick was changed."""

    switched = Signal(object, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[TermRow] = []
        self.rows: list[TermRow] = []
        self._wanted = ""

    def show(self, rows: Sequence[TermRow]) -> None:
        """Show these rows, as far as they fit what is looked for."""
        self._all = list(rows)
        self.look_for(self._wanted)

    def look_for(self, text: str) -> None:
        """Show only rows with these words in a form or a reading."""
        self._wanted = text
        wanted = squeezed(text.strip())
        self.beginResetModel()
        self.rows = [row for row in self._all if not wanted or row.fits(wanted)]
        self.endResetModel()

    # --- Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        is_head = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return tr(COLUMNS[section]) if is_head else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.cells[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.cells[index.column()] or None
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            return Qt.CheckState.Checked if row.is_on else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = "" if row.is_on else tr("꺼짐, ")
            return f"{state}{row.cells[index.column()]}"
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != 0:
            return False
        self.switched.emit(self.rows[index.row()], Qt.CheckState(value) == Qt.CheckState.Checked)
        return True
