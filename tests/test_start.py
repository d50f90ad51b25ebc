"""start.py ends each obstacle in one plain sentence and sets up only what is missing."""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import shutil
import socket
import struct
import subprocess
import sys
import threading
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def start() -> ModuleType:
    spec = importlib.util.spec_from_file_location("start", ROOT / "start.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_an_old_python_gets_one_sentence(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(start.sys, "version_info", (3, 9, 2))
    assert start.main([]) == 1
    err = capsys.readouterr().err
    assert err.strip().splitlines() == [
        "PTBuilder needs Python 3.11 or later; this is 3.9. Install a newer Python, then run start.py with it."
    ]


def test_start_keeps_to_the_syntax_of_old_pythons() -> None:
    import ast

    ast.parse((ROOT / "start.py").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_no_screen_is_said_and_not_an_abort(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(start.sys, "platform", "linux")
    with pytest.raises(start.CannotStart, match="found no screen"):
        start.check_screen()


def test_an_offscreen_start_needs_no_screen(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.delenv("DISPLAY", raising=False)
    start.check_screen()


def lacks_xcb() -> bool:
    try:
        ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    return False


def x11_server(listening: socket.socket, accepts: bool) -> None:
    """Answer one client as an X server does: with its setup, or with a refusal."""
    listening.settimeout(60)
    client, _ = listening.accept()
    with client:
        client.recv(64)
        body = bytes(40) if accepts else b"no such key.".ljust(12)
        client.sendall(struct.pack("<BBHHH", accepts, 0 if accepts else 11, 11, 0, len(body) // 4) + body)
        client.recv(1)


@pytest.mark.skipif(sys.platform != "linux" or lacks_xcb(), reason="the screen is looked for on Linux, by libxcb")
def test_a_display_that_does_not_answer_counts_as_none(start: ModuleType) -> None:
    assert not start.x11_answers(":987")
    assert not start.x11_answers("nonsense")
    assert not start.x11_answers("")


@pytest.mark.skipif(sys.platform != "linux" or lacks_xcb(), reason="the screen is looked for on Linux, by libxcb")
@pytest.mark.parametrize("accepts", [True, False])
def test_a_display_counts_where_its_server_lets_one_in(start: ModuleType, accepts: bool) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        number = listening.getsockname()[1] - 6000
        server = threading.Thread(target=x11_server, args=(listening, accepts), daemon=True)
        server.start()
        assert start.x11_answers(f"127.0.0.1:{number}.0") is accepts
        server.join(60)


def test_a_user_without_rights_gets_the_line_to_run(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start.os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(shutil, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)
    with pytest.raises(start.CannotStart, match="sudo apt-get install -y libegl1 libgl1"):
        start.install_packages(["libegl1", "libgl1"], "Qt's system libraries")


def test_a_system_without_apt_is_told_the_packages(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(start.CannotStart, match="your system's tool; on Debian: apt-get install -y libegl1"):
        start.install_packages(["libegl1"], "Qt's system libraries")


def test_no_ensurepip_is_said(start: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(start, "VENV", tmp_path / "venv")
    monkeypatch.setattr(start, "PYTHON", tmp_path / "venv" / "bin" / "python")
    monkeypatch.setattr(start, "has_ensurepip", lambda: False)
    monkeypatch.setattr(start, "install_packages", lambda packages, what: None)
    with pytest.raises(start.CannotStart, match="python3-venv"):
        start.make_environment("wanted")


def test_a_ready_environment_is_not_made_again(start: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(start, "VENV", tmp_path)
    monkeypatch.setattr(start, "PYTHON", Path(sys.executable))
    (tmp_path / "ready-for-program").write_text(start.fingerprint(), encoding="utf-8")
    monkeypatch.setattr(start, "make_environment", lambda wanted: pytest.fail("made again"))
    start.prepare("program")


def test_a_changed_project_is_set_up_again(start: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(start, "VENV", tmp_path)
    monkeypatch.setattr(start, "PYTHON", Path(sys.executable))
    (tmp_path / "ready-for-program").write_text("another project", encoding="utf-8")
    done: list[str] = []
    monkeypatch.setattr(start, "make_environment", lambda wanted: done.append("environment"))
    monkeypatch.setattr(start, "install", lambda kind: done.append("install " + kind))
    monkeypatch.setattr(start, "check_qt", lambda use: done.append("qt " + use))
    start.prepare("program")
    assert done == ["environment", "install program", "qt window"]
    assert (tmp_path / "ready-for-program").read_text(encoding="utf-8") == start.fingerprint()


def test_a_packed_wheel_is_locked_by_its_hash(start: ModuleType, tmp_path: Path) -> None:
    wheel = tmp_path / "some_part-1.2-py3-none-any.whl"
    wheel.write_bytes(b"content")
    assert start.locked(wheel) == "some-part==1.2 --hash=sha256:" + hashlib.sha256(b"content").hexdigest()


def test_the_wheels_folder_is_used_without_the_index(start: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "requirements.txt").write_text("x==1 --hash=sha256:0\n", encoding="utf-8")
    monkeypatch.setattr(start, "WHEELS", tmp_path)
    calls: list[list[str]] = []
    monkeypatch.setattr(start, "run", lambda command, **_: calls.append(command) or 0)
    start.install("program")
    *installs, compiles = calls
    assert all("--no-index" in command for command in installs)
    assert "--require-hashes" in installs[0]
    assert compiles[2] == "compileall"


def test_a_start_that_finds_all_set_up_loads_nothing_for_it() -> None:
    code = "import sys; sys.path.insert(0, sys.argv[1]); import start; print(*sys.modules)"
    command = [sys.executable, "-S", "-c", code, str(ROOT)]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert {"shutil", "subprocess", "ctypes"}.isdisjoint(loaded)
