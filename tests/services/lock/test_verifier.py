from __future__ import annotations

import json
from dataclasses import replace

import pytest

from ptbuilder.services.lock.verifier import COST, MINUTES, Verifier, read_verifier


def changed(verifier: Verifier, **values: object) -> str:
    return json.dumps({**json.loads(verifier.written()), **values})


@pytest.fixture(scope="module")
def verifier() -> Verifier:
    return Verifier.of("4711")


def test_the_right_pin_fits_and_others_do_not(verifier: Verifier) -> None:
    assert verifier.fits("4711")
    for other in ("4712", "47110", "", " 4711", "４７１１"):
        assert not verifier.fits(other)


def test_what_is_kept_opens_with_the_same_pin_and_does_not_show_it(verifier: Verifier) -> None:
    assert repr(verifier) == "Verifier()"
    again = read_verifier(verifier.written())
    assert again == verifier
    assert again is not None
    assert again.fits("4711")


def test_each_record_has_a_salt_of_its_own() -> None:
    one, other = Verifier.of("4711"), Verifier.of("4711")
    assert one.salt != other.salt
    assert one.digest != other.digest


def test_letters_with_accents_count_as_the_same_however_they_were_typed() -> None:
    verifier = Verifier.of("contrase\u00f1a \u00fc")
    assert verifier.fits("contrasen\u0303a u\u0308")
    assert not verifier.fits("contrasena u")


@pytest.mark.parametrize("numbers", [{"cost": 2**10}, {"block": 4}, {"lanes": 2}])
def test_a_record_with_other_numbers_is_checked_by_its_own(numbers: dict[str, int]) -> None:
    bare = replace(Verifier.of("x" * 4), **numbers, digest=b"")
    older = replace(bare, digest=bare._digest_of("4711"))
    read = read_verifier(older.written())
    assert read is not None
    assert read.fits("4711")
    assert not read.fits("xxxx")
    assert read != Verifier.of("4711")


def test_the_minutes_are_kept_and_strange_ones_become_the_shortest(verifier: Verifier) -> None:
    for minutes in (0, *MINUTES):
        read = read_verifier(changed(verifier, minutes=minutes))
        assert read is not None
        assert read.minutes == minutes
    strange = read_verifier(changed(verifier, minutes=99999))
    assert strange is not None
    assert strange.minutes == MINUTES[0]


@pytest.mark.parametrize(
    "values",
    [
        {"n": COST + 1},
        {"n": 2**30},
        {"n": 1},
        {"n": -4},
        {"n": "16384"},
        {"n": 16384.0},
        {"n": True},
        {"r": 0},
        {"r": 10**9},
        {"p": 10**9},
        {"salt": "ab"},
        {"salt": "no"},
        {"salt": None},
        {"digest": ""},
        {"digest": "ab" * 31},
        {"scheme": "none"},
        {"minutes": "5"},
        {"minutes": None},
    ],
)
def test_a_record_with_a_damaged_value_is_not_read(verifier: Verifier, values: dict[str, object]) -> None:
    assert read_verifier(changed(verifier, **values)) is None


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "7", '"scrypt"', "{}", "[" * 100_000, "\x00", '{"n": NaN}'])
def test_what_is_no_record_is_not_read(text: str) -> None:
    assert read_verifier(text) is None


def test_a_record_cut_short_anywhere_is_not_read(verifier: Verifier) -> None:
    whole = verifier.written()
    assert [cut for cut in range(len(whole)) if read_verifier(whole[:cut]) is not None] == []
