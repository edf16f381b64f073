"""The article's folder of styles: which names can stand there, and how one is put in."""

from __future__ import annotations

from pathlib import Path

from tipcite.cli.files import write_output
from tipcite.cli.settings import Settings
from tipcite.errors import TipciteError, UsageError


def place_for(name: str, settings: Settings) -> Path:
    """Return the file of a style of that name in the article's folder.

    Raises:
        UsageError: the name can't be a file's, or is that of one of tipcite's own styles.
    """
    from tipcite.resources import own_styles

    if not name or name[0] in "-." or not name.isprintable() or any(char in '/\\:*?"<>|' for char in name):
        raise UsageError(f"a style can't be called {name!r}; take letters, digits and hyphens")
    if name.endswith(".csl"):
        raise UsageError(f"a style's name has no ending; say {name.removesuffix('.csl')!r}")
    if name in {style.name for style in own_styles()}:
        raise UsageError(f"{name!r} is one of tipcite's own styles; give this one another name")
    return settings.path("library.styles") / f"{name}.csl"


def put_style(xml: bytes, place: Path, *, force: bool) -> None:
    """Write a style into the article's folder, whole or not at all; the same one may be there already.

    Raises:
        TipciteError: another is there and may not be overwritten, or it can't be written.
    """
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        if place.is_file() and place.read_bytes() == xml:
            return
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise TipciteError(f"{str(place)!r} can't be written: {reason}") from None
    write_output(xml, place, force=force)
