"""A handle → the page that it leads to (https://hdl.handle.net, "REST API": Handle.Net manual, 14)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final
from urllib.parse import quote

from tipcite.errors import FetchError, InvalidIdentifier, NotFound
from tipcite.fetch import landing
from tipcite.fetch.answers import ask_json
from tipcite.fetch.parts import objects_of, text_of
from tipcite.fetch.sources import Fetched, Sources, with_provenance
from tipcite.model import Handle, Url, parse_url
from tipcite.net import below

_NAME: Final = "the Handle system"
_NOT_FOUND: Final = 100


async def fetch(handle: Handle, sources: Sources) -> Fetched:
    """Fetch the page of a handle; the handle is the item's address, for it lasts longer than the page's.

    Raises:
        NotFound: there is no such handle, or it leads nowhere.
        FetchError: no usable answer, or no usable page.
    """
    address = below(sources.services.handles, f"api/handles/{quote(handle.value, safe='/:;()-._~')}?type=URL")
    told = await ask_json(address, sources, source=_NAME, wanted=f"hdl:{handle}")
    code = told.record.get("responseCode")
    if code == _NOT_FOUND:
        raise NotFound(f"{_NAME} knows no 'hdl:{handle}'; check its spelling")
    url = next(filter(None, map(_address, objects_of(told.record.get("values")))), None)
    if url is None:
        raise NotFound(f"the handle 'hdl:{handle}' leads to no page; look for the work's address")
    found = await landing.fetch(url, sources)
    if not found.item.title:
        raise FetchError(f"the page of 'hdl:{handle}' has no title; enter the item by hand")
    item = replace(found.item, fields={**found.item.fields, "URL": handle.url})
    return with_provenance(replace(found, item=item), handle=handle.value)


def _address(value: Mapping[str, object]) -> Url | None:
    data = value.get("data")
    if text_of(value.get("type")) != "URL" or not isinstance(data, Mapping):
        return None
    try:
        return parse_url(text_of(data.get("value")))
    except InvalidIdentifier:
        return None
