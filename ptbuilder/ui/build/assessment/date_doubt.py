"""Days that were typed but can hardly be meant: one that is still to come, and one that is very long ago."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from ptbuilder.ui.labels import short_date

LONG_AGO_YEARS = 5
"""From so many years on a day is asked back; a sheet after a procedure is about weeks and months."""


class DateDoubt:
    """Refuses a day to come, and asks back once for one long ago: entered again it is taken."""

    def __init__(self) -> None:
        self._asked: date | None = None

    def sentence(self, on: date | None, today: date) -> str:
        """What speaks against the day, or an empty string where it may be taken now."""
        asked, self._asked = self._asked, None
        if on is None:
            return ""
        if on > today:
            return _tr("This date is to come: {date}.").format(date=short_date(on))
        years = today.year - on.year - ((today.month, today.day) < (on.month, on.day))
        if years < LONG_AGO_YEARS or on == asked:
            return ""
        self._asked = on
        return _tr("{date} is {n} years ago. Enter it again if it is right.").format(date=short_date(on), n=years)


def _tr(text: str) -> str:
    return QCoreApplication.translate("DateDoubt", text)
