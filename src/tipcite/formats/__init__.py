"""Text ⇄ items: which formats there are, how a text tells its own, and how bytes become text."""

from tipcite.formats.encoding import Decoded, decode
from tipcite.formats.registry import ALIASES, FORMATS, Format, detect_format, find_format

__all__ = ["ALIASES", "FORMATS", "Decoded", "Format", "decode", "detect_format", "find_format"]
