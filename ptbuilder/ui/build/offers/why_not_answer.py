"""The answer to *why not*: the exercise, six checks, and each rule with what fired it, its source and when it ends."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.library import Library
from ptbuilder.domain.suggestion import CHECKS, NotChosen, Obstacle, WhyNot
from ptbuilder.domain.text import say
from ptbuilder.services.desk.desk import Desk
from ptbuilder.ui.build.figures.pictures import DrawingCache, paint_picture
from ptbuilder.ui.build.offers.reason_card import CardColumn, CheckTable, ReasonCard
from ptbuilder.ui.build.offers.reason_scroll import ScrollColumn
from ptbuilder.ui.build.offers.why_pane import because_cards
from ptbuilder.ui.build.reason_words import (
    check_name,
    end_words,
    failed_words,
    passed_words,
    position_words,
    reason_label,
    rule_title,
)
from ptbuilder.ui.labels import exercise_name, language
from ptbuilder.ui.theme import EDGE, ROW, Theme
from ptbuilder.ui.widgets.chips import StatusChip
from ptbuilder.ui.widgets.text import TextLabel

PICTURE = QSize(106, 68)
LEAST_WORDS = 150
"""Width at 100 % text that the words keep beside the pictures."""


class WhyNotAnswer(ScrollColumn):
    """Shows one answer at a time."""

    def __init__(self, theme: Theme, pictures: DrawingCache, parent: QWidget | None = None) -> None:
        super().__init__("why_not_answer", parent)
        self.theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.pictures = _Pictures(theme, pictures)
        self.name = TextLabel(theme, "", "name", wraps=True)
        self.meta = TextLabel(theme, "", "caption", "ink_2", wraps=True)
        self.chip = StatusChip(theme)
        self.chip.setObjectName("why_not_chip")
        self.checks = CheckTable(theme)
        self.heading = TextLabel(theme, "", "strong", wraps=True)
        self.cards = CardColumn()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.name)
        words.addWidget(self.meta)
        words.addSpacing(4)
        words.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        self._head = head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setSpacing(ROW)
        head.addWidget(self.pictures, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        self.column.setContentsMargins(self.column.contentsMargins().left(), 4, self.column.contentsMargins().right(), ROW)
        self.column.addLayout(head)
        self.column.addWidget(self.checks)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.cards)
        self.column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The words stand below the pictures where a name would have too little room beside them."""
        super().resizeEvent(event)
        room = self.viewport().width() - 2 * EDGE - self.pictures.sizeHint().width() - ROW
        direction = QBoxLayout.Direction
        self._head.setDirection(direction.LeftToRight if room >= self.theme.wide(LEAST_WORDS) else direction.TopToBottom)

    def show_answer(self, desk: Desk, why_not: WhyNot) -> None:
        """Show the answer for the exercise of ``why_not``."""
        library = desk.library
        exercise = library.exercises[why_not.exercise]
        self.name.set_text(say(exercise.name, language()))
        self.setAccessibleName(self.tr("Why not {exercise}").format(exercise=self.name.text()))
        self.meta.set_text(self._meta(library, exercise))
        self.pictures.show_exercise(exercise)
        self._show_chip(desk, why_not)
        self._show_checks(desk, exercise, why_not)
        groups = _by_rule(why_not.obstacles)
        cards: list[QWidget] = [self._card(library, each) for each in groups]
        self.heading.set_text(self.tr("Kept out by") if groups else self.tr("What it is good for"))
        if not groups:
            offered = next((card for card in desk.cards if card.exercise.code == exercise.code), None)
            cards.extend(because_cards(self.theme, library, offered.because if offered else ()))
        self.heading.setVisible(bool(cards))
        self.cards.show_widgets(cards)

    def _meta(self, library: Library, exercise: Exercise) -> str:
        region = library.regions.get(exercise.region)
        text = self.tr("{region}, {position}, difficulty {n}")
        words = say(region.name, language()) if region else exercise.region
        return text.format(region=words, position=position_words(library, exercise.position), n=exercise.difficulty)

    def _show_chip(self, desk: Desk, why_not: WhyNot) -> None:
        count = len({each.key for each in why_not.obstacles})
        if count:
            one = self.tr("Not suggested: 1 rule")
            self.chip.show_state("stop", one if count == 1 else self.tr("Not suggested: {n} rules").format(n=count))
        elif desk.stage.has(why_not.exercise):
            self.chip.show_state("served", self.tr("In the program"))
        else:
            self.chip.show_state("served", self._not_chosen(desk.library, why_not.not_chosen))

    def _not_chosen(self, library: Library, why: NotChosen | None) -> str:
        reasons = {
            "no-goal": self.tr("Allowed; no finding asks for it"),
            "neighbour": self.tr("Allowed; too close to {exercise}"),
            "served": self.tr("Allowed; its goals are served"),
            "size": self.tr("Allowed; the program is full"),
        }
        text = reasons.get(why.reason, self.tr("Allowed")) if why else self.tr("Allowed")
        return text.format(exercise=exercise_name(library, why.value) if why and why.value else "")

    def _show_checks(self, desk: Desk, exercise: Exercise, why_not: WhyNot) -> None:
        phase = desk.stage.phase or desk.stage_outcome.phase
        rows = []
        for check in CHECKS:
            failed = why_not.failed(check)
            level = desk.work.assessment.irritability
            words = failed_words(desk.library, failed) if failed else passed_words(desk.library, exercise, check, phase, level)
            rows.append((check_name(check), words, not failed))
        self.checks.show_rows(rows)

    def _card(self, library: Library, obstacles: Sequence[Obstacle]) -> ReasonCard:
        head = obstacles[0]
        rule = library.rules.get(head.rule or "")
        causes = ", ".join(dict.fromkeys(reason_label(library, code) for each in obstacles for code in each.findings))
        lines = [
            (self.tr("Because of:"), causes),
            (self.tr("Why:"), say(rule.rationale, language()) if rule else ""),
            (self.tr("Source:"), rule.source if rule else ""),
            (self.tr("Ends:"), end_words(library, head)),
        ]
        return ReasonCard(self.theme, rule_title(library, head), head.rule or "", lines)


class _Pictures(QWidget):
    """Start and finish, or nothing while there is no drawing."""

    def __init__(self, theme: Theme, pictures: DrawingCache) -> None:
        super().__init__()
        self.theme = theme
        self._pictures = pictures
        self._exercise: Exercise | None = None
        pictures.changed.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_exercise(self, exercise: Exercise) -> None:
        """Show this exercise's pictures, if there are any."""
        self._exercise = exercise
        self.setVisible(self._pictures.has(exercise.code, "right" if exercise.unilateral else None))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(2 * PICTURE.width() + 5, PICTURE.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._exercise is None:
            return
        painter = QPainter(self)
        side = "right" if self._exercise.unilateral else None
        for number, frame in enumerate(("start", "finish")):
            rect = QRectF(number * (PICTURE.width() + 5), 0, PICTURE.width(), PICTURE.height())
            size = PICTURE - QSize(6, 6)
            pixmap = self._pictures.pixmap(self._exercise.code, side, frame, size, self.devicePixelRatioF())  # type: ignore[arg-type]
            paint_picture(painter, self.theme, rect, pixmap)
        painter.end()


def _by_rule(obstacles: Sequence[Obstacle]) -> list[list[Obstacle]]:
    """The obstacles of each rule together, in their order."""
    groups: dict[str, list[Obstacle]] = {}
    for each in obstacles:
        groups.setdefault(each.key, []).append(each)
    return list(groups.values())
