"""Paints exercises on offer as cards, or in a long list as rows of one height; the button in them is painted too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ptbuilder.ui.build.figures.motion import Motion
from ptbuilder.ui.build.figures.pictures import DrawingCache, Frame, paint_picture
from ptbuilder.ui.build.figures.row_pictures import RowPictures
from ptbuilder.ui.build.offers.card_layout import PAD, ButtonLook, CardLayout, button_size
from ptbuilder.ui.build.offers.card_model import OFFER_ROLE, Index, Offer
from ptbuilder.ui.build.why_line import paint_why
from ptbuilder.ui.icons import paint_icon
from ptbuilder.ui.painting import paint_box, paint_line, paint_ring, text_width
from ptbuilder.ui.theme import CARD_RADIUS, Role, Theme

ROW_PICTURE = 62
"""Width of the one picture in a row of a long list."""
EDGE_OF_PICTURE = QSize(6, 6)
BETWEEN_CARDS = 8
REMEMBERED = 400
BOTH: tuple[Frame, Frame] = ("start", "finish")
Stills = list[QPixmap | None]
"""The pictures of a card or row, the moving one in place of the last perhaps; None stands for one that is not there yet."""


@dataclass(slots=True)
class CardState:
    """What the list knows beyond the model."""

    hovered: tuple[str, str] = ("", "")
    marked: str = ""
    is_large: bool = False


class CardDelegate(QStyledItemDelegate):
    """``is_uniform`` rows are as high as one line of name and one of meta, so that 25,000 need no measuring."""

    def __init__(
        self, theme: Theme, pictures: DrawingCache, state: CardState, *, is_uniform: bool = False, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._pictures = pictures
        self._state = state
        self._is_uniform = is_uniform
        self.room: Callable[[], int] = lambda: 400
        self.offer_at: Callable[[Index], Offer | None] = lambda index: index.data(OFFER_ROLE)
        self.moving: Callable[[Index], QPixmap | None] = lambda _index: None
        self._layouts: dict[tuple[Offer, float, bool, bool, bool], CardLayout] = {}
        self._rows, self._buttons = RowPictures(theme, "window"), RowPictures(theme, "window")
        theme.changed.connect(self._layouts.clear)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height of the card with the space to the next one."""
        width = self.room()
        if self._is_uniform:
            return QSize(width, self.theme.line("strong") + self.theme.line("caption") + 18)
        offer = self.offer_at(index)
        if offer is None:
            return QSize(width, 0)
        return QSize(width, round(self.layout(offer, width).height) + BETWEEN_CARDS)

    def layout(self, offer: Offer, width: float, *, chosen: bool = False) -> CardLayout:
        """The places in a card; those of the last few hundred are remembered."""
        pictured, large = self._pictures.has(offer.code, offer.side), self._state.is_large
        key = (offer, width, pictured, large, chosen)
        if key not in self._layouts:
            if len(self._layouts) >= REMEMBERED:
                self._layouts.clear()
            look, widest = self.look(offer, chosen=chosen), button_size(self.theme, self.look(offer, chosen=True))
            self._layouts[key] = CardLayout(self.theme, offer, width, pictured=pictured, large=large, look=look, widest=widest)
        return self._layouts[key]

    def look(self, offer: Offer, *, chosen: bool) -> ButtonLook:
        """The button of a card: Add, where it is present a check mark, where it is kept out the way to why not."""
        if offer.state == "present":
            return ButtonLook(_tr("In the program"), "check", is_flat=True)
        if offer.state == "barred":
            return ButtonLook(_tr("Why not?"), "stop")
        key = _tr("Enter") if chosen and not self._is_uniform else ""
        return ButtonLook(_tr("Add"), "plus", key, is_primary=chosen)

    def button_rect(self, offer: Offer, width: float, height: float, *, chosen: bool) -> QRectF:
        """Where the button is, from the item's left top corner."""
        if not self._is_uniform:
            return self.layout(offer, width, chosen=chosen).button
        size = button_size(self.theme, self.look(offer, chosen=chosen))
        return QRectF(width - size.width() - PAD, (height - size.height()) / 2, size.width(), size.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the card, or the row."""
        offer = self.offer_at(index)
        if offer is None:
            return
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        has_focus = chosen and option.widget is not None and option.widget.hasFocus()
        area = QRectF(option.rect)
        if not self._is_uniform:
            area.adjust(0, 0, 0, -BETWEEN_CARDS)
        self._show(painter, area, offer, self.moving(index), chosen=chosen, has_focus=has_focus)
        painter.restore()

    def _show(
        self, painter: QPainter, area: QRectF, offer: Offer, moving: QPixmap | None, *, chosen: bool, has_focus: bool
    ) -> None:
        """A card or row that the pointer is not on is shown as it was painted before."""
        paint_anew = self._paint_row if self._is_uniform else self._paint_card
        stills = self._stills(offer, area, painter.device().devicePixelRatioF(), chosen=chosen)
        if moving is not None and stills:
            stills[-1] = moving

        def paint(into: QPainter, place: QRectF) -> None:
            paint_anew(into, place, offer, stills, chosen=chosen, has_focus=has_focus)

        if moving is not None or self._state.hovered[0] == offer.code or self._is_marked(offer):
            paint(painter, area)
            return
        key = (offer, chosen, has_focus, self._state.is_large, tuple(each.cacheKey() if each is not None else 0 for each in stills))
        self._rows.show(painter, area, key, paint)

    def _stills(self, offer: Offer, area: QRectF, ratio: float, *, chosen: bool) -> Stills:
        """The still pictures that the card or row shows; those that are not there yet are asked for."""
        places = self._picture_places(offer, area, chosen=chosen)
        sizes = ((rect.size() - EDGE_OF_PICTURE).toSize() for rect in places)
        frames = BOTH[-len(places) :]
        return [self._pictures.pixmap(offer.code, offer.side, *each, ratio) for each in zip(frames, sizes, strict=False)]

    def _picture_places(self, offer: Offer, area: QRectF, *, chosen: bool) -> tuple[QRectF, ...]:
        if not self._is_uniform:
            return self.layout(offer, area.width(), chosen=chosen).pictures
        return (self._row_picture(area.height()),) if self._pictures.has(offer.code, offer.side) else ()

    def _paint_card(self, painter: QPainter, area: QRectF, offer: Offer, stills: Stills, *, chosen: bool, has_focus: bool) -> None:
        theme = self.theme
        hovered = self._state.hovered[0] == offer.code or self._is_marked(offer)
        fill, edge = ("select", "accent") if chosen else ("hover" if hovered else "surface", "line")
        paint_box(painter, area, theme.color(fill), theme.color(edge), CARD_RADIUS)
        if has_focus:
            paint_ring(painter, theme, area, CARD_RADIUS)
        layout = self.layout(offer, area.width(), chosen=chosen)
        painter.translate(area.topLeft())
        for rect, still in zip(layout.pictures, stills, strict=False):
            paint_picture(painter, theme, rect, still)
        layout.name.paint(painter, layout.name_at.x(), layout.name_at.y())
        layout.meta.paint(painter, layout.meta_at.x(), layout.meta_at.y())
        if offer.why[0]:
            self._paint_why(painter, layout.why, offer)
        self._paint_button(painter, layout.button, offer, layout.look)

    def _paint_row(self, painter: QPainter, area: QRectF, offer: Offer, stills: Stills, *, chosen: bool, has_focus: bool) -> None:
        theme = self.theme
        if chosen or self._state.hovered[0] == offer.code:
            painter.fillRect(area, theme.color("select" if chosen else "hover"))
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), theme.color("line"))
        if chosen:
            painter.fillRect(QRectF(area.left(), area.top(), 3, area.height()), theme.color("accent"))
        if has_focus:
            paint_ring(painter, theme, area.adjusted(1, 1, -1, -2), 2)
        button = self.button_rect(offer, area.width(), area.height(), chosen=chosen).translated(area.topLeft())
        left, right = area.left() + PAD + 2, button.left() - 10
        if stills:
            picture = self._row_picture(area.height()).translated(area.topLeft())
            paint_picture(painter, theme, picture, stills[-1])
            left = picture.right() + 10
        name = QRectF(left, area.top() + 8, right - left, theme.line("strong"))
        paint_line(painter, theme, name, offer.name, "strong", "ink")
        meta = QRectF(left, name.bottom(), right - left, theme.line("caption"))
        paint_line(painter, theme, meta, offer.meta, "caption", "ink_2")
        look = self.look(offer, chosen=chosen)
        if chosen or self._state.hovered[0] == offer.code:
            self._paint_button(painter, button, offer, look)
        else:
            self._buttons.show(painter, button, look, lambda into, place: self._paint_button(into, place, offer, look))

    def _is_marked(self, offer: Offer) -> bool:
        return bool(self._state.marked) and self._state.marked in offer.findings

    def motion(self, offer: Offer, width: float, height: float, ratio: float, *, chosen: bool) -> Motion | None:
        """What moves in the last picture of this card; None where it has none."""
        if not self._pictures.has(offer.code, offer.side):
            return None
        place = self._row_picture(height) if self._is_uniform else self.layout(offer, width, chosen=chosen).pictures[-1]
        return Motion(offer.code, offer.side, (place.size() - EDGE_OF_PICTURE).toSize(), ratio)

    def _row_picture(self, height: float) -> QRectF:
        return QRectF(PAD, 4, ROW_PICTURE, height - 9)

    def _paint_why(self, painter: QPainter, rect: QRectF, offer: Offer) -> None:
        theme = self.theme
        hovered = self._state.hovered == (offer.code, "why")
        extra = _tr("(not served yet)")
        taken = theme.wide(13 + 14) + 13 + sum(text_width(theme, word, "caption") + 1 for word in offer.why)
        paint_why(painter, theme, rect, offer.why, "accent" if hovered else "ink_2")
        if offer.is_unserved and taken + 8 + text_width(theme, extra, "caption") <= rect.width():
            left = rect.left() + taken + 8
            paint_line(painter, theme, QRectF(left, rect.top(), rect.right() - left, rect.height()), extra, "caption", "ink_3")

    def _paint_button(self, painter: QPainter, rect: QRectF, offer: Offer, look: ButtonLook) -> None:
        theme = self.theme
        hovered = self._state.hovered == (offer.code, "add")
        ink = "on_accent" if look.is_primary else "on_soft" if look.is_flat else "ink"
        if not look.is_flat:
            fill = "accent_hover" if look.is_primary and hovered else "accent" if look.is_primary else "surface"
            fill = "hover" if hovered and not look.is_primary else fill
            paint_box(painter, rect, theme.color(fill), None if look.is_primary else theme.color("line_2"))
        left = rect.left() + (0 if look.is_flat else 9)
        side = theme.wide(14)
        box = QRectF(left, rect.center().y() - side / 2, side, side)
        paint_icon(painter, look.icon, box, theme.color("stop" if look.icon == "stop" else ink), theme.color("surface"))
        left += side + 5
        role: Role = "caption-strong" if look.is_primary else "caption"
        paint_line(painter, theme, QRectF(left, rect.top(), rect.right() - left, rect.height()), look.text, role, ink)
        if look.key:
            left += text_width(theme, look.text, role) + 8
            paint_line(painter, theme, QRectF(left, rect.top(), rect.right() - left, rect.height()), look.key, "caption", ink)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Cards", text)
