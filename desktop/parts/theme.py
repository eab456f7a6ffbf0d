"""How the program looks: colours for light and dark, following the system, and one style sheet made from them."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import PurePath
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from processing.data_files import asset

SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
CHOSEN = "scheme"  # the application's property that holds what the person chose
ICONS = ("check", "arrow")
HANGUL_FAMILIES = ["Pretendard", "Malgun Gothic", "Apple SD Gothic Neo", "Noto Sans CJK KR", "NanumGothic"]


@dataclass(frozen=True)
class Colours:
    """Colours by what they are for, as #rrggbb; each pair that carries text has a contrast of at least 4.5."""

    desk: str  # behind everything
    paper: str  # the minutes page, lists, fields
    ink: str
    faint: str  # times, hints
    line: str  # borders
    accent: str  # the one primary button, links, focus
    on_accent: str
    chosen: str  # the chosen row
    before: str  # words that go, red
    before_ground: str
    after: str  # words that come, green
    after_ground: str
    evidence: str  # ground under the words that say a line
    warning: str
    done: str
    hover: str


LIGHT = Colours(
    desk="#f3f4f6",
    paper="#ffffff",
    ink="#1f2328",
    faint="#5f6671",
    line="#d9dce1",
    accent="#1f6f54",
    on_accent="#ffffff",
    chosen="#e3f1ec",
    before="#b3261e",
    before_ground="#fdeceb",
    after="#17653f",
    after_ground="#e4f5ea",
    evidence="#fff0b8",
    warning="#8a5300",
    done="#1f6f54",
    hover="#eceef1",
)

DARK = Colours(
    desk="#1b1d20",
    paper="#24272b",
    ink="#e7e9ec",
    faint="#a2a9b4",
    line="#3c4148",
    accent="#63c7a0",
    on_accent="#0c2a1e",
    chosen="#2b4239",
    before="#ff9d94",
    before_ground="#4a2826",
    after="#83d9a6",
    after_ground="#23402f",
    evidence="#5a4a12",
    warning="#f0b862",
    done="#63c7a0",
    hover="#2e3237",
)


def colours_of(palette: QPalette) -> Colours:
    """The colours that go with a palette: dark if its window is dark."""
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def palette_of(colours: Colours) -> QPalette:
    """The palette of a set of colours."""
    role = QPalette.ColorRole
    palette = QPalette(QColor(colours.desk))
    pairs = {
        role.Window: colours.desk,
        role.WindowText: colours.ink,
        role.Base: colours.paper,
        role.AlternateBase: colours.desk,
        role.Text: colours.ink,
        role.PlaceholderText: colours.faint,
        role.Button: colours.paper,
        role.ButtonText: colours.ink,
        role.ToolTipBase: colours.paper,
        role.ToolTipText: colours.ink,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Link: colours.accent,
        role.Mid: colours.line,
        role.Accent: colours.accent,
    }
    for which, colour in pairs.items():
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        faded = QColor(colours.faint)
        faded.setAlpha(140)
        palette.setColor(QPalette.ColorGroup.Disabled, which, faded)
    return palette


def dress(app: QApplication) -> None:
    """Give the application its style, and again whenever the system turns light or dark."""
    app.setStyle("Fusion")
    font = QFont(app.font())
    font.setFamilies([*HANGUL_FAMILIES, font.family()])
    app.setFont(font)
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.connect(lambda scheme: _paint(app, _wanted(app, scheme)))
    _paint(app, hints.colorScheme())


def choose_scheme(scheme: str) -> None:
    """Go light or dark whatever the system says, or follow it ("system")."""
    hints, app = QGuiApplication.styleHints(), QApplication.instance()
    if isinstance(app, QApplication):
        app.setProperty(CHOSEN, SCHEMES.get(scheme))
        hints.setColorScheme(SCHEMES.get(scheme, Qt.ColorScheme.Unknown))  # the frame and the file dialog go along
        _paint(app, _wanted(app, hints.colorScheme()))  # without a desktop's theme nothing tells that it has changed


def _wanted(app: QApplication, of_system: Qt.ColorScheme) -> Qt.ColorScheme:
    chosen = app.property(CHOSEN)
    return chosen if isinstance(chosen, Qt.ColorScheme) else of_system


def _paint(app: QApplication, scheme: Qt.ColorScheme) -> None:
    colours = DARK if scheme == Qt.ColorScheme.Dark else LIGHT
    if app.styleSheet() and app.palette() == palette_of(colours):
        return
    app.setPalette(palette_of(colours))
    size = app.font().pointSizeF()
    kind = "dark" if colours is DARK else "light"
    icons = {name: PurePath(str(asset("icons").joinpath(f"{name}-{kind}.svg"))).as_posix() for name in ICONS}
    sizes = {"large": f"{1.35 * size:.1f}pt", "title": f"{1.5 * size:.1f}pt"}
    app.setStyleSheet(STYLE.substitute(asdict(colours), **sizes, **icons))


STYLE = Template("""
QToolTip { background: $paper; color: $ink; border: 1px solid $line; padding: 4px; }
QPushButton, QToolButton[class="button"] {
    background: $paper; color: $ink; border: 1px solid $line; border-radius: 6px; padding: 6px 12px; }
QPushButton:hover { background: $hover; }
QPushButton:focus { border: 1px solid $accent; }
QPushButton:disabled { color: $faint; background: $desk; }
QPushButton[class="primary"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[class="primary"]:focus { border: 2px solid $ink; padding: 5px 11px; }
QPushButton[class="primary"]:disabled { background: $line; color: $faint; border-color: $line; }
QPushButton[class="link"] {
    background: transparent; border: none; color: $accent; padding: 2px 4px; text-align: left; }
QPushButton[class="link"]:hover { text-decoration: underline; }
QPushButton[class="link"]:focus { border: 1px solid $accent; border-radius: 4px; padding: 1px 3px; }
QPushButton[class="link"]:disabled { color: $faint; }
QLabel[class="faint"] { color: $faint; }
QLabel[class="warning"] { color: $warning; }
QLabel[class="done"] { color: $done; }
QLabel[class="heading"] { font-weight: 600; }
QLabel[class="large"] { font-weight: 600; font-size: $large; }
QLineEdit, QPlainTextEdit, QTextEdit, QListView, QTreeView, QTableView {
    background: $paper; color: $ink; border: 1px solid $line; border-radius: 6px;
    selection-background-color: $chosen; selection-color: $ink; outline: none; }
QLineEdit { padding: 5px 8px; }
QComboBox {
    background: $paper; color: $ink; border: 1px solid $line; border-radius: 6px; padding: 4px 4px 4px 8px;
    combobox-popup: 0; }
QComboBox:hover { background: $hover; }
QComboBox:editable:hover { background: $paper; }
QComboBox:focus, QComboBox:on { border-color: $accent; }
QComboBox:disabled { color: $faint; background: $desk; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url("$arrow"); width: 14px; height: 14px; }
QComboBox QAbstractItemView { border-radius: 0; padding: 3px; outline: none; }
QComboBox QAbstractItemView::item { min-height: 24px; padding: 0 6px; }
QComboBox QAbstractItemView::item:selected { background: $chosen; color: $ink; }
QComboBox QLineEdit { padding: 0 2px; border: none; background: transparent; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QListView:focus, QTreeView:focus { border-color: $accent; }
QLineEdit[class="title"] {
    border-color: transparent; background: transparent; font-weight: 600; font-size: $title; padding: 2px 4px; }
QLineEdit[class="title"]:hover { border-color: $line; }
QLineEdit[class="title"]:focus { border-color: $accent; background: $paper; }
QTabWidget::pane { border: 1px solid $line; border-radius: 6px; background: $paper; top: -1px; }
QTabBar::tab { padding: 7px 14px; color: $faint; background: transparent; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $ink; font-weight: 600; border-bottom: 2px solid $accent; }
QTabBar::tab:hover { color: $ink; }
QTabBar::tab:focus { color: $accent; }
QMenuBar { background: $desk; color: $ink; }
QMenuBar::item { padding: 5px 10px; background: transparent; }
QMenuBar::item:selected { background: $hover; border-radius: 4px; }
QMenu { background: $paper; color: $ink; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 20px; border-radius: 4px; }
QMenu::item:selected { background: $chosen; color: $ink; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QProgressBar { border: 1px solid $line; border-radius: 5px; background: $desk; min-height: 8px; max-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: $line; border-radius: 4px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QCheckBox { spacing: 7px; }
QCheckBox::indicator, QListView::indicator, QTableView::indicator, QTreeView::indicator {
    width: 14px; height: 14px; border: 1px solid $faint; border-radius: 4px; background: $paper; }
QCheckBox::indicator:checked, QListView::indicator:checked, QTableView::indicator:checked,
QTreeView::indicator:checked { background: $accent; border-color: $accent; image: url("$check"); }
QTreeView::indicator:indeterminate { background: $line; border-color: $accent; }
QCheckBox:focus, QRadioButton:focus { color: $accent; }
QRadioButton { spacing: 7px; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid $faint; border-radius: 8px; background: $paper; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid $accent; border-radius: 8px; }
QGroupBox { border: 1px solid $line; border-radius: 8px; margin-top: 9px; padding: 10px 8px 6px 8px; }
QGroupBox::title { subcontrol-origin: margin; left: 10px; padding: 0 4px; color: $faint; }
QHeaderView { background: $paper; }
QHeaderView::section {
    background: $paper; color: $faint; border: none; border-bottom: 1px solid $line; padding: 5px 4px; }
QTableCornerButton::section { background: $paper; border: none; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QSplitter::handle { background: transparent; width: 8px; }
QFrame[class="drop"] { border: 2px dashed $line; border-radius: 14px; background: $paper; }
QFrame[class="drop"][over="true"] { border-color: $accent; background: $chosen; }
QFrame[class="paper"] { background: $paper; }
QScrollArea[class="list"] { border: 1px solid $line; border-radius: 6px; }
QFrame[class="bar"] { background: $paper; border: 1px solid $line; border-radius: 8px; }
QFrame[class="notice"] { background: $chosen; border: 1px solid $line; border-radius: 8px; }
QFrame[class="card"] { background: $paper; border: 1px solid $line; border-radius: 8px; }
QFrame[class="foot"] { border-top: 1px solid $line; }
QStatusBar { color: $faint; }
""")
