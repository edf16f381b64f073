"""Links and DOIs: what is asked for, and what each answer says of the link."""

from tipcite.links.check import CheckReport, check_links
from tipcite.links.targets import Target, TargetKind, targets
from tipcite.net import Services

__all__ = ["CheckReport", "Services", "Target", "TargetKind", "check_links", "targets"]
