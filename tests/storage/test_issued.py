from __future__ import annotations

from dataclasses import replace

import pytest

from ptbuilder.domain.revision import Issued
from tests.storage.conftest import NOON, program

SHEET = Issued("program", 1, 0, "standard", "en", "a4", NOON, "me", "print")


def test_sheets_come_back_in_the_order_they_went_out(store):
    store.programs.save_open_revision(program(), "me", NOON)
    assert store.issued.last_for("program") is None
    store.issued.add(SHEET)
    store.issued.add(replace(SHEET, way="pdf"))
    assert store.issued.of("program") == (SHEET, replace(SHEET, way="pdf"))
    assert store.issued.last_for("program").way == "pdf"


def test_a_sheet_of_a_revision_that_was_never_saved_is_a_bug(store):
    with pytest.raises(Exception, match="FOREIGN KEY"):
        store.issued.add(SHEET)
