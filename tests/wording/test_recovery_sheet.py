from __future__ import annotations

from datetime import date

import pytest

from ptbuilder.wording.recovery_sheet import paragraphs, rows, title

GROUPS = tuple(f"GRP{number:02}" for number in range(1, 15))


def test_the_groups_stand_in_two_columns_with_their_numbers():
    lines = rows(GROUPS)
    assert len(lines) == 7
    assert lines[0].split() == ["1", "GRP01", "8", "GRP08"]
    assert lines[6].split() == ["7", "GRP07", "14", "GRP14"]


@pytest.mark.parametrize(("language", "on"), [("en", "12 March 2026"), ("es", "12 de marzo de 2026")])
def test_the_sheet_says_which_it_is_in_both_languages(language, on):
    assert "PTBuilder" in title(language)
    said = " ".join(paragraphs("29CA26", date(2026, 3, 12), language, "a4")).replace("\N{NO-BREAK SPACE}", " ")
    assert "29CA26" in said
    assert on in said
