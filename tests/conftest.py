"""What all tests share: the material beside the repository, and the program as a process."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.database import DirectoryBasedExampleDatabase

# A busy machine is no fault of the code: examples count, seconds do not. What is checked before a change lands is the
# same each time; HYPOTHESIS_PROFILE=thorough looks for what nobody has seen yet, for hours.
settings.register_profile(
    "tipcite", deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "thorough",
    deadline=None,
    derandomize=False,
    database=DirectoryBasedExampleDatabase(".hypothesis/examples"),
    max_examples=10_000,
    suppress_health_check=list(HealthCheck),
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "tipcite"))

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared material; tests that need it are skipped where it is missing."""
    folder = Path(os.environ.get("TIPCITE_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"no shared material at {folder}")
    return folder


@pytest.fixture(scope="session")
def grows_evenly() -> Callable[[Callable[[str], object], Callable[[int], str]], bool]:
    """Return a test whether reading 400 records takes no more calls of functions than twice reading 200.

    Calls are the same on every machine, which seconds are not; what one call does in C is not seen.
    """

    def calls(read: Callable[[str], object], text: str) -> int:
        counted = 0

        def count(_frame: object, event: str, _argument: object) -> None:
            nonlocal counted
            counted += event in ("call", "c_call")

        before = sys.getprofile()
        sys.setprofile(count)
        try:
            read(text)
        finally:
            sys.setprofile(before)
        return counted

    def grows_evenly(read: Callable[[str], object], text: Callable[[int], str]) -> bool:
        read(text(1))
        few, many = (calls(read, text(count)) for count in (200, 400))
        return many <= few * 2.05

    return grows_evenly
