"""``ptbuilder figures bake``, ``ptbuilder figures sheet`` and ``ptbuilder figures check``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from ptbuilder.domain.clinic import SKINS
from ptbuilder.resources import library_path
from ptbuilder.services.drawing import figures

DONE, FAULTS = 0, 1
_BODIES = {
    "f": ("female",),
    "m": ("male",),
    "both": ("female", "male"),
    "full": ("female-full", "male-full"),
    "all": figures.BODIES,
    **{body: (body,) for body in figures.BODIES},
}


def add_to(commands: Any) -> None:
    """Add ``figures`` with its three actions to the subparsers ``commands``."""
    group = commands.add_parser("figures", help="draw exercises from their poses")
    actions = group.add_subparsers(title="actions", metavar="ACTION", required=True)
    sheet_action = _action(actions, "sheet", sheet, "draw a contact sheet for review: start and finish side by side")
    sheet_action.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help="a .png, .pdf or .svg file")
    sheet_action.add_argument("--style", choices=("colour", "bw"), default="colour", help="colour, or black and white")
    sheet_action.add_argument("--skin", choices=SKINS, default="light", help="the tone of the skin (light)")
    sheet_action.add_argument("--side", choices=("right", "left"), default="right", help="the side that is exercised (right)")
    sheet_action.add_argument("--columns", type=int, default=2, metavar="N", help="exercises in a row (2)")
    sheet_action.add_argument("--scale", type=float, default=8, metavar="PX", help="pixels a millimetre of print (8)")
    sheet_action.add_argument("--vocabulary", action="store_true", help="every joint and direction instead of exercises")
    sheet_action.add_argument("--region", default="", help="only exercises of this region")
    bake_action = _action(actions, "bake", bake, "draw into assets/drawings what changed since it was last drawn")
    bake_action.set_defaults(body="all")
    _action(actions, "check", check, "check reach, floor, joint range, arms through the body, frames and stale drawings")


def _action(actions: Any, name: str, run: Any, tells: str) -> argparse.ArgumentParser:
    action: argparse.ArgumentParser = actions.add_parser(
        name, help=tells, description=tells, epilog="Exit codes: 0 in order, 1 faults found, 2 a file or code cannot be used."
    )
    action.add_argument("codes", nargs="*", metavar="CODE", help="default: every exercise that has a pose")
    action.add_argument("--from", dest="folder", type=Path, metavar="FOLDER", help="read poses from <code>.json files of a folder")
    action.add_argument("--body", choices=tuple(_BODIES), default="f", help="f, m, both, full, all, or a name")
    action.set_defaults(run=run)
    return action


def _poses(arguments: argparse.Namespace) -> dict[str, Mapping[str, Any]]:
    if arguments.folder:
        return figures.figures_in_folder(arguments.folder, arguments.codes)
    return figures.figures_in_library(library_path(), arguments.codes)


def _vocabulary() -> dict[str, Mapping[str, Any]]:
    from ptbuilder.services.drawing.figure_vocabulary import vocabulary_poses

    return dict(vocabulary_poses())


def sheet(arguments: argparse.Namespace) -> int:
    """Draw the sheet; faults of poses are printed and stand on the sheet."""
    from ptbuilder.services.drawing.figure_sheet import other_side, sheet_svg, write_sheet

    poses = _vocabulary() if arguments.vocabulary else _poses(arguments)
    if arguments.region:
        poses = {code: pose for code, pose in poses.items() if code in figures.codes_of_region(library_path(), arguments.region)}
    jobs = [figures.Job(code, pose, body, arguments.style) for code, pose in poses.items() for body in _BODIES[arguments.body]]
    drawn = [_in_tone(item, arguments) for item in figures.draw_all(jobs, show_progress)]
    cells = figures.sheet_cells(drawn, list(poses))
    if arguments.side == "left":
        cells = [other_side(cell) for cell in cells]
    text = sheet_svg(cells, arguments.columns)
    write_sheet(text, arguments.output, arguments.scale)
    return _report(drawn)


def _in_tone(drawn: figures.Drawn, arguments: argparse.Namespace) -> figures.Drawn:
    if arguments.style == "bw":
        return drawn
    return replace(drawn, drawings=tuple(figures.in_tone(drawing, arguments.skin) for drawing in drawn.drawings))


def bake(arguments: argparse.Namespace) -> int:
    """Bake on all cores; without codes the body map too, and the drawings of exercises that are gone are removed."""
    from ptbuilder.resources import asset
    from ptbuilder.services.drawing import figure_baking
    from ptbuilder.services.drawing.body_map import bake_body_map

    whole = not arguments.codes and not arguments.folder
    if whole:
        bake_body_map(asset("drawings"))
    baked = figure_baking.bake(_poses(arguments), asset("drawings"), _BODIES[arguments.body], show_progress, whole=whole)
    for fault in baked.faults:
        print(fault, file=sys.stderr)
    print(f"{len(baked.written)} figures drawn, {len(baked.removed)} removed, {len(baked.faults)} faults.")
    return FAULTS if baked.faults else DONE


def check(arguments: argparse.Namespace) -> int:
    """Print every fault on stderr and a summary on stdout; for the library also drawings that are stale or too large."""
    from ptbuilder.resources import asset
    from ptbuilder.services.drawing import figure_baking

    poses, bodies = _poses(arguments), _BODIES[arguments.body]
    jobs = [figures.Job(code, pose, body) for code, pose in poses.items() for body in bodies]
    drawn = list(figures.draw_all(jobs, show_progress))
    others: list[str] = []
    if not arguments.folder:
        folder = asset("drawings")
        others = [f"{code}: the drawing is stale; bake it ({body})" for body, code in figure_baking.stale(poses, folder, bodies)]
        others += figure_baking.too_large(folder)
    return _report(drawn, others)


def _report(drawn: list[figures.Drawn], others: Sequence[str] = ()) -> int:
    faults = [f"{fault} ({item.body})" for item in sorted(drawn, key=lambda d: (d.code, d.body)) for fault in item.faults]
    faults += others
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"{len(drawn)} figures, {len(faults)} faults.")
    return FAULTS if faults else DONE


def show_progress(done: int, total: int, what: str) -> None:
    """A bar on stderr, where a person looks on."""
    if sys.stderr.isatty():
        filled = 30 * done // max(total, 1)
        print(
            f"\r[{'#' * filled}{'.' * (30 - filled)}] {done} of {total}  {what:40.40}",
            end="\n" if done == total else "",
            file=sys.stderr,
        )
