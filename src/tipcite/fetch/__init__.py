"""An identifier or an address → an item."""

from tipcite.fetch.doi import fetch_doi
from tipcite.fetch.webpage import FetchedPage, fetch_page
from tipcite.net import Services

__all__ = ["FetchedPage", "Services", "fetch_doi", "fetch_page"]
