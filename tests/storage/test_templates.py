from __future__ import annotations

from dataclasses import replace

import pytest

from ptbuilder.domain.assessment import Assessment
from ptbuilder.domain.program import Program
from tests.storage.conftest import NOON, program

INJECTION = Program("t1", Assessment(), title="after an injection")
KNEE = Program("t2", Assessment(), title="Knee")


def test_templates_stand_by_title(store):
    store.templates.save(KNEE, "me", NOON)
    store.templates.save(INJECTION, "me", NOON)
    assert store.templates.list() == (INJECTION, KNEE)


def test_a_template_is_changed_in_place_and_removed(store):
    store.templates.save(KNEE, "me", NOON)
    store.templates.save(replace(KNEE, title="Hip"), "me", NOON)
    assert [each.title for each in store.templates.list()] == ["Hip"]
    store.templates.remove("t2")
    assert store.templates.list() == ()


def test_the_program_of_a_patient_is_no_template(store):
    with pytest.raises(ValueError, match="no patient"):
        store.templates.save(program(), "me", NOON)
