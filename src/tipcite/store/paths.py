"""Where a library's files lie."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryPaths:
    """The database, the mirror of the items, and the mirror of the retrievals."""

    database: Path
    references: Path
    checks: Path

    @property
    def answers(self) -> Path:
        """The folder, beside the mirror, of what sources answered word for word."""
        return self.references.parent / "answers"

    @classmethod
    def in_folder(cls, folder: Path) -> LibraryPaths:
        """Name the files under an article's folder as they are named unless settings say otherwise."""
        refs = folder / "refs"
        return cls(database=refs / "library.db", references=refs / "references.json", checks=refs / "checks.jsonl")
