"""LaTeX text to CSL's rich text: one pass over the tokens, no recursion, so no depth of braces is too much."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Final

from tipcite.formats.latex_math import decode_math
from tipcite.formats.latex_tables import ACCENTS, DROPPED, KEYS, LAST_ARGUMENT, SIGNS, SWITCHES, WRAPS

NOCASE: Final = ('<span class="nocase">', "</span>")

_MARK: Final = re.compile(r"[\\{}$~\n\t`]")
_TOKEN: Final = re.compile(
    r"\\[A-Za-z]+\*?[ \t\n]*|\\[\s\S]|[{}$~]|---?|``|''|\"[`']|[`'\"\-]|[^\\{}$~`'\"\-%]+|[\s\S]"
)
_BLANKS: Final = re.compile(r"[ \t\n]+")
_LOWER_WORD: Final = re.compile(r"(?<![\w’'-])[a-zß-öø-ÿ][a-zß-öø-ÿ]*(?![\w])")
# Title case leaves these small anyway (CSL 1.0.2, "Title Case Conversion"), so protecting them changes
# nothing.
_LONGEST_PROTECTED: Final = 500
_STOP_WORDS: Final = frozenset(
    """a according across after against an and around as at before between but by de des down du for from in into la
    le nor of off on onto or over per so the through to under up upon v van von vs with within without y yet""".split()
)
_DOTTED: Final = {"ı": "i", "ȷ": "j"}
_QUOTES: Final = {"``": "“", "''": "”", '"`': "„", "\"'": "“", "`": "‘", "---": "—", "--": "–", "~": "\xa0"}


@dataclass(slots=True)
class _Command:
    """A command whose arguments are still to come."""

    name: str
    wanted: int
    arguments: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Group:
    """An open brace: what came so far, the commands that wait for an argument, the font switches."""

    parts: list[str] = field(default_factory=list)
    waiting: list[_Command] = field(default_factory=list)
    switches: list[tuple[int, tuple[str, str]]] = field(default_factory=list)
    begin: int = 0
    is_argument: bool = False
    is_special: bool = False
    inner_groups: int = 0
    inner_other: bool = False


def needs_decoding(text: str) -> bool:
    """Tell whether a text holds anything that LaTeX reads differently."""
    return _MARK.search(text) is not None or "--" in text or "''" in text or "  " in text


def decode_latex(text: str, *, protect: bool = False, unknown: set[str] | None = None) -> str:
    """Turn LaTeX into CSL's rich text; with `protect`, braced words that styles would capitalise get a nocase span.

    Braces protect capitals from BibTeX's styles; CSL's sentence case touches no capitals, its title case capitalises
    small words (CSL 1.0.2, "Text-case"): so only a braced small word needs protection, and whatever stands in
    two pairs of braces inside a title. Commands that are not known leave their arguments; their
    names are added to `unknown`.
    """
    if not needs_decoding(text):
        return text
    if "\\" not in text and "{" not in text and "}" not in text and "$" not in text:
        return _decode_simple(text)
    return _Decoder(text, protect=protect, unknown=unknown).run()


def has_small_word(text: str) -> bool:
    """Tell whether CSL's title case would capitalise a word of the text."""
    if len(text) > _LONGEST_PROTECTED:
        return False
    return any(word not in _STOP_WORDS for word in _LOWER_WORD.findall(text))


def _decode_simple(text: str) -> str:
    """Decode a text without commands, groups and mathematics."""
    if "%" in text or "`" in text or '"' in text or "''" in text:
        return _Decoder(text, protect=False, unknown=None).run()
    out = text.replace("---", "—").replace("--", "–").replace("~", "\xa0")
    return _BLANKS.sub(" ", out).strip(" \n\t")


class _Decoder:
    """The state of one pass."""

    def __init__(self, text: str, *, protect: bool, unknown: set[str] | None) -> None:
        self._tokens: list[str] = _TOKEN.findall(text)
        self._protect = protect
        self._unknown = unknown
        self._groups = [_Group()]
        self._has_backquote = "`" in text
        self._has_german_quotes = '"`' in text
        self._last = len(self._tokens) - 1
        self._opening = _run_length(self._tokens, "{")
        self._closing = _run_length(reversed(self._tokens), "}")

    def run(self) -> str:
        index = 0
        while index <= self._last:
            index = self._take(self._tokens[index], index) + 1
        while len(self._groups) > 1:
            self._close(self._last)
        out = "".join(self._finish(self._groups[0]))
        if "  " in out or "\n" in out or "\t" in out or out[:1] == " " or out[-1:] == " ":
            out = "\n".join(_BLANKS.sub(" ", line).strip(" ") for line in out.split("\n")).strip("\n")
        return out

    def _take(self, token: str, index: int) -> int:
        """Work on one token; return the index of the last one that was used."""
        first = token[0]
        if first == "\\" and len(token) > 1:
            self._command(token[1:])
        elif first == "{":
            self._open(index)
        elif first == "}":
            if len(self._groups) > 1:
                self._close(index)
        elif first == "$":
            return self._math(index)
        else:
            self._text(token)
        return index

    def _text(self, token: str) -> None:
        if token != "\"'" or self._has_german_quotes:
            token = _QUOTES.get(token, token)
        if token == "'" and self._has_backquote:
            token = "’"
        elif "\n" in token:
            token = _BLANKS.sub(" ", token)
        group = self._groups[-1]
        group.inner_other = True
        if not group.waiting:
            group.parts.append(token)
            return
        token = token.lstrip(" ")
        if token:
            self._emit(token[0])
            if len(token) > 1:
                self._text(token[1:])

    def _command(self, body: str) -> None:
        name = body.rstrip(" \t\n") if body[0].isalpha() else body
        starred = name.removesuffix("*")
        group = self._groups[-1]
        if not group.parts and not group.inner_other and not group.is_argument:
            group.is_special = True
        group.inner_other = True
        if name in SIGNS:
            self._emit(SIGNS[name])
        elif name in ACCENTS:
            group.waiting.append(_Command(name, 1))
        elif name in WRAPS or starred in WRAPS:
            group.waiting.append(_Command(name if name in WRAPS else starred, 1))
        elif name in SWITCHES:
            group.switches.append((len(group.parts), SWITCHES[name]))
        elif starred in DROPPED or starred in LAST_ARGUMENT:
            group.waiting.append(_Command(starred, DROPPED.get(starred) or LAST_ARGUMENT[starred]))
        elif name == "(":
            self._emit("$")
        elif name != ")":
            self._unknown_command(name)
            group.waiting.append(_Command("", 1))

    def _unknown_command(self, name: str) -> None:
        if self._unknown is not None and name:
            self._unknown.add("\\" + name)

    def _open(self, index: int) -> None:
        group = self._groups[-1]
        self._groups.append(_Group(begin=index, is_argument=bool(group.waiting)))

    def _close(self, index: int) -> None:
        group = self._groups.pop()
        text = "".join(self._finish(group))
        parent = self._groups[-1]
        if group.is_argument and parent.waiting:
            self._emit(text)
            return
        parent.inner_groups += 1
        if self._protect and text and not group.is_special and self._keeps_case(group, text, index):
            text = text.join(NOCASE)
        parent.parts.append(text)

    def _finish(self, group: _Group) -> list[str]:
        """Give the commands that still wait an empty argument, and end the font switches."""
        while group.waiting:
            command = group.waiting.pop()
            group.parts.append(_apply(command, ""))
        if not group.switches:
            return group.parts
        out: list[str] = []
        ends: list[str] = []
        begin = 0
        for place, (before, behind) in group.switches:
            out.extend(group.parts[begin:place])
            begin = place
            if before:
                out.append(before)
                ends.append(behind)
        return [*out, *group.parts[begin:], *reversed(ends)]

    def _keeps_case(self, group: _Group, text: str, index: int) -> bool:
        if text.startswith(NOCASE[0]):
            return False
        if group.begin < self._opening and index > self._last - self._closing:
            # Braces around the whole title come from programs that put them everywhere.
            return False
        if group.inner_groups == 1 and not group.inner_other:
            return True
        before = self._groups[-1].parts[-1][-1:] if self._groups[-1].parts else ""
        behind = self._tokens[index + 1][0] if index < self._last else ""
        if before.isalnum() or behind.isalnum():
            return False
        return has_small_word(text)

    def _emit(self, text: str) -> None:
        """Hand a text to the command that waits for it, else append it."""
        group = self._groups[-1]
        while group.waiting:
            command = group.waiting[-1]
            command.arguments.append(text)
            if len(command.arguments) < command.wanted:
                return
            group.waiting.pop()
            text = _apply(command, text)
        group.parts.append(text)

    def _math(self, index: int) -> int:
        try:
            end = self._tokens.index("$", index + 1)
        except ValueError:
            self._text("$")
            return index
        if end == index + 1:
            # $$…$$: what is displayed is read like what is not.
            return end
        self._groups[-1].inner_other = True
        self._emit(decode_math("".join(self._tokens[index + 1 : end])))
        return end


def _run_length(tokens: Iterable[str], brace: str) -> int:
    return sum(1 for _ in takewhile(brace.__eq__, tokens))


def _apply(command: _Command, text: str) -> str:
    name = command.name
    if name in ACCENTS:
        return _accented(text, ACCENTS[name])
    if name in DROPPED:
        return ""
    if name == "bibstring":
        return KEYS.get(text, text)
    before, behind = WRAPS.get(name, ("", ""))
    return f"{before}{text}{behind}" if text else ""


def _accented(text: str, mark: str) -> str:
    if not text:
        return ""
    place = _first_letter(text)
    base = _DOTTED.get(text[place], text[place])
    return text[:place] + unicodedata.normalize("NFC", base + mark) + text[place + 1 :]


def _first_letter(text: str) -> int:
    """Return where the letter is that an accent belongs on: behind tags of the argument."""
    match = re.match(r"(?:<[^>]*>)*", text)
    place = match.end() if match else 0
    return place if place < len(text) else 0
