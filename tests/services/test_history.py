from __future__ import annotations

from ptbuilder.services.history import History


def test_changes_of_one_field_are_one_named_step_until_it_is_closed() -> None:
    history = History("")
    for draft in ("a", "ab", "abc"):
        assert history.change(draft, "name")
    history.close_step()
    history.change("abcd", "name")
    assert history.undo_key == "name"
    history.undo()
    assert history.draft == "abc"
    history.undo()
    assert (history.draft, history.undo_key, history.redo_key) == ("", "", "name")
    assert not history.undo()


def test_a_change_of_another_field_is_another_step_and_forgets_what_was_undone() -> None:
    history = History(0)
    history.change(1, "one")
    history.change(2, "two")
    history.undo()
    assert (history.draft, history.redo_key) == (1, "two")
    history.change(3, "three")
    assert not history.can_redo
    history.undo()
    history.redo()
    assert history.draft == 3


def test_the_same_again_is_no_change() -> None:
    history = History("a")
    assert not history.change("a", "name")
    assert not history.can_undo
