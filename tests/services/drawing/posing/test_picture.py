"""Pictures of a draft, with limbs to press and notes to mend."""

from __future__ import annotations

import pytest

from ptbuilder.domain.drawing import Drawing
from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.image import RasterImage
from ptbuilder.domain.library import Library
from ptbuilder.figure.bases import BASES
from ptbuilder.services.drawing.figure_look import FigureLook
from ptbuilder.services.drawing.figures import Job, draw
from ptbuilder.services.drawing.own_drawings import drawing_of, forget_own, keep_in
from ptbuilder.services.drawing.posing.draft import PoseDraft, blank, taken_over, with_angle, with_limb
from ptbuilder.services.drawing.posing.picture import Limb, PosePicture, check, limb_at, make_picture
from ptbuilder.services.drawing.posing.posing import Posing
from ptbuilder.services.drawing.side_process import SideProcess

KICK = with_angle(blank(), "finish", "knee", "flexion", "r", 80)


@pytest.fixture(scope="module")
def picture() -> PosePicture:
    return make_picture(KICK.figure, FigureLook(), True)


def test_the_drawing_is_the_one_that_prints(picture: PosePicture) -> None:
    assert picture.frames == draw(Job("", picture.figure, "female")).drawings
    assert not picture.notes


def test_an_arrow_follows_what_moves_most(picture: PosePicture) -> None:
    assert picture.figure["arrows"] == ["foot_r"]
    assert make_picture(blank().figure, FigureLook(), True).figure["arrows"] == []


def test_a_fast_picture_is_of_pixels_and_has_the_same_limbs() -> None:
    fast = make_picture(KICK.figure, FigureLook(), False, (60, 60))
    assert fast.is_fast
    assert all(isinstance(each, RasterImage) and each.width <= 60 and each.height <= 60 for each in fast.frames)
    assert [(each.joint, each.side) for each in fast.limbs[0]] == [(each.joint, each.side) for each in fast.limbs[1]]


def test_a_press_on_the_shin_finds_the_knee_of_that_side(picture: PosePicture) -> None:
    for limbs in picture.limbs:
        for side in "lr":
            knee = next(each for each in limbs if (each.joint, each.side) == ("knee", side))
            middle = ((knee.near[0] + knee.far[0]) / 2, (knee.near[1] + knee.far[1]) / 2)
            found = limb_at(limbs, *middle)
            assert found is not None
            assert found.joint in ("knee", "ankle")
    assert limb_at(picture.limbs[0], 3.0, 3.0) is None


def test_of_two_limbs_the_nearer_is_pressed() -> None:
    far, near = (Limb("knee", side, (0.5, 0.5), (0.5, 0.9), 0.03, depth) for side, depth in (("l", 1.0), ("r", 0.0)))
    assert limb_at((far, near), 0.51, 0.7) == near


def test_limbs_lie_within_the_picture_also_with_a_close_up(library: Library) -> None:
    for exercise in library.exercises.values():
        if exercise.figure and exercise.figure.get("inset"):
            found = make_picture(exercise.figure, FigureLook())
            first = found.frames[0]
            assert isinstance(first, Drawing)
            pelvis = next(each for each in found.limbs[0] if each.joint == "pelvis")
            assert 0 < pelvis.near[0] < 1
            assert 0 < pelvis.near[1] < first.height / first.width
            return
    raise AssertionError("no exercise has an inset")


def test_the_check_names_frame_and_joint() -> None:
    wide = with_angle(blank(), "finish", "knee", "flexion", "r", 170)
    (note,) = check(wide.figure)
    assert note.sentence == "Finish, right knee, bend: 170 degrees is outside the human range -5 to 158."
    assert (note.frame, note.part, note.side) == ("finish", "knee", "r")
    far = with_limb(blank(), "start", "hand", "r", {"on": "ankle_l"})
    assert any(note.sentence.startswith("Start, right hand: the place on the left ankle is") for note in check(far.figure))
    assert check(blank("sitting").figure) == ()


def test_a_pose_that_cannot_be_read_has_no_pictures_but_notes() -> None:
    broken = make_picture({"start": {"base": "flying"}}, FigureLook())
    assert not broken.frames
    assert broken.notes


def test_other_bodies_and_skins_are_drawn() -> None:
    light, dark = (make_picture(blank().figure, FigureLook("male", skin)) for skin in ("light", "dark"))
    assert light.frames != dark.frames


def test_fast_pictures_are_made_beside_the_window_and_stay_in_their_place(library: Library, picture: PosePicture) -> None:
    posing = Posing.beside_window(library, SideProcess().run)  # the slow one is not asked here and so is never started
    kick = PoseDraft(picture.figure)
    roomy = posing.picture(kick, size=(200, 200), before=picture)
    first = picture.frames[0]
    assert abs(roomy.frames[0].width / roomy.frames[0].height - first.width / first.height) < 0.02
    for drawn, fast in zip(picture.limbs[1], roomy.limbs[1], strict=True):
        assert drawn.near == pytest.approx(fast.near, abs=0.02)
    posing.rest()
    plain = posing.picture(kick.with_key("view", "front"), size=(200, 200), before=picture)
    assert plain.frames
    posing.rest()


def test_the_drawings_of_a_figure_that_is_used_are_there_for_lists_and_paper(library: Library, picture: PosePicture) -> None:
    own = Exercise("own-1", {"en": "Kick"}, "knee", "strength", (), "standing", "strength", {}, figure=picture.figure)

    def never(*_asked: object) -> tuple[Drawing, ...]:
        raise AssertionError("it was drawn already")

    keep_in(None)
    forget_own()
    Posing(library).take(picture)
    assert (drawing_of(own, None, "start", "female", never), drawing_of(own, None, "finish", "female", never)) == picture.frames
    forget_own()
    Posing(library, look=FigureLook(skin="dark")).take(picture)
    with pytest.raises(AssertionError):
        drawing_of(own, None, "start", "female", never)
    forget_own()


def test_a_figure_taken_over_leaves_claims_behind() -> None:
    draft = taken_over({"start": {"base": "prone", "knee_r": 20}, "check": {"finish": ["knee_r < 10"]}, "note": "x"})
    assert set(draft.figure) == {"start", "finish"}


@pytest.mark.parametrize("base", sorted(BASES))
def test_every_position_begins_without_anything_to_mend(base: str) -> None:
    assert check(blank(base).figure) == ()
