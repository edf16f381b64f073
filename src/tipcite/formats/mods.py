"""MODS XML (Library of Congress): the doors to its reader and writer."""

from __future__ import annotations

from tipcite.formats.mods_read import read_mods
from tipcite.formats.mods_write import write_mods

__all__ = ["read_mods", "write_mods"]
