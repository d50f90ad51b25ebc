"""How large the program is: blocks for exercises and a bar for minutes, each one painted widget with a text alternative."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ptbuilder.ui.icons import paint_icon
from ptbuilder.ui.painting import paint_box, paint_line, text_width
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.themed import follow_theme

BLOCKS = 6
FEW = 4
"""Up to this many exercises need no words; people follow two to four best."""


class _Meter(QWidget):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._title = ""
        self._hint = ""
        self._over = False
        self._is_bare = False
        self._said: tuple[object, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow_theme(self, theme)

    def sizeHint(self) -> QSize:
        """Sign, words, the drawn part, and the hint."""
        width = text_width(self.theme, self._title, "strong") + (0 if self._is_bare else 10 + self._drawn_width())
        width += self.theme.wide(16) + 6 if self._over else 0
        width += 8 + text_width(self.theme, self._hint, "caption") if self._hint else 0
        return QSize(round(width) + 1, self.theme.line("body"))

    def minimumSizeHint(self) -> QSize:
        """Its whole size."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint from the left to the right."""
        painter = QPainter(self)
        height = float(self.height())
        left = 0.0
        if self._over:
            side = self.theme.wide(16)
            paint_icon(painter, "warn", QRectF(0, (height - side) / 2, side, side), self.theme.color("warn"))
            left = side + 6
        paint_line(painter, self.theme, QRectF(left, 0, self.width() - left, height), self._title, "strong", self._ink("ink"))
        if self._is_bare:
            painter.end()
            return
        left += text_width(self.theme, self._title, "strong") + 10
        self._draw(painter, left, height / 2)
        left += self._drawn_width() + 8
        paint_line(painter, self.theme, QRectF(left, 0, self.width() - left, height), self._hint, "caption", self._ink("ink_2"))
        painter.end()

    def set_bare(self, bare: bool) -> None:
        """Words alone where what is drawn has no room; what comes next with words shows it."""
        self._is_bare = bare

    def _ink(self, usual: str) -> str:
        return "warn" if self._over else usual

    def _drawn_width(self) -> float:
        raise NotImplementedError

    def _draw(self, painter: QPainter, left: float, middle: float) -> None:
        raise NotImplementedError

    def _say(self, title: str, hint: str, over: bool) -> None:
        said = (title, hint, over, self._is_bare, self._drawn_width())
        if said != self._said:
            self._said = said
            self._title, self._hint, self._over = title, hint, over
            self.updateGeometry()
        self.update()


class CountMeter(_Meter):
    """Exercises as blocks of six; seven and more are amber with a sign. ``terse`` leaves the words about few out."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._count = 0

    def show_count(self, count: int, *, warn_over: int = BLOCKS, terse: bool = False) -> None:
        """Show ``count`` exercises; more than ``warn_over`` is amber."""
        self._count = count
        over = count > warn_over
        hint = "" if count <= FEW or terse else QCoreApplication.translate("Meters", "2 to 4 are followed best")
        one = QCoreApplication.translate("Meters", "1 exercise")
        many = QCoreApplication.translate("Meters", "{count} exercises").format(count=count)
        self._say(one if count == 1 else many, hint, over)
        said = QCoreApplication.translate("Meters", "{count} of {most} exercises").format(count=count, most=BLOCKS)
        if over:
            said = QCoreApplication.translate("Meters", "{count} exercises. People follow 2 to 4 best.").format(count=count)
        self.setAccessibleName(said)

    def _drawn_width(self) -> float:
        return BLOCKS * (self.theme.wide(14) + 2) - 2

    def _draw(self, painter: QPainter, left: float, middle: float) -> None:
        wide, tall = self.theme.wide(14), self.theme.wide(10)
        full = self.theme.color("warn_line" if self._over else "accent")
        for block in range(BLOCKS):
            rect = QRectF(left + block * (wide + 2), middle - tall / 2, wide, tall)
            on = block < self._count
            paint_box(painter, rect, full if on else None, full if on else self.theme.color("line_2"), 2)


class MinutesMeter(_Meter):
    """Minutes a session as a bar against the limit, amber above it; minutes a day stand beside it without a limit."""

    WIDTH = 90

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._share = 0.0

    def show_minutes(
        self, session: float, day: float, limit: float, was: float | None = None, *, terse: bool = False, short: bool = False
    ) -> None:
        """Show minutes, rounded; ``was`` is the session before the edit at hand. ``terse`` shows the bar without the rest.

        ``short`` says "16 min" alone; what is read aloud stays whole.
        """
        self._share = min(session / limit, 1.0) if limit else 0.0
        over = round(session) - round(limit)
        texts = self._texts(round(session), round(day), round(limit), None if was is None else round(was))
        title = QCoreApplication.translate("Meters", "{n} min").format(n=round(session)) if short else texts[0]
        self._say(title, "" if terse or short else texts[1], over > 0)
        self.setAccessibleName(texts[2])

    def _texts(self, session: int, day: int, limit: int, was: int | None) -> tuple[str, str, str]:
        def say(text: str) -> str:
            return QCoreApplication.translate("Meters", text)

        title = say("{n} minutes a session").format(n=session)
        if session > limit:
            hint = say("{n} minutes over").format(n=session - limit)
            said = say("{n} minutes a session, {over} over.").format(n=session, over=session - limit)
            return title, hint, said
        hint = say("was {was}, limit {limit}").format(was=was, limit=limit) if was is not None and was != session else ""
        if not hint and day != session:
            hint = say("{n} a day").format(n=day)
        said = say("{n} minutes a session, limit {limit}, {day} minutes a day").format(n=session, limit=limit, day=day)
        return title, hint, said

    def _drawn_width(self) -> float:
        return self.theme.wide(self.WIDTH)

    def _draw(self, painter: QPainter, left: float, middle: float) -> None:
        tall = self.theme.wide(8)
        rect = QRectF(left, middle - tall / 2, self.theme.wide(self.WIDTH), tall)
        paint_box(painter, rect, self.theme.color("surface"), self.theme.color("line_2"), tall / 2)
        full = QRectF(rect.left(), rect.top(), max(rect.width() * self._share, tall if self._share else 0), tall)
        if self._share:
            paint_box(painter, full, self.theme.color("warn_line" if self._over else "accent"), None, tall / 2)
