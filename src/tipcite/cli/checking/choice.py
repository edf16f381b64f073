"""Which of the links are asked for: all, those that are new since a base, those that are due, a shard of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from tipcite.errors import UsageError

if TYPE_CHECKING:
    from tipcite.links.targets import Target

_NUMBER = r"(\d+(?:\.\d+)?)"
_DURATION = re.compile(rf"(?:{_NUMBER}h)?(?:{_NUMBER}m(?:in)?)?(?:{_NUMBER}s?)?")


@dataclass(frozen=True, slots=True)
class Shard:
    """One of several parts of the links, for a runner of its own: `number` counts from 1."""

    number: int
    of: int

    def part(self, targets: Sequence[Target]) -> tuple[Target, ...]:
        """Return this shard's links.

        All links of a host are in one shard, so that the host is asked by one runner alone; DOIs go by their prefix,
        which is their publisher's. The largest hosts are dealt out first, each to the shard that has least. Every
        runner that has the same list makes the same shards.
        """
        groups = [_group(target) for target in targets]
        sizes = Counter(groups)
        loads = [0] * self.of
        shards: dict[str, int] = {}
        for name, size in sorted(sizes.items(), key=lambda pair: (-pair[1], pair[0])):
            least = loads.index(min(loads))
            shards[name] = least
            loads[least] += size
        return tuple(one for one, name in zip(targets, groups, strict=True) if shards[name] == self.number - 1)


def read_shard(context: click.Context, parameter: click.Parameter, value: str | None) -> Shard | None:
    """Read `2/8`.

    Raises:
        UsageError: it has another form, or there is no such part.
    """
    if value is None:
        return None
    match = re.fullmatch(r"\s*(\d{1,6})\s*/\s*(\d{1,6})\s*", value)
    if match is None or not 1 <= int(match[1]) <= int(match[2]):
        raise UsageError(f"--shard {value!r}: write NUMBER/OF, as 2/8 for the second of eight")
    return Shard(int(match[1]), int(match[2]))


def read_duration(context: click.Context, parameter: click.Parameter, value: str | None) -> float | None:
    """Read a time such as `90`, `90s`, `5m` or `1h30m`, in seconds.

    Raises:
        UsageError: it has another form, or is nothing.
    """
    if value is None:
        return None
    match = _DURATION.fullmatch(value.strip().lower())
    parts = zip(match.groups(), (3600, 60, 1), strict=True) if match else ()
    seconds = sum(float(part or 0) * unit for part, unit in parts)
    if seconds <= 0:
        raise UsageError(f"--max-time {value!r}: write a time as 90s, 5m or 1h30m")
    return seconds


def new_since(targets: Iterable[Target], base: Iterable[Target]) -> frozenset[str]:
    """Return the targets that the base does not have, or cites with another title or year."""
    known = {(one.kind, one.value, one.title) for one in base}
    return frozenset(one.value for one in targets if (one.kind, one.value, one.title) not in known)


def _group(target: Target) -> str:
    from urllib.parse import urlsplit

    from tipcite.links.targets import TargetKind

    if target.kind is TargetKind.DOI:
        return f"doi:{target.value.partition('/')[0]}"
    try:
        return urlsplit(target.value).hostname or target.value
    except ValueError:
        return target.value
