"""An identifier, an address or a saved page → an item."""

from tipcite.fetch.doi import fetch_doi
from tipcite.fetch.local import is_saved_page, read_local_page
from tipcite.fetch.webpage import FetchedPage, fetch_page
from tipcite.net import Services

__all__ = ["FetchedPage", "Services", "fetch_doi", "fetch_page", "is_saved_page", "read_local_page"]
