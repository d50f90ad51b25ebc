"""A frame of a pose to a posed body: angles, contact, feet, then (with the room known) hands, then the push-out of free arms."""

from __future__ import annotations

import numpy as np

from ptbuilder.figure.body import Body
from ptbuilder.figure.clearance import clear_free_arms, part_legs, rest_on_leg
from ptbuilder.figure.contact import Heights, settle
from ptbuilder.figure.feet import bring_feet
from ptbuilder.figure.hands import bring_hands
from ptbuilder.figure.kinematics import bone_frames
from ptbuilder.figure.pose import Frame
from ptbuilder.figure.posed import Posed
from ptbuilder.figure.postures import ready_arms, take
from ptbuilder.figure.resting import ON_BACK, rest_arms, rest_head
from ptbuilder.figure.room import Room


def stand(body: Body, frame: Frame, heights: Heights, record: str = "", label: str = "", before: Posed | None = None) -> Posed:
    """The body on its contacts, with its feet where they belong; hands wait for the room.

    Feet that the frame holds stay where they are in the pose ``before``.
    """
    frame = ready_arms(frame)
    body = body.leant_on if frame.base in ON_BACK else body
    posed = Posed(body, frame, bone_frames(body, frame), np.zeros(3), record, label)
    take(posed, frame)
    settle(posed, heights)
    rest_head(posed)
    rest_arms(posed)
    rest_on_leg(posed)
    bring_feet(posed, heights, before)
    part_legs(posed)
    return posed


def finish_arms(posed: Posed, room: Room, before: Posed | None = None) -> None:
    """Hands to their targets, or held where they are in ``before``; arms without a target move off the body."""
    bring_hands(posed, room, before)
    clear_free_arms(posed)
