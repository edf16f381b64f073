"""Unpack the tables that tools/make_han_tables.py writes."""

from __future__ import annotations

import zlib
from binascii import a2b_base64


def unpack(table: str) -> bytes:
    """Return the bytes of a packed table."""
    return zlib.decompress(a2b_base64(table))
