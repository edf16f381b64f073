"""What a source said, word for word, beside the item that was made of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceAnswer:
    """One answer of a source: who gave it, at which address, when (UTC), and its text, "" when it is too large to keep.

    The text is that of the record: JSON is laid out anew, lists of what the work cites are left out.
    """

    source: str
    address: str
    retrieved: str
    text: str = ""

    @property
    def digest(self) -> str:
        """What the text is kept under: the first half of its SHA-256 in hexadecimal digits, "" without text."""
        from hashlib import sha256  # not on the start-up path

        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()[:32] if self.text else ""
