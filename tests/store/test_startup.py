from __future__ import annotations

import subprocess
import sys

from tipcite.store import Library, LibraryPaths

from .samples import hogan

HEAVY = {"sqlite_utils", "click", "httpx2", "httpcore2", "tipcite.model", "tipcite.lang", "hashlib"}


def modules_after(code: str) -> set[str]:
    program = f"import sys\n{code}\nprint(*sys.modules)"
    result = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    return set(result.stdout.split())


def test_a_list_loads_neither_the_model_nor_what_writes(library: Library, paths: LibraryPaths) -> None:
    library.add([hogan()], command="add")
    code = f"""
from pathlib import Path
from tipcite.store import Library, LibraryPaths
with Library.open(LibraryPaths.in_folder(Path({str(paths.database.parent.parent)!r}))) as library:
    assert library.rows() and library.keys("h") and len(library)
"""
    assert not modules_after(code) & HEAVY


def test_showing_an_item_does_not_load_what_writes(library: Library, paths: LibraryPaths) -> None:
    library.add([hogan()], command="add")
    code = f"""
from pathlib import Path
from tipcite.store import Library, LibraryPaths
with Library.open(LibraryPaths.in_folder(Path({str(paths.database.parent.parent)!r})), read_only=True) as library:
    assert library.get("hogan2020lgbtq") and library.search("sex") and library.history()
"""
    assert not modules_after(code) & (HEAVY - {"tipcite.model"})


def test_every_public_name_is_there() -> None:
    from tipcite import store

    assert all(getattr(store, name).__name__ == name for name in store.__all__)
    assert list(store.__all__) == sorted(store.__all__, key=lambda name: (name[0].islower(), name))
