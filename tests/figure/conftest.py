"""Bodies and worked examples for the tests of the figure engine."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ptbuilder.figure.body import Body, load_body
from ptbuilder.figure.posed import Posed
from ptbuilder.figure.reading import read_figure
from ptbuilder.figure.solve import stand
from ptbuilder.resources import asset

EXAMPLES = Path(__file__).parent / "examples"


@pytest.fixture(scope="session")
def female() -> Body:
    return load_body(asset("figure", "female.npz"))


@pytest.fixture(scope="session")
def male() -> Body:
    return load_body(asset("figure", "male.npz"))


@cache
def example(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((EXAMPLES / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


def posed(body: Body, frame: dict[str, Any]) -> Posed:
    """The body in one frame, without hands' targets."""
    spec = read_figure({"start": {"base": "standing", **frame}})
    return stand(body, spec.start, {"floor": 0.0})


def where(body: Body, bone: str, frame: dict[str, Any]) -> np.ndarray:
    """Where a joint is, relative to the pelvis."""
    solved = posed(body, frame)
    return solved.bone(bone) - solved.bone("pelvis")
