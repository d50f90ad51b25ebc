"""What each action of the window does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from ptbuilder.ui.actions import Actions
from ptbuilder.ui.text_size import step_text_size

if TYPE_CHECKING:
    from ptbuilder.ui.window import MainWindow


def made_actions(window: MainWindow) -> Actions:
    """All actions with their keys; those that belong to a page or to the palette are connected by whoever makes these."""
    actions = Actions(window)
    page = window.build_page
    done: dict[str, Callable[[], object]] = {
        "add_finding": window.add_finding,
        "new_patient": window.new_patient,
        "follow_up": window.follow_up,
        "no_red_flags": window.note_no_red_flags,
        "undo": window.undo,
        "redo": window.redo,
        "next_pane": partial(page.focus_next_pane, 1),
        "previous_pane": partial(page.focus_next_pane, -1),
        "search_page": window.add_finding,
        "preview": window.toggle_preview,
        "print_handout": window.ask_to_print,
        "lock": window.rail.lock_asked.emit,
        "show_keys": window.show_keys,
        "larger_text": partial(step_text_size, window.theme, 1),
        "smaller_text": partial(step_text_size, window.theme, -1),
        "usual_text": partial(step_text_size, window.theme, 0),
    }
    for name in ("build", "patients", "library", "templates", "clinic"):
        done[f"page_{name}"] = partial(window.show_page, name)
    for key, act in done.items():
        actions[key].triggered.connect(partial(_run, act))
    return actions


def _run(act: Callable[[], object], _checked: bool = False) -> None:
    act()
