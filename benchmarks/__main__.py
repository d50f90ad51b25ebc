"""Run every benchmark and print raw rows and medians: ``python -m benchmarks [NAME ...]``.

Each module of this folder with a ``main()`` is one benchmark; each measures PTBuilder beside its named alternative in the
same run. Benchmarks are no tests: nothing here asserts a time.
"""

from __future__ import annotations

import importlib
import platform
import sys
from pathlib import Path


def main(names: list[str]) -> int:
    """Run the named benchmarks, or all of them in the order of their names."""
    found = sorted(path.stem for path in Path(__file__).parent.glob("*.py") if not path.stem.startswith("_"))
    unknown = [name for name in names if name not in found]
    if unknown:
        print(f"No benchmark is called {', '.join(unknown)}. There are: {', '.join(found)}.", file=sys.stderr)
        return 2
    print(f"Python {platform.python_version()} on {platform.platform()}, {platform.machine()}")
    for name in names or found:
        print(f"\n=== {name}", flush=True)
        importlib.import_module(f"benchmarks.{name}").main()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
