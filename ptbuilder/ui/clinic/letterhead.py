"""The letterhead as fields; each is kept when it is left, so nothing needs a save button."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from ptbuilder.domain.clinic import PAPERS, Clinic
from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.services.paper.logo import kind_of, read_logo
from ptbuilder.ui import messages
from ptbuilder.ui.build.print_bar import language_word, paper_word
from ptbuilder.ui.painting import paint_box, paint_line
from ptbuilder.ui.theme import BETWEEN, PICTURE_RADIUS, ROW, Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.card import CardBox
from ptbuilder.ui.widgets.choice_fields import ComboField
from ptbuilder.ui.widgets.fields import Field
from ptbuilder.ui.widgets.text import TextLabel
from ptbuilder.ui.widgets.themed import follow_theme

LOGO_WIDTH = 900
"""Pixels of a drawn logo: three inches at 300 dots."""


class LogoPicture(QWidget):
    """The logo on its paper, or words where there is none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._logo = b""
        self.setObjectName("logo")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow_theme(self, theme)

    def show_logo(self, logo: bytes) -> None:
        """Show these bytes; they were looked at when the file was chosen."""
        self._logo = logo
        self.setAccessibleName(self.tr("Logo") if logo else self.tr("No logo yet"))
        self.update()

    def sizeHint(self) -> QSize:
        """Room for a wide logo."""
        return QSize(self.theme.wide(150), self.theme.wide(60))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint paper and logo."""
        painter = QPainter(self)
        area = QRectF(self.rect())
        paint_box(painter, area, self.theme.color("paper"), self.theme.color("line"), PICTURE_RADIUS)
        inside = area.adjusted(6, 6, -6, -6)
        if not self._logo:
            paint_line(painter, self.theme, inside, self.tr("No logo yet"), "caption", "#5d6976")
        else:
            image = QImage.fromData(self._logo)
            size = image.size().scaled(inside.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(_centred(inside, size), image)
        painter.end()


def as_pixels(svg: bytes) -> bytes:
    """A drawing as a PNG of ``LOGO_WIDTH`` pixels, since paper takes pictures of pixels."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(svg)
    natural = renderer.defaultSize()
    height = round(LOGO_WIDTH * natural.height() / max(natural.width(), 1))
    image = QImage(QSize(LOGO_WIDTH, max(min(height, LOGO_WIDTH), 1)), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(kept.data())


def _centred(area: QRectF, size: QSize) -> QRectF:
    left, top = area.center().x() - size.width() / 2, area.center().y() - size.height() / 2
    return QRectF(left, top, size.width(), size.height())


class Letterhead(CardBox):
    """``changed`` carries the Clinic with what was typed; ``refused`` a sentence about a file."""

    changed = Signal(object)
    refused = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.setObjectName("letterhead")
        self.setAccessibleName(self.tr("Letterhead"))
        self._clinic = Clinic()
        self._fields: dict[str, Field] = {}
        self.paper = ComboField(theme, self.tr("Paper"))
        self.paper.setObjectName("clinic_paper")
        self.language = ComboField(theme, self.tr("Language of handouts"))
        self.language.setObjectName("clinic_language")
        self.logo = LogoPicture(theme)
        self.choose_logo = Button(theme, self.tr("Choose a logo"), small=True)
        self.choose_logo.setObjectName("choose_logo")
        self.remove_logo = Button(theme, self.tr("Remove"), "quiet", small=True)
        self._lay_out()
        self._connect()

    def field(self, name: str) -> Field:
        """The field of one part of the letterhead."""
        return self._fields[name]

    def show_clinic(self, clinic: Clinic) -> None:
        """Fill the fields; a field that is being typed in is left alone."""
        self._clinic = clinic
        for name, field in self._fields.items():
            if not field.hasFocus() and field.text() != getattr(clinic, name):
                with QSignalBlocker(field):
                    field.setText(getattr(clinic, name))
        for combo, value in ((self.paper, clinic.paper), (self.language, clinic.language)):
            with QSignalBlocker(combo):
                combo.setCurrentIndex(max(combo.findData(value), 0))
        self.logo.show_logo(clinic.logo)
        self.remove_logo.setVisible(bool(clinic.logo))

    def take_logo(self, path: Path) -> None:
        """Read a picture file and keep it; a file that cannot be printed is refused in words."""
        try:
            content = read_logo(path)
        except PTBuilderError as error:
            self.refused.emit(str(error))
            return
        self._change(logo=as_pixels(content) if kind_of(content) == "svg" else content)

    def _labels(self) -> dict[str, tuple[str, str]]:
        return {
            "name": (self.tr("Clinic"), self.tr("Riverside Physical Therapy")),
            "address": (self.tr("Address"), self.tr("12 Mill Lane, Springfield")),
            "phone": (self.tr("Phone"), self.tr("For the patient's questions")),
            "therapist": (self.tr("Therapist"), self.tr("Name on sheets and in the history")),
            "credentials": (self.tr("Credentials"), self.tr("PT, DPT")),
            "emergency_name": (self.tr("Emergency room"), self.tr("Where the referral note sends patients")),
        }

    def _lay_out(self) -> None:
        self.column.addWidget(TextLabel(self.theme, self.tr("Letterhead"), "name"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(ROW)
        grid.setVerticalSpacing(BETWEEN)
        grid.setColumnStretch(1, 1)
        for row, (name, (label, hint)) in enumerate(self._labels().items()):
            field = Field(self.theme, label, hint, height=32)
            field.setObjectName(f"clinic_{name}")
            self._fields[name] = field
            self._add(grid, row, label, field)
        for paper in PAPERS:
            self.paper.addItem(paper_word(paper), paper)
        for language in ("en", "es"):
            self.language.addItem(language_word(language), language)
        self._add(grid, grid.rowCount(), self.tr("Paper"), self.paper)
        self._add(grid, grid.rowCount(), self.tr("Language of handouts"), self.language)
        logo = QWidget()
        line = QHBoxLayout(logo)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(BETWEEN)
        for part in (self.logo, self.choose_logo, self.remove_logo):
            line.addWidget(part)
        line.addStretch(1)
        self._add(grid, grid.rowCount(), self.tr("Logo"), logo)
        self.column.addLayout(grid)

    def _add(self, grid: QGridLayout, row: int, label: str, widget: QWidget) -> None:
        caption = TextLabel(self.theme, label, "body", "ink_2")
        caption.setBuddy(widget)
        grid.addWidget(caption, row, 0)
        grid.addWidget(widget, row, 1)

    def _connect(self) -> None:
        for name, field in self._fields.items():
            field.editingFinished.connect(lambda name=name: self._on_field_left(name))
        self.paper.activated.connect(lambda _: self._change(paper=self.paper.currentData()))
        self.language.activated.connect(lambda _: self._change(language=self.language.currentData()))
        self.choose_logo.clicked.connect(self._on_choose_clicked)
        self.remove_logo.clicked.connect(lambda: self._change(logo=b""))

    def _on_field_left(self, name: str) -> None:
        self._change(**{name: " ".join(self._fields[name].text().split())})

    def _on_choose_clicked(self) -> None:
        kinds = self.tr("Pictures (*.png *.jpg *.jpeg *.svg)")
        path = messages.ask_open_path(self, self.tr("Choose a logo"), Path.home(), kinds)
        if path is not None:
            self.take_logo(path)

    def _change(self, **values: object) -> None:
        new = replace(self._clinic, **values)  # type: ignore[arg-type]
        if new != self._clinic:
            self._clinic = new
            self.changed.emit(new)
