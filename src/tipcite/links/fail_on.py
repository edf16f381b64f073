"""`--fail-on`: which findings make a build fail.

Words that name a state (`dead`, `suspect`, `blocked`, `unknown`, `ok`) are read from the state of a link, in which its
whole history counts; for links that are new since the base, and where there is no history, from the verdict of this
check. Words that only name a verdict (`invalid`, `moved`, `insecure`, `transient`) and flags (`retracted`) are read
from the newest check.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from tipcite.errors import UsageError
from tipcite.model import Flag, State, Verdict

EXPIRED_WAIVER: Final = "expired-waiver"
UNCHECKED: Final = "unchecked"
PROBLEM: Final = "problem"
_OTHERS: Final = {
    EXPIRED_WAIVER: "a waiver whose time is over",
    UNCHECKED: "a link that was to be asked for and was not (`--max-time`)",
    PROBLEM: "a piece of a file that can't be read",
}
WORDS: Final = tuple(dict.fromkeys(str(word) for word in (*Verdict, *State, *Flag, *_OTHERS)))

_STATES: Final = frozenset(str(state) for state in State)

CI_DEFAULT: Final = ("dead", "invalid", "retracted", EXPIRED_WAIVER, PROBLEM)
"""What an author can and must act on; what a server does today (`blocked`, `transient`) fails no build."""
DEFAULT: Final = ("dead", "invalid", "moved", "insecure", "retracted", EXPIRED_WAIVER, PROBLEM)


@dataclass(frozen=True, slots=True, kw_only=True)
class FailOn:
    """The words that fail; with `by_verdict` a state word is read from this check's verdict too."""

    words: frozenset[str]
    by_verdict: bool = False

    def fails(self, *, verdict: Verdict | None, state: State, flags: Iterable[str], is_new: bool) -> bool:
        """Tell whether what is known of one link fails."""
        said = {*flags}
        if verdict is None:
            said.add(UNCHECKED)
        elif is_new or self.by_verdict or str(verdict) not in _STATES:
            said.add(str(verdict))
        if not is_new:
            said.add(str(state))
        return bool(said & self.words)


def parse_fail_on(text: str) -> frozenset[str]:
    """Read a list such as `dead,invalid`; `none` is the empty one.

    Raises:
        UsageError: a word is none of those that there are.
    """
    words = [word.strip().lower() for word in text.replace("，", ",").split(",") if word.strip()]
    chosen = {word.replace("-", "_") if word.replace("-", "_") in WORDS else word for word in words} - {"none"}
    unknown = sorted(chosen - set(WORDS))
    if unknown or not words:
        what = f"{unknown[0]!r} is no verdict, state or flag" if unknown else "the list is empty"
        raise UsageError(f"--fail-on: {what}; known are {', '.join(WORDS)} and none")
    return frozenset(chosen)
