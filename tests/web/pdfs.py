"""Small PDFs, written by hand: pages of lines in sizes, with information, encrypted, damaged or scanned."""

from __future__ import annotations

import io


def pdf(*pages: list[tuple[float, str]], xmp: str = "", **told: str) -> bytes:
    """Write a PDF of pages of lines, each with its size; `told` is the document's information (`Title="…"`)."""
    packet = f" /Metadata {4 + 2 * len(pages)} 0 R" if xmp else ""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R{packet} >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        stream = _stream(lines)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    if xmp:
        objects.append(f"<< /Type /Metadata /Subtype /XML /Length {len(xmp)} >>\nstream\n{xmp}\nendstream")
    objects.append("<< " + " ".join(f"/{name} {_string(text)}" for name, text in told.items()) + " >>")
    return _file(objects)


def _stream(lines: list[tuple[float, str]]) -> str:
    out, height = [], 740.0
    for size, text in lines:
        said = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        out.append(f"BT /F1 {size} Tf 1 0 0 1 72 {height:.1f} Tm ({said}) Tj ET")
        height -= size * 1.4
    return "\n".join(out)


def _string(text: str) -> str:
    """Write a text string as UTF-16 with its mark (ISO 32000-1, 7.9.2.2)."""
    return f"<{(chr(0xFEFF) + text).encode('utf-16-be').hex()}>"


def _file(objects: list[str]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    count = len(objects) + 1
    return out + (
        f"xref\n0 {count}\n0000000000 65535 f \n{table}"
        f"trailer << /Size {count} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    ).encode("latin-1")


def locked(data: bytes, password: str) -> bytes:
    """Encrypt a PDF so that it asks for a password, or for none ("")."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


BODY = [(10.0, "The present text follows a number of cases over a decade and describes them.")] * 20
ARTICLE = pdf(
    [(9, "Journal of Sea Law 9 (2020) 63-78"), (9, "https://doi.org/10.1080/23322705.2020.1841985"),
     (20, "LGBTQ+ Homeless Young Adults and"), (20, "Sex Trafficking Vulnerability"),
     (11, "Jane Doe and John Roe"), *BODY,
     (8, "1 Other, A. and Another, B. A longer work that is cited in a note. https://doi.org/10.5555/cited.1")],
    [(9, "https://doi.org/10.1080/23322705.2020.1841985"), *BODY, (12, "References"), (9, "https://doi.org/10.5555/cited.2")],
    Title="Microsoft Word - final_v3.docx", Author="Typist",
)  # fmt: skip
REPORT = pdf(
    [(22, "Fleets of Tomorrow"), (12, "A report by Jane Doe"), (10, "Published: 3 May 2023"), *BODY,
     (8, "2 See Other, A. and Another, B. A work that this report cites. https://doi.org/10.5555/cited.1")],
    Title="Fleets of Tomorrow", Author="Jane Doe", CreationDate="D:20230420120000+08'00'",
)  # fmt: skip
PREPRINT = pdf(
    [(20, "Counting Boats from Space"), (10, "arXiv:2101.99999v2 [cs.CV] 3 Feb 2021"), *BODY], Title="", Author=""
)
CHINESE = pdf([(10, "x")], Title="人口販運問題報告", Author="王小明", CreationDate="D:20210702000000Z")
SCAN = pdf([], Title="scan0001.pdf", Author="")
