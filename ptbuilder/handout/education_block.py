"""One education sheet: title with the key sentence in a box, then the sections, one idea a heading."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ptbuilder.domain.handout import Sheet
from ptbuilder.domain.text import say as say_text
from ptbuilder.domain.vocabulary import Section, Topic
from ptbuilder.handout.bullets import bullets
from ptbuilder.handout.frame import Frame
from ptbuilder.handout.geometry import CONTENT_WIDTH, mm, run_width
from ptbuilder.handout.safety_block import sign_list
from ptbuilder.handout.setting import Setting
from ptbuilder.handout.tags import TH_ROW
from ptbuilder.handout.theme import BODY, EDUCATION, EDUCATION_HEADING, EDUCATION_TITLE, HEADING, TITLE, Style
from ptbuilder.wording import head
from ptbuilder.wording.fixed import Run
from ptbuilder.wording.topics import told_sections

_ALARM = re.compile(r"(call now|stop and call)", re.IGNORECASE)
_LABEL_WIDTH = mm(58)


class Sizes:
    """The type and gaps of one sheet: as designed, a size smaller, or smaller and closer where the topic is long."""

    def __init__(self, rung: int) -> None:
        is_small = rung > 0
        self.gap = mm(3.6) if rung < 2 else mm(2.6)
        self.row_padding = mm(0.9) if rung < 2 else mm(0.4)
        self.title: Style = TITLE if is_small else EDUCATION_TITLE
        self.heading: Style = HEADING if is_small else EDUCATION_HEADING
        self.body: Style = BODY if is_small else EDUCATION
        self.width = run_width(self.body.size)


SIZES = tuple(Sizes(rung) for rung in range(3))


def sections_of(topic: Topic, sheet: Sheet, setting: Setting) -> list[tuple[Section, list[str]]]:
    """The sections that concern this patient, with their lines; what the head or the last line says is not among them."""
    told = told_sections(topic, sheet.findings, (setting.language,))
    return [(each.section, each.lines[setting.language]) for each in told]


class TopicBlock:
    """A topic in one language; ``frame`` lays it out whole, ``parts`` gives the pieces of one that is longer than a page."""

    def __init__(self, setting: Setting, sheet: Sheet, topic: Topic) -> None:
        self.setting = setting
        self.title = setting.text(topic.title)
        self._sheet = sheet
        self._topic = topic
        self._frames: dict[Sizes, Frame] = {}

    def frame(self, sizes: Sizes) -> Frame:
        """The whole topic; made once for each size."""
        found = self._frames.get(sizes)
        if found is None:
            found = self._frames[sizes] = Frame()
            for part in self.parts(sizes):
                found.height = found.add(part, 0, found.height)
        return found

    def parts(self, sizes: Sizes) -> list[Frame]:
        """Title with key sentence, then the sections; each is one unit."""
        sections = sections_of(self._topic, self._sheet, self.setting)
        return [
            _title(self.setting, self._topic, sizes),
            *(_section(self.setting, self._sheet, section, lines, sizes) for section, lines in sections),
        ]


def _title(setting: Setting, topic: Topic, sizes: Sizes) -> Frame:
    frame = Frame()
    y = frame.say("H1", 0, 0, setting.lines(setting.text(topic.title), sizes.title, CONTENT_WIDTH, bold=True), sizes.title)
    text = setting.text(topic.summary)
    if text:
        runs = (Run(f"{setting.say('in-short')} ", bold=True), Run(text))
        lines = setting.lines(runs, sizes.body, min(sizes.width + mm(8), CONTENT_WIDTH - mm(8)))
        top = y + mm(2)
        height = len(lines) * sizes.body.leading + mm(3.6)
        fill = "tint" if setting.theme.is_filled else None
        frame.box(0, top, CONTENT_WIDTH, height, radius=mm(2), edge=1.2, edge_colour="teal", fill=fill)
        frame.say("P", mm(4), top + mm(1.7), lines, sizes.body)
        y = top + height
    frame.height = y
    return frame


def _section(setting: Setting, sheet: Sheet, section: Section, told: Sequence[str], sizes: Sizes) -> Frame:
    title = setting.text(section.heading)
    if _ALARM.match(say_text(section.heading, "en")):
        return _alarm(setting, sheet, title, told, sizes)
    frame = Frame()
    with frame.tag("Sect"):
        lines_of_title = setting.lines(title, sizes.heading, CONTENT_WIDTH, bold=True)
        y = frame.say("H2", 0, sizes.gap, lines_of_title, sizes.heading) + mm(0.9)
        if len(told) > 1 and all(": " in line for line in told):
            y = _table(frame, setting, told, sizes, y)
        else:
            y = bullets(frame, setting, told, sizes.body, 0, y, sizes.width)
    frame.height = y
    return frame


def _table(frame: Frame, setting: Setting, rows: Sequence[str], sizes: Sizes, top: float) -> float:
    """Lines of the form ``Driving: the next day`` as a table of what and when."""
    y = top + mm(0.4)
    with frame.tag("Table"):
        for row in rows:
            what, _, when = row.partition(": ")
            frame.line(0, y, CONTENT_WIDTH, y, 0.8, "line")
            left = setting.lines(what, sizes.body, _LABEL_WIDTH - mm(3), bold=True)
            right = setting.lines(when, sizes.body, CONTENT_WIDTH - _LABEL_WIDTH)
            with frame.tag("TR"):
                with frame.tag("TH", attributes=TH_ROW):
                    frame.text(0, y + sizes.row_padding, left, sizes.body)
                frame.say("TD", _LABEL_WIDTH, y + sizes.row_padding, right, sizes.body)
            y += max(len(left), len(right)) * sizes.body.leading + 2 * sizes.row_padding
    return y


def _alarm(setting: Setting, sheet: Sheet, title: str, lines: Sequence[str], sizes: Sizes) -> Frame:
    """When to call at once, in the box of the strongest rung, with the phone number in its heading."""
    frame, inner = Frame(), Frame()
    phone = head.phone(sheet.clinic)
    with inner.tag("Sect"):
        words = setting.lines(title, sizes.heading, CONTENT_WIDTH - mm(9), bold=True)
        y = inner.say("H2", mm(4.4), mm(2.2), words, sizes.heading, "red") + mm(0.6)
        y = sign_list(inner, setting, lines, (mm(4.4), mm(88)), CONTENT_WIDTH, y, sizes.body)
        if phone:
            call = setting.lines(setting.say("call-now", phone=phone), sizes.body, sizes.width, bold=True)
            y = inner.say("P", mm(4.4), y + mm(1), call, sizes.body)
    height = y + mm(2.4)
    frame.box(0, sizes.gap, CONTENT_WIDTH, height, radius=mm(2), edge=2.2, edge_colour="red")
    frame.add(inner, 0, sizes.gap)
    frame.height = sizes.gap + height
    return frame
