"""Files of every kind, made byte by byte, so that a test says exactly what is in them."""

import zlib
from collections.abc import Callable, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document

FONTS = b"<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >>"

type_of_pages = Sequence[bytes]
MakePdf = Callable[..., bytes]
MakeZip = Callable[..., bytes]


def pdf_of(
    pages: type_of_pages, *, compressed: bool = True, extra: Sequence[bytes] = (), trailer: bytes = b""
) -> bytes:
    """Return a PDF whose pages have these content streams; `extra` are further objects, from number 4 + 2 a page."""
    first = 4
    kids = b" ".join(b"%d 0 R" % (first + 2 * n) for n in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(pages), kids),
        FONTS,
    ]
    for number, content in enumerate(pages):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font 3 0 R /XObject << /X1 %d 0 R >> >> >>"
            % (first + 2 * number + 1, first + 2 * len(pages))
        )
        objects.append(_stream(content, compressed=compressed))
    return _assembled([*objects, *extra], trailer)


def _stream(content: bytes, *, compressed: bool) -> bytes:
    packed = zlib.compress(content) if compressed else content
    coding = b" /Filter /FlateDecode" if compressed else b""
    return b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(packed), coding, packed)


def _assembled(objects: Sequence[bytes], trailer: bytes) -> bytes:
    out = BytesIO()
    out.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(
        b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, trailer, start)
    )
    return out.getvalue()


def lines_at(lines: Sequence[str], *, size: int = 11, top: int = 780, before: str = "") -> bytes:
    """Return a content stream that shows lines under each other."""
    shown = "\n".join(f"({line}) Tj T*" for line in lines)
    return f"BT /F1 {size} Tf {before} {size + 3} TL 1 0 0 1 50 {top} Tm\n{shown}\nET\n".encode("cp1252")


def docx_of(*paragraphs: tuple[str, str], table: Sequence[Sequence[str]] = ()) -> bytes:
    """Return a Word document with paragraphs given as (style, text), and a table after them."""
    document = Document()
    for style, text in paragraphs:
        document.add_paragraph(text, style=style or None)
    if table:
        grid = document.add_table(rows=len(table), cols=len(table[0]))
        for row, texts in enumerate(table):
            for column, text in enumerate(texts):
                grid.cell(row, column).text = text
    return saved(document)


def saved(document: object) -> bytes:
    out = BytesIO()
    document.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def zip_of(entries: Sequence[tuple[str, bytes]]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return out.getvalue()


def changed_entry(docx: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return a Word document with one of its parts changed."""
    with ZipFile(BytesIO(docx)) as archive:
        entries = [(entry, archive.read(entry)) for entry in archive.namelist()]
    return zip_of([(entry, change(content) if entry == name else content) for entry, content in entries])


class Make:
    """The makers, as one fixture."""

    pdf = staticmethod(pdf_of)
    lines = staticmethod(lines_at)
    docx = staticmethod(docx_of)
    saved = staticmethod(saved)
    zip = staticmethod(zip_of)
    changed = staticmethod(changed_entry)


@pytest.fixture(scope="session")
def make() -> Make:
    return Make()
