"""A frame of a pose to a posed body: angles, contact, feet, then (with the room known) hands, then the push-out of free arms."""

from __future__ import annotations

import numpy as np

from ptbuilder.figure.body import Body
from ptbuilder.figure.clearance import clear_free_arms
from ptbuilder.figure.contact import Heights, settle
from ptbuilder.figure.kinematics import bone_frames
from ptbuilder.figure.pose import Frame
from ptbuilder.figure.posed import Posed
from ptbuilder.figure.room import Room
from ptbuilder.figure.targets import bring_feet, bring_hands


def stand(body: Body, frame: Frame, heights: Heights, record: str = "", label: str = "") -> Posed:
    """The body on its contacts, with its feet where they belong; hands wait for the room."""
    posed = Posed(body, frame, bone_frames(body, frame), np.zeros(3), record, label)
    settle(posed, heights)
    bring_feet(posed, heights)
    return posed


def finish_arms(posed: Posed, room: Room) -> None:
    """Hands to their targets; arms without a target move off the body."""
    bring_hands(posed, room)
    clear_free_arms(posed)
