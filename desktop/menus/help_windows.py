"""도움말: how the work goes in five steps, and every key of the program, read from the menus themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.parts.find_field import FindField
from desktop.parts.menus import Item, Menu, Menus
from desktop.parts.widgets import button, label
from desktop.words import marked, tr

STEPS = (
    (
        marked("파일 놓기"),
        marked("클로바노트에서 '음성 기록 다운로드'로 받은 텍스트 파일을 창에 놓거나 글을 복사해 붙여넣습니다."),
    ),
    (
        marked("회의록 읽기"),
        marked(
            "왼쪽이 회의록입니다. 줄에서 Space를 누르면 그 말이 나온 곳이 펼쳐지고, Enter를 누르면 고칠 수 있습니다."
            " 할 일은 Ctrl+9로 더하고, 필요 없는 줄은 Delete로 지웁니다. 강의나 멘토링이면 오른쪽 위에서 양식을 바꿉니다."
        ),
    ),
    (
        marked("제안 검토"),
        marked(
            "잘못 들은 말을 하나씩 보여 줍니다. Enter 적용, Delete 무시, Ctrl+Enter로 같은 용어를 모두 적용합니다."
            " 다른 말은 Ctrl+F로 찾고, '바꾸기'로 여러 곳을 한 번에 고칩니다."
        ),
    ),
    (
        marked("참석자 이름과 회의 정보"),
        marked("참석자에 이름을 적고 회의 정보의 빈칸을 채웁니다. 모르는 것은 비워 두어도 됩니다."),
    ),
    (
        marked("저장"),
        marked("Ctrl+S로 Word 회의록을 저장합니다. 모든 고침은 Ctrl+Z나 변경 기록에서 하나씩 되돌릴 수 있습니다."),
    ),
)
ROW_HEIGHT, WIDTH = 26, 600
# keys that belong to a list or a field and so stand in no menu
ELSEWHERE = (
    (marked("줄을 오가기"), "↑ ↓"),
    (marked("할 일의 담당자와 기한으로 옮기기"), "← →"),
    (marked("회의록의 줄 옮기기"), "Alt+↑ Alt+↓"),
    (marked("줄이나 발언 고치기, 고침 마치기"), "Enter"),
    (marked("고치던 것 그만두기"), "Esc"),
    (marked("회의록에 줄 추가, 발언 나누기"), "Ctrl+Enter"),
    (marked("줄 지우기"), "Delete"),
    (marked("바른 표기 고쳐 쓰기"), "F2"),
    (marked("제안에서 들린 말과 나온 곳 펼치기"), "→"),
    (marked("다음 칸과 단추로"), "Tab"),
    (marked("메뉴 열기"), "Alt, F10"),
)


class HelpWindow(QDialog):
    """Five steps from the file to the minutes; `show_keys` is the button to the list of keys."""

    def __init__(self, parent: QWidget, show_keys: QPushButton) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("사용법"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(480)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addLayout(_steps())
        row = QHBoxLayout()
        row.addWidget(show_keys)
        row.addStretch(1)
        self.close_button = button(tr("닫기"), self.accept, "primary")
        row.addWidget(self.close_button)
        column.addLayout(row)
        self.resize(WIDTH, self.heightForWidth(WIDTH))  # the sentences wrap: no taller than they need


def _steps() -> QGridLayout:
    steps = QGridLayout()
    steps.setColumnStretch(1, 1)
    steps.setHorizontalSpacing(12)
    steps.setVerticalSpacing(3)
    for i, (heading, sentence) in enumerate(STEPS):
        steps.addWidget(label(f"{i + 1}", "heading"), 3 * i, 0)
        steps.addWidget(label(tr(heading), "heading"), 3 * i, 1)
        words = label(tr(sentence))
        words.setWordWrap(True)
        steps.addWidget(words, 3 * i + 1, 1, Qt.AlignmentFlag.AlignTop)
        steps.setRowMinimumHeight(3 * i + 2, 6)  # between two steps
    return steps


class KeysWindow(QDialog):
    """Every action with its key, as the menus have them now, and the keys of lists and fields."""

    def __init__(self, menus: Menus, table: Sequence[Menu], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("단축키"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(560, 640)
        self._lay_out()
        for menu in table:
            self._add_group(_plain(tr(menu.label)), list(_keys_of(menu, menus)))
        self._add_group(tr("목록과 입력칸에서"), [(tr(what), keys) for what, keys in ELSEWHERE])

    def _lay_out(self) -> None:
        self.words = FindField()
        self.words.setPlaceholderText(tr("하려는 일이나 키로 찾기"))
        self.words.setAccessibleName(tr("단축키 찾기"))
        self.words.textChanged.connect(self._look_for)
        self.list = QTreeWidget()
        self.list.setAccessibleName(tr("단축키"))
        self.list.setRootIsDecorated(False)
        self.list.setHeaderLabels([tr("하는 일"), tr("키")])
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setStretchLastSection(False)
        column = QVBoxLayout(self)
        column.addWidget(self.words)
        column.addWidget(self.list)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button(tr("닫기"), self.close))
        column.addLayout(row)

    def _add_group(self, name: str, keys: Sequence[tuple[str, str]]) -> None:
        group = QTreeWidgetItem([name])
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        group.setSizeHint(0, QSize(0, ROW_HEIGHT))
        for what, key in keys:
            row = QTreeWidgetItem([what, key])
            row.setSizeHint(0, QSize(0, ROW_HEIGHT))
            group.addChild(row)
        self.list.addTopLevelItem(group)
        group.setExpanded(True)

    def _look_for(self, wanted: str) -> None:
        for i in range(self.list.topLevelItemCount()):
            group = self.list.topLevelItem(i)
            if group is not None:
                rows = [row for j in range(group.childCount()) if (row := group.child(j)) is not None]
                for row in rows:
                    row.setHidden(wanted.strip().casefold() not in f"{row.text(0)} {row.text(1)}".casefold())
                group.setHidden(all(row.isHidden() for row in rows))


def _keys_of(menu: Menu, menus: Menus, above: str = "") -> Iterator[tuple[str, str]]:
    for item in menu.items:
        if isinstance(item, Menu):
            yield from _keys_of(item, menus, f"{tr(item.label)}: ")
        elif item is not None:
            yield above + tr(item.label).partition("\t")[0], _key_of(item, menus)


def _key_of(item: Item, menus: Menus) -> str:
    of_view = item.label.partition("\t")[2]
    native = QKeySequence.SequenceFormat.NativeText
    return of_view or ", ".join(keys.toString(native) for keys in menus.action(item.name).shortcuts())


def _plain(label: str) -> str:
    """A menu's name without its mnemonic: 파일 of 파일(&F), File of &File."""
    return label.partition("(&")[0].replace("&", "")
