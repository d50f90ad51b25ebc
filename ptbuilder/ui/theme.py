"""Colours, type and space of the window, light and dark; every other module asks here."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

Mode = Literal["system", "light", "dark"]
Role = Literal["display", "heading", "name", "lead", "body", "strong", "caption", "caption-strong"]


class Tokens(NamedTuple):
    """The named colours as ``#rrggbb``; what each is for stands in the order: grounds, inks, edges, accent, warn, stop, rest."""

    window: str
    surface: str
    sunken: str
    raised: str
    hover: str
    select: str
    ink: str
    ink_2: str
    ink_3: str
    ink_off: str
    line: str
    line_2: str
    accent: str
    accent_hover: str
    accent_down: str
    on_accent: str
    accent_soft: str
    on_soft: str
    warn: str
    warn_line: str
    warn_soft: str
    on_warn: str
    stop: str
    stop_line: str
    stop_soft: str
    on_stop_soft: str
    on_stop: str
    paper: str
    focus: str


LIGHT = Tokens(
    window="#edf0f3",
    surface="#ffffff",
    sunken="#f5f7f9",
    raised="#ffffff",
    hover="#eef4f4",
    select="#e3f1f0",
    ink="#1d2733",
    ink_2="#465362",
    ink_3="#5d6976",
    ink_off="#8a95a1",
    line="#d8dee4",
    line_2="#7b8794",
    accent="#0f6b6b",
    accent_hover="#0b5555",
    accent_down="#083f40",
    on_accent="#ffffff",
    accent_soft="#dceeed",
    on_soft="#0a4f50",
    warn="#8a5300",
    warn_line="#b4700a",
    warn_soft="#fff3d9",
    on_warn="#5c3800",
    stop="#b3261e",
    stop_line="#b3261e",
    stop_soft="#fdecea",
    on_stop_soft="#7d1712",
    on_stop="#ffffff",
    paper="#ffffff",
    focus="#0f6b6b",
)
DARK = Tokens(
    window="#11171d",
    surface="#1a222b",
    sunken="#141b22",
    raised="#232d38",
    hover="#22303a",
    select="#1c3439",
    ink="#e9eef3",
    ink_2="#b9c4cf",
    ink_3="#98a5b3",
    ink_off="#66727f",
    line="#2f3a46",
    line_2="#73818f",
    accent="#5fc7c0",
    accent_hover="#7fd6d0",
    accent_down="#46aea7",
    on_accent="#06201f",
    accent_soft="#173a3a",
    on_soft="#a6e3de",
    warn="#f0c46c",
    warn_line="#b98a34",
    warn_soft="#33290f",
    on_warn="#f7dca3",
    stop="#f28b82",
    stop_line="#d9675f",
    stop_soft="#3a1c1d",
    on_stop_soft="#fcc9c4",
    on_stop="#2b0706",
    paper="#f3f5f7",
    focus="#7fd6d0",
)
SCRIM = "#11171d"
"""Lies over the window behind the palette, at ``SCRIM_OPACITY``."""
SCRIM_OPACITY = 0.38


class Type(NamedTuple):
    """One size of text: points, weight, and the distance of lines in pixels at 100 %."""

    points: float
    bold: bool
    line: int


TYPE: dict[str, Type] = {
    "display": Type(18, True, 32),
    "heading": Type(15, True, 26),
    "name": Type(12, True, 22),
    "lead": Type(12, False, 22),
    "body": Type(10.5, False, 20),
    "strong": Type(10.5, True, 20),
    "caption": Type(9, False, 16),
    "caption-strong": Type(9, True, 16),
}

IN_CHIP, BETWEEN, ROW, EDGE, GROUP = 4, 8, 12, 16, 24
"""Space in pixels: inside a chip, between controls, row padding, pane edge, between groups."""
PICTURE_RADIUS, CONTROL_RADIUS, CARD_RADIUS, CHIP_RADIUS = 4, 6, 8, 11
SMALL_BUTTON, SPIN, BUTTON, FIELD, CHIP, BAR, FOOTER, TARGET = 26, 28, 32, 36, 22, 48, 56, 24
"""Heights in pixels at 100 % text."""
TEXT_SIZES = (100, 200)
"""Smallest and largest text size in per cent."""


class Theme(QObject):
    """The look in force: tokens by mode, fonts and heights by text size. ``changed`` tells that everything must repaint.

    Widgets ask it when they paint and never keep what they got. One instance is made in ``app`` and handed down. ``memory`` is
    for what painting works out again and again, by what it depends on; it is forgotten with the look.
    """

    changed = Signal()

    def __init__(self, family: str = "", mode: Mode = "system", text_size: int = 100, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._family = family
        self._mode: Mode = mode
        self._text_size = text_size
        self._colors: dict[str, QColor] = {}
        self._fonts: dict[str, QFont] = {}
        self.memory: dict[object, Any] = {}
        hints = QGuiApplication.styleHints()
        if hints is not None:
            hints.colorSchemeChanged.connect(self._on_system_scheme_changed)

    @property
    def mode(self) -> Mode:
        """What was chosen: follow the system, always light, or always dark."""
        return self._mode

    @property
    def is_dark(self) -> bool:
        """Whether the dark tokens are in force."""
        if self._mode == "system":
            return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._mode == "dark"

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return DARK if self.is_dark else LIGHT

    @property
    def text_size(self) -> int:
        """Text size in per cent, 100 to 200."""
        return self._text_size

    @property
    def scale(self) -> float:
        """Text size as a factor, 1 to 2."""
        return self._text_size / 100

    @property
    def family(self) -> str:
        """The name of the typeface; empty where the product's own could not be loaded."""
        return self._family

    @property
    def moves(self) -> bool:
        """Whether pictures may move: False where the system asks for less motion."""
        return QGuiApplication.instance() is None or _system_animates()

    def set_mode(self, mode: Mode) -> None:
        """Follow the system, or stay light or dark."""
        if mode != self._mode:
            self._mode = mode
            self._renew()

    def set_text_size(self, per_cent: int) -> None:
        """Set the text size; values outside 100 to 200 are brought to the nearer end."""
        size = max(TEXT_SIZES[0], min(TEXT_SIZES[1], per_cent))
        if size != self._text_size:
            self._text_size = size
            self._renew()

    def color(self, token: str) -> QColor:
        """The colour of a token named as in ``Tokens``; ``#rrggbb`` is taken as it is."""
        if token not in self._colors:
            self._colors[token] = QColor(token if token.startswith("#") else getattr(self.tokens, token))
        return self._colors[token]

    def font(self, role: Role) -> QFont:
        """The font of a role at the text size in force; a copy, which may be changed."""
        if role not in self._fonts:
            kind = TYPE[role]
            font = QFont(self._family) if self._family else QFont()
            font.setPointSizeF(kind.points * self.scale)
            font.setBold(kind.bold)
            self._fonts[role] = font
        return QFont(self._fonts[role])

    def line(self, role: Role) -> int:
        """The distance of lines of a role in pixels."""
        return round(TYPE[role].line * self.scale)

    def tall(self, height: int, role: Role = "body") -> int:
        """A height given for 100 % text, grown by as much as one line of ``role`` grows."""
        return height + self.line(role) - TYPE[role].line

    def wide(self, width: int) -> int:
        """A length given for 100 % text that holds letters or an icon, grown with the text."""
        return round(width * self.scale)

    def palette(self) -> QPalette:
        """The colours as Qt's own widgets want them."""
        return _palette(self)

    def _renew(self) -> None:
        self._colors.clear()
        self._fonts.clear()
        self.memory.clear()
        self.changed.emit()

    def _on_system_scheme_changed(self) -> None:
        if self._mode == "system":
            self._renew()


def token_names() -> tuple[str, ...]:
    """The names of all colours, in the order of the table."""
    return Tokens._fields


def _system_animates() -> bool:
    from PySide6.QtWidgets import QApplication

    return QApplication.isEffectEnabled(Qt.UIEffect.UI_General)


def _palette(theme: Theme) -> QPalette:
    part, group = QPalette.ColorRole, QPalette.ColorGroup
    palette = QPalette()
    roles = {
        part.Window: "window",
        part.WindowText: "ink",
        part.Base: "surface",
        part.AlternateBase: "sunken",
        part.Text: "ink",
        part.Button: "surface",
        part.ButtonText: "ink",
        part.BrightText: "on_stop",
        part.Highlight: "accent",
        part.HighlightedText: "on_accent",
        part.Link: "accent",
        part.LinkVisited: "accent",
        part.ToolTipBase: "raised",
        part.ToolTipText: "ink",
        part.PlaceholderText: "ink_3",
        part.Mid: "line",
        part.Dark: "line_2",
        part.Light: "surface",
        part.Accent: "accent",
    }
    for role, token in roles.items():
        palette.setColor(role, theme.color(token))
    for role in (part.WindowText, part.Text, part.ButtonText):
        palette.setColor(group.Disabled, role, theme.color("ink_off"))
    palette.setColor(group.Disabled, part.Base, theme.color("sunken"))
    return palette
