"""Changes of a program in words."""

from __future__ import annotations

from ptbuilder.domain.activity import ActivityChange
from ptbuilder.domain.changes import RevisionChange
from ptbuilder.domain.library import Library
from ptbuilder.ui.patients.words import change_words


def test_changes_of_the_table_of_activities_name_the_row(library: Library) -> None:
    found = (
        RevisionChange("activities", "driving", before=ActivityChange("driving"), after=ActivityChange("driving", day=4)),
        RevisionChange("activities", "own-1", before=ActivityChange("own-1"), after=ActivityChange("own-1", "Dancing {n}")),
        RevisionChange("activities", before=None, after=False),
    )
    assert change_words(library, found) == (
        "Driving: when to start again changed. Dancing {n}: when to start again changed. Table of activities changed."
    )
