"""The options of the commands that use the network, and what they come to."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from tipcite.cli.settings import Settings

if TYPE_CHECKING:
    from tipcite.net import NetSettings, Services

_F = TypeVar("_F", bound=Callable[..., Any])

_NUMBERS: Final = (
    "per_host", "interval", "in_flight", "connect_timeout", "read_timeout", "body_timeout", "max_body", "max_read",
    "max_redirects", "retry_after_cap", "complaints", "offline_share",
)  # fmt: skip
"""The numbers of `NetSettings` that are settings by the same name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """What the user said of the network in one call."""

    resolve: tuple[str, ...]
    ca_file: str | None
    allow_private: bool
    proxy: bool

    def settings(self, settings: Settings) -> NetSettings:
        """Join the call's options with the settings.

        Raises:
            UsageError: a `--resolve` is not HOST:PORT:ADDR.
        """
        from tipcite.net import NetSettings, parse_resolve

        return NetSettings(
            contact=settings.text("links.contact"),
            total_timeout=settings.number("links.timeout"),
            resolve=tuple(parse_resolve(text) for text in (*self.resolve, *settings.text("links.resolve").split())),
            ca_file=self.ca_file or (str(settings.path("links.ca-file")) if settings.text("links.ca-file") else None),
            allow_private=self.allow_private,
            proxy=self.proxy,
            retry_delays=settings.seconds("links.retry-delays"),
            **{name: settings.values[f"links.{name.replace('_', '-')}"] for name in _NUMBERS},  # type: ignore[arg-type] # each is checked when it is read
        )

    def services(self, settings: Settings) -> Services:
        """Take the services' base addresses from the settings."""
        from tipcite.net import Services

        return Services(
            doi_handles=settings.text("sources.doi_handles"),
            doi_resolver=settings.text("sources.doi_resolver"),
            doi_ra=settings.text("sources.doi_ra"),
            crossref=settings.text("sources.crossref"),
            datacite=settings.text("sources.datacite"),
            open_library=settings.text("sources.open_library"),
            google_books=settings.text("sources.google_books"),
            pubmed=settings.text("sources.pubmed"),
            pmc_ids=settings.text("sources.pmc_ids"),
            arxiv=settings.text("sources.arxiv"),
            handles=settings.text("sources.handles"),
            wayback=settings.text("sources.wayback"),
            wayback_interval=settings.number("links.archive-interval"),
            arxiv_interval=settings.number("sources.arxiv_interval"),
            pubmed_interval=settings.number("sources.pubmed_interval"),
        )


def network_options(command: _F) -> _F:
    """Add the options and hand them to the command as one `network`."""

    @functools.wraps(command)
    def with_network(
        *args: Any,
        resolve: tuple[str, ...],
        ca_file: str | None,
        allow_private: bool,
        proxy: bool,
        **rest: Any,
    ) -> Any:
        network = Network(resolve=resolve, ca_file=ca_file, allow_private=allow_private, proxy=proxy)
        return command(*args, network=network, **rest)

    options = (
        click.option(
            "--resolve",
            multiple=True,
            metavar="HOST:PORT:ADDR",
            help="Connect to ADDR for HOST:PORT, as curl does.",
        ),
        click.option("--ca-file", metavar="FILE", help="Trust the certificates in FILE too."),
        click.option("--allow-private", is_flag=True, help="Contact private and loopback addresses too."),
        click.option("--proxy", is_flag=True, help="Use the proxies that the environment names."),
    )
    decorated: Any = with_network
    for option in reversed(options):
        decorated = option(decorated)
    result: _F = decorated
    return result
