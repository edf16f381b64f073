"""A web page or PDF that was saved to a file, as `add` takes it."""

from __future__ import annotations

from pathlib import Path

from tipcite.cli.files import read_bytes
from tipcite.cli.network import Network
from tipcite.cli.session import settings_of
from tipcite.model import Item


def is_page_file(path: str) -> bool:
    """Tell a file with a web page, a web archive or a PDF in it from all others."""
    if not Path(path).is_file():
        return False
    from tipcite.fetch import is_saved_page

    return is_saved_page(read_bytes(path))


def read_page_file(path: str, network: Network) -> Item:
    """Describe the page in a file; of a PDF that states a DOI its agency is asked.

    Raises:
        ReadError: it can't be read, or has nothing to cite.
    """
    from tipcite.fetch import read_local_page

    settings = settings_of()
    return read_local_page(
        read_bytes(path),
        path,
        settings=network.settings(settings),
        services=network.services(settings),
        sites=settings.sites(),
    )
