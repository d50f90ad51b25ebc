"""Lists with a dot before each item, in one column."""

from __future__ import annotations

from collections.abc import Sequence

from ptbuilder.handout.frame import Frame
from ptbuilder.handout.geometry import mm
from ptbuilder.handout.setting import Setting, Words
from ptbuilder.handout.theme import Style


def bullets(
    frame: Frame, setting: Setting, items: Sequence[Words], style: Style, x: float, top: float, width: float, gap: float = mm(0.9)
) -> float:
    """A list within ``width``; gives the height below its last item."""
    text_at = style.size * 1.1
    y = top
    with frame.tag("L"):
        for item in items:
            lines = setting.lines(item, style, width - text_at)
            frame.centred("I-dot", x + style.size * 0.34, y + style.baseline - style.size * 0.27, style.size * 0.34)
            with frame.tag("LI"):
                frame.say("LBody", x + text_at, y, lines, style)
            y += len(lines) * style.leading + gap
    return y - (gap if items else 0)
