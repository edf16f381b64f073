"""Settings: flag, then environment, then the article's `tipcite.toml`, then the user's file."""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple

from tipcite.errors import UsageError

PROJECT_FILE: Final = "tipcite.toml"


class Setting(NamedTuple):
    """One setting: what it may be, and what it is when nobody says."""

    kind: type
    default: object
    meaning: str
    choices: tuple[str, ...] = ()


SETTINGS: Final[dict[str, Setting]] = {
    "library.database": Setting(str, "refs/library.db", "the database, rebuilt from the mirrors when missing"),
    "library.mirror": Setting(str, "refs/references.json", "the sources as CSL-JSON, for git"),
    "library.checks": Setting(str, "refs/checks.jsonl", "what checks saw, for git or the CI cache"),
    "format.style": Setting(str, "tw-author-year", "the style of `cite` and `format`"),
    "format.order": Setting(str, "", "the order of the languages", ("chinese-first", "western-first", "mixed")),
    "format.headings": Setting(bool, False, "print 中文部分／西文部分 above the two parts"),
    "links.contact": Setting(str, "", "the e-mail address that servers are told"),
    "links.timeout": Setting(float, 15.0, "seconds for one request"),
    "sources.doi_handles": Setting(str, "https://doi.org/api/handles/", "the handle service"),
    "sources.doi_resolver": Setting(str, "https://doi.org/", "content negotiation"),
    "sources.crossref": Setting(str, "https://api.crossref.org/", "Crossref's REST service"),
}


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of one run, resolved; `folder` is the article's."""

    folder: Path
    values: Mapping[str, object]

    def text(self, name: str) -> str:
        """Return a text setting."""
        return str(self.values[name])

    def flag(self, name: str) -> bool:
        """Return a yes-or-no setting."""
        return bool(self.values[name])

    def number(self, name: str) -> float:
        """Return a number."""
        value = self.values[name]
        assert isinstance(value, (int, float))
        return float(value)

    def path(self, name: str) -> Path:
        """Return a path, relative ones from the article's folder."""
        return self.folder / self.text(name)


def find_folder(start: Path) -> Path | None:
    """Find the nearest folder at or above `start` that holds an article's library."""
    for folder in (start, *start.parents):
        if (folder / PROJECT_FILE).is_file() or any(
            (folder / str(SETTINGS[name].default)).is_file() for name in ("library.database", "library.mirror")
        ):
            return folder
    return None


def load_settings(folder: Path, environment: Mapping[str, str]) -> Settings:
    """Resolve every setting for an article's folder.

    Raises:
        UsageError: a file is no TOML, or names a setting or value that does not exist.
    """
    values: dict[str, object] = {name: setting.default for name, setting in SETTINGS.items()}
    for file in (_user_file(environment), folder / PROJECT_FILE):
        if file is not None and file.is_file():
            values.update(_read_file(file))
    for name in SETTINGS:
        variable = environment_name(name)
        if environment.get(variable):
            values[name] = _checked(name, environment[variable], where=variable)
    return Settings(folder, values)


def environment_name(name: str) -> str:
    """Name the environment variable of a setting: `format.style` is `TIPCITE_FORMAT_STYLE`."""
    return f"TIPCITE_{name.replace('.', '_').upper()}"


def _user_file(environment: Mapping[str, str]) -> Path | None:
    """Return the user's file under XDG; platformdirs is asked only where XDG does not say."""
    if environment.get("XDG_CONFIG_HOME"):
        return Path(environment["XDG_CONFIG_HOME"]) / "tipcite" / "config.toml"
    if os.name == "posix" and environment.get("HOME") and os.uname().sysname == "Linux":
        return Path(environment["HOME"]) / ".config" / "tipcite" / "config.toml"
    import platformdirs

    return Path(platformdirs.user_config_dir("tipcite")) / "config.toml"


def _read_file(file: Path) -> dict[str, object]:
    import tomllib

    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        reason = str(error)
        raise UsageError(f"{file}: is no TOML: {reason[:1].lower()}{reason[1:]}") from None
    except UnicodeDecodeError:
        raise UsageError(f"{file}: is not UTF-8; save it as UTF-8") from None
    found: dict[str, object] = {}
    for table, content in tables.items():
        for key, value in content.items() if isinstance(content, dict) else [("", content)]:
            found[f"{table}.{key}"] = _checked(f"{table}.{key}", value, where=str(file))
    return found


def _checked(name: str, value: Any, *, where: str) -> object:
    setting = SETTINGS.get(name)
    if setting is None:
        known = ", ".join(one for one in SETTINGS if one.startswith(name.split(".", maxsplit=1)[0])) or ", ".join(
            SETTINGS
        )
        raise UsageError(f"{where}: there is no setting {name.rstrip('.')!r}; known are {known}")
    converted = _CONVERTERS[setting.kind](value)
    if converted is not None and name.startswith("library."):
        converted = _file_name(str(converted))
    if converted is None or (setting.choices and converted not in setting.choices):
        wanted = " or ".join(setting.choices) or _WANTED[setting.kind]
        wanted = "the name of a file" if name.startswith("library.") else wanted
        raise UsageError(f"{where}: {name} is {value!r}; it takes {wanted}")
    return converted


def _flag(value: object) -> bool | None:
    if isinstance(value, bool):
        return value
    return {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}.get(str(value).lower())


def _number(value: object) -> float | None:
    try:
        number = 0.0 if isinstance(value, bool) else float(str(value))
    except ValueError:
        return None
    return number if 0 < number < math.inf else None


def _file_name(text: str) -> str | None:
    return text if text.strip() and "\0" not in text else None


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


_WANTED: Final[dict[type, str]] = {bool: "true or false", float: "a number above 0", str: "text"}
_CONVERTERS: Final[dict[type, Callable[[Any], object]]] = {bool: _flag, float: _number, str: _text}
