"""The values a pose is read into: frames with angles, contacts and targets, and what is drawn around them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Words = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Direction:
    """Weighted direction words (``out .5 up``), or a vector of the room when ``vector`` is given."""

    words: Words = ()
    vector: tuple[float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """Where a hand or a foot goes: on a part of the body, on the floor or on a prop. Lengths in cm for a stature of 164 cm.

    ``along`` runs from 0 at the near joint to 1 at the far joint of a part; ``side`` is the side of the part that is touched.
    ``under`` names the point below (or before) which the place is sought. ``rest`` is what of a leg lies on floor or prop:
    its sole, heel, calf or shin.
    """

    on: str
    along: float | None = None
    side: Direction | None = None
    place: str = ""
    under: str = ""
    height: float | str | None = None
    ahead: float = 0
    out: float = 0
    up: float = 0
    fingers: Direction | None = None
    palm: Direction | None = None
    bend: Direction | None = None
    gap: float = 0
    rest: str = "sole"
    toe_out: float | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """A part that touches the floor, or the prop ``on``, or a height in cm."""

    part: str
    on: str = "floor"
    height: float | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """One position of the body, complete: what the base says and what the pose says.

    ``angles`` are degrees by joint (with side) and direction. ``foot_rules`` say flat, floor or free for each foot.
    ``head_rests`` is how far above the ground a lying head is laid down, in cm; None where it stays as the angles bring it, which
    is right on a pillow or, if ``head_is_held``, in the air.
    """

    base: str
    angles: Mapping[str, Mapping[str, float]]
    targets: Mapping[str, Target]
    foot_rules: Mapping[str, str]
    contacts: tuple[Contact, ...]
    anchor: str
    shift: tuple[float, float, float] = (0, 0, 0)
    sink: float | None = None
    holds: tuple[str, ...] = ()
    head_rests: float | None = None
    head_is_held: bool = False

    def angle(self, joint: str, direction: str, default: float = 0) -> float:
        """Degrees of one joint in one direction."""
        return self.angles.get(joint, {}).get(direction, default)


@dataclass(frozen=True, slots=True)
class PropSpec:
    """A prop as data: its kind, the name by which targets call it, and its options."""

    kind: str
    name: str
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ArrowSpec:
    """An arrow: the point it follows and how it is drawn. ``straight`` with a direction shows a push or a breath."""

    follow: str
    direction: Direction | None = None
    length: float | None = None
    shift: tuple[float, float] | None = None
    straight: bool = False
    on: str = "finish"
    both_ways: bool = False


@dataclass(frozen=True, slots=True)
class Crop:
    """A close-up: the point in the middle and the half width and height of what is shown, cm.

    ``camera`` is its own camera (yaw, height, roll in degrees); None is the picture's.
    """

    around: str
    width: float
    height: float
    up: float = 0
    ahead: float = 0
    camera: tuple[float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class FigureSpec:
    """All that is drawn for one exercise."""

    record: str
    start: Frame
    finish: Frame
    camera: tuple[float, float, float]
    props: tuple[PropSpec, ...] = ()
    arrows: tuple[ArrowSpec, ...] = ()
    ground: str = "floor"
    crop: Crop | None = None
    inset: Crop | None = None
    claims: tuple[tuple[str, str], ...] = ()
    shows: tuple[int, int] | None = None
