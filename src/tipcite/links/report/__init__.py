"""Reports of a check, all written from one `Outcome`: text in, nothing read, nothing asked."""

from tipcite.links.report.formats import REPORTS, Report
from tipcite.links.report.text import Paint, text_report

__all__ = ["REPORTS", "Paint", "Report", "text_report"]
