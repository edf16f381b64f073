"""A style's file as its user handles it: what it says of itself, what is wrong with it, a copy of one's own."""

from tipcite.styles.check import check_style, hinders
from tipcite.styles.derive import Derivation, derive_style
from tipcite.styles.head import StyleHead, read_head

__all__ = ["Derivation", "StyleHead", "check_style", "derive_style", "hinders", "read_head"]
