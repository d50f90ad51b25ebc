"""Where the parts of a card are: pictures, name, words, reason and button."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize

from ptbuilder.domain.values import dataclass
from ptbuilder.ui.build.offers.card_model import Offer
from ptbuilder.ui.painting import Run, TextBlock, text_width
from ptbuilder.ui.theme import SMALL_BUTTON, Role, Theme

PICTURE, LARGE = QSize(92, 60), QSize(180, 118)
GAP, PAD = 5, 10


@dataclass(frozen=True, slots=True)
class ButtonLook:
    """The words and signs of the button of a card."""

    text: str
    icon: str = ""
    key: str = ""
    is_primary: bool = False
    is_flat: bool = False


class CardLayout:
    """The places in a card that is ``width`` pixels wide, from its own left top corner.

    Words leave room for the ``widest`` button, so that they stay where they are when the card is marked.
    """

    def __init__(
        self, theme: Theme, offer: Offer, width: float, *, pictured: bool, large: bool, look: ButtonLook, widest: QSize
    ) -> None:
        self.offer = offer
        self.look = look
        self.button_size = button_size(theme, look)
        inner, top = width - 2 * PAD, float(PAD)
        self.pictures: tuple[QRectF, ...] = ()
        left, right = float(PAD), width - PAD
        beside = right - widest.width() - 10
        if pictured:
            size = LARGE if large else PICTURE
            if large:
                wide = min(float(size.width()), (inner - GAP) / 2)
                size = QSize(round(wide), round(wide * LARGE.height() / LARGE.width()))
            step = size.width() + GAP
            self.pictures = tuple(QRectF(PAD + n * step, PAD, size.width(), size.height()) for n in range(2))
            if large:
                top = self.pictures[-1].bottom() + 8
            else:
                left, beside = self.pictures[-1].right() + 10, right
        self.name = TextBlock(theme, (Run(offer.name, "strong", "ink"),), beside - left)
        self.name_at = QPointF(left, top)
        self.meta = TextBlock(theme, (Run(offer.meta, "caption", "ink_2"),), beside - left)
        self.meta_at = QPointF(left, top + self.name.height)
        bottom = self.meta_at.y() + self.meta.height
        self._place_why(theme, pictured and not large, bottom, right)
        self.height = self.foot + PAD

    def _place_why(self, theme: Theme, under_pictures: bool, bottom: float, right: float) -> None:
        line = theme.line("caption")
        button = self.button_size
        if under_pictures:
            top = max(bottom, self.pictures[-1].bottom()) + 6
            row = max(line, button.height())
            self.button = QRectF(right - button.width(), top + (row - button.height()) / 2, button.width(), button.height())
            self.why = QRectF(PAD, top + (row - line) / 2, self.button.left() - 10 - PAD, line)
            self.foot = top + row
            return
        self.button = QRectF(right - button.width(), self.name_at.y(), button.width(), button.height())
        if not self.offer.why[0]:
            self.why = QRectF()
            self.foot = max(bottom, self.button.bottom())
            return
        top = max(bottom, self.button.bottom() - 2) + 4
        self.why = QRectF(PAD, top, right - PAD, line)
        self.foot = top + line


def button_size(theme: Theme, look: ButtonLook) -> QSize:
    """How large a button with these words and signs is."""
    role: Role = "caption-strong" if look.is_primary else "caption"
    width = text_width(theme, look.text, role) + theme.wide(14) + 5 + (2 if look.is_flat else 20)
    if look.key:
        width += 8 + text_width(theme, look.key, "caption")
    return QSize(round(width) + 1, theme.tall(SMALL_BUTTON, "caption"))
