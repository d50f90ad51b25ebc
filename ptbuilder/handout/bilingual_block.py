"""An exercise in two languages: one heading and one pair of pictures, everything else in pairs that share a row."""

from __future__ import annotations

from ptbuilder.domain.clinic import Clinic
from ptbuilder.domain.handout import SheetExercise
from ptbuilder.handout import exercise_parts as parts
from ptbuilder.handout.both_setting import joined
from ptbuilder.handout.exercise_heading import heading_of_two
from ptbuilder.handout.exercise_words import ExerciseWords, exercise_words
from ptbuilder.handout.frame import Frame
from ptbuilder.handout.geometry import RIGHT_AT, RIGHT_COLUMN, mm
from ptbuilder.handout.icons import GRID
from ptbuilder.handout.look import STANDARD, Fit
from ptbuilder.handout.pair import COLUMN, SECOND, Pair, middle_line
from ptbuilder.handout.tags import DECIMAL, TH_ROW, summary
from ptbuilder.handout.theme import BODY, Style
from ptbuilder.wording.dose_pair import PairRow, pair_rows
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
        """The block at this rung; made once for each."""
        found = self._frames.get(fit)
        if found is None:
            found = self._frames[fit] = self._laid_out(fit)
        return found

    def _laid_out(self, fit: Fit) -> Frame:
        frame, body = Frame(), Style(BODY.size, fit.leading)
        with frame.tag("Sect"):
            y = heading_of_two(frame, tuple(zip(self._pair.both, self.halves, strict=True)), self.words, STANDARD, self.of.mark)
            y = self._said(frame, "changed", body, y, mm(0.6))
            y = self._said(frame, "why", body, y, mm(0.6)) + mm(1.8)
            y, panel_top = self._pictures(frame, fit, y)
            top = y
            y = self._both_steps(frame, body, y) + mm(0.6)
            for part in ("feel", "stop", "dose"):
                y = self._said(frame, part, body, y, fit.before_dose)
            self._panel_below(frame, panel_top)
            middle_line(frame, top, y)
            y = self._note(frame, body, y)
        frame.height = y
        return frame

    def _said(self, frame: Frame, part: str, body: Style, top: float, gap: float) -> float:
        """The same part of both halves, if it says anything."""
        said = [getattr(words, part) for words in self.halves]
        if not any(said):
            return top
        bold = part == "changed"
        lines = [setting.lines(words or "", body, COLUMN, bold=bold) for setting, words in zip(self._pair.both, said, strict=True)]
        return self._pair.row(frame, "P", lines, top + gap, (0, SECOND), body)

    def _pictures(self, frame: Frame, fit: Fit, top: float) -> tuple[float, float]:
        """Pictures with captions in both languages; gives the height below pictures and panel, and where the panel stands."""
        pair = parts.picture_pair(self.of, fit.picture, fit.tallest)
        below = top
        if pair is not None:
            below = parts.pictures(frame, self._pair.setting, self.of, pair, STANDARD, top)
        return max(below, top + self._panel().height) + mm(1.6), top

    def _panel_below(self, frame: Frame, top: float) -> None:
        frame.add(self._panel(), RIGHT_AT, top)

    def _panel(self) -> Frame:
        return _panel(self._pair, pair_rows(self.of.dosage, self.of.side))

    def _both_steps(self, frame: Frame, body: Style, top: float) -> float:
        """Step n of both languages from one height on; the whole English list is read before the Spanish one."""
        heights = [max(len(half[at]) if at < len(half) else 0 for half in self._steps) * body.leading for at in range(self._most)]
        for half, x, setting in zip(self._steps, (0.0, SECOND), self._pair.both, strict=True):
            y = top
            with frame.tag("L", attributes=DECIMAL, language=setting.language):
                for number, lines in enumerate(half, start=1):
                    with frame.tag("LI"):
                        with frame.tag("Lbl"):
                            parts.badge(frame, setting, str(number), x, y + (body.leading - STANDARD.circle) / 2, STANDARD)
                        frame.say("LBody", x + STANDARD.circle + STANDARD.step_gap, y, lines, body)
                    y += max(heights[number - 1], STANDARD.circle) + STANDARD.between_steps
        return top + sum(max(height, STANDARD.circle) + STANDARD.between_steps for height in heights)

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


def _panel(pair: Pair, rows: tuple[PairRow, ...]) -> Frame:
    """The panel without a head: an icon, the number in bold, both words."""
    setting, look, body = pair.english, STANDARD, BODY
    height = body.leading + 2 * look.row_padding
    lines = [
        setting.lines(
            (*((Run(row.number, bold=True), Run(" ")) if row.number else ()), Run(row.words, bold=not row.number)),
            body,
            RIGHT_COLUMN - look.label_at - mm(1.2),
        )
        for row in rows
    ]
    heights = [height + (len(each) - 1) * body.leading for each in lines]
    frame = Frame(sum(heights))
    y = 0.0
    for each in heights[:-1]:
        y += each
        frame.line(0.5, y, RIGHT_COLUMN - 0.5, y, 0.5, "hair")
    frame.box(0, 0, RIGHT_COLUMN, frame.height, radius=mm(1.6), edge=1, edge_colour="teal")
    y = 0.0
    with frame.tag("Table", attributes=summary(pair.setting.say("how-much"))):
        for row, said, each in zip(rows, lines, heights, strict=True):
            top = y + look.row_padding
            frame.form(_icon(row), mm(2.2), top + (body.leading - look.icon) / 2, look.icon / GRID)
            with frame.tag("TR"):
                with frame.tag("TH", attributes=TH_ROW, actual=pair.setting.say(f"row-{row.kind}")):
                    pass
                frame.say("TD", look.label_at, top, said, body)
            y += each
    return frame


def _icon(row: PairRow) -> str:
    if row.kind != "side":
        return f"I-{row.kind}"
    return "I-side-right" if row.words.startswith("Right") else "I-side-left"
