"""Every site of the small web that stands for one met in references, and the verdict on its pages."""

from web import sites_missing, sites_others, sites_pages, sites_walls, sites_ways  # each puts up its sites
from web.site_kit import CASES, SITES, Case

__all__ = ["CASES", "SITES", "Case", "sites_missing", "sites_others", "sites_pages", "sites_walls", "sites_ways"]
