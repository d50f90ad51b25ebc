"""Running head and foot: what each page repeats, none of it content."""

from __future__ import annotations

from ptbuilder.domain.clinic import Clinic
from ptbuilder.domain.handout import SheetPerson
from ptbuilder.handout.frame import Frame
from ptbuilder.handout.geometry import CONTENT_WIDTH, mm
from ptbuilder.handout.lines import Line
from ptbuilder.handout.setting import Setting
from ptbuilder.handout.theme import FOOT, SMALL, Style
from ptbuilder.wording import head
from ptbuilder.wording.fixed import Run

HEAD_HEIGHT = mm(10.2)
"""From the top margin to where content starts on a page with a running head."""
_DOT = "  ·  "


def running_head(setting: Setting, person: SheetPerson, clinic: Clinic, kind: str) -> Frame:
    """Patient and kind of page left, clinic and phone right, in case the sheets part."""
    frame = Frame(HEAD_HEIGHT)
    right = [Run(clinic.name)] if clinic.name else []
    phone = head.phone(clinic)
    if phone:
        right += [Run(_DOT), Run(phone, bold=True)] if right else [Run(phone, bold=True)]
    right_line = _cut(setting, right, SMALL, mm(86))[0] if right else None
    left = ([Run(person.name, bold=True), Run(_DOT)] if person.name else []) + [Run(kind)]
    room = CONTENT_WIDTH - (right_line.width + mm(4) if right_line else 0)
    frame.aside(0, 0, _cut(setting, left, SMALL, room), SMALL, "soft")
    if right_line:
        frame.aside(CONTENT_WIDTH - right_line.width, 0, (right_line,), SMALL, "soft")
    frame.line(0, mm(6.1), CONTENT_WIDTH, mm(6.1), 0.6, "line")
    return frame


def _cut(setting: Setting, runs: list[Run], style: Style, room: float) -> tuple[Line, ...]:
    """The runs on one line; the longest is cut with an ellipsis where they are too wide, as all of it stands on page 1."""
    kept = list(runs)
    while setting.width(kept, style) > room and max(len(run.text) for run in kept) > 2:
        at = max(range(len(kept)), key=lambda place: len(kept[place].text))
        text = kept[at].text.rstrip("…")
        kept[at] = Run(text[: min(len(text) - 1, 80)].rstrip() + "…", kept[at].bold)
    return (setting.line(kept, style),)


def foot(setting: Setting, person: SheetPerson, printed: str, page: str, style: Style = FOOT) -> Frame:
    """Initials, date of printing, the mark of a sample patient; page x of y."""
    frame = Frame(mm(6))
    left = [Run(person.initials, bold=True)] if person.initials else []
    left += [Run(_DOT if left else ""), Run(printed)]
    if person.is_sample:
        left += [Run(_DOT), Run(setting.say("sample" if style is FOOT else "sample-short"))]
    right = setting.line(Run(page, bold=True), style)
    top = mm(6) - style.leading
    frame.line(0, 0, CONTENT_WIDTH, 0, 0.6, "line")
    frame.aside(0, top, _cut(setting, left, style, CONTENT_WIDTH - right.width - mm(4)), style, "soft")
    frame.aside(CONTENT_WIDTH - right.width, top, (right,), style, "ink")
    return frame
