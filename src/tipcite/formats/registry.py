"""Which formats are read and written, and how a text tells which one it is in.

Every reader and writer imports its module when it is first called: `import tipcite.formats` stays cheap.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Final, TypeAlias, cast

from tipcite.errors import UnknownFormat
from tipcite.formats.sniff import foreign_format, head_length, known_format, looks_like_bibtex, looks_like_json
from tipcite.model import Item, Problem, Reading, Severity

Reader: TypeAlias = Callable[[str], Reading]
BytesReader: TypeAlias = Callable[[bytes], Reading]
Writer: TypeAlias = Callable[[Sequence[Item]], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One format by the name that `--from` and `--to` take; `read` or `write` is None where it can't be.

    A format that is no text has `read_bytes` instead of `read`.
    """

    name: str
    title: str
    extensions: tuple[str, ...] = ()
    read: Reader | None = None
    write: Writer | None = None
    read_bytes: BytesReader | None = None

    @property
    def is_read(self) -> bool:
        """Tell whether there is a reader."""
        return self.read is not None or self.read_bytes is not None


def _reader(module: str, function: str, name: str = "") -> Reader:
    """Return a reader; with the format's `name`, lines above its beginning are left out of it and noted."""

    def read(text: str) -> Reading:
        reader = cast(Reader, getattr(import_module(f"tipcite.formats.{module}"), function))
        length = head_length(name, text) if name else 0
        return reader(text) if not length else _read_below(reader, text, length)

    return read


def _read_below(read: Reader, text: str, length: int) -> Reading:
    head = text[:length]
    reading = read("\n" * head.count("\n") + " " * (length - head.rfind("\n") - 1) + text[length:])
    said = " ".join(head.split())
    message = f"this is no reference and is not imported: {said[:60]!r}"
    note = Problem(severity=Severity.NOTE, code="comment", message=message, line=1, column=1)
    return replace(reading, problems=(note, *reading.problems))


def _bytes_reader(module: str, function: str) -> BytesReader:
    def read(data: bytes) -> Reading:
        return cast(Reading, getattr(import_module(f"tipcite.formats.{module}"), function)(data))

    return read


def _writer(module: str, function: str) -> Writer:
    def write(items: Sequence[Item]) -> str:
        return cast(str, getattr(import_module(f"tipcite.formats.{module}"), function)(items))

    return write


FORMATS: Final[Mapping[str, Format]] = MappingProxyType(
    {
        format.name: format
        for format in (
            Format(
                name="csl-json",
                title="CSL-JSON",
                extensions=("json", "csljson"),
                read=_reader("csljson", "read_csl_json", "csl-json"),
                write=_writer("csljson", "write_csl_json"),
            ),
            Format(
                name="biblatex",
                title="BibLaTeX",
                extensions=("bib", "biblatex"),
                read=_reader("bibtex", "read_biblatex"),
                write=_writer("bibtex", "write_biblatex"),
            ),
            Format(
                name="bibtex",
                title="BibTeX",
                extensions=("bibtex",),
                read=_reader("bibtex", "read_bibtex"),
                write=_writer("bibtex", "write_bibtex"),
            ),
            Format(
                name="ris",
                title="RIS",
                extensions=("ris",),
                read=_reader("ris", "read_ris"),
                write=_writer("ris", "write_ris"),
            ),
            Format(
                name="endnote-xml",
                title="EndNote XML",
                extensions=("xml",),
                read=_reader("endnote_xml", "read_endnote_xml", "endnote-xml"),
                write=_writer("endnote_xml", "write_endnote_xml"),
            ),
            Format(
                name="enw",
                title="EndNote tagged",
                extensions=("enw", "endnote"),
                read=_reader("enw", "read_enw", "enw"),
                write=_writer("enw", "write_enw"),
            ),
            Format(
                name="csl-yaml",
                title="CSL-YAML",
                extensions=("yaml", "yml"),
                read=_reader("cslyaml", "read_csl_yaml", "csl-yaml"),
                write=_writer("cslyaml", "write_csl_yaml"),
            ),
            Format(
                name="cff",
                title="Citation File Format",
                extensions=("cff",),
                read=_reader("cff", "read_cff", "cff"),
                write=_writer("cff", "write_cff"),
            ),
            Format(
                name="mods",
                title="MODS XML",
                extensions=("mods",),
                read=_reader("mods", "read_mods", "mods"),
                write=_writer("mods", "write_mods"),
            ),
            Format(
                name="nbib",
                title="PubMed nbib",
                extensions=("nbib", "medline"),
                read=_reader("nbib", "read_nbib"),
            ),
            Format(
                name="refworks",
                title="RefWorks tagged",
                read=_reader("refworks", "read_refworks"),
            ),
            Format(
                name="noteexpress",
                title="NoteExpress",
                extensions=("net",),
                read=_reader("noteexpress", "read_noteexpress"),
            ),
            Format(
                name="cnki",
                title="CNKI's text (E-Study)",
                extensions=("eln",),
                read=_reader("cnki", "read_cnki"),
            ),
            Format(
                name="zotero-rdf",
                title="Zotero RDF",
                extensions=("rdf",),
                read=_reader("zotero_rdf", "read_zotero_rdf", "zotero-rdf"),
            ),
            Format(
                name="coins",
                title="HTML with COinS",
                read=_reader("coins", "read_coins", "coins"),
            ),
            Format(
                name="docx",
                title="Word documents",
                extensions=("docx", "docm"),
                read_bytes=_bytes_reader("docx", "read_docx"),
            ),
            Format(
                name="text",
                title="a reference list as text",
                extensions=("txt", "text", "md"),
                read=_reader("reftext", "read_reference_list"),
            ),
        )
    }
)

ALIASES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "bib": "biblatex", "json": "csl-json", "txt": "text", "endnote": "endnote-xml", "yaml": "csl-yaml",
        "pubmed": "nbib", "medline": "nbib", "word": "docx",
    }
)  # fmt: skip


def find_format(name: str) -> Format:
    """Return the format of this name or alias.

    Raises:
        UnknownFormat: there is none; the message lists those that there are.
    """
    wanted = name.lower()
    try:
        return FORMATS[ALIASES.get(wanted, wanted)]
    except KeyError:
        known = ", ".join(FORMATS)
        raise UnknownFormat(f"{name!r} is no format; use one of {known}") from None


def detect_format(text: str, *, filename: str = "") -> str:
    """Name the format of a text by its content, then by the extension of its file.

    Raises:
        UnknownFormat: the text is in a format that can't be read, or nothing tells.
    """
    place = f"{filename}: " if filename else ""
    head = text.lstrip("\ufeff \t\r\n")
    expected = _format_by_extension(filename)
    if not head:
        return _for_empty(place, expected)
    known = known_format(text)
    if known:
        return known
    foreign = foreign_format(head)
    if foreign:
        raise UnknownFormat(_foreign_message(place, expected, foreign))
    if looks_like_json(head):
        return "csl-json"
    if looks_like_bibtex(text, anywhere=expected is not None and expected.name == "biblatex"):
        return "biblatex"
    if expected is None:
        return "text"
    if expected.name == "text":
        return "text"
    raise UnknownFormat(f"{place}there is no entry of {expected.title} in it; if it is a list as text, add --from text")


def _for_empty(place: str, expected: Format | None) -> str:
    if expected is None:
        raise UnknownFormat(f"{place}the text is empty, so nothing tells its format; name one with --from")
    return expected.name


def _foreign_message(place: str, expected: Format | None, foreign: str) -> str:
    if foreign == "HTML":
        what = f"is not {expected.title} but HTML" if expected else "is HTML"
        return f"{place}this {what}: a web page was saved; 'tipcite add' takes pages, or save the export itself"
    what = f"is not {expected.title} but {foreign}" if expected else f"is {foreign}"
    return f"{place}this {what}, which is not supported yet; export RIS, BibTeX or CSL-JSON instead"


def _format_by_extension(filename: str) -> Format | None:
    extension = PurePosixPath(filename).suffix.lstrip(".").lower()
    if not extension:
        return None
    return next((format for format in FORMATS.values() if extension in format.extensions), None)
