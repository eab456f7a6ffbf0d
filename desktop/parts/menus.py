"""The menus: every action of the window, its Korean label and its shortcut, as one table.

No bare letter is a shortcut (they do not arrive while the Korean input method is on), nor is a key that switches the
input method.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from desktop.words import tr
from processing.errors import Bug


@dataclass(frozen=True)
class Item:
    """One action: `name` is how the program calls it; `group` makes it one choice of several.

    `keys` is a shortcut of the whole window, `more_keys` are others for it that people know from elsewhere; a key that
    only the view in focus acts on stands behind a tab in `label`.
    """

    name: str
    label: str
    keys: str = ""
    more_keys: tuple[str, ...] = ()
    group: str = ""
    needs_note: bool = True
    role: QAction.MenuRole = QAction.MenuRole.NoRole


@dataclass(frozen=True)
class Menu:
    """A menu, or a submenu where it stands inside another; None draws a line.

    One with a `name` can have more put in while the program runs, see `Menus.put_in`.
    """

    label: str
    items: Sequence[Item | Menu | None]
    name: str = ""


def items_of(menus: Sequence[Menu]) -> Iterator[Item]:
    """All actions of a table."""
    for menu in menus:
        for item in menu.items:
            if isinstance(item, Menu):
                yield from items_of([item])
            elif item is not None:
                yield item


class Menus(QObject):
    """The menu bar made from a table. Every action of the table must have a handler, or it is a `Bug`."""

    def __init__(self, bar: QMenuBar, table: Sequence[Menu], handlers: Mapping[str, Callable[[], object]]) -> None:
        super().__init__(bar)
        names = {item.name for item in items_of(table)}
        if names != handlers.keys():
            raise Bug(f"actions and handlers differ: {names ^ handlers.keys()}")
        self._actions: dict[str, QAction] = {}
        self._items = {item.name: item for item in items_of(table)}
        self._groups: dict[str, QActionGroup] = {}
        self._named: dict[str, QMenu] = {}
        self._put_in: dict[str, list[QAction]] = {}
        for menu in table:
            self._fill(bar.addMenu(tr(menu.label)), menu.items, handlers)

    def _fill(
        self, menu: QMenu, items: Sequence[Item | Menu | None], handlers: Mapping[str, Callable[[], object]]
    ) -> None:
        for item in items:
            if item is None:
                menu.addSeparator()
            elif isinstance(item, Menu):
                inner = menu.addMenu(tr(item.label))
                self._named.update({item.name: inner} if item.name else {})
                self._fill(inner, item.items, handlers)
            else:
                menu.addAction(self._action(item, handlers[item.name]))

    def _action(self, item: Item, handler: Callable[[], object]) -> QAction:
        action = QAction(tr(item.label), self)
        action.setShortcuts([QKeySequence(keys) for keys in (item.keys, *item.more_keys) if keys])
        action.setMenuRole(item.role)
        action.triggered.connect(lambda: handler())
        if item.group:
            action.setCheckable(True)
            self._groups.setdefault(item.group, QActionGroup(self)).addAction(action)
        self._actions[item.name] = action
        return action

    def action(self, name: str) -> QAction:
        """The action of a name."""
        return self._actions[name]

    def named(self, name: str) -> QMenu:
        """The submenu of a name."""
        return self._named[name]

    def put_in(self, name: str, group: str, choices: Sequence[tuple[str, Callable[[], object], bool]]) -> None:
        """Put (label, what it does, whether it is the one chosen) into a submenu before its first line, in place of
        what was put there last.
        """
        menu = self._named[name]
        for old in self._put_in.pop(name, []):
            menu.removeAction(old)
            old.deleteLater()
        line = next(action for action in menu.actions() if action.isSeparator())
        made = self._put_in.setdefault(name, [])
        for label, handler, is_chosen in choices:
            action = QAction(label.replace("&", "&&"), self)
            action.setCheckable(True)
            action.setChecked(is_chosen)
            action.triggered.connect(lambda _is_on=False, do=handler: do())
            self._groups[group].addAction(action)
            menu.insertAction(line, action)
            made.append(action)

    def set_keys(self, name: str, *keys: str) -> None:
        """Give an action these shortcuts; the first is shown."""
        self._actions[name].setShortcuts([QKeySequence(key) for key in keys])

    def add_keys(self, name: str, *keys: str) -> None:
        """Give an action further shortcuts."""
        self._actions[name].setShortcuts([*self._actions[name].shortcuts(), *map(QKeySequence, keys)])

    def show_note_open(self, is_open: bool) -> None:
        """Make actions that need a note available or not."""
        for name, item in self._items.items():
            if item.needs_note:
                self._actions[name].setEnabled(is_open)
