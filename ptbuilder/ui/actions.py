"""Every action of the window with its keys: menus, buttons, the palette and tests trigger the same ones."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

TEXT_FIELDS = ("QLineEdit", "QPlainTextEdit", "QTextEdit", "QAbstractSpinBox", "QComboBox")
"""By name: loading these classes would cost the first paint some milliseconds."""

_KEYS: dict[str, tuple[str, ...]] = {
    "find_anything": ("Ctrl+K",),
    "add_finding": ("Ctrl+F",),
    "take_program": ("Ctrl+Return", "Ctrl+Enter"),
    "next_pane": ("F6",),
    "previous_pane": ("Shift+F6",),
    "undo": ("Ctrl+Z",),
    "redo": ("Ctrl+Y", "Ctrl+Shift+Z"),
    "preview": ("Ctrl+E",),
    "print_handout": ("Ctrl+P",),
    "print_dialog": ("Ctrl+Shift+P",),
    "save_pdf": ("Ctrl+Shift+S",),
    "copy_note": ("Ctrl+Shift+C",),
    "new_patient": ("Ctrl+N",),
    "follow_up": (),
    "lock": ("Ctrl+L",),
    "show_keys": ("F1",),
    "next_stage": ("Ctrl+Tab",),
    "no_red_flags": ("Alt+0",),
    "page_build": ("Alt+1",),
    "page_patients": ("Alt+2",),
    "page_library": ("Alt+3",),
    "page_templates": ("Alt+4",),
    "page_clinic": ("Alt+5",),
    "larger_text": ("Ctrl++", "Ctrl+="),
    "smaller_text": ("Ctrl+-",),
    "usual_text": ("Ctrl+0",),
}
_LETTERS: dict[str, str] = {"add_finding": "F", "why": "W", "search_page": "/"}
"""Single keys act only while no text field has the focus, and can be turned off."""
LETTERS_OF_LISTS = ("why",)
"""Actions whose letter a list takes by itself while it has the focus, also where single keys are turned off."""


def _name(text: str) -> str:
    return QCoreApplication.translate("Actions", text)


def action_names() -> dict[str, str]:
    """What each action is called in menus, in the palette and in the list of keys."""
    return {
        "find_anything": _name("Find or do anything"),
        "add_finding": _name("Add a finding"),
        "take_program": _name("Use the suggested program"),
        "next_pane": _name("Next pane"),
        "previous_pane": _name("Previous pane"),
        "undo": _name("Undo"),
        "redo": _name("Redo"),
        "preview": _name("Show the print preview"),
        "print_handout": _name("Print the handout"),
        "print_dialog": _name("Print with printer, copies and sides"),
        "save_pdf": _name("Save the handout as PDF"),
        "copy_note": _name("Copy the note"),
        "new_patient": _name("New patient"),
        "follow_up": _name("New assessment of this patient"),
        "lock": _name("Lock"),
        "show_keys": _name("Keys of this page"),
        "next_stage": _name("Next stage"),
        "no_red_flags": _name("Red flags asked: none of these"),
        "page_build": _name("Go to Build"),
        "page_patients": _name("Go to Patients"),
        "page_library": _name("Go to Library"),
        "page_templates": _name("Go to Templates"),
        "page_clinic": _name("Go to Clinic"),
        "larger_text": _name("Larger text"),
        "smaller_text": _name("Smaller text"),
        "usual_text": _name("Text of the usual size"),
        "why": _name("Why this, why not this"),
        "search_page": _name("Search on this page"),
    }


class Actions(QObject):
    """Holds one QAction for each action, as ``actions["undo"]``; connect to its ``triggered``.

    Letters (F, W, /) trigger the same action, but never while a text field has the focus.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._actions: dict[str, QAction] = {}
        self._letters: list[QAction] = []
        self._has_letters = True
        self._is_at_rest = False
        for key, name in action_names().items():
            action = QAction(name, self)
            action.setObjectName(f"action_{key}")
            action.setShortcuts([QKeySequence(each) for each in _KEYS.get(key, ())])
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            window.addAction(action)
            self._actions[key] = action
        for key, letter in _LETTERS.items():
            self._letters.append(self._letter(window, key, letter))

    def __getitem__(self, key: str) -> QAction:
        return self._actions[key]

    def keys_of(self, key: str) -> tuple[str, ...]:
        """The keys of an action as shown: ``("Ctrl", "K")``."""
        shortcut = self._actions[key].shortcut().toString(QKeySequence.SequenceFormat.PortableText)
        return _parts(shortcut or _LETTERS.get(key, ""))

    def ways_of(self, key: str) -> tuple[tuple[str, ...], ...]:
        """All keys of an action that act now, its letter first; two that look alike on a keyboard are told once."""
        letter = _LETTERS.get(key) if self._has_letters or key in LETTERS_OF_LISTS else None
        shortcuts = (each.toString(QKeySequence.SequenceFormat.PortableText) for each in self._actions[key].shortcuts())
        ways = [_parts(each) for each in (letter, *shortcuts) if each]
        return tuple(dict.fromkeys(way for way in ways if way != ("Ctrl", "=")))

    def set_letters_enabled(self, enabled: bool) -> None:
        """Turn single-letter keys off, for people whose speech or hands press them by mistake."""
        self._has_letters = enabled
        for action in self._letters:
            action.setEnabled(enabled and not self._is_at_rest)

    def set_at_rest(self, at_rest: bool) -> None:
        """Let no key and no caller do anything, as behind a lock; letters that were turned off stay off afterwards."""
        self._is_at_rest = at_rest
        for action in self._actions.values():
            action.setEnabled(not at_rest)
        self.set_letters_enabled(self._has_letters)

    def _letter(self, window: QWidget, key: str, letter: str) -> QAction:
        action = QAction(self._actions[key].text(), self)
        action.setObjectName(f"letter_{key}")
        action.setShortcut(QKeySequence(letter))
        action.triggered.connect(lambda: self._on_letter_triggered(key))
        window.addAction(action)
        return action

    def _on_letter_triggered(self, key: str) -> None:
        if not is_typing(QApplication.focusWidget()):
            self._actions[key].trigger()


def _parts(shortcut: str) -> tuple[str, ...]:
    parts = shortcut.replace("++", "+Plus").split("+") if shortcut else []
    return tuple({"Return": "Enter", "Plus": "+"}.get(part, part) for part in parts)


def is_typing(focus: QWidget | None) -> bool:
    """Whether a text field has the focus, so that letters belong to it."""
    return focus is not None and any(focus.inherits(name) for name in TEXT_FIELDS)
