"""Paints the rows of the review: a term and how it was heard, and places with what goes (red) and comes (green)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from desktop.note.review_rows import Cluster, Variant
from desktop.parts.row_model import Index
from desktop.parts.text_layout import Mark, TextBlock, elided
from desktop.parts.theme import Colours, colours_of
from desktop.retold import retold
from desktop.review.review_context import NEW_LINE, Context
from desktop.review.review_model import NODE_ROLE, Node, ReviewModel
from desktop.words import tr
from processing.export.wording import clock
from processing.proposals import Proposal, TurnProposal

BOX = 15  # a tick's side
PAD = 8
CONTEXT_LINES = 2
SURELY_LONGER = 0.55  # of the lines there are: what is longer than this needs the last of them
MOST_HEIGHTS = 5000
FULL, ONE_LINE = "", "\n"  # in place of words, in the key of the height of as many lines as there are, and of one


class ReviewDelegate(QStyledItemDelegate):
    """Rows of three sorts, and turn proposals."""

    def __init__(self, model: ReviewModel, view: QTreeView) -> None:
        super().__init__(view)
        self._model = model
        self._view = view
        self._heights: dict[tuple[str, int, str], int] = {}

    @property
    def colours(self) -> Colours:
        """The colours of the window as it is now."""
        return colours_of(self._view.palette())

    def _small(self) -> QFont:
        font = QFont(self._view.font())
        font.setPointSizeF(max(font.pointSizeF() - 1.0, 6.0))
        return font

    def term_font(self) -> QFont:
        """The font of a term's right form."""
        font = QFont(self._view.font())
        font.setWeight(QFont.Weight.Bold)
        return font

    def _left(self, node: Node) -> int:
        return PAD if isinstance(node.what, TurnProposal) else PAD + BOX + PAD

    def _block(self, context: Context, width: int) -> TextBlock:
        colours = self.colours
        marks = [
            Mark(*context.gone, colour=colours.before, ground=colours.before_ground, is_struck=True),
            Mark(*context.come, colour=colours.after, ground=colours.after_ground, is_bold=True),
        ]
        return TextBlock(context.text, self._view.font(), width, marks, CONTEXT_LINES)

    def _turn_blocks(self, proposal: TurnProposal, width: int) -> tuple[list[TextBlock], str]:
        """What is proposed and the words it is about, laid out, and when they were said."""
        detail = TextBlock(retold(proposal.detail), self._view.font(), width)
        context = self._model.turn_context(proposal)
        if context is None:
            return [detail], ""
        colours = self.colours
        marks = [Mark(*context.words, ground=colours.evidence)]
        marks += [Mark(*name, colour=colours.faint) for name in context.names]
        words = TextBlock(context.text, self._view.font(), width, marks, CONTEXT_LINES)
        return [detail, words], clock(context.start_s)

    def _turn_height(self, proposal: TurnProposal, width: int) -> int:
        """How high that is, told by widths alone: a tree of hundreds asks for every row's at once."""
        metrics, line = self._view.fontMetrics(), self._line_height()
        detail = retold(proposal.detail)
        context = self._model.turn_context(proposal)
        is_one_line = metrics.horizontalAdvance(detail) <= width
        height = line if is_one_line else int(TextBlock(detail, self._view.font(), width).height)
        if context is None:
            return height
        is_wrapped = NEW_LINE in context.text or metrics.horizontalAdvance(context.text) > width
        return height + line * (CONTEXT_LINES if is_wrapped else 1) + QFontMetrics(self._small()).height()

    def _line_height(self) -> int:
        key = ONE_LINE, 0, self._view.font().toString()
        if key not in self._heights:
            self._heights[key] = int(TextBlock(tr("무시"), self._view.font(), 100).height + 0.999)
        return self._heights[key]

    def _paint_turn(self, painter: QPainter, proposal: TurnProposal, x: int, y: int, room: int) -> None:
        blocks, told = self._turn_blocks(proposal, room)
        for block in blocks:
            block.draw(painter, x, y, QColor(self.colours.ink))
            y += int(block.height)
        painter.setFont(self._small())
        painter.setPen(QColor(self.colours.faint))
        painter.drawText(x, y + painter.fontMetrics().ascent() + 2, told)

    def _height(self, context: Context, width: int) -> int:
        """The height of a context's words; kept, since the tree asks for every row's whenever one comes or goes."""
        key = context.text, width, self._view.font().toString()
        if key not in self._heights:
            if len(self._heights) > MOST_HEIGHTS:
                self._heights = {}
            self._heights[key] = self._measured(context, width)
        return self._heights[key]

    def _measured(self, context: Context, width: int) -> int:
        """Words that surely need all lines that there are need as much room as others that do: those are laid out once."""
        if self._view.fontMetrics().horizontalAdvance(context.text) < SURELY_LONGER * CONTEXT_LINES * width:
            return int(self._block(context, width).height)
        full = FULL, width, self._view.font().toString()
        if full not in self._heights:
            self._heights[full] = int(self._block(context, width).height)
        return self._heights[full]

    def _width(self, node: Node) -> int:
        depth, parent = 0, node.parent
        while parent is not None:
            depth, parent = depth + 1, parent.parent
        return int(self._view.viewport().width() - self._view.indentation() * (depth + 1))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        node = self._model.node(index)
        assert node is not None
        width = self._width(node)
        line, small = self._view.fontMetrics().height(), QFontMetrics(self._small()).height()
        room = width - self._left(node) - PAD
        if isinstance(node.what, Variant):
            return QSize(width, line + PAD)
        if isinstance(node.what, Proposal):
            height = self._height(self._model.context(node.what), room) + small
            return QSize(width, height + 2 * PAD)
        if isinstance(node.what, TurnProposal):
            return QSize(width, self._turn_height(node.what, room) + 2 * PAD)
        if self._view.isExpanded(index):
            return QSize(width, line + 2 * PAD)
        height = line + 3 + self._height(self._model.context(node.what.proposals[0]), room)
        return QSize(width, height + small + 2 * PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        node: Node = index.data(NODE_ROLE)
        painter.save()
        self._paint_ground(painter, option)
        rect = option.rect
        x, y = rect.left() + self._left(node), rect.top() + PAD
        room = rect.width() - self._left(node) - PAD
        if not isinstance(node.what, TurnProposal):
            self._paint_tick(painter, self.tick_rect(node, rect), self._model.check_state(node))
        if isinstance(node.what, Cluster):
            self._paint_cluster(painter, node.what, x, y, room)
            if not self._view.isExpanded(index):
                self._paint_context(painter, node.what.proposals[0], x, y + self._view.fontMetrics().height() + 3, room)
        elif isinstance(node.what, Variant):
            self._paint_variant(painter, node.what, QRect(x, rect.top(), room, rect.height()))
        elif isinstance(node.what, Proposal):
            self._paint_context(painter, node.what, x, y, room)
        else:
            self._paint_turn(painter, node.what, x, y, room)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        colours = self.colours
        rect = QRect(0, option.rect.top(), self._view.viewport().width(), option.rect.height())
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colours.chosen))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(colours.accent))
            painter.drawRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def tick_rect(self, node: Node, rect: QRect) -> QRect:
        """Where the tick of a row is: beside its first line."""
        pad = PAD // 2 if isinstance(node.what, Variant) else PAD
        top = rect.top() + pad + max((self._view.fontMetrics().height() - BOX) // 2, 0)
        return QRect(rect.left() + PAD, top, BOX, BOX)

    def _paint_tick(self, painter: QPainter, box: QRect, state: Qt.CheckState) -> None:
        option = QStyleOptionViewItem()
        option.rect = box
        option.palette = self._view.palette()
        flags = {
            Qt.CheckState.Checked: QStyle.StateFlag.State_On,
            Qt.CheckState.Unchecked: QStyle.StateFlag.State_Off,
            Qt.CheckState.PartiallyChecked: QStyle.StateFlag.State_NoChange,
        }
        option.state = QStyle.StateFlag.State_Enabled | flags[state]
        tick = QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck
        self._view.style().drawPrimitive(tick, option, painter, self._view)  # the view tells which style sheet

    def _paint_cluster(self, painter: QPainter, cluster: Cluster, x: int, y: int, room: int) -> None:
        colours = self.colours
        painter.setFont(self.term_font())
        painter.setPen(QColor(colours.ink))
        base = y + painter.fontMetrics().ascent()
        painter.drawText(x, base, cluster.term)
        past = x + painter.fontMetrics().horizontalAdvance(cluster.term)
        painter.setFont(self._view.font())
        painter.setPen(QColor(colours.faint))
        painter.drawText(past + 6, base, elided(f"← {cluster.title}", x + room - past - 6, painter))

    def _paint_variant(self, painter: QPainter, variant: Variant, box: QRect) -> None:
        painter.setPen(QColor(self.colours.ink))
        painter.drawText(
            box,
            Qt.AlignmentFlag.AlignVCenter,
            tr("{heard}  {count}곳").format(heard=variant.heard, count=len(variant.proposals)),
        )

    def _paint_context(self, painter: QPainter, proposal: Proposal, x: int, y: int, room: int) -> None:
        colours = self.colours
        context = self._model.context(proposal)
        block = self._block(context, room)
        block.draw(painter, x, y, QColor(colours.ink))
        painter.setFont(self._small())
        painter.setPen(QColor(colours.faint))
        told = " · ".join(part for part in (clock(context.start_s), context.why) if part)
        painter.drawText(x, int(y + block.height) + painter.fontMetrics().ascent() + 2, elided(told, room, painter))

    def editorEvent(self, event: QEvent, model: object, option: QStyleOptionViewItem, index: Index) -> bool:
        """A click on the tick ticks."""
        if event.type() != QEvent.Type.MouseButtonRelease or not isinstance(event, QMouseEvent):
            return False
        tick = self.tick_rect(index.data(NODE_ROLE), option.rect).adjusted(-4, -4, 4, 4)
        if not tick.contains(event.position().toPoint()):
            return False
        self._model.toggle(index)
        return True
