from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from ptbuilder.domain.clinic import Clinic, HandoutChoices
from tests.storage import strategies

FEW = settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])


def test_a_clinic_that_chose_nothing_has_the_defaults(store):
    assert store.settings.clinic() == Clinic()
    assert store.settings.handout_choices() is None


@FEW
@given(strategies.clinics, strategies.choices)
def test_what_the_clinic_chose_comes_back(store, clinic, choices):
    store.settings.set_clinic(clinic)
    store.settings.set_handout_choices(choices)
    assert (store.settings.clinic(), store.settings.handout_choices()) == (clinic, choices)


def test_a_patient_without_choices_has_those_of_the_clinic(store):
    ours, hers = HandoutChoices(ink="bw"), HandoutChoices(layout="large-print")
    store.settings.set_handout_choices(ours)
    assert store.settings.handout_choices("ann") == ours
    store.settings.set_handout_choices(hers, "ann")
    assert store.settings.handout_choices("ann") == hers
    assert store.settings.handout_choices() == ours


def test_choices_of_an_older_version_come_back_with_the_figure_by_the_patient(store):
    store.settings._write("handout", "ann", '{"layout":"compact","ink":"bw"}')
    assert store.settings.handout_choices("ann") == HandoutChoices(layout="compact", ink="bw", figure="patient", skin="light")
    store.settings._write("clinic", None, '{"name":"Riverside","paper":"letter"}')
    assert store.settings.clinic() == Clinic(name="Riverside", paper="letter", figure="patient", skin="light")


def test_free_values_are_kept_changed_and_removed(store):
    store.settings.put("columns", (320, 480))
    store.settings.put("columns", (300, 500))
    store.settings.put("seen", True, "ann")
    assert store.settings.get("columns") == (300, 500)
    assert store.settings.get("seen", False, "ann")
    assert not store.settings.get("seen", False)
    store.settings.put("columns", None)
    assert store.settings.get("columns", "none") == "none"
