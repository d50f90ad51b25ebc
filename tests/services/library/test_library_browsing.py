from __future__ import annotations

from dataclasses import replace

import pytest

from ptbuilder.domain.library import Library
from ptbuilder.library.living import LivingExercises
from ptbuilder.services.library.clinic_library import ClinicLibrary
from ptbuilder.services.library.library_browsing import LibraryBrowser


@pytest.fixture(scope="module")
def browser(library: Library) -> LibraryBrowser:
    return LibraryBrowser(library)


def test_nothing_asked_finds_everything_in_use(browser: LibraryBrowser, library: Library) -> None:
    in_use = {code for code, each in library.exercises.items() if not each.retired}
    assert set(browser.find("", {}).codes) == in_use


def test_values_of_a_group_are_alternatives_and_groups_must_all_fit(browser: LibraryBrowser, library: Library) -> None:
    chosen = {"region": frozenset({"lumbar", "hip"}), "type": frozenset({"stretch"})}
    found = browser.find("", chosen).codes  # type: ignore[arg-type]
    expected = {each.code for each in browser.exercises if each.region in ("lumbar", "hip") and each.type == "stretch"}
    assert set(found) == expected
    assert expected


def test_a_count_is_what_choosing_that_value_would_show(browser: LibraryBrowser) -> None:
    chosen = {"region": frozenset({"lumbar"})}
    found = browser.find("", chosen)  # type: ignore[arg-type]
    for kind, count in found.counts["type"].items():
        narrowed = browser.find("", {**chosen, "type": frozenset({kind})})  # type: ignore[arg-type]
        assert len(narrowed.codes) == count
    assert sum(found.counts["region"].values()) == len(browser.exercises)


def test_words_and_filters_work_together(browser: LibraryBrowser, library: Library) -> None:
    found = browser.find("bridge", {"region": frozenset({"lumbar"})}).codes
    assert found
    assert found[0] == "lx-bridge"
    assert all(library.exercises[code].region == "lumbar" for code in found)


def test_records_nobody_reviewed_are_found_by_their_own_filter(library: Library) -> None:
    first = next(iter(library.exercises))
    doubtful = replace(library, exercises={**library.exercises, first: replace(library.exercises[first], tags_reviewed=False)})
    found = LibraryBrowser(doubtful).find("", {"show": frozenset({"not-reviewed"})})
    assert found.codes == (first,)


def test_allowed_and_present_exercises_are_filters(browser: LibraryBrowser) -> None:
    found = browser.find("", {"show": frozenset({"in-program"})}, in_program=("lx-bridge",), allowed=("lx-bridge", "lx-bird-dog"))
    assert found.codes == ("lx-bridge",)
    assert found.counts["show"]["allowed"] == 2


def test_retired_exercises_are_left_out(library: Library) -> None:
    code = "lx-bridge"
    smaller = replace(library, exercises={**library.exercises, code: replace(library.exercises[code], retired=True)})
    assert code not in LibraryBrowser(smaller).find("bridge", {}).codes


def test_what_was_prepared_finds_the_same_and_breathes_meanwhile(browser: LibraryBrowser, library: Library) -> None:
    breaths: list[str] = []
    prepared = LibraryBrowser(library)
    assert not prepared.is_prepared
    prepared.prepare(lambda: breaths.append("breath"))
    assert len(breaths) > len(prepared.exercises) / 50
    assert prepared.is_prepared
    count = len(breaths)
    for text in ("", "bridge", "hip fl", "rotacion", "brige"):
        assert prepared.find(text, {}) == browser.find(text, {})
    prepared.prepare(lambda: breaths.append("again"))
    assert "again" not in breaths[:count]
    assert len(breaths) <= count + 3  # the index is built once


def test_one_changed_exercise_is_found_as_if_all_had_been_made_anew(library: Library) -> None:
    clinic = ClinicLibrary(library)
    browser = LibraryBrowser(clinic.library, clinic.origin)
    browser.prepare(lambda: None)
    exercises = clinic.library.exercises
    assert isinstance(exercises, LivingExercises)
    for code, changes in (
        ("lx-bridge", {"name": {"en": "Zebra lift"}, "region": "hip", "difficulty": 5}),
        ("own-slide", {"code": "own-slide", "name": {"en": "Walrus slide"}, "tags_reviewed": False}),
        ("lx-bird-dog", {"retired": True}),
        ("lx-bridge", {"name": {"en": "Mule lift"}, "equipment": ()}),
    ):
        exercises[code] = replace(exercises.get(code, exercises["lx-bridge"]), **changes)  # type: ignore[arg-type]
        browser.take((code,))
    fresh = LibraryBrowser(clinic.library, clinic.origin)
    for text in ("", "lift", "walrus", "zebra", "bridge", "hip"):
        for filters in ({}, {"region": frozenset({"hip"})}, {"show": frozenset({"hidden"})}, {"show": frozenset({"not-reviewed"})}):
            assert browser.find(text, filters).counts == fresh.find(text, filters).counts
            assert set(browser.find(text, filters).codes) == set(fresh.find(text, filters).codes)
    assert browser.find("", {}).codes == fresh.find("", {}).codes
    assert browser.search("walrus") == ("own-slide",)
    assert browser.search("zebra") == ()


def test_hidden_exercises_are_shown_only_where_they_are_asked_for(library: Library) -> None:
    hidden = replace(library, exercises={**library.exercises, "lx-bridge": replace(library.exercises["lx-bridge"], retired=True)})
    browser = LibraryBrowser(hidden)
    found = browser.find("", {})
    assert "lx-bridge" not in found.codes
    assert found.counts["show"]["hidden"] == 1
    assert browser.find("", {"show": frozenset({"hidden"})}).codes == ("lx-bridge",)


def test_edited_and_own_exercises_have_filters(library: Library) -> None:
    browser = LibraryBrowser(library, {"lx-bridge": "edited", "lx-bird-dog": "own"}.get)  # type: ignore[arg-type]
    assert browser.find("", {"show": frozenset({"edited", "own"})}).codes == ("lx-bird-dog", "lx-bridge")


def test_many_changed_exercises_are_found_as_if_all_had_been_made_anew(library: Library) -> None:
    clinic = ClinicLibrary(library)
    browser = LibraryBrowser(clinic.library)
    browser.prepare(lambda: None)
    codes = tuple(library.exercises)[:20]
    for number, code in enumerate(codes):
        clinic.library.exercises[code] = replace(library.exercises[code], name={"en": f"Zebra {number}"})  # type: ignore[index]
    browser.take(codes)
    fresh = LibraryBrowser(clinic.library)
    assert browser.find("", {}) == fresh.find("", {})
    assert set(browser.search("zebra")) == set(codes)


def test_what_is_hidden_and_shown_again_is_searched_as_it_is_now(library: Library) -> None:
    clinic = ClinicLibrary(library)
    browser = LibraryBrowser(clinic.library)
    exercises, bridge = clinic.library.exercises, library.exercises["lx-bridge"]
    everything, count = browser.search("bridge"), browser.count
    for retired, expected in ((True, tuple(code for code in everything if code != "lx-bridge")), (False, everything)):
        exercises["lx-bridge"] = replace(bridge, retired=retired)  # type: ignore[index]
        browser.take(("lx-bridge",))
        assert set(browser.search("bridge")) == set(expected)
        assert browser.search("bridge", 2) == browser.search("bridge")[:2]
        assert browser.count == count - retired


def test_signs_without_words_find_everything(browser: LibraryBrowser) -> None:
    assert browser.search(" - ") == browser.search("") == tuple(each.code for each in browser.exercises)
