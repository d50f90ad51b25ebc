"""Whether the system asks programs for less motion; Qt does not tell, so that the systems are asked themselves."""

from __future__ import annotations

import sys
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths

_CLIENT_AREA_ANIMATION = 0x1042
"""SPI_GETCLIENTAREAANIMATION of Windows."""


@lru_cache(maxsize=1)
def system_wants_less_motion() -> bool:
    """Asked once: Windows' animation effects, macOS' Reduce motion, the animations of KDE and GTK."""
    if sys.platform == "win32":
        return _windows_is_still()
    if sys.platform == "darwin":
        path = Path.home() / "Library/Preferences/com.apple.universalaccess.plist"
        return path.is_file() and _is_on(QSettings(str(path), QSettings.Format.NativeFormat), "reduceMotion")
    return desktop_is_still(Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)))


def desktop_is_still(folder: Path) -> bool:
    """Whether the settings in this folder, those of KDE or of GTK, turn animations off."""
    kde = QSettings(str(folder / "kdeglobals"), QSettings.Format.IniFormat)
    if str(kde.value("KDE/AnimationDurationFactor", "1")) in ("0", "0.0"):
        return True
    files = [folder / name / "settings.ini" for name in ("gtk-4.0", "gtk-3.0")]
    kept = [QSettings(str(path), QSettings.Format.IniFormat) for path in files if path.is_file()]
    return any(_is_off(settings, "Settings/gtk-enable-animations") for settings in kept)


def _is_on(settings: QSettings, key: str) -> bool:
    return str(settings.value(key, "")).lower() in ("1", "true")


def _is_off(settings: QSettings, key: str) -> bool:
    return str(settings.value(key, "")).lower() in ("0", "false")


def _windows_is_still() -> bool:
    import ctypes

    animated = ctypes.c_int(1)
    user = getattr(ctypes, "windll").user32  # noqa: B009 - ctypes has windll on Windows only, and so knows the type checker
    user.SystemParametersInfoW(_CLIENT_AREA_ANIMATION, 0, ctypes.byref(animated), 0)
    return not animated.value
