"""The keys that a page has, in groups by where they act; the sheet of keys shows them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

Keys = tuple[tuple[str, ...], ...]
"""One or more ways to do the same, each a combination such as ``("Ctrl", "K")``."""

ON_BUILD = (
    "add_finding",
    "no_red_flags",
    "take_program",
    "why",
    "next_stage",
    "next_pane",
    "previous_pane",
    "preview",
    "print_handout",
    "print_dialog",
    "save_pdf",
    "copy_note",
)
EVERYWHERE = (
    "find_anything",
    "new_patient",
    "undo",
    "redo",
    "page_build",
    "page_patients",
    "page_library",
    "page_templates",
    "page_clinic",
    "larger_text",
    "smaller_text",
    "usual_text",
    "lock",
    "show_keys",
)
ARROWS = ("arrow-up", "arrow-down")


@dataclass(frozen=True, slots=True)
class KeyRow:
    """What is done, and by which keys; ``action`` names an action of the window, whose name and keys stand for both."""

    words: str = ""
    keys: Keys = ()
    action: str = ""


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Keys that act in the same place."""

    title: str
    rows: tuple[KeyRow, ...]


def page_title(page: str) -> str:
    """The heading of the sheet on a page."""
    titles = {
        "build": _tr("Keys on Build"),
        "patients": _tr("Keys on Patients"),
        "library": _tr("Keys on Library"),
        "templates": _tr("Keys on Templates"),
        "clinic": _tr("Keys on Clinic"),
    }
    return titles.get(page, _tr("Keys"))


def groups_of(page: str) -> tuple[tuple[KeyGroup, ...], ...]:
    """The groups of a page in two columns; what acts on the page comes before what acts everywhere."""
    everywhere = KeyGroup(_tr("Everywhere"), _actions(EVERYWHERE))
    if page == "build":
        here = KeyGroup(_tr("On this page"), _actions(ON_BUILD))
        return (here, everywhere), (_finding_keys(), _program_keys(), _dose_keys(), _card_keys(), _preview_keys())
    if page == "library":
        return (_library_keys(), _form_keys()), (everywhere,)
    own = {"patients": _patient_keys, "templates": _template_keys}.get(page)
    return ((everywhere,),) if own is None else ((own(),), (everywhere,))


def _actions(names: tuple[str, ...]) -> tuple[KeyRow, ...]:
    return tuple(KeyRow(action=name) for name in names)


def _finding_keys() -> KeyGroup:
    return KeyGroup(
        _tr("On a finding"),
        (
            KeyRow(_tr("Left, right, both"), (("L",), ("R",), ("B",))),
            KeyRow(_tr("How severe"), (("1",), ("2",), ("3",))),
            KeyRow(_tr("Date, or note"), (("Enter",),)),
            KeyRow(_tr("Note"), (("F2",),)),
            KeyRow(_tr("Remove"), (("Del",),)),
        ),
    )


def _program_keys() -> KeyGroup:
    return KeyGroup(
        _tr("On an exercise of the program"),
        (
            KeyRow(_tr("Change how many and how long"), (("Enter",),)),
            KeyRow(_tr("Easier, harder"), (("-",), ("+",))),
            KeyRow(_tr("Left, right, both"), (("S",),)),
            KeyRow(_tr("Note for the patient"), (("N",),)),
            KeyRow(_tr("Move up, down"), (("Alt", "arrow-up"), ("Alt", "arrow-down"))),
            KeyRow(_tr("Larger pictures"), (("Space",),)),
            KeyRow(_tr("Remove"), (("Del",),)),
        ),
    )


def _dose_keys() -> KeyGroup:
    return KeyGroup(
        _tr("While a value is changed"),
        (
            KeyRow(_tr("More, less"), (ARROWS,)),
            KeyRow(_tr("Next value"), (("Tab",),)),
            KeyRow(_tr("Done"), (("Enter",),)),
            KeyRow(_tr("Put back what was there"), (("Esc",),)),
        ),
    )


def _card_keys() -> KeyGroup:
    return KeyGroup(
        _tr("On a suggestion"),
        (
            KeyRow(_tr("Add to the program"), (("Enter",),)),
            KeyRow(_tr("Larger pictures"), (("Space",),)),
        ),
    )


def _preview_keys() -> KeyGroup:
    return KeyGroup(
        _tr("In the preview"),
        (
            KeyRow(_tr("First page, last page"), (("Home",), ("End",))),
            KeyRow(_tr("Close the preview"), (("Esc",),)),
        ),
    )


def _patient_keys() -> KeyGroup:
    return KeyGroup(
        _tr("In the list of patients"),
        (
            KeyRow(_tr("Choose"), (ARROWS,)),
            KeyRow(_tr("Mark more"), (("Shift", "arrow-up"), ("Shift", "arrow-down"))),
            KeyRow(_tr("Mark all"), (("Ctrl", "A"),)),
            KeyRow(_tr("Continue the program"), (("Enter",),)),
            KeyRow(_tr("Print the marked sheets again"), (("Ctrl", "P"),)),
            KeyRow(_tr("Save the marked sheets as PDF"), (("Ctrl", "Shift", "S"),)),
            KeyRow(_tr("Remove the marked, with Undo"), (("Del",),)),
            KeyRow(action="search_page"),
        ),
    )


def _library_keys() -> KeyGroup:
    return KeyGroup(
        _tr("Among the exercises"),
        (
            KeyRow(_tr("Choose"), (("arrow-left", "arrow-right", *ARROWS),)),
            KeyRow(_tr("Add to the program"), (("Enter",),)),
            KeyRow(_tr("Change it"), (("E",),)),
            KeyRow(action="search_page"),
        ),
    )


def _form_keys() -> KeyGroup:
    return KeyGroup(
        _tr("While an exercise is changed"),
        (
            KeyRow(_tr("Next to mend or fill in"), (("F8",),)),
            KeyRow(_tr("Next part, part before"), (("Ctrl", "PgDn"), ("Ctrl", "PgUp"))),
            KeyRow(_tr("Next field, or next step"), (("Enter",),)),
            KeyRow(_tr("Move a step up, down"), (("Alt", "arrow-up"), ("Alt", "arrow-down"))),
            KeyRow(_tr("Undo in the form"), (("Ctrl", "Z"),)),
            KeyRow(_tr("Save"), (("Ctrl", "Enter"),)),
            KeyRow(_tr("Leave; what is not saved is kept"), (("Esc",),)),
        ),
    )


def _template_keys() -> KeyGroup:
    return KeyGroup(
        _tr("In the list of templates"),
        (
            KeyRow(_tr("Choose"), (ARROWS,)),
            KeyRow(_tr("Use the template"), (("Enter",),)),
            KeyRow(_tr("Remove, with Undo"), (("Del",),)),
        ),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("PageKeys", text)
