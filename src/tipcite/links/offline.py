"""Is there a network at all? What fails for want of one says nothing of the links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tipcite.errors import NoNetwork
from tipcite.net import NetErrorKind

if TYPE_CHECKING:
    from tipcite.net.contacts import Contacts

_FEW: Final = 4
"""Fewer hosts are no sample: where one of them answers, the others may well be all that is wrong."""
_ENOUGH: Final = 20
"""So many hosts are: results need not wait for the rest of them."""


def is_sound(contacts: Contacts, hosts: int, share: float) -> bool:
    """Tell whether so many of a run's hosts have answered that it can't be called offline for want of a network."""
    sample = hosts if hosts < _ENOUGH else max(contacts.asked, _ENOUGH)
    return contacts.reached > (1 - share) * sample


def is_hopeless(contacts: Contacts) -> bool:
    """Tell whether going on is in vain: many hosts were asked and none was there."""
    return contacts.reached == 0 and contacts.in_vain >= _ENOUGH


def is_offline(contacts: Contacts, share: float, *, resolver_known: bool) -> bool:
    """Tell whether most hosts could not be reached, and not for a reason of their own.

    `resolver_known` is whether the name of doi.org is known: then names can be looked up, and one that is unknown is
    unknown, and a host that is silent alone is silent.
    """
    unreached = contacts.unreached
    if len(unreached) <= share * contacts.asked:
        return False
    names_only = set(unreached.values()) == {NetErrorKind.DNS_NXDOMAIN}
    if contacts.asked < _FEW and contacts.reached:
        return False
    alone = contacts.asked == 1 or (contacts.asked < _FEW and names_only)
    return not (alone and resolver_known)


def offline(contacts: Contacts) -> NoNetwork:
    """Say that there is no network."""
    unreached = sorted(contacts.unreached)
    some = ", ".join(unreached[:3]) + (", …" if len(unreached) > 3 else "")
    return NoNetwork(
        f"offline: of {contacts.asked} host(s) {len(unreached)} could not be reached ({some}); "
        "nothing was counted, check the connection and run it again"
    )
