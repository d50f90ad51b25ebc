from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from tests.storage import strategies
from tests.storage.conftest import exercise


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(strategies.exercises)
def test_any_exercise_comes_back_by_its_fingerprint(store, value):
    assert store.texts.get(store.texts.put(value)) == value


def test_equal_texts_are_stored_once_and_others_beside_them(store):
    first, again, other = (store.texts.put(exercise(name=name)) for name in ("Bridge", "Bridge", "Hip lift"))
    assert first == again != other
    assert store.database.raw.execute("SELECT count(*) FROM texts").fetchone() == (2,)
    assert {each.name["en"] for each in store.texts.find([first, other, "unknown"]).values()} == {"Bridge", "Hip lift"}


def test_stored_texts_never_change(store):
    store.texts.put(exercise())
    with pytest.raises(Exception, match="stored texts never change"):
        store.database.raw.execute("UPDATE texts SET document = '{}'")


def test_an_unknown_fingerprint_raises(store):
    with pytest.raises(KeyError):
        store.texts.get("unknown")
