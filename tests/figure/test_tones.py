from __future__ import annotations

from itertools import chain

import pytest

from ptbuilder.domain.clinic import SKINS, Skin
from ptbuilder.domain.drawing import Drawing, Paint, PaintedPath
from ptbuilder.figure.body import Body
from ptbuilder.figure.outlines import CREASE, PROP
from ptbuilder.figure.picture import _WIDTHS, UNITS_PER_MM
from ptbuilder.figure.preview import moving_frames
from ptbuilder.figure.reading import read_figure
from ptbuilder.figure.scene import draw_figure
from ptbuilder.figure.themes import COLOUR, ROLES, black_and_white, shade
from ptbuilder.figure.tones import CREASES_BELOW, in_tone, palette

SKIN_NAMES = ("skin", "skin_far")
TONED = tuple(name for name in COLOUR if name.split("_")[0] in ("skin", "hair", "shirt", "shorts", "shoe"))
OTHERS: tuple[Skin, ...] = ("medium", "dark")


def _contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _swatches() -> Drawing:
    """A path in each colour of the theme, and one in the second tone of each colour that has one."""
    flat = [PaintedPath((), Paint(fill=COLOUR[name]), ROLES.get(name.split("_")[0], "prop")) for name in COLOUR]
    tones = [PaintedPath((), Paint(fill=shade(name)), "tone") for name in TONED]
    return Drawing(1, 1, (*flat, *tones))


def test_no_two_colours_are_the_same_so_that_each_can_be_replaced() -> None:
    colours = [*COLOUR.values(), *(shade(name) for name in TONED)]
    assert len(set(colours)) == len(colours)


@pytest.mark.parametrize("skin", SKINS)
def test_each_colour_is_replaced_by_the_one_of_the_palette(skin: Skin) -> None:
    paths = iter(in_tone(_swatches(), skin).paths)
    colours = palette(skin)
    assert list(colours) == list(COLOUR)
    for name in COLOUR:
        assert next(paths).paint.fill == colours[name], name
    for name in TONED:
        changed = next(paths).paint.fill != shade(name)
        assert changed == (colours[name] != COLOUR[name]), name


@pytest.mark.parametrize("skin", SKINS)
def test_lines_are_readable_on_the_skin(skin: Skin) -> None:
    colours = palette(skin)
    for name in SKIN_NAMES:
        assert _contrast(colours["ink"], colours[name]) >= 3
        assert _contrast(colours["arrow"], "#ffffff") >= 3


def test_tones_differ_at_a_glance() -> None:
    light, medium, dark = (palette(skin)["skin"] for skin in SKINS)
    assert _contrast(light, medium) > 1.5
    assert _contrast(medium, dark) > 1.5


@pytest.mark.parametrize("skin", OTHERS)
def test_a_drawing_has_no_light_skin_left_and_keeps_its_shape(skin: Skin, female: Body) -> None:
    for plain in draw_figure(read_figure({"start": {"base": "sitting"}}), female)[:2]:
        toned = in_tone(plain, skin)
        colours = set(chain.from_iterable((path.paint.fill, path.paint.stroke) for path in toned.paths))
        assert colours.isdisjoint({*(COLOUR[name] for name in SKIN_NAMES), *(shade(name) for name in SKIN_NAMES)})
        assert palette(skin)["skin"] in colours
        assert [path.segments for path in toned.paths] == [path.segments for path in plain.paths]


CREASE_AND_PROP = tuple(round(_WIDTHS[kind] * UNITS_PER_MM) for kind in (CREASE, PROP))


def test_creases_are_told_from_lines_of_props_by_their_width() -> None:
    crease, prop = CREASE_AND_PROP
    assert crease < CREASES_BELOW <= prop


def test_creases_are_seen_on_dark_skin_and_props_keep_their_lines() -> None:
    crease, prop = (PaintedPath((), Paint(stroke=COLOUR["prop_ink"], width=width), "line") for width in CREASE_AND_PROP)
    toned = in_tone(Drawing(1, 1, (crease, prop)), "dark").paths
    assert _contrast(toned[0].paint.stroke or "", palette("dark")["skin"]) >= 2.5
    assert toned[1] == prop


def test_light_is_the_drawing_itself() -> None:
    drawing = _swatches()
    assert in_tone(drawing, "light") is drawing


def test_moving_frames_have_the_same_skin(female: Body) -> None:
    spec = read_figure({"start": {"base": "standing"}})
    (frame,) = moving_frames(spec, female, (120, 160), count=1, colours=palette("dark"))
    pixels = {frame.rgba[i : i + 3] for i in range(0, len(frame.rgba), 4) if frame.rgba[i + 3] == 255}
    dark, light = (bytes.fromhex(palette(skin)["skin"][1:]) for skin in ("dark", "light"))  # type: ignore[arg-type]
    assert dark in pixels
    assert light not in pixels


def test_black_and_white_knows_grey_hair() -> None:
    (path,) = black_and_white(Drawing(1, 1, (PaintedPath((), Paint(fill=COLOUR["hair_grey"]), "hair"),))).paths
    red, green, blue = (path.paint.fill or "")[1:3], (path.paint.fill or "")[3:5], (path.paint.fill or "")[5:]
    assert red == green == blue
