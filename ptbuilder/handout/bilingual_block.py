"""An exercise in two languages: one heading and one pair of pictures, everything else in pairs that share a row."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, partial

from ptbuilder.domain.clinic import Clinic
from ptbuilder.domain.handout import SheetExercise
from ptbuilder.handout import exercise_parts as parts
from ptbuilder.handout.beside import PICTURE_GAP
from ptbuilder.handout.bilingual_dose import dose_box_of_two, dose_panel_of_two, dose_width
from ptbuilder.handout.both_setting import joined
from ptbuilder.handout.exercise_heading import heading_of_two
from ptbuilder.handout.exercise_words import ExerciseWords, exercise_words
from ptbuilder.handout.frame import Frame, Later
from ptbuilder.handout.geometry import CONTENT_WIDTH, mm
from ptbuilder.handout.lines import Line
from ptbuilder.handout.look import STANDARD, Fit
from ptbuilder.handout.pair import COLUMN, SECOND, Pair, middle_line
from ptbuilder.handout.setting import Setting
from ptbuilder.handout.tags import DECIMAL
from ptbuilder.handout.theme import BODY, Style
from ptbuilder.wording.dose_pair import pair_rows
from ptbuilder.wording.fixed import Run

_TEXT_WIDTH = COLUMN - STANDARD.circle - STANDARD.step_gap


class BilingualBlock:
    """One exercise with its lines broken in both languages; ``frame`` lays it out for a rung."""

    def __init__(self, pair: Pair, of: SheetExercise, clinic: Clinic) -> None:
        self.of = of
        self.halves = tuple(exercise_words(setting, of, clinic) for setting in pair.both)
        english, spanish = self.halves
        self.words: ExerciseWords = english._replace(
            name=joined(english.name, spanish.name), mark=joined(english.mark, spanish.mark), changed=""
        )
        self._pair = pair
        self._steps = [
            [setting.lines(step, BODY, _TEXT_WIDTH) for step in words.steps]
            for setting, words in zip(pair.both, self.halves, strict=True)
        ]
        self._frames: dict[Fit, Frame] = {}

    def frame(self, fit: Fit) -> Frame:
        """The block at this rung, made once for each; the dose is told once only where that is lower."""
        found = self._frames.get(fit)
        if found is None:
            found = self._laid_out(fit)
            if fit.is_beside:
                found = min(self._laid_out(fit._replace(is_beside=False)), found, key=lambda frame: frame.height)
            self._frames[fit] = found
        return found

    def _laid_out(self, fit: Fit) -> Frame:
        frame, body = Frame(), Style(BODY.size, fit.leading)
        with frame.tag("Sect"):
            y = self._said(frame, "changed", body, frame.add(self._title, 0, 0), mm(0.6))
            top = self._said(frame, "why", body, y, mm(0.6)) + fit.below_head
            pictures, dose = self._pictures(fit), self._dose(fit, body)
            middle = max(frame.add(pictures, 0, top), top + dose.height) + (mm(1) if fit.is_beside else mm(1.6))
            y = frame.add(self._both_steps(fit, body), 0, middle) + (0 if fit.is_beside else mm(0.6))
            if fit.is_beside:
                frame.add(dose, CONTENT_WIDTH - dose_width(fit), top)
            for part in ("feel", "stop", *(() if fit.is_beside else ("dose",))):
                y = self._said(frame, part, body, y, fit.before_dose)
            if not fit.is_beside:
                frame.add(dose, CONTENT_WIDTH - dose_width(fit), top)
            middle_line(frame, middle, y)
            y = self._note(frame, body, y)
        frame.height = y
        return frame

    @cached_property
    def _title(self) -> Frame:
        frame = Frame()
        halves = tuple(zip(self._pair.both, self.halves, strict=True))
        frame.height = heading_of_two(frame, halves, self.words, STANDARD, self.of.mark)
        return frame

    def _said(self, frame: Frame, part: str, body: Style, top: float, gap: float) -> float:
        """The same part of both halves, if it says anything."""
        said = [getattr(words, part) for words in self.halves]
        if not any(said):
            return top
        bold = part == "changed"
        lines = [setting.lines(words or "", body, COLUMN, bold=bold) for setting, words in zip(self._pair.both, said, strict=True)]
        return self._pair.row(frame, "P", lines, top + gap, (0, SECOND), body)

    def _pictures(self, fit: Fit) -> Frame:
        """The pictures with captions in both languages."""
        pair = parts.picture_pair(self.of, fit.picture, fit.tallest)
        if pair is None:
            return Frame()
        setting, of, gap = self._pair.setting, self.of, PICTURE_GAP if fit.is_beside else mm(4)
        height = parts.pictures_height(pair, STANDARD)
        return Later(height, lambda frame: parts.pictures(frame, setting, of, pair, STANDARD, 0, gap=gap))

    def _dose(self, fit: Fit, body: Style) -> Frame:
        """What stands right of the pictures: the panel, or where the dose is told once the sentences of both languages."""
        if fit.is_beside:
            return dose_box_of_two(self._pair, self.of, STANDARD, body)
        return self._panel

    @cached_property
    def _panel(self) -> Frame:
        return dose_panel_of_two(self._pair, pair_rows(self.of.dosage, self.of.side))

    def _both_steps(self, fit: Fit, body: Style) -> Frame:
        """Step n of both languages from one height on; the whole English list is read before the Spanish one."""
        lines = [max(len(half[at]) if at < len(half) else 0 for half in self._steps) for at in range(self._most)]
        heights = [max(number * body.leading, STANDARD.circle) + fit.between_steps for number in lines]
        columns = tuple(zip(self._steps, (0.0, SECOND), self._pair.both, strict=True))
        return Later(sum(heights), partial(_put_steps, columns=columns, heights=heights, body=body))

    @property
    def _most(self) -> int:
        return max(len(half) for half in self._steps)

    def _note(self, frame: Frame, body: Style, top: float) -> float:
        """The therapist's note once, in the words in which it was written."""
        note = self.halves[0].note
        if not note:
            return top
        label = Run(joined(*(words.note[0].text.strip() for words in self.halves)) + " ", bold=True)
        lines = self._pair.english.lines((label, note[1]), BODY, mm(132))
        return parts.note(frame, lines, body, top + mm(1.6))


def _put_steps(
    frame: Frame,
    *,
    columns: Sequence[tuple[Sequence[Sequence[Line]], float, Setting]],
    heights: Sequence[float],
    body: Style,
) -> None:
    for half, x, setting in columns:
        y = 0.0
        with frame.tag("L", attributes=DECIMAL, language=setting.language):
            for number, (lines, height) in enumerate(zip(half, heights, strict=False), start=1):
                with frame.tag("LI"):
                    with frame.tag("Lbl"):
                        parts.badge(frame, setting, str(number), x, y + (body.leading - STANDARD.circle) / 2, STANDARD)
                    frame.say("LBody", x + STANDARD.circle + STANDARD.step_gap, y, lines, body)
                y += height
