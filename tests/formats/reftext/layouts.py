"""Reference lists in the shapes in which they are pasted: made from entries and layouts, so that the truth is known."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence

from made_entries import BASES, NOTES_EN, NOTES_ZH, PAIRS, PROSE_EN, PROSE_ZH

from tipcite.formats.reftext.lines import width

_NOT_FIRST = "，。、；：！？）】〉》」』”’)],.;:!?"
_NOT_LAST = "（【〈《「『“‘(["


def is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF"


def atoms(text: str) -> list[str]:
    """Cut a text where it may be wrapped: at blanks, between Han characters, behind hyphens, in long addresses."""
    pieces: list[str] = []
    for word in re.findall(r"\s+|[^\s]+", text):
        if word.isspace():
            pieces.append(word)
            continue
        run = ""
        for char in word:
            if is_wide(char):
                if run:
                    pieces.append(run)
                pieces.append(char)
                run = ""
            else:
                run += char
        if run:
            pieces.append(run)
    cut: list[str] = []
    for piece in pieces:
        if "//" in piece and len(piece) > 24:
            cut += re.findall(r"[^/-]*[/-]+|[^/-]+", piece)
        elif re.search(r"[a-z]-[a-z]", piece):
            cut += re.findall(r"[^-]+-?", piece)
        else:
            cut.append(piece)
    return cut


def wrap(text: str, column: int, first: str = "", later: str = "") -> list[str]:
    """Wrap a text at a column as a word processor does, with the indents of its first and of its later lines."""
    lines: list[str] = []
    line, used = first, width(first)
    for piece in atoms(text):
        wide = width(piece)
        fits = used + wide <= column or piece[0] in _NOT_FIRST
        if not fits and line.strip() and not piece.isspace():
            carried = ""
            while line and line[-1] in _NOT_LAST:
                carried, line = line[-1] + carried, line[:-1]
            lines.append(line.rstrip())
            line, used = later + carried + piece, width(later + carried) + wide
        elif not (piece.isspace() and (not line.strip() or used >= column)):
            line += piece
            used += wide
        elif piece.isspace() and used >= column:
            line += piece
    lines.append(line.rstrip())
    return [one for one in lines if one.strip()]


Layout = Callable[[Sequence[str]], str]


def wrapped(column: int, *, first: str = "", later: str = "", between: str = "\n", inner: str = "\n") -> Layout:
    return lambda entries: between.join(inner.join(wrap(entry, column, first, later)) for entry in entries)


def numbered(form: Callable[[int], str], column: int = 0, later: str = "") -> Layout:
    def lay_out(entries: Sequence[str]) -> str:
        shown = [form(number) + entry for number, entry in enumerate(entries, start=1)]
        return "\n".join("\n".join(wrap(one, column, "", later)) if column else one for one in shown)

    return lay_out


def paged(column: int, every: int, page: Callable[[int], Sequence[str]]) -> Layout:
    """Wrapped without indents, a page's foot and head after every so many lines."""

    def lay_out(entries: Sequence[str]) -> str:
        lines: list[str] = []
        for number, line in enumerate(line for entry in entries for line in wrap(entry, column)):
            if number and number % every == 0:
                lines += page(number // every)
            lines.append(line)
        return "\n".join(lines)

    return lay_out


_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"

LAYOUTS: dict[str, Layout] = {
    "one line each": "\n".join,
    "blank line between": "\n\n".join,
    **{f"wrapped at {column}": wrapped(column) for column in (40, 60, 72, 84, 100)},
    "hanging": wrapped(76, later="    "),
    "hanging wide": wrapped(90, later="\u3000\u3000"),
    "first line indented": wrapped(76, first="    "),
    "first line indented wide": wrapped(72, first="\u3000\u3000"),
    "wrapped, blank lines between": wrapped(78, between="\n\n"),
    "double spaced": wrapped(74, between="\n\n", inner="\n\n"),
    "[1]": numbered(lambda number: f"[{number}] ", 78),
    "[1] hanging": numbered(lambda number: f"[{number}] ", 78, "    "),
    "1.": numbered(lambda number: f"{number}. ", 70),
    "(1)": numbered(lambda number: f"({number}) ", 80),
    "①": numbered(lambda number: _CIRCLED[number - 1], 80),
    "［1］": numbered(lambda number: f"［{number}］", 80),
    "１．": numbered(
        lambda number: f"{str(number).translate(str.maketrans('0123456789', '０１２３４５６７８９'))}．", 80
    ),
    "1、": numbered(lambda number: f"{number}、", 66),
    "footnotes": numbered(lambda number: f"{number} ", 82),
    "number above": numbered(lambda number: f"[{number}]\n"),
    "bare number above": numbered(lambda number: f"{number}\n"),
    "bullets": numbered(lambda _: "• ", 76, "  "),
    "dashes": numbered(lambda _: "- "),
    "two columns": wrapped(44),
    "soft breaks": lambda entries: "\n".join("\x0b".join(wrap(entry, 80)) for entry in entries),
    "crlf": lambda entries: wrapped(76)(entries).replace("\n", "\r\n"),
    "zero width": lambda entries: "\n".join("\u200b" + entry[:9] + "\ufeff" + entry[9:] for entry in entries),
    "tabs": lambda entries: "\n".join("\t" + entry for entry in entries),
    "markdown": lambda entries: "\n".join("- " + re.sub(r"《([^》]+)》", r"*《\1》*", entry) for entry in entries),
    "html": lambda entries: (
        "<ol>\n" + "\n".join(f"<li>{entry.replace('&', '&amp;')}</li>" for entry in entries) + "\n</ol>"
    ),
    "bibitem": lambda entries: (
        "\\begin{thebibliography}{99}\n"
        + "\n".join(
            f"\\bibitem{{k{n}}} " + "\n".join(wrap(e.replace("&", "\\&").replace("_", "\\_"), 72))
            for n, e in enumerate(entries)
        )
        + "\n\\end{thebibliography}\n"
    ),
    "pages of digits": paged(76, 9, lambda page: [str(page + 211)]),
    "pages between blanks": paged(76, 9, lambda page: ["", f"- {page + 11} -", ""]),
    "dotted pages": paged(76, 11, lambda page: [f"·{page + 87}·"]),
    "wide stops": paged(84, 11, lambda page: [f"．{page + 213}．"]),
    "running headers": paged(
        72, 10, lambda page: [f"{page + 17}  HALLORAN AND OKONJO" if page % 2 else f"DEBT AT SEA  {page + 17}"]
    ),
    "journal headers": paged(72, 10, lambda page: ["海洋政策學報　第28卷第1期", str(page + 30)]),
    "page of": paged(72, 12, lambda page: [f"{page} of 6"]),
    "headed": lambda entries: "參考文獻\n" + wrapped(76)(entries),
}


def hyphenated(entries: Sequence[str], column: int) -> str:
    """Wrap and divide long words at the lines' ends, as print does."""
    lines: list[str] = []
    for entry in entries:
        line = ""
        for word in entry.split(" "):
            room = column - len(line) - 1
            if line and len(word) > room:
                if len(word) > 9 and word.isalpha() and word.islower() and room > 5:
                    lines.append(f"{line} {word[:4]}-")
                    line = word[4:]
                    continue
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}" if line else word
        lines.append(line)
    return "\n".join(lines)


def bare(text: str) -> str:
    return "".join(text.split()).replace("\u200b", "").replace("\ufeff", "")


# What is more than a layout: (name, base, text, entries)

Case = tuple[str, str, str, list[str]]


def ragged(entries: Sequence[str], column: int) -> str:
    """Wrap by the width of letters in print: characters a line vary."""
    thin, thick = set("iljt.,:;'()[]f|!I1 "), set("mwMWABCDGHKNOQRU–@")

    def wide(text: str) -> float:
        return sum(2 if is_wide(char) else 0.6 if char in thin else 1.45 if char in thick else 1 for char in text)

    lines: list[str] = []
    for entry in entries:
        line = ""
        for piece in atoms(entry):
            if (
                line.strip()
                and wide(line) + wide(piece) > column
                and piece[0] not in _NOT_FIRST
                and not piece.isspace()
            ):
                lines.append(line.rstrip())
                line = piece
            elif line or not piece.isspace():
                line += piece
        lines.append(line.rstrip())
    return "\n".join(lines)


def is_chinese(base: str) -> bool:
    return base in ("zh-apa", "zh-note", "gb", "mixed")


def joined(lines: Iterable[str]) -> str:
    return "\n".join(lines)


def wrapping_cases() -> Iterator[Case]:
    for base, entries in BASES.items():
        for column in (60, 80):
            yield "print width", base, ragged(entries, column), entries
        yield "unsorted", base, wrapped(80)(entries[::-1]), entries[::-1]
        open_ended = [entry.rstrip("。.") for entry in entries]
        yield "no final stop", base, wrapped(80)(open_ended), open_ended
        yield "no final stop, one line", base, joined(open_ended), open_ended
        for part in entries[:3]:
            yield "one entry over three lines", base, joined(wrap(part, max(30, width(part) // 3 + 8))), [part]
        for number in (2, 3, 5):
            few = entries[4 : 4 + number]
            for column in (56, 80):
                yield f"only {number} entries", base, wrapped(column)(few), few
        soft = (entry.replace("，", "，\x0b", 1).replace(". ", ".\x0b", 1) for entry in entries)
        yield "soft breaks, ragged", base, joined(soft), entries
    for base in ("apa", "chicago"):
        entries = BASES[base]
        yield "two columns hyphenated", base, hyphenated(entries, 46), entries
        again = [*entries[:4], "———. (2010). The second book of an author. Northgate.", *entries[4:]]
        yield "repeated author", base, wrapped(78)(again), again
    laws = ["人口販運防制法（2016年5月25日修正）。", "司法院釋字第 631 號解釋（2007）。", *BASES["zh-apa"]]
    yield "laws first", "zh-apa", joined(laws), laws
    yield "laws first, wrapped", "zh-apa", wrapped(70)(laws), laws


def numbered_cases() -> Iterator[Case]:
    raised = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
    for base, entries in BASES.items():
        counted = list(enumerate(entries, 1))
        yield (
            "aligned numbers",
            base,
            joined(joined(wrap(f"{n:>2}. {one}", 78, "", "    ")) for n, one in counted),
            entries,
        )
        yield "numbers in two columns", base, joined(joined(wrap(f"[{n}] {one}", 42)) for n, one in counted), entries
        shown = [*(f"[{n}] {one}" for n, one in counted[:-1]), entries[-1]]
        yield "unnumbered behind numbered", base, joined(shown), entries
        yield "unnumbered behind numbered, wrapped", base, wrapped(76)(shown), entries
        yield "numbers above wrapped", base, joined(f"{n}.\n{wrapped(70)([one])}" for n, one in counted), entries
        yield "bare numbers above wrapped", base, joined(f"{n}\n{wrapped(70)([one])}" for n, one in counted), entries
        yield "glued bare numbers", base, wrapped(70)([f"{n}{one}" for n, one in counted]), entries
        yield "raised numbers", base, wrapped(70)([f"{str(n).translate(raised)} {one}" for n, one in counted]), entries
    gb = BASES["gb"]
    yield "run together with numbers", "gb", " ".join(f"[{n}] {one}" for n, one in enumerate(gb, 1)), gb


def headed_cases() -> Iterator[Case]:
    for base, entries in BASES.items():
        heads = ["一、專書", "二、期刊論文", "三、網路資源"]
        if not is_chinese(base):
            heads = ["Primary sources", "Books and articles", "Internet"]
        third = len(entries) // 3 + 1
        parts = [(head, entries[n * third : (n + 1) * third]) for n, head in enumerate(heads)]
        yield "headed parts", base, joined(f"{head}\n{wrapped(76)(part)}" for head, part in parts), entries
        counted = numbered(lambda number: f"{number}. ", 76)
        yield "numbered in parts", base, joined(f"{head}\n{counted(part)}" for head, part in parts), entries
    for base in ("apa", "chicago"):
        entries = BASES[base]
        letters = ["", *(entry[0] for entry in entries)]
        lines = (
            (f"{entry[0]}\n" if entry[0] != letters[n] else "") + wrapped(78)([entry])
            for n, entry in enumerate(entries)
        )
        yield "letters", base, joined(lines), entries
    zh = BASES["zh-apa"]
    strokes = (f"{'二四五六七八九十'[n % 8]}畫\n" * (n % 3 == 0) + entry for n, entry in enumerate(zh))
    yield "strokes", "zh-apa", joined(strokes), zh


def aside_cases() -> Iterator[Case]:
    for base, entries in BASES.items():
        prose, head = (PROSE_ZH, "參考文獻") if is_chinese(base) else (PROSE_EN, "References")
        lines, few = wrapped(78)(entries), joined(wrap(prose, 78))
        yield "prose before", base, f"{prose}\n\n{head}\n{lines}", entries
        yield "wrapped prose before", base, f"{few}\n{head}\n{lines}", entries
        yield "prose without heading", base, f"{few}\n{lines}", entries
        yield "prose without heading, blank line", base, f"{prose}\n\n{joined(entries)}", entries
        yield "prose behind", base, f"{joined(entries)}\n\n{prose}", entries
        yield "wrapped prose behind", base, f"{lines}\n\n{few}", entries
        for note in NOTES_ZH if is_chinese(base) else NOTES_EN:
            yield "notes behind", base, f"{lines}\n\n{note}", entries
            yield "notes behind at once", base, f"{lines}\n{note}", entries
            yield "notes behind one-line entries", base, joined([*entries, note]), entries


def every(lines: Iterable[str], number: int, page: Callable[[int], Sequence[str]]) -> str:
    """Put a page's end behind every so many lines."""
    made: list[str] = []
    for n, line in enumerate(lines):
        made += [line, *page(n)] if n % number == number - 1 else [line]
    return joined(made)


def page_cases() -> Iterator[Case]:
    for base, entries in BASES.items():
        counted = list(enumerate(entries))
        glued = (entry + (f" {18 + n} HALLORAN AND OKONJO" if n % 5 == 4 else "") for n, entry in counted)
        yield "glued header", base, joined(glued), entries
        yield "glued number", base, joined(e + (f" ·{88 + n}·" if n % 5 == 4 else "") for n, e in counted), entries
        lines = wrapped(76, later="    ")(entries).split("\n")
        yield "hanging over pages", base, every(lines, 9, lambda n: [f"{n // 9 + 40}"]), entries
        journal, title = ("海洋政策學報第28卷第1期", "人口販運防制之研究")
        if not is_chinese(base):
            journal, title = "Journal of Border Economies 14(2)", "Shelters and Suspicion"
        with_glued = [entry + (f" {journal}" if n == 7 else "") for n, entry in counted]
        pages = every(with_glued, 4, lambda n, journal=journal: [journal, str(n)])
        yield "header glued elsewhere", base, pages, entries
        lines = wrapped(74)(entries).split("\n")
        in_turn = every(
            lines, 8, lambda n, title=title: [title, str(n // 8 + 50)] if n % 16 == 7 else [str(n // 8 + 50), title]
        )
        yield "title and page in turn", base, in_turn, entries
        yield "header and blank lines", base, every(lines, 8, lambda _, title=title: ["", title, ""]), entries
        lines = wrapped(74, between="\n\n")(entries).split("\n")
        yield "pages in blank-separated", base, every(lines, 11, lambda n: ["", str(n // 11 + 30), ""]), entries


def run_cases() -> Iterator[Case]:
    yield "run together", "apa", " ".join(BASES["apa"]), BASES["apa"]
    for base in ("zh-apa", "zh-note"):
        yield "run together", base, "".join(BASES[base]), BASES[base]
    bare_ends = [entry.rstrip("。") for entry in BASES["zh-apa"] if "http" not in entry]
    parted = [*(f"{entry}；" for entry in bare_ends[:-1]), bare_ends[-1]]
    yield "run together with ;", "zh-apa", "".join(parted), parted


def pair_cases() -> Iterator[Case]:
    for opener, closer in ("【】", "[]", "()"):
        pairs = [(one, f"{opener}{other}{closer}") for one, other in PAIRS]
        whole = [f"{one} {other}" for one, other in pairs]
        yield "pairs on the same line", opener, joined(whole), whole
        yield "pairs on the next line", opener, joined(f"{one}\n{other}" for one, other in pairs), whole
        yield "pairs wrapped", opener, joined(joined([*wrap(one, 50), *wrap(other, 50)]) for one, other in pairs), whole
        yield "pairs in a block", opener, joined([*(one for one, _ in pairs), *(other for _, other in pairs)]), whole
        yield "pairs between blank lines", opener, "\n\n".join(f"{one}\n{other}" for one, other in pairs), whole


def special_cases() -> Iterator[Case]:
    """Yield what is more than a layout, kind by kind."""
    for kind in (wrapping_cases, numbered_cases, headed_cases, aside_cases, page_cases, run_cases, pair_cases):
        yield from kind()


def layout_cases() -> Iterator[Case]:
    """Yield every layout of every style's entries."""
    for base, entries in BASES.items():
        for name, layout in LAYOUTS.items():
            yield name, base, layout(entries), entries
        if not is_chinese(base):
            yield "hyphenated", base, hyphenated(entries, 70), entries
