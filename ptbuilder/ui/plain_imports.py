"""PySide6 with ``import`` as it was before ``from __feature__ import`` was put into it.

For that statement, which nothing here uses, PySide6 puts a function of its own in the place of ``__import__`` and keeps the one
before in ``builtins.__orig_import__`` (Qt for Python, "The __feature__ import"). It reads the source text of every module that is
imported later, and takes itself away for the whole process while it does, whatever another thread imports then.
"""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401 - loading it is what replaces the import

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
