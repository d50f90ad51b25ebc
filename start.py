#!/usr/bin/env python3
"""Set up and start PTBuilder with nothing but Python: ``python3 start.py``.

    python3 start.py              open PTBuilder (any further words go to the program)
    python3 start.py test         run every check and test (further words go to pytest)
    python3 start.py pack DIR     gather everything for computers without internet; put DIR beside start.py as "wheels"

The first run makes a virtual environment in ``.venv`` and sees to Qt's system libraries. This file keeps to the syntax of
old Pythons, so that a Python that is too old gets a sentence and no traceback.
"""

import hashlib
import os
import sys
from pathlib import Path

OLDEST = (3, 11)
HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
WHEELS = HERE / "wheels"
ON_WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if ON_WINDOWS else "bin/python")

LIBRARIES = ["libglib2.0-0", "libegl1", "libgl1", "libdbus-1-3", "libfontconfig1", "libxkbcommon0"]
WINDOW_LIBRARIES = [
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
    "libxkbcommon-x11-0",
]

LOAD_QT = """
import sys
from PySide6 import QtCore, QtGui, QtWidgets, QtSvg, QtPrintSupport
if sys.argv[1] == "window" and sys.platform.startswith("linux"):
    import ctypes, pathlib
    plugins = pathlib.Path(QtCore.QLibraryInfo.path(QtCore.QLibraryInfo.LibraryPath.PluginsPath))
    ctypes.CDLL(str(plugins / "platforms" / "libqxcb.so"))
"""

CHECKS = [
    ("ruff check", ["-m", "ruff", "check", "."]),
    ("ruff format", ["-m", "ruff", "format", "--check", "."]),
    ("mypy --strict", ["-m", "mypy"]),
    ("import rules", ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"]),
    ("library check", ["-m", "ptbuilder", "library", "check"]),
]


class CannotStart(Exception):
    """What stands in the way, as a sentence that says what to do."""


def main(words):
    """Do what the command line asks for; returns the exit code."""
    try:
        check_python()
        if words[:1] == ["pack"]:
            return pack(words[1:])
        if words[:1] == ["test"]:
            return run_tests(words[1:])
        return open_program(words)
    except CannotStart as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130


def check_python():
    """Raise where this Python is older than the program needs."""
    if sys.version_info < OLDEST:
        raise CannotStart(
            "PTBuilder needs Python %d.%d or later; this is %d.%d. Install a newer Python, then run start.py with it."
            % (OLDEST + tuple(sys.version_info[:2]))
        )


def open_program(words):
    """Set up where needed, then become the program."""
    prepare("program")
    opens_window = all(word.startswith("-") for word in words[:1])
    if opens_window and not {"-h", "--help", "--version"} & set(words):
        check_screen()
    return become([str(PYTHON), "-m", "ptbuilder"] + words)


def run_tests(words):
    """Run all checks, then pytest, whose summary closes the output; returns 1 if anything failed."""
    prepare("tests")
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", PYTHONWARNINGS="default")
    failed = []
    if not words:
        for name, command in CHECKS:
            print("== %s" % name, flush=True)
            if run([str(PYTHON)] + command, cwd=str(HERE), env=environment):
                failed.append(name)
    if failed:
        print("== failed: %s" % ", ".join(failed), flush=True)
    print("== pytest", flush=True)
    workers = ["-n", str(min(4, os.cpu_count() or 1))] if not words else []
    code = run([str(PYTHON), "-m", "pytest"] + workers + words, cwd=str(HERE), env=environment)
    return code or (1 if failed else 0)


def run(command, **how):
    """Run a command and return its exit code; what that takes is loaded here, since a start that finds all set up runs none."""
    import subprocess

    return subprocess.call(command, **how)


def become(command):
    """Replace this process by ``command``; on Windows run it and pass its exit code on."""
    if ON_WINDOWS:
        return run(command)
    os.execv(command[0], command)
    return 0


# ---- setting up ---------------------------------------------------------------------------------------------------------


def prepare(kind):
    """Make sure that the environment for ``kind`` (program or tests) stands; quick where it does."""
    stamp = VENV / ("ready-for-%s" % kind)
    wanted = fingerprint()
    if stamp.is_file() and PYTHON.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return
    print("Setting up PTBuilder. This happens once and takes a few minutes.", flush=True)
    make_environment(wanted)
    install(kind)
    check_qt("offscreen" if kind == "tests" else "window")
    stamp.write_text(wanted, encoding="utf-8")


def fingerprint():
    """Tell what the environment was made for: the project's needs, this Python, this folder."""
    lock = WHEELS / "requirements.txt"
    parts = [(HERE / "pyproject.toml").read_bytes(), sys.version.encode(), str(HERE).encode()]
    parts.append(lock.read_bytes() if lock.is_file() else b"")
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def make_environment(wanted):
    """Make the virtual environment, anew where it was made for another Python or folder."""
    import shutil

    other = [stamp for stamp in VENV.glob("ready-for-*") if stamp.read_text(encoding="utf-8") == wanted]
    if PYTHON.exists() and other:
        return
    if VENV.exists():
        shutil.rmtree(str(VENV))
    if not has_ensurepip():
        install_packages(["python3-venv"], "Python's venv module")
        if not has_ensurepip():
            raise CannotStart("This Python has no ensurepip. Install the package python3-venv, then run start.py again.")
    if run([sys.executable, "-m", "venv", str(VENV)]):
        raise CannotStart("The virtual environment could not be made in %s. Is the disk full or read-only?" % VENV)


def has_ensurepip():
    """Tell whether this Python can put pip into a new environment."""
    import subprocess

    code = "import ensurepip, venv; ensurepip.version()"
    return run([sys.executable, "-c", code], stderr=subprocess.DEVNULL) == 0


def install(kind):
    """Install the project and what it needs: from the folder ``wheels`` where there is one, else from the index."""
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if (WHEELS / "requirements.txt").is_file():
        local = ["--no-index", "--find-links", str(WHEELS)]
        ok = not run(pip + local + ["--require-hashes", "-r", str(WHEELS / "requirements.txt")])
        ok = ok and not run(pip + local + ["--no-deps", "--no-build-isolation", "-e", str(HERE)])
        hint = "The folder wheels does not fit this computer. Make it again with: python3 start.py pack wheels"
    else:
        project = str(HERE) + ("[test]" if kind == "tests" else "")
        ok = not run(pip + ["-e", project])
        hint = (
            "PTBuilder's parts could not be downloaded. Without internet: run 'python3 start.py pack wheels' on a computer "
            "of the same kind that has it, and copy the folder wheels beside start.py."
        )
    if not ok:
        raise CannotStart(hint)
    run([str(PYTHON), "-m", "compileall", "-qq", str(HERE / "ptbuilder")])  # pip compiles all but what stays where it lies


# ---- what Qt needs from the system --------------------------------------------------------------------------------------


def check_qt(use):
    """Load Qt as the program will; install the system's libraries where that fails and may be mended."""
    if qt_loads(use):
        return
    wanted = LIBRARIES + (WINDOW_LIBRARIES if use == "window" else [])
    install_packages(wanted, "Qt's system libraries")
    if not qt_loads(use):
        raise CannotStart("Qt still cannot be loaded: %s" % qt_problem(use))


def qt_loads(use):
    """Tell whether Qt and, for a window, its X11 plugin can be loaded."""
    return not qt_problem(use)


def qt_problem(use):
    """Return the last line of what stops Qt from loading, or nothing."""
    import subprocess

    done = subprocess.run(
        [str(PYTHON), "-c", LOAD_QT, use], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, universal_newlines=True, check=False
    )
    return (done.stderr.strip().splitlines() or ["unknown reason"])[-1] if done.returncode else ""


def install_packages(packages, what):
    """Install Debian packages where this user may, else say the line to run."""
    import shutil
    import subprocess

    apt = shutil.which("apt-get")
    line = "apt-get install -y " + " ".join(packages)
    if apt is None:
        raise CannotStart("%s are missing. Install them with your system's tool; on Debian: %s" % (what, line))
    prefix = [] if os.geteuid() == 0 else ["sudo", "-n"]
    may = not prefix or (shutil.which("sudo") and not run(["sudo", "-n", "true"], stderr=subprocess.DEVNULL))
    if not may:
        raise CannotStart("%s are missing. Run this, then start again:\n  sudo %s" % (what, line))
    print("Installing %s." % what, flush=True)
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "env": dict(os.environ, DEBIAN_FRONTEND="noninteractive")}
    run(prefix + [apt, "-qq", "update"], **quiet)
    if run(prefix + [apt, "-qq", "install", "-y", "--no-install-recommends"] + packages, **quiet):
        raise CannotStart("%s could not be installed. With internet, run this, then start again:\n  sudo %s" % (what, line))


def check_screen():
    """Raise where a window could not be shown; Qt itself would abort."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM", "xcb") not in ("xcb", "wayland", ""):
        return
    if wayland_answers() or x11_answers(os.environ.get("DISPLAY", "")):
        return
    raise CannotStart(
        "PTBuilder found no screen to open its window on. Start it from a desktop; for scripts see: python3 start.py --help"
    )


def wayland_answers():
    """Tell whether a Wayland socket is there."""
    name = os.environ.get("WAYLAND_DISPLAY")
    return bool(name) and (Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / name).exists()


def x11_answers(display):
    """Tell whether the X server of ``display`` (``:0``, ``host:0.0``) takes a connection, by the library that Qt asks too."""
    import ctypes

    if not display:
        return False
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # nothing to ask with: let Qt say what it lacks
    xcb.xcb_connect.restype = ctypes.c_void_p
    for function in (xcb.xcb_connection_has_error, xcb.xcb_disconnect):
        function.argtypes = [ctypes.c_void_p]
    link = xcb.xcb_connect(display.encode(), None)
    answers = not xcb.xcb_connection_has_error(link)
    xcb.xcb_disconnect(link)
    return answers


# ---- packing for computers without internet -----------------------------------------------------------------------------


def pack(words):
    """Gather wheels of everything needed, tests included, and a list that locks each by its hash."""
    if len(words) != 1:
        raise CannotStart("Name one folder for the wheels: python3 start.py pack wheels")
    prepare("program")
    folder = Path(words[0]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.whl"):
        old.unlink()
    command = [str(PYTHON), "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check", "-w", str(folder)]
    if run(command + [str(HERE) + "[test]", "setuptools>=77"]):
        raise CannotStart("The wheels could not be gathered. This needs the internet once.")
    for own in folder.glob("ptbuilder-*.whl"):
        own.unlink()
    wheels = sorted(folder.glob("*.whl"))
    lines = [locked(wheel) for wheel in wheels]
    (folder / "requirements.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    size = sum(wheel.stat().st_size for wheel in wheels) / 1e6
    print("%d wheels, %.0f MB, in %s. Copy that folder beside start.py under the name wheels." % (len(wheels), size, folder))
    return 0


def locked(wheel):
    """Return the line of a requirements file that accepts this wheel alone."""
    name, version = wheel.name.split("-")[:2]
    return "%s==%s --hash=sha256:%s" % (name.replace("_", "-"), version, hashlib.sha256(wheel.read_bytes()).hexdigest())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
