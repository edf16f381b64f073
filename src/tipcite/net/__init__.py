"""The network: what is asked of whom, how politely, and what is never contacted.

`get` is the whole of it for one address. Many addresses share a `Web`, which is in `tipcite.net.client`: that
module imports httpx and so is imported by its callers only when something is to be asked.
"""

from tipcite.net.answer import Answer, Ask, Hop, NetError, NetErrorKind
from tipcite.net.facade import get, in_thread, sharing
from tipcite.net.services import Services, below
from tipcite.net.settings import NetSettings, Resolve, parse_resolve

__all__ = [
    "Answer",
    "Ask",
    "Hop",
    "NetError",
    "NetErrorKind",
    "NetSettings",
    "Resolve",
    "Services",
    "below",
    "get",
    "in_thread",
    "parse_resolve",
    "sharing",
]
