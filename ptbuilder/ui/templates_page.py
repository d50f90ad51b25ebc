"""Templates: programs without a patient, to use as they are or to keep the one at hand."""

from __future__ import annotations

import uuid
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.domain.program import Program
from ptbuilder.services.patients.records import Records
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.labels import patient_name
from ptbuilder.ui.template_list import PROGRAM_ROLE, TemplateDelegate, TemplatesModel, TemplateView
from ptbuilder.ui.theme import BETWEEN, EDGE, Theme
from ptbuilder.ui.undo_place import place_undo_line
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.fields import Field
from ptbuilder.ui.widgets.key_hints import KeyHints
from ptbuilder.ui.widgets.text import TextLabel
from ptbuilder.ui.widgets.themed import Ground, Hairline
from ptbuilder.ui.widgets.undo_line import UndoLine

HEADING, TITLE = 150, 220
"""Width at 100 % text of the heading with its edges, and of the field for a name."""


class TemplatesPage(Ground):
    """``build_asked`` is sent once a template lies on the desk; ``told`` and ``refused`` carry sentences."""

    build_asked = Signal()
    told = Signal(str)
    refused = Signal(str)

    def __init__(self, desk_signals: DeskSignals, records: Records, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "surface", parent=parent)
        self.setObjectName("templates_page")
        self._desk_signals = desk_signals
        self._records = records
        self._removed: Program | None = None
        self.title = Field(theme, self.tr("Name of the template"), self.tr("After a lumbar facet injection"), height=32)
        self.title.setObjectName("template_title")
        self.keep = Button(theme, self.tr("Save the program as a template"), icon="templates")
        self.keep.setObjectName("keep_template")
        self.templates = TemplatesModel(desk_signals.desk.library)
        self.view = TemplateView()
        self.use_button = Button(theme, "", "primary", key="Enter")
        self.use_button.setObjectName("use_template")
        self.remove_button = Button(theme, self.tr("Remove"), icon="trash")
        self.remove_button.setObjectName("remove_template")
        words = self.tr("No templates yet. Shape a program on Build, then save it here for the next patient like this one.")
        self.empty = TextLabel(theme, words, "body", "ink_2", wraps=True)
        self._empty_place = QWidget()
        self.undo_line = UndoLine(theme, self)
        hints = ((("Enter",), self.tr("use")), (("Del",), self.tr("remove, with Undo")))
        self.footer_end = KeyHints(theme, hints)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._prepare_view()
        self._lay_out()
        self._connect()
        self.refresh()

    # ---- what the page does -----------------------------------------------------------------------------------------

    @property
    def current(self) -> Program | None:
        """The marked template."""
        template = self.view.currentIndex().data(PROGRAM_ROLE)
        return template if isinstance(template, Program) else None

    def focus_first(self) -> None:
        """Put the focus into the list, or into the name where there is no template."""
        (self.view if self.templates.rowCount() else self.title).setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the templates, and say whom one would be used for."""
        self.templates.show_templates(self._records.templates())
        if not self.view.currentIndex().isValid() and self.templates.rowCount():
            self.view.setCurrentIndex(self.templates.index(0))
        has_any = self.templates.rowCount() > 0
        for part in (self.view, self.use_button, self.remove_button):
            part.setVisible(has_any)
        self._empty_place.setVisible(not has_any)
        desk = self._desk_signals.desk
        name = patient_name(desk.work.patient) if desk.work.patient.full_name else self.tr("this patient")
        self.use_button.set_label(self.tr("Use for {name}").format(name=name))
        self.keep.setEnabled(desk.is_accepted and not desk.program.is_empty)

    def use(self) -> None:
        """Put the marked template in the place of the program at the desk, as one step that can be undone."""
        template, desk = self.current, self._desk_signals.desk
        if template is None:
            return
        if desk.outcome.stop is not None:
            self.refused.emit(self.tr("There is no program while a danger sign stands."))
            return
        try:
            desk.use_template(template)
        except PTBuilderError as error:
            self.refused.emit(str(error))
            return
        self.build_asked.emit()

    def save(self) -> None:
        """Keep the program at the desk under the typed name."""
        title = " ".join(self.title.text().split())
        if not title:
            self.title.setFocus()
            self.refused.emit(self.tr("Type a name for the template."))
            return
        self._records.save_template(self._desk_signals.desk.program, str(uuid.uuid4()), title)
        self.title.clear()
        self.refresh()
        self.told.emit(self.tr("Saved as the template {title}.").format(title=title))

    def remove(self) -> None:
        """Remove the marked template; Undo stands for ten seconds."""
        template = self.current
        if template is None:
            return
        self._removed = template
        self._records.remove_template(template.id)
        self.refresh()
        self.undo_line.show_removed(self.tr("{title} removed.").format(title=template.title))
        place_undo_line(self.undo_line, self)

    def undo(self) -> bool:
        """Put the template back that was removed last, while that is offered; whether there was one."""
        if self._removed is None or self.undo_line.isHidden():
            return False
        template, self._removed = self._removed, None
        self.undo_line.dismiss()
        self._records.save_template(template, template.id, template.title)
        self.refresh()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the undo line at the foot; name and button stand below the heading where they have no room beside it."""
        super().resizeEvent(event)
        place_undo_line(self.undo_line, self)
        direction, theme = QBoxLayout.Direction, self.theme
        wanted = theme.wide(TITLE) + self.keep.sizeHint().width() + theme.wide(HEADING)
        self.title.setMinimumWidth(min(theme.wide(TITLE), self.width() - 2 * EDGE))
        self._top.setDirection(direction.LeftToRight if wanted <= self.width() else direction.TopToBottom)

    # ---- inside -----------------------------------------------------------------------------------------------------

    def _prepare_view(self) -> None:
        self.view.setObjectName("template_list")
        self.view.setAccessibleName(self.tr("Templates"))
        self.view.setModel(self.templates)
        self.view.setItemDelegate(TemplateDelegate(self.theme, self.view))
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setFrameShape(QFrame.Shape.NoFrame)

    def _lay_out(self) -> None:
        top = self._top
        top.setContentsMargins(EDGE, BETWEEN, EDGE, BETWEEN)
        top.setSpacing(BETWEEN)
        top.addWidget(TextLabel(self.theme, self.tr("Templates"), "name"))
        top.addStretch(1)
        top.addWidget(self.title)
        top.addWidget(self.keep)
        acts = QHBoxLayout()
        acts.setContentsMargins(EDGE, BETWEEN, EDGE, EDGE)
        acts.setSpacing(BETWEEN)
        acts.addStretch(1)
        acts.addWidget(self.remove_button)
        acts.addWidget(self.use_button)
        empty = QHBoxLayout(self._empty_place)
        empty.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        empty.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(Hairline(self.theme))
        column.addWidget(self._empty_place)
        column.addWidget(self.view, 1)
        column.addLayout(acts)
        column.addStretch(0)

    def _connect(self) -> None:
        self._desk_signals.changed.connect(self._on_desk_changed)
        self.view.use_asked.connect(self.use)
        self.view.doubleClicked.connect(lambda _index: self.use())
        self.view.remove_asked.connect(self.remove)
        self.use_button.clicked.connect(self.use)
        self.remove_button.clicked.connect(self.remove)
        self.keep.clicked.connect(self.save)
        self.title.returnPressed.connect(self.save)
        self.undo_line.undo_asked.connect(self._on_undo_asked)

    def _on_desk_changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: Any) -> None:
        """Catch up with templates saved elsewhere."""
        super().showEvent(event)
        self.refresh()

    def _on_undo_asked(self) -> None:
        self.undo_line.show()
        self.undo()
