"""What a web page is a page of: its work, described as an item with a source and a confidence for each field."""

from tipcite.formats.webpage.addresses import is_home, same_site, without_tracking
from tipcite.formats.webpage.describe import Described, describe
from tipcite.formats.webpage.site import Role, Site
from tipcite.formats.webpage.sites import SITES, site_of, user_site

__all__ = [
    "SITES",
    "Described",
    "Role",
    "Site",
    "describe",
    "is_home",
    "same_site",
    "site_of",
    "user_site",
    "without_tracking",
]
