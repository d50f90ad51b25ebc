"""Every word of the engine's vocabulary has a name in the form."""

from __future__ import annotations

import re

import pytest

from ptbuilder.figure import prop_catalogue
from ptbuilder.figure.bases import BASES
from ptbuilder.figure.body import load_body
from ptbuilder.figure.errors import PoseFault
from ptbuilder.figure.reading import CROPS
from ptbuilder.figure.surfaces import PARTS
from ptbuilder.figure.vocabulary import CONTACT_PARTS, DIRECTIONS, PAIRED, PLURALS, POINTS, SURFACE_POINTS, UNPAIRED, VIEWS
from ptbuilder.resources import asset
from ptbuilder.services.drawing.posing import form, names, things
from ptbuilder.services.drawing.posing.notes import note_of
from ptbuilder.services.drawing.posing.words import angle_words, in_words, named


def test_every_joint_and_direction_is_in_the_form_with_its_range() -> None:
    joints = {joint.code: joint for joint in form.joint_forms()}
    assert set(joints) == set(UNPAIRED) | set(PAIRED)
    for code, spans in (UNPAIRED | PAIRED).items():
        shown = {each.code: (each.low, each.high) for each in joints[code].directions}
        assert shown == {each: (round(low), round(high)) for each, (low, high) in spans.items()}
        assert joints[code].is_paired == (code in PAIRED)


@pytest.mark.parametrize(
    ("words", "vocabulary"),
    [
        (names.BASES, BASES),
        (names.VIEWS, VIEWS),
        (names.CROPS, CROPS),
        (names.HEADINGS, DIRECTIONS),
        (names.THINGS, prop_catalogue.OPTIONS),
        (names.GROUNDS, prop_catalogue.GROUNDS),
        (names.PLURALS, PLURALS),
        (names.OPTIONS, {key for keys in prop_catalogue.OPTIONS.values() for key in keys}),
    ],
)
def test_every_word_has_a_name_and_no_name_is_left_over(words: dict[str, str], vocabulary: object) -> None:
    assert set(words) == set(vocabulary)  # type: ignore[call-overload]


def test_every_part_and_point_has_a_name() -> None:
    assert {*PARTS, *POINTS, *SURFACE_POINTS, *CONTACT_PARTS} <= set(names.PARTS)


def test_every_choice_of_a_thing_has_words() -> None:
    for kind in prop_catalogue.OPTIONS:
        for option in things.options_of(kind, {}):
            assert all("_" not in words for _, words in option.choices), (kind, option.key)


def test_parts_are_named_with_their_side() -> None:
    assert named("knee_r") == "right knee"
    assert named("feet") == "both feet"
    assert named("low_back") == "low back"


def test_no_bone_is_told_by_its_number() -> None:
    body = load_body(asset("figure", "female.npz"))
    for bone in body.bones:
        assert not re.search(r"\d|_", note_of(PoseFault("", "start", bone, "4 cm below the floor")).sentence[:-24]), bone


def test_an_angle_is_told_with_its_clinical_direction() -> None:
    assert angle_words("hip", "flexion", 90) == "90° flexion"
    assert angle_words("hip", "flexion", -10) == "10° extension"
    assert angle_words("hip", "abduction", 0) == "0°"
    assert angle_words("breath", "belly", -2) == "2 cm in"


def test_notes_name_frame_and_joint() -> None:
    note = note_of(PoseFault("x", "finish", "knee_r", "4 cm inside the upper arm_l"))
    assert note.sentence == "Finish, right knee: 4 cm inside the left upper arm."
    assert (note.frame, note.part, note.side) == ("finish", "knee", "r")
    assert note_of(PoseFault("x", "start", "hip_l.flexion", "200 degrees")).sentence == "Start, left hip, bend: 200 degrees."


def test_names_in_a_note_become_words() -> None:
    assert in_words("the target on thigh_r is 5 cm out of reach") == "the place on the right thigh is 5 cm out of reach"
    assert in_words("the target on chair is 5 cm out of reach") == "the place on the chair is 5 cm out of reach"
    assert in_words("both_toes cannot reach the floor") == "the toes of both feet cannot reach the floor"
