"""Make docs/formats.md from the registry and from `tipcite.formats.losses`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tipcite.formats.key_markers import MARKERS
from tipcite.formats.key_modifiers import MODIFIERS
from tipcite.formats.losses import LOSSES
from tipcite.formats.registry import ALIASES, FORMATS
from tipcite.model import DATE_VARIABLES, NAME_VARIABLES, NUMBER_VARIABLES, TEXT_VARIABLES

_HEAD: Final = """# File formats

`tipcite import`, `convert`, `parse` and `check` see from its content what format a file is in; `--from` (`--format`)
names it, `--to` of `convert` and `export` names what is written. This page is made from the program (`make docs`).
"""
_READING: Final = """
## What every reader does

- Encodings are seen too: UTF-8 with or without a mark, UTF-16, Big5, GBK, and the rest. Line ends may be of any system.
- Every byte is a reference, a comment (a database's own lines above its records) or a problem with line and column.
  A reference that is broken is reported with its text; the others are imported.
- A field that CSL has no variable for is kept as it is in `custom`, under the name of the format (`custom.ris.AD`), and
  the writer of that format puts it back.
- Chinese names in one piece (`張三`) are split where they surely are a person's; institutions stay whole, and so does a
  name that ends with a comma. `;`, `；`, `、` and `||` between names are reported and split. `王寬弘(Kuan-Hung Wang)`
  is a name with its romanised variant.
- Lines of a database's own above the first reference (Web of Science, Scopus, CNKI …) are passed over with a note.
- A file that breaks off, or is broken in the middle, loses only what is broken: the rest is imported, the broken
  text is reported with its line, and `import --failed FILE` keeps it. JSON, XML and RDF are no exception.
- Of a Word document the citations of Zotero, Mendeley and EndNote are read with all their fields, each work once;
  where there are none, the list behind 參考文獻, References and the like is read as text. Its places are numbers of
  paragraphs.
- CNKI and Wanfang: BibTeX, RIS, RefWorks, EndNote (also several authors on one line), NoteExpress and E-Study's text;
  English titles and names beside the Chinese ones become variants. 民國 years are read everywhere.
- XML that declares entities is refused, and nothing is ever fetched; YAML makes plain data only.
"""
_CHOICES: Final = (
    ("`--keys PATTERN`", ("keys by JabRef's patterns (`[auth:lower][year]_[shorttitle]`) or Better BibTeX's formulas"
     " (`auth.lower + year`); the same key twice gets a letter")),
    ("`--key-script written`", ("Chinese and accents in keys as they are; else `ascii`: pinyin with the readings of"
     " surnames, plain letters")),
    ("`--fields`, `--omit`",
    ("fields by CSL's or BibTeX's names; `--omit tipcite` leaves out the field for what a format"
     " can't say")),
    ("`--sort`", "`author`, `year`, `title`, `key`, `type`, `container`, several with commas, `-year` in reverse"),
    ("`--ascii`", "accents in .bib as LaTeX commands"),
    ("`--to text`, `html`, `markdown`, `latex`, `rtf`, `typst`, `docx`", ("a reference list in the article's style, as"
     " `format` makes it")),
)  # fmt: skip
_KEYS: Final = """
## What is written

`export` and `convert` write all of an item, or what is chosen (each is a setting under `[export]`, too):

%(choices)s
Without `--to` the ending of the output tells the format. BibTeX has `year` and `month = may`, `journal`, `address`;
BibLaTeX `date`, `journaltitle`, `location`, `langid`. Capitals of names and abbreviations in titles are in braces.

Markers: %(markers)s; with numbers `auth3`, `auth3_2`, `authors2`, `authIni4`, `keyword2`, `shorttitle2`; and every
field by its name. Modifiers: %(modifiers)s.
"""
_WRITING: Final = """
## What each format can't say

Reading back what tipcite wrote gives the same items, whatever the format: what the format has no words for stands as
CSL-JSON in a field of its own, which other programs pass over. Only `provenance` is left out of all but CSL-JSON and
CSL-YAML: where an item came from is the library's own record. The table says what other programs get: ● all of it,
◐ in works of some types, – nothing. What all formats say is left out of it.
"""
_OWN: Final = {
    "biblatex": "the field `tipcite`", "bibtex": "the field `tipcite`", "ris": "`U5`", "enw": "`%4`",
    "endnote-xml": "`<custom7>`", "mods": "`<extension>`", "cff": "an identifier of the type `other`",
    "csl-json": "", "csl-yaml": "",
}  # fmt: skip


def formats_page() -> str:
    """Make the page."""
    return "".join([_HEAD, "\n", *_formats(), _READING, _keys(), _WRITING, "\n", *_losses()])


def _keys() -> str:
    rows = "".join(f"| {option} | {meaning} |\n" for option, meaning in _CHOICES)
    return _KEYS % {
        "choices": f"| option | |\n|---|---|\n{rows}",
        "markers": ", ".join(f"`{name}`" for name in MARKERS),
        "modifiers": ", ".join(f"`{name}`" for name in MODIFIERS),
    }


def _formats() -> Iterator[str]:
    yield "| name | format | files | read | written | what it has no words for |\n|---|---|---|:-:|:-:|---|\n"
    others = {name: [alias for alias, meant in ALIASES.items() if meant == name] for name in FORMATS}
    for name, one in FORMATS.items():
        names = ", ".join(f"`{each}`" for each in (name, *others[name]))
        files = ", ".join(f"`.{extension}`" for extension in one.extensions)
        own = _OWN.get(name, "") or ("" if one.write is None else "nothing")
        marks = ("●" if one.is_read else "", "●" if one.write else "")
        yield f"| {names} | {one.title} | {files} | {marks[0]} | {marks[1]} | {own} |\n"


def _losses() -> Iterator[str]:
    rows = sorted({part for loss in LOSSES.values() for part in loss.some | loss.never}, key=_order)
    yield "| | " + " | ".join(LOSSES) + " |\n|---|" + ":-:|" * len(LOSSES) + "\n"
    for part in rows:
        marks = ("–" if part in loss.never else "◐" if part in loss.some else "●" for loss in LOSSES.values())
        name = f"`{part}`" if _is_variable(part) else part
        yield f"| {name} | " + " | ".join(marks) + " |\n"


def _is_variable(part: str) -> bool:
    return part == "type" or part in TEXT_VARIABLES | NUMBER_VARIABLES | NAME_VARIABLES | DATE_VARIABLES


def _order(part: str) -> tuple[bool, str]:
    return not _is_variable(part), part.lower()
