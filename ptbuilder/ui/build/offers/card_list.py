"""The list of exercises on offer: Enter or the painted button adds, W says why, Space shows larger pictures."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from ptbuilder.ui.build.figures.list_motion import ListMotion
from ptbuilder.ui.build.figures.motion import Motion
from ptbuilder.ui.build.figures.pictures import DrawingCache
from ptbuilder.ui.build.offers.card_delegate import CardDelegate, CardState
from ptbuilder.ui.build.offers.card_model import CardModel, Offer
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.painted_list import PaintedList


class CardList(PaintedList):
    """Carries exercise codes: ``add_asked`` for what may be added, ``why_asked`` for the reasons for or against."""

    add_asked = Signal(str)
    why_asked = Signal(str)
    left_at_top = Signal()

    def __init__(self, theme: Theme, pictures: DrawingCache, *, is_uniform: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.looks = CardState()
        self.offers = CardModel(self)
        self.painter_of_cards = CardDelegate(theme, pictures, self.looks, is_uniform=is_uniform, parent=self)
        self.painter_of_cards.room = lambda: self.viewport().width()
        self.painter_of_cards.offer_at = self.offers.offer  # past Qt, which would ask the model for the same at some cost
        self.setModel(self.offers)
        self.setItemDelegate(self.painter_of_cards)
        self.setUniformItemSizes(is_uniform)
        self._pressed = ("", "")
        self._set_up()
        self.motion = ListMotion(self, pictures, self._motion_of)
        self.painter_of_cards.moving = self.motion.pixmap

    @property
    def current_offer(self) -> Offer | None:
        """The marked card, or None."""
        return self.offers.offer(self.currentIndex())

    def show_codes(self, codes: Sequence[str], offer_of: Callable[[str], Offer | None]) -> None:
        """Show other cards. While the list has the focus the mark stays on its card, or on the one that took its place."""
        place, current = self.currentIndex().row(), self.current_offer
        self.offers.show_codes(codes, offer_of)
        keeps = self.hasFocus() or self.underMouse()
        index = self.offers.index_of(current.code) if current and keeps else QModelIndex()
        if not index.isValid() and codes:
            index = self.offers.index(max(0, min(place, self.offers.rowCount() - 1)) if keeps else 0)
        if index.isValid():
            self.setCurrentIndex(index)

    def choose(self, code: str) -> None:
        """Mark the card of an exercise."""
        index = self.offers.index_of(code)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def choose_first(self) -> None:
        """Mark the first card and show it."""
        if self.offers.rowCount():
            self.setCurrentIndex(self.offers.index(0))
            self.scrollToTop()

    def mark_finding(self, code: str) -> None:
        """Mark the cards that this finding leads to."""
        self.looks.marked = code
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the marked card."""
        offer, key = self.current_offer, event.key()
        if offer is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._press(offer, "add")
        elif key == Qt.Key.Key_W:
            self.why_asked.emit(offer.code)
        elif key == Qt.Key.Key_Space:
            self.looks.is_large = not self.looks.is_large
            self.scheduleDelayedItemsLayout()
        elif key == Qt.Key.Key_Up and self.currentIndex().row() == 0:
            self.left_at_top.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember which part of the card was pressed."""
        self._pressed = self._part_at(event.position()) if event.button() == Qt.MouseButton.LeftButton else ("", "")
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do what the pressed part stands for, if the pointer is still on it."""
        super().mouseReleaseEvent(event)
        part, pressed = self._part_at(event.position()), self._pressed
        self._pressed = ("", "")
        offer = self.offers.offer(self.indexAt(event.position().toPoint()))
        if offer is not None and part == pressed and part[1]:
            self._press(offer, part[1])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        super().mouseMoveEvent(event)
        self._hover(*self._part_at(event.position()))

    def leaveEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        """Nothing is under the pointer any more."""
        super().leaveEvent(event)
        self._hover("", "")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark the first card where none is marked."""
        if self.current_offer is None:  # before Qt makes it current without selecting it
            self.choose_first()
        super().focusInEvent(event)
        self.viewport().update()

    def _set_up(self) -> None:
        self.set_up_rows()
        self.theme.changed.connect(self.scheduleDelayedItemsLayout)
        self.theme.changed.connect(self.viewport().update)

    def _press(self, offer: Offer, part: str) -> None:
        if part == "why" or offer.state == "barred":
            self.why_asked.emit(offer.code)
        elif offer.state == "offer":
            self.add_asked.emit(offer.code)

    def _part_at(self, position: QPointF) -> tuple[str, str]:
        index = self.indexAt(position.toPoint())
        offer = self.offers.offer(index)
        if offer is None:
            return "", ""
        rect = self.visualRect(index)
        at = position - QPointF(rect.topLeft())
        chosen = self.currentIndex() == index
        if self.painter_of_cards.button_rect(offer, rect.width(), rect.height(), chosen=chosen).contains(at):
            return offer.code, "add"
        if not self.uniformItemSizes() and self.painter_of_cards.layout(offer, rect.width(), chosen=chosen).why.contains(at):
            return offer.code, "why"
        return offer.code, ""

    def _motion_of(self, index: QModelIndex) -> Motion | None:
        offer = self.offers.offer(index)
        if offer is None:
            return None
        rect, chosen = self.visualRect(index), self.currentIndex() == index
        return self.painter_of_cards.motion(offer, rect.width(), rect.height(), self.devicePixelRatioF(), chosen=chosen)

    def _hover(self, code: str, part: str) -> None:
        if self.looks.hovered != (code, part):
            self.looks.hovered = (code, part)
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if part else Qt.CursorShape.ArrowCursor)
            self.viewport().update()
