"""Settings: flag, then environment, then the article's `tipcite.toml`, then the user's file."""

from __future__ import annotations

import math
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from tipcite.errors import UsageError

if TYPE_CHECKING:
    from tipcite.formats.webpage import Site
    from tipcite.store import StateRules

PROJECT_FILE: Final = "tipcite.toml"
_QUOTES: Final = tuple("“”‘’「」『』＂")


class Institutions:
    """The kind of the table `[institutions]`: hosts, each with what is said of the body behind it."""


class Setting(NamedTuple):
    """One setting: what it may be, and what it is when nobody says."""

    kind: type
    default: object
    meaning: str
    choices: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    """What a list with commas may be made of; `choices` are the commonest lists."""


# The words of `tipcite.render.Order` (a test compares them): loading that takes longer than a list of the sources.
_ORDER_WORDS: Final = frozenset(
    """chinese-first western-first mixed chinese zh 中文 漢文 汉文 japanese ja 日文 korean ko 韓文 韩文 western 西文
    英文 外文 russian ru 俄文 other 其他 strokes 筆畫 筆劃 笔画 zhuyin 注音 pinyin 拼音 icu""".split()
)

SETTINGS: Final[dict[str, Setting]] = {
    "library.database": Setting(str, "refs/library.db", "the database, rebuilt from the mirrors when missing"),
    "library.mirror": Setting(str, "refs/references.json", "the sources as CSL-JSON, for git"),
    "library.checks": Setting(str, "refs/checks.jsonl", "what checks saw, for git or the CI cache"),
    "library.styles": Setting(str, "styles", "the folder of the article's own styles"),
    "format.style": Setting(str, "tw-author-year", "the style of `cite` and `format`"),
    "format.order": Setting(
        str,
        "",
        "the order of the languages, and of Chinese: 'japanese, chinese, western, zhuyin'",
        ("chinese-first", "western-first", "mixed", "parts in their order, with strokes, zhuyin or pinyin"),
        _ORDER_WORDS,
    ),
    "format.headings": Setting(bool, False, "print 中文部分／西文部分 above the two parts"),
    "format.options": Setting(dict, {}, "options of styles, a table for each: [format.options.NAME]"),
    "format.short-names": Setting(
        Mapping, {}, 'short names of institutions, [format.short-names] "美國在台協會" = "AIT"'
    ),
    "format.show-accessed": Setting(
        str,
        "style",
        "retrieval dates in the list: never, as the style has it, or always",
        ("never", "style", "always"),
    ),
    "format.show-archived": Setting(
        str,
        "dead",
        "snapshots in place of addresses: never, of pages that are gone (dead), or always",
        ("never", "dead", "always"),
    ),
    "export.keys": Setting(str, "", "citation keys in exported files by a pattern: '[auth:lower][year]'"),
    "export.key-script": Setting(
        str, "ascii", "the letters of these keys: pinyin and plain letters, or as written", ("ascii", "written")
    ),
    "export.fields": Setting(str, "", "the fields that are written, all without it"),
    "export.omit": Setting(str, "", "the fields that are not written: 'abstract, keywords, file'"),
    "export.sort": Setting(str, "", "the order: author, year, title, key, type, container, or -year"),
    "links.contact": Setting(str, "", "the e-mail address that servers are told"),
    "links.timeout": Setting(float, 15.0, "seconds for one request"),
    "links.ca-file": Setting(str, "", "certificates that are trusted too, as --ca-file"),
    "links.resolve": Setting(str, "", "where names lead, as --resolve; several with blanks between"),
    # The defaults of `tipcite.net.NetSettings` (a test compares them).
    "links.per-host": Setting(int, 2, "requests that a host gets at once"),
    "links.interval": Setting(float, 0.2, "seconds between the beginnings of two requests to a host"),
    "links.in-flight": Setting(int, 50, "requests at once in all"),
    "links.connect-timeout": Setting(float, 5.0, "seconds until a host is connected to"),
    "links.read-timeout": Setting(float, 8.0, "seconds without a word from it"),
    "links.body-timeout": Setting(float, 4.0, "seconds in which a page is read; what has come by then is looked at"),
    "links.max-body": Setting(int, 262_144, "decoded bytes that are read of a text"),
    "links.max-read": Setting(int, 1_000_000, "bytes that are read of anything else"),
    "links.max-redirects": Setting(int, 12, "redirects that are followed"),
    "links.retry-delays": Setting(str, "1.6 3", "seconds before each new attempt when a host fails; 0 for none"),
    "links.retry-after-cap": Setting(float, 10.0, "seconds that a host is waited for that asks for a pause"),
    "links.complaints": Setting(int, 6, "answers 429 in a row after which a host is put off to a later run"),
    "links.offline-share": Setting(float, 0.5, "a run that can't reach a larger share of its hosts counts nothing"),
    # The defaults of `tipcite.store.StateRules` (a test compares them): loading that takes longer than a list.
    "links.dead-after": Setting(int, 3, "counted failures that make a link dead"),
    "links.gap-hours": Setting(float, 72.0, "a failure counts only so long after the last one that counted"),
    "links.dead-days": Setting(float, 6.0, "days from the first to the last counted failure, at least"),
    "links.hard-after": Setting(int, 2, "counted failures that make a link dead on 404, 410 and unknown names"),
    "links.hard-gap-hours": Setting(float, 72.0, "the gap between these"),
    "links.transient-days": Setting(float, 14.0, "days that failures of the moment must last before they count"),
    "links.ok-days": Setting(float, 90.0, "a link that was seen so lately stays ok when it is refused"),
    "links.alive-days": Setting(float, 7.0, "days until a link that is ok is asked again"),
    "links.suspect-days": Setting(float, 3.0, "days until a suspect link is asked again"),
    "links.blocked-days": Setting(float, 14.0, "days until a link that was refused is asked again"),
    "links.buried-days": Setting(float, 30.0, "days until a dead link is asked again"),
    "links.slack-hours": Setting(float, 6.0, "a link that is due so soon is asked now"),
    "links.keep-months": Setting(int, 12, "older checks are thinned to one a month and verdict"),
    "links.archive-interval": Setting(float, 1.0, "seconds between requests to the Wayback Machine"),
    "links.save-interval": Setting(float, 15.0, "seconds between pages that it is asked to save"),
    "links.save-interval-keys": Setting(float, 5.0, "the same with keys of archive.org in the environment"),
    "links.save-poll": Setting(float, 5.0, "seconds between questions whether a page is saved"),
    "links.save-patience": Setting(float, 120.0, "seconds that saving one page may take"),
    "links.waivers": Setting(list, (), "faults that are put up with: tables [[links.waivers]]"),
    "institutions": Setting(
        Institutions, {}, 'bodies behind hosts, [institutions] "example.org" = { chinese = "…", english = "…" }'
    ),
    "sources.doi_handles": Setting(str, "https://doi.org/api/handles/", "the handle service"),
    "sources.doi_resolver": Setting(str, "https://doi.org/", "content negotiation"),
    "sources.doi_ra": Setting(str, "", "the service that names a DOI's agency; ra/ below the resolver without it"),
    "sources.crossref": Setting(str, "https://api.crossref.org/", "Crossref's REST service"),
    "sources.datacite": Setting(str, "https://api.datacite.org/", "DataCite's REST service"),
    "sources.open_library": Setting(str, "https://openlibrary.org/", "Open Library, for books"),
    "sources.google_books": Setting(str, "https://www.googleapis.com/books/v1/", "Google Books"),
    "sources.pubmed": Setting(str, "https://eutils.ncbi.nlm.nih.gov/entrez/eutils/", "PubMed's E-utilities"),
    "sources.pmc_ids": Setting(
        str, "https://pmc.ncbi.nlm.nih.gov/tools/idconv/api/v1/articles/", "what turns PMCIDs into PMIDs"
    ),
    "sources.arxiv": Setting(str, "https://export.arxiv.org/api/", "arXiv's Atom service"),
    "sources.handles": Setting(str, "https://hdl.handle.net/", "the resolver of handles that are no DOIs"),
    "sources.arxiv_interval": Setting(float, 3.0, "seconds between requests to arXiv, as it asks for"),
    "sources.pubmed_interval": Setting(float, 0.34, "seconds between requests to PubMed, as it asks for"),
    "sources.wayback": Setting(str, "https://web.archive.org/", "the Wayback Machine"),
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

    def options(self, style: str) -> Mapping[str, str]:
        """Return the options that `[format.options.STYLE]` chooses."""
        tables = self.values["format.options"]
        assert isinstance(tables, dict)
        chosen: Mapping[str, str] = tables.get(style, {})
        return chosen

    @property
    def short_names(self) -> Mapping[str, str]:
        """The short names of institutions, by their full names."""
        names = self.values["format.short-names"]
        assert isinstance(names, Mapping)
        return names

    def sites(self) -> Mapping[str, Site]:
        """Return the sites that `[institutions]` names, by host."""
        from tipcite.formats.webpage import user_site

        table = self.values["institutions"]
        assert isinstance(table, Mapping)
        return {
            host: user_site(
                host,
                chinese=body.get("chinese", ""),
                english=body.get("english", ""),
                type_=body.get("type", ""),
                role=body.get("role", ""),
            )
            for host, body in table.items()
        }

    def state_rules(self) -> StateRules:
        """Return when a link is dead and when it is asked again, every number a setting of its own."""
        from dataclasses import fields

        from tipcite.store import StateRules

        names = [field.name for field in fields(StateRules)]
        chosen: dict[str, Any] = {name: self.values[f"links.{name.replace('_', '-')}"] for name in names}
        return StateRules(**chosen)

    def seconds(self, name: str) -> tuple[float, ...]:
        """Return several numbers of seconds with blanks between them; "0" is none at all.

        Raises:
            UsageError: one is no number above 0.
        """
        text = self.text(name)
        numbers = tuple(_number(part) for part in text.split() if part != "0")
        if None in numbers:
            raise UsageError(f"{name} is {text!r}; it takes numbers above 0 with blanks between them, or 0")
        return tuple(number for number in numbers if number is not None)

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
            found = _read_file(file)
            values |= {**found, **_joined(values, found)}
    for name, setting in SETTINGS.items():
        variable = environment_name(name)
        if environment.get(variable) and setting.kind not in (dict, Mapping, list, Institutions):
            values[name] = _checked(name, environment[variable], where=variable)
    return Settings(folder, values)


def _joined(user: Mapping[str, Any], project: Mapping[str, Any]) -> dict[str, object]:
    """Put tables together: what the article says wins, what the user says of other styles and institutions stays."""
    options, article = user["format.options"], project.get("format.options", {})
    return {
        "format.options": {style: {**options.get(style, {}), **article.get(style, {})} for style in options | article},
        "format.short-names": {**user["format.short-names"], **project.get("format.short-names", {})},
        "institutions": {**user["institutions"], **project.get("institutions", {})},
    }


def environment_name(name: str) -> str:
    """Name the environment variable of a setting: `links.dead-after` is `TIPCITE_LINKS_DEAD_AFTER`."""
    return f"TIPCITE_{name.replace('.', '_').replace('-', '_').upper()}"


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

    text = ""
    try:
        text = file.read_text(encoding="utf-8-sig")
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        reason = str(error)
        raise UsageError(f"{file}: is no TOML: {reason[:1].lower()}{reason[1:]}{_hint(reason, text)}") from None
    except UnicodeDecodeError:
        raise UsageError(f"{file}: is not UTF-8; save it as UTF-8") from None
    found: dict[str, object] = {}
    bodies = tables.pop("institutions", None)
    if bodies is not None:
        found["institutions"] = _checked("institutions", bodies, where=str(file))
        _check_institutions(bodies, where=str(file))
    for table, content in tables.items():
        for key, value in content.items() if isinstance(content, dict) else [("", content)]:
            found[f"{table}.{key}"] = _checked(f"{table}.{key}", value, where=str(file))
    return found


def _check_institutions(bodies: Mapping[str, Mapping[str, str]], *, where: str) -> None:
    """Raise `UsageError` for a host, a key, a role or a type that can't be."""
    from tipcite.model import ITEM_TYPES

    allowed = {"role": ("author", "publisher", "container"), "type": ITEM_TYPES}
    for host, body in bodies.items():
        place = f"{where}: institutions.{_key(host)}"
        if not re.fullmatch(r"[\w-]+(?:\.[\w-]+)+(?:/[^\s?#]+)?", host):
            raise UsageError(f'{place} is no host; write "example.org", or "example.org/path" for a part of it')
        for key, text in body.items():
            if key not in ("chinese", "english", *allowed):
                raise UsageError(f"{place} has no {key!r}; it takes chinese, english, role and type")
            if text not in allowed.get(key, (text,)):
                known = ", ".join(sorted(allowed[key]))
                raise UsageError(f"{place}.{key} is {text!r}; it takes {known}")
        if not body.get("chinese") and not body.get("english"):
            raise UsageError(f"{place} has no name; give chinese, english, or both")


def _hint(reason: str, text: str) -> str:
    """Say how to write the line that TOML's reader does not understand, where it is plain what was meant."""
    place = re.search(r"at line (\d+)", reason)
    line = text.splitlines()[int(place[1]) - 1] if place else ""
    key, _, value = line.partition("=")
    if value.strip()[:1] in _QUOTES or key.strip()[:1] in _QUOTES:
        return """; TOML's quotation marks are straight: \""""
    if value and not key.isascii() and key.strip()[:1] not in ('"', "'"):
        return f'; put the name in quotation marks: "{key.strip()}" = …'
    return ""


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
    if converted is None or not _is_choice(setting, converted):
        wanted = " or ".join(setting.choices) or _WANTED[setting.kind]
        wanted = "the name of a file" if name.startswith("library.") else wanted
        entry = _at_fault(name, value, *_TABLES[setting.kind]) if setting.kind in _TABLES else None
        place, found = entry or (name, value)
        raise UsageError(f"{where}: {place} is {found!r}; it takes {wanted}")
    return converted


def _is_choice(setting: Setting, value: object) -> bool:
    if setting.words:
        return {word.strip().lower() for word in re.split("[,，、]", str(value))} <= setting.words | {""}
    return not setting.choices or value in setting.choices


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


def _whole_number(value: object) -> int | None:
    number = _number(value)
    return int(number) if number is not None and number == int(number) else None


def _tables(value: object) -> list[object] | None:
    return value if isinstance(value, list) and all(isinstance(table, dict) for table in value) else None


def _file_name(text: str) -> str | None:
    return text if text.strip() and "\0" not in text else None


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _at_fault(name: str, value: object, depth: int, accepts: Callable[[object], bool]) -> tuple[str, object] | None:
    """Return the first entry of a table, as deep as that, which is not accepted, with its full name."""
    if depth == 0:
        return None if accepts(value) else (name, value)
    if not isinstance(value, dict):
        return name, value
    faults = (_at_fault(f"{name}.{_key(key)}", entry, depth - 1, accepts) for key, entry in value.items())
    return next(filter(None, faults), None)


def _key(key: str) -> str:
    """Write a key as TOML does."""
    return key if re.fullmatch("[A-Za-z0-9_-]+", key) else f'"{key}"'


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_one_line(value: object) -> bool:
    return isinstance(value, str) and len(value.split("\n")) == 1 and bool(value.strip())


def _style_options(value: object) -> object:
    return None if _at_fault("", value, *_TABLES[dict]) else value


def _institutions(value: object) -> object:
    return None if _at_fault("", value, *_TABLES[Institutions]) else value


def _short_names(value: Any) -> Mapping[str, str] | None:
    if _at_fault("", value, *_TABLES[Mapping]):
        return None
    return {name.strip(): short.strip() for name, short in value.items()}


_TABLES: Final[dict[type, tuple[int, Callable[[object], bool]]]] = {
    dict: (2, _is_text), Mapping: (1, _is_one_line), Institutions: (2, _is_one_line),
}  # fmt: skip
"""How deep a table is, and what its entries are."""
_WANTED: Final[dict[type, str]] = {
    Institutions: 'lines under [institutions], "HOST" = { chinese = "NAME", english = "NAME" }',
    bool: "true or false",
    float: "a number above 0",
    int: "a whole number above 0",
    list: "tables, each under [[links.waivers]]",
    str: "text",
    Mapping: 'a short name in each line of [format.short-names], "NAME" = "SHORT NAME"',
    dict: 'a table for each style, [format.options.STYLE], of lines NAME = "VALUE"',
}
_CONVERTERS: Final[dict[type, Callable[[Any], object]]] = {
    bool: _flag, float: _number, int: _whole_number, str: _text, dict: _style_options, Mapping: _short_names,
    list: _tables, Institutions: _institutions,
}  # fmt: skip
