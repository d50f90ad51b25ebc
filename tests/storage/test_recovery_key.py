from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.storage.recovery_key import ALPHABET, groups_of, key_from

KEY = bytes(range(100, 132))
GROUPS = groups_of(KEY)
keys = st.binary(min_size=32, max_size=32)


@given(keys)
def test_the_sheet_gives_the_key_back(key):
    assert key_from(" ".join(groups_of(key))) == key


def test_a_sheet_has_fourteen_groups_of_five():
    assert len(GROUPS) == 14
    assert all(len(group) == 5 and set(group) <= set(ALPHABET) for group in GROUPS)


@given(keys)
def test_how_it_is_typed_does_not_matter(key):
    typed = "-".join(groups_of(key)).lower().replace("0", "o").replace("1", "l") + " \n"
    assert key_from(typed) == key
    assert key_from("".join(groups_of(key)).replace("1", "I")) == key


@given(keys, st.integers(0, 69), st.sampled_from(ALPHABET))
def test_every_wrong_sign_is_found_in_its_group(key, at, sign):
    signs = "".join(groups_of(key))
    if signs[at] == sign:
        return
    with pytest.raises(PTBuilderError, match=rf"^Group {at // 5 + 1} has a typing error"):
        key_from(signs[:at] + sign + signs[at + 1 :])


@given(keys, st.integers(0, 68))
def test_two_swapped_neighbours_are_found(key, at):
    signs = "".join(groups_of(key))
    swapped = signs[:at] + signs[at + 1] + signs[at] + signs[at + 2 :]
    if swapped == signs:
        return
    with pytest.raises(PTBuilderError, match="typing error"):
        key_from(swapped)


def test_swapped_groups_are_named():
    with pytest.raises(PTBuilderError, match="Groups 3 and 4 have a typing error"):
        key_from(" ".join((*GROUPS[:2], GROUPS[3], GROUPS[2], *GROUPS[4:])))


def test_a_missing_group_and_a_strange_sign_are_said():
    with pytest.raises(PTBuilderError, match=r"70 in all\. You typed 65"):
        key_from(" ".join(GROUPS[:-1]))
    with pytest.raises(PTBuilderError, match="The sheet has no Ü"):
        key_from("ü" + "".join(GROUPS)[1:])


def test_groups_of_two_sheets_do_not_make_a_key():
    other = groups_of(bytes(32))
    with pytest.raises(PTBuilderError, match="not a key"):
        key_from(" ".join((*GROUPS[:7], *other[7:])))
