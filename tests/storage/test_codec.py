from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings

from ptbuilder.domain.activity import ActivityPlan
from ptbuilder.domain.assessment import Score
from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.domain.program import Program
from ptbuilder.storage.codec import FORMAT, decode, decode_plain, encode, encode_checked, encode_plain, fingerprint
from tests.storage import strategies
from tests.storage.conftest import exercise, program

ONE = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@ONE
@given(strategies.programs)
def test_a_program_comes_back_as_it_was(value):
    assert decode(encode(value), Program) == value


@ONE
@given(strategies.exercises)
def test_an_exercise_comes_back_with_the_same_fingerprint(value):
    back = decode(encode(value), type(value))
    assert back == value
    assert fingerprint(back) == fingerprint(value)


@ONE
@given(strategies.clinics)
def test_a_clinic_comes_back_with_its_logo(value):
    assert decode(encode(value), type(value)) == value


def test_equal_values_make_equal_texts():
    one = decode(encode(program()), Program)
    assert encode_checked(one) == encode_checked(program())
    flags = [frozenset(f"code-{n}" for n in order) for order in (range(40), reversed(range(40)))]
    assert encode(flags[0]) == encode(flags[1])


def test_the_order_of_languages_does_not_change_a_fingerprint_and_a_word_does():
    first = exercise()
    turned = decode(encode(first).replace('"name":{"en":"Bridge"}', '"name":{"es":"Puente","en":"Bridge"}'), type(first))
    other = decode(encode(first).replace('"name":{"en":"Bridge"}', '"name":{"en":"Bridge","es":"Puente"}'), type(first))
    assert fingerprint(turned) == fingerprint(other) != fingerprint(first)


def test_fields_of_an_older_program_take_their_default_and_unknown_ones_are_passed_over():
    document = json.loads(encode(program("old")))
    del document["messages"]
    document["from_a_newer_version"] = 1
    assert decode(json.dumps(document), Program) == program("old")


def test_a_program_from_before_the_table_of_activities_has_the_usual_one():
    old = json.loads(encode(program()))
    del old["activities"]
    assert decode(json.dumps(old), Program).activities == ActivityPlan()


def test_a_newer_format_is_refused_in_a_sentence():
    with pytest.raises(PTBuilderError, match="newer PTBuilder"):
        decode(encode(program()), Program, FORMAT + 1)


def test_a_value_that_json_would_lose_is_not_stored():
    with pytest.raises(ValueError, match="Score"):
        encode_checked(Score("nprs", float("nan")))


def test_lists_in_plain_values_come_back_as_tuples():
    value = {"steps": ("Lie down.", "Lift."), "deep": [{"a": (1, 2)}]}
    assert decode_plain(encode_plain(value)) == {"steps": ("Lie down.", "Lift."), "deep": ({"a": (1, 2)},)}
