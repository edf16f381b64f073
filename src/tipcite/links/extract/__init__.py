"""Documents and reference lists → the addresses and DOIs that are cited in them, each with its places."""

from tipcite.links.extract.kinds import DOCUMENT_KINDS, DocumentKind, document_kind
from tipcite.links.extract.read import Extracted, extract

__all__ = ["DOCUMENT_KINDS", "DocumentKind", "Extracted", "document_kind", "extract"]
