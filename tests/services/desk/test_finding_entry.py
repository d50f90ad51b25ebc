from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ptbuilder.domain.assessment import Finding
from ptbuilder.domain.library import Library
from ptbuilder.services.desk.finding_entry import Command, Entry, as_finding, find_equipment, read_entry

TODAY = date(2026, 3, 12)


def read(line: str) -> Entry:
    return read_entry(line, TODAY)


@pytest.mark.parametrize(
    ("line", "entry"),
    [
        ("hip fl", Entry("hip fl")),
        ("hip fl b2", Entry("hip fl", side="both", grade="moderate")),
        ("hip fl 2b", Entry("hip fl", side="both", grade="moderate")),
        ("hip fl l 3", Entry("hip fl", side="left", grade="severe")),
        ("hip fl mild right", Entry("hip fl", side="right", grade="mild")),
        ("Hip  Fl  mod", Entry("Hip Fl", grade="moderate")),
        ("low back 6/10", Entry("low back", value=6, out_of=10)),
        ("quad weak 4/5 l", Entry("quad weak", side="left", value=4, out_of=5)),
        ("facet inj 10d", Entry("facet inj", on=date(2026, 3, 2))),
        ("facet inj 2 mar", Entry("facet inj", on=date(2026, 3, 2))),
        ("facet inj mar 2", Entry("facet inj", on=date(2026, 3, 2))),
        ("facet inj 20 dec", Entry("facet inj", on=date(2025, 12, 20))),
        ("facet inj 29 feb", Entry("facet inj", on=date(2024, 2, 29))),
        ("facet inj 2 march 2024", Entry("facet inj", on=date(2024, 3, 2))),
        ("facet inj 2026-03-01 r", Entry("facet inj", side="right", on=date(2026, 3, 1))),
        ("knee 2 mar", Entry("knee", on=date(2026, 3, 2))),
    ],
)
def test_what_stands_at_the_end_is_read(line: str, entry: Entry) -> None:
    assert read(line) == entry


@pytest.mark.parametrize(
    "line",
    [
        "",
        "l",
        "2",
        "10d",
        "hip 9/5",
        "hip 11/10",
        "hip 31 feb",
        "hip 99d9",
        "hip b4",
        "2 mar",
        "l5 nerve",
        "grade 4",
        "hip 12345d",
        "hip \u00b2 mar",
    ],
)
def test_what_cannot_be_read_stays_part_of_the_search(line: str) -> None:
    entry = read(line)
    assert entry.text == line or line == "2 mar"


def test_the_first_word_is_always_searched() -> None:
    assert read("2 l") == Entry("2", side="left")
    assert read("2 mar").text != ""


def test_a_token_is_read_once() -> None:
    assert read("hip l r") == Entry("hip l", side="right")


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("irr low", Command("irritability", "low")),
        ("irr mod", Command("irritability", "moderate")),
        ("IRR high", Command("irritability", "high")),
        ("rf none", Command("red-flags", "none")),
        ("acute", Command("onset", "acute")),
        ("subacute", Command("onset", "subacute")),
        ("chronic", Command("onset", "chronic")),
        ("home band", Command("equipment", "band")),
    ],
)
def test_commands_are_read(line: str, command: Command) -> None:
    entry = read(line)
    assert entry.command == command
    assert not entry.is_plain


@pytest.mark.parametrize("line", ["irr", "irr x", "rf", "rf spreading", "acute low back", "home"])
def test_what_is_no_whole_command_is_a_search(line: str) -> None:
    assert read(line).command is None


def test_plain_words_are_plain() -> None:
    assert read("hip fl").is_plain
    assert not read("hip fl l").is_plain


@given(st.text(max_size=40))
def test_no_line_raises_and_no_word_is_invented(line: str) -> None:
    entry = read(line)
    words = line.split()
    assert entry.text.split() == words[: len(entry.text.split())]
    assert bool(entry.text) == bool(words)


def test_an_entry_becomes_a_finding(library: Library) -> None:
    kind = library.findings["hp-flexor-tight"]
    assert as_finding(read("hip fl b2"), kind, library) == (Finding("hp-flexor-tight", side="both", grade="moderate"), ())


def test_a_count_is_kept_where_the_scale_has_it(library: Library) -> None:
    pain = library.findings["lx-pain-local"]
    assert as_finding(read("back 6/10"), pain, library)[0].value == 6
    found, ignored = as_finding(read("back 4/5"), pain, library)
    assert (found.value, ignored) == (None, ("This finding is not counted out of 5.",))


def test_a_side_that_a_finding_does_not_have_is_ignored_and_told(library: Library) -> None:
    kind = library.findings["lx-pain-extension-provoked"]
    assert as_finding(read("worse arching b"), kind, library) == (
        Finding("lx-pain-extension-provoked"),
        ("This finding has no side.",),
    )


def test_a_date_belongs_to_a_procedure(library: Library) -> None:
    facet = library.findings["proc-facet-injection-lumbar"]
    assert as_finding(read("facet 10d"), facet, library)[0].on == date(2026, 3, 2)
    found, ignored = as_finding(read("hip 10d"), library.findings["hp-flexor-tight"], library)
    assert (found.on, ignored) == (None, ("Only a procedure has a date.",))


def test_things_at_home_are_found_by_their_names(library: Library) -> None:
    assert find_equipment("mat", library)[0] == "mat"
    assert find_equipment("cha", library)[0] == "chair"
    assert find_equipment("spaceship", library) == ()
    assert find_equipment("", library) == ()
