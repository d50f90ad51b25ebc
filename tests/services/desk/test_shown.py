"""One work as it is read on one day: the draft, and the first half of an edit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ptbuilder.domain.assessment import Finding
from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.domain.library import Library
from ptbuilder.reasoning.engine import Reasoner
from ptbuilder.services.desk.desk import Desk
from ptbuilder.services.desk.shown import Shown
from ptbuilder.services.suggest.prescribing import Prescriber
from ptbuilder.services.suggest.suggesting import Suggesting
from tests.services.conftest import NOW


@pytest.fixture
def shown(library: Library, suggesting: Suggesting, reasoner: Reasoner, desk: Desk) -> Shown:
    """The sample patient; nothing is accepted yet."""
    return Shown(library, suggesting, Prescriber(library, reasoner), desk.work, NOW.date())


def test_the_desk_reads_the_same(shown: Shown, desk: Desk) -> None:
    assert shown.rows == desk.rows
    assert shown.cards == desk.cards
    assert shown.open_questions == desk.open_questions


def test_the_draft_is_made_once(shown: Shown) -> None:
    assert shown.program is shown.draft


def test_a_taken_draft_says_who_took_it_and_when(shown: Shown) -> None:
    taken = shown.taken("Dana Sample", NOW)
    assert (taken.accepted_by, taken.accepted_at) == ("Dana Sample", NOW)
    assert taken.stages == shown.draft.stages


def test_an_accepted_work_is_edited_as_it_is(shown: Shown) -> None:
    accepted = replace(shown, work=shown.ready_to_edit("Dana Sample", NOW))
    assert accepted.work.is_accepted
    assert accepted.ready_to_edit("Somebody else", NOW).program is accepted.work.program


def test_nothing_is_edited_while_a_danger_sign_stands(shown: Shown) -> None:
    flag = Finding(shown.library.red_flags()[0].code)
    stopped = replace(shown, work=replace(shown.work, assessment=shown.work.assessment.with_finding(flag)))
    assert stopped.rows == ()
    with pytest.raises(PTBuilderError, match="danger sign"):
        stopped.ready_to_edit("Dana Sample", NOW)
