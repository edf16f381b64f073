"""Completion in bash, which takes the `=` of `NAME=VALUE` for a word of its own."""

from __future__ import annotations

from typing import Any

from click.shell_completion import BashComplete, CompletionItem, add_completion_class


class BashWithPairs(BashComplete):
    """Bash's completion that puts `NAME = VALUE` together again, and offers what comes after the `=`."""

    name = "bash"
    _kept = ""

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words before the one to be completed, and that one, with pairs as the user wrote them."""
        words, incomplete = super().get_completion_args()
        self._kept = ""
        if incomplete == "=" and words:
            words, incomplete = words[:-1], f"{words[-1]}="
        elif words[1:] and words[-1] == "=":
            words, incomplete = words[:-2], f"{words[-2]}={incomplete}"
        else:
            return _joined(words), incomplete
        if not incomplete.startswith("-"):  # `--style=NAME` is click's own matter
            self._kept = incomplete.partition("=")[0] + "="
            return _joined(words), incomplete
        return [*_joined(words), incomplete.partition("=")[0]], incomplete.partition("=")[2]

    def format_completion(self, item: CompletionItem[Any]) -> str:
        """Write one completion; what bash has taken for words of their own is not said again."""
        return f"{item.type},{str(item.value).removeprefix(self._kept)}"


def use_in_bash() -> None:
    """Let click complete so in this process."""
    add_completion_class(BashWithPairs)


def _joined(words: list[str]) -> list[str]:
    """Put earlier pairs together: `zh-and`, `=`, `和` is one word."""
    joined: list[str] = []
    for word in words:
        if joined and (word == "=" or joined[-1].endswith("=")):
            joined[-1] += word
        else:
            joined.append(word)
    return joined
