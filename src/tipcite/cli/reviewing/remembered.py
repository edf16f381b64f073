"""What was decided in a review, kept until it is done: a review that was left goes on where it was.

One file a text, under XDG's folder for state: a line of JSON a decision. A decision is found again by the text of
the reference it is about, so it holds when lines before it are moved.
"""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from tipcite.errors import InvalidItem
from tipcite.model import Item, JsonValue, item_from_csl, item_to_csl

if TYPE_CHECKING:
    from collections.abc import Mapping


class Remembered:
    """The decisions about one text's references: an item, or None where the text was kept as it is."""

    def __init__(self, text: str, environment: Mapping[str, str]) -> None:
        name = hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:32]
        self._file = _folder(environment) / f"{name}.jsonl"
        self._decisions: dict[str, Item | None] = {}
        self._splits: dict[str, int] = {}
        self._joins: set[tuple[str, str]] = set()
        self._load()

    def __contains__(self, raw: str) -> bool:
        return raw in self._decisions

    def __len__(self) -> int:
        return len(self._decisions)

    def get(self, raw: str) -> Item | None:
        """Return what was decided about a reference: its item, or None where its text was kept."""
        return self._decisions[raw]

    def keep(self, raw: str, item: Item | None) -> None:
        """Remember a decision at once, so that nothing is lost whatever comes next."""
        self._decisions[raw] = item
        self._write({"raw": raw, "item": None if item is None else item_to_csl(item)})

    def split_at(self, raw: str) -> int:
        """Answer where a reference was split, 0 where it was not."""
        return self._splits.get(raw, 0)

    def keep_split(self, raw: str, index: int) -> None:
        """Remember that a reference is two."""
        self._splits[raw] = index
        self._write({"raw": raw, "split": index})

    def is_joined(self, raw: str, following: str) -> bool:
        """Tell whether two references were joined."""
        return (raw, following) in self._joins

    def keep_join(self, raw: str, following: str) -> None:
        """Remember that two references are one."""
        self._joins.add((raw, following))
        self._write({"raw": raw, "join": following})

    def _write(self, decision: dict[str, object]) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        line = json.dumps(decision, ensure_ascii=False)
        with self._file.open("a", encoding="utf-8", errors="backslashreplace") as opened:
            opened.write(line + "\n")

    def forget(self) -> None:
        """Delete the decisions."""
        self._decisions.clear()
        self._splits.clear()
        self._joins.clear()
        self._file.unlink(missing_ok=True)

    def _load(self) -> None:
        try:
            lines = self._file.read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            return
        for line in lines:
            try:
                self._take(json.loads(line))
            except (ValueError, KeyError, TypeError, InvalidItem):
                continue  # a line that was cut off by a full disk: it is asked again

    def _take(self, found: JsonValue) -> None:
        raw = found["raw"]
        if "split" in found:
            self._splits[raw] = int(found["split"])
        elif "join" in found:
            self._joins.add((raw, found["join"]))
        else:
            self._decisions[raw] = None if found["item"] is None else item_from_csl(found["item"])


def _folder(environment: Mapping[str, str]) -> Path:
    if environment.get("XDG_STATE_HOME"):
        return Path(environment["XDG_STATE_HOME"]) / "tipcite" / "reviews"
    if os.name == "posix" and environment.get("HOME") and os.uname().sysname == "Linux":
        return Path(environment["HOME"]) / ".local" / "state" / "tipcite" / "reviews"
    import platformdirs

    return Path(platformdirs.user_state_dir("tipcite")) / "reviews"
