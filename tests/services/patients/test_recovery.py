from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.domain.patient import Patient
from ptbuilder.services.patients.recovery import DataDamaged, DataMissing, KeyMissing, Safekeeping, WrongKey
from tests.storage.test_key import Broken, Ring

NOON = datetime(2026, 3, 12, 12, 0)
ANN = Patient("ann", "Ann", "Lee")


@pytest.fixture
def ring() -> Ring:
    return Ring()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


def safe(folder: Path, ring: object, at: datetime = NOON) -> Safekeeping:
    return Safekeeping(folder, ring, lambda: at)


def save_ann(keeping: Safekeeping) -> None:
    opened = keeping.open()
    opened.store.patients.save(ANN, NOON)
    opened.store.close()


def holds_ann(opened) -> bool:
    try:
        return opened.store.patients.find("ann") == ANN
    finally:
        opened.store.close()


def test_the_first_start_makes_data_and_later_ones_open_it(folder, ring):
    opened = safe(folder, ring).open()
    assert (opened.is_new, opened.notice) == (True, "")
    opened.store.close()
    save_ann(safe(folder, ring))
    again = safe(folder, ring).open()
    assert not again.is_new
    assert holds_ann(again)


def test_nothing_is_read_or_made_before_opening(folder, ring):
    safe(folder, Broken())
    assert not folder.exists()


def test_without_a_keyring_the_user_is_told_where_the_key_is(folder):
    opened = safe(folder, Broken()).open()
    assert "ptbuilder.key" in opened.notice
    opened.store.close()


def test_the_recovery_sheet_opens_the_data_after_the_key_was_deleted(folder, ring):
    save_ann(safe(folder, ring))
    sheet = safe(folder, ring).sheet()
    ring.held.clear()

    keeping = safe(folder, ring)
    with pytest.raises(KeyMissing, match="Type the recovery sheet"):
        keeping.open()
    assert holds_ann(keeping.open_with_sheet("  ".join(sheet.groups).lower()))
    assert holds_ann(safe(folder, ring).open())


def test_the_sheet_works_when_everything_but_the_data_file_is_gone(folder, ring):
    save_ann(safe(folder, ring))
    sheet = safe(folder, ring).sheet()
    (folder / "ptbuilder.key-id").unlink()
    ring.held.clear()
    with pytest.raises(KeyMissing):
        safe(folder, ring).open()
    assert holds_ann(safe(folder, ring).open_with_sheet(" ".join(sheet.groups)))


def test_a_mistyped_sheet_changes_nothing(folder, ring):
    save_ann(safe(folder, ring))
    groups = list(safe(folder, ring).sheet().groups)
    groups[4] = groups[4][:2] + ("A" if groups[4][2] != "A" else "B") + groups[4][3:]
    held = dict(ring.held)
    with pytest.raises(PTBuilderError, match="Group 5 has a typing error"):
        safe(folder, ring).open_with_sheet(" ".join(groups))
    assert ring.held == held
    assert holds_ann(safe(folder, ring).open())


def test_the_sheet_of_other_data_is_refused_and_not_kept(folder, ring, tmp_path):
    save_ann(safe(folder, ring))
    other = safe(tmp_path / "other", ring)
    save_ann(other)
    with pytest.raises(WrongKey):
        safe(folder, ring).open_with_sheet(" ".join(other.sheet().groups))
    assert holds_ann(safe(folder, ring).open())


def test_there_is_no_sheet_before_there_is_data(folder, ring):
    with pytest.raises(KeyMissing, match="no data yet"):
        safe(folder, ring).sheet()


def test_the_sheet_is_wanted_until_it_was_printed(folder, ring):
    keeping = safe(folder, ring)
    opened = keeping.open()
    assert keeping.is_sheet_wanted(opened.store)
    keeping.note_sheet(opened.store)
    assert not keeping.is_sheet_wanted(opened.store)
    opened.store.close()


def test_a_sheet_shows_its_name_and_day(folder, ring):
    save_ann(safe(folder, ring))
    sheet = safe(folder, ring).sheet()
    assert sheet.made_on == date(2026, 3, 12)
    assert (folder / "ptbuilder.key-id").read_text().upper().startswith(sheet.name)


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_the_sheet_prints_is_enough_to_open_the_data(folder, ring, language):
    save_ann(safe(folder, ring))
    printed = safe(folder, ring).sheet().text(language).splitlines()
    columns = [line.split() for line in printed if line[:2].strip().isdigit()]
    ring.held.clear()
    typed = " ".join([row[1] for row in columns] + [row[3] for row in columns])
    assert holds_ann(safe(folder, ring).open_with_sheet(typed))


def back_up(folder: Path, ring: Ring) -> None:
    keeping = safe(folder, ring)
    opened = keeping.open()
    keeping.back_up_daily(opened.store)
    opened.store.close()


def test_each_day_has_one_backup(folder, ring):
    save_ann(safe(folder, ring))
    for day in (0, 0, 1):
        keeping = safe(folder, ring, NOON + timedelta(days=day))
        opened = keeping.open()
        keeping.back_up_daily(opened.store)
        opened.store.close()
    assert [each.at for each in keeping.backups()] == [NOON + timedelta(days=1), NOON]


def test_damaged_data_comes_back_from_the_last_backup(folder, ring):
    save_ann(safe(folder, ring))
    back_up(folder, ring)
    keeping = safe(folder, ring)
    keeping.path.write_bytes(b"rubbish" * 1000)
    with pytest.raises(DataDamaged, match="Bring back the last backup"):
        keeping.open()
    assert holds_ann(keeping.restore(keeping.backups()[0]))
    assert holds_ann(keeping.open())


def test_a_data_file_that_is_gone_is_not_silently_replaced_by_an_empty_one(folder, ring):
    save_ann(safe(folder, ring))
    back_up(folder, ring)
    keeping = safe(folder, ring)
    keeping.path.unlink()
    with pytest.raises(DataMissing, match="The data file is gone"):
        keeping.open()
    assert holds_ann(keeping.restore(keeping.backups()[0]))


def test_a_start_that_broke_off_before_the_data_was_made_uses_the_key_it_made(folder, ring):
    save_ann(safe(folder, ring))
    safe(folder, ring).path.unlink()
    opened = safe(folder, ring).open()
    assert opened.is_new
    assert len(ring.held) == 1
    opened.store.close()


def test_backups_and_sheet_are_enough_on_a_new_computer(folder, ring, tmp_path):
    save_ann(safe(folder, ring))
    back_up(folder, ring)
    sheet = safe(folder, ring).sheet()
    new = tmp_path / "new"
    new.mkdir()
    (folder / "backups").rename(new / "backups")
    keeping = safe(new, Ring())
    with pytest.raises(DataMissing):
        keeping.open()
    assert holds_ann(keeping.open_with_sheet(" ".join(sheet.groups)))


def test_a_sheet_alone_opens_nothing(folder, ring, tmp_path):
    save_ann(safe(folder, ring))
    groups = safe(folder, ring).sheet().groups
    with pytest.raises(DataMissing, match="no data in this folder"):
        safe(tmp_path / "new", ring).open_with_sheet(" ".join(groups))
    assert not (tmp_path / "new").exists()


def test_the_sheet_of_other_data_does_not_open_backups(folder, ring, tmp_path):
    save_ann(safe(folder, ring))
    back_up(folder, ring)
    other = safe(tmp_path / "other", ring)
    save_ann(other)
    safe(folder, ring).path.unlink()
    with pytest.raises(WrongKey, match="does not fit this backup"):
        safe(folder, ring).open_with_sheet(" ".join(other.sheet().groups))
