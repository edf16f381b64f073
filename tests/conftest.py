"""What all tests share: the material beside the repository, and the program as a process."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A busy machine is no fault of the code: examples count, seconds do not.
settings.register_profile("tipcite", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("tipcite")

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared material; tests that need it are skipped where it is missing."""
    folder = Path(os.environ.get("TIPCITE_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"no shared material at {folder}")
    return folder
