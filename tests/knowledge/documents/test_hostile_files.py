"""A hundred files made to make a reader fall: each ends as text or as a sentence, and the server's memory stays."""

import random
import resource
import stat
import time
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile, ZipInfo

import pytest
from pypdf import PdfReader, PdfWriter

from knowledge.documents.reading import read_document
from knowledge.documents.values import Limits, ReadDocument, Unreadable

WORDS = ["Jo leads five people in claims and wants to lead the division.", "She has a plan and a date."]
LIMITS = Limits(cpu_seconds=1, wall_seconds=15)
MOST_GROWTH = 50_000_000
SAID = {"encrypted", "damaged", "too_large", "not_what_it_says", "empty"}
File = tuple[str, bytes]


def hostile_files(make: Any) -> list[File]:
    chance = random.Random(20261122)
    makers = (
        _cut_and_flipped,
        _odd_pdfs,
        _heavy_pdfs,
        _hiding,
        _odd_zips,
        _odd_word,
        _pages_and_texts,
        _other_types,
    )
    return [file for each in makers for file in each(make, chance)]


def _whole_pdf(make: Any) -> bytes:
    return bytes(make.pdf([make.lines(WORDS * 10), make.lines(WORDS)]))


def _whole_docx(make: Any) -> bytes:
    return bytes(make.docx(("Heading 1", "Plan"), ("", WORDS[0]), table=[["a", "b"], ["c", "d"]]))


def _cut_and_flipped(make: Any, chance: random.Random) -> Iterator[File]:
    for name, whole in (("whole.pdf", _whole_pdf(make)), ("whole.docx", _whole_docx(make))):
        for part in range(1, 10):
            yield f"cut-{part}-{name}", whole[: len(whole) * part // 10]
        for number in range(9):
            flipped = bytearray(whole)
            for _ in range(4 + number * 12):
                flipped[chance.randrange(8, len(flipped))] = chance.randrange(256)
            yield f"flipped-{number}-{name}", bytes(flipped)


def _odd_pdfs(make: Any, chance: random.Random) -> Iterator[File]:
    page = make.lines(WORDS)
    whole = make.pdf([page], compressed=False)
    yield "nested-arrays.pdf", make.pdf([b"[" * 100_000 + page])
    yield "nested-dictionaries.pdf", make.pdf([b"<<" * 50_000 + page])
    yield "nested-trailer.pdf", make.pdf([page], trailer=b"/Info " + b"[" * 20_000 + b"]" * 20_000)
    yield "parent-is-child.pdf", whole.replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]")
    yield "claims-a-million-pages.pdf", whole.replace(b"/Count 1", b"/Count 1000000")
    yield "previous-is-itself.pdf", make.pdf([page], trailer=b"/Prev 15")
    yield "no-pages.pdf", make.pdf([])
    yield "length-below-nothing.pdf", whole.replace(b"/Length ", b"/Length -9 /Old ")
    yield "length-beyond-the-end.pdf", whole.replace(b"/Length ", b"/Length 99999999 /Old ")
    yield "font-is-a-number.pdf", whole.replace(b"/Font 3 0 R", b"/Font 12345")
    yield "no-end.pdf", whole.replace(b"%%EOF", b"").replace(b"startxref", b"start")
    yield "wrong-start.pdf", whole[: whole.rindex(b"startxref")] + b"startxref\n7\n%%EOF"
    yield "starts-twice.pdf", whole + whole
    yield (
        "action.pdf",
        whole.replace(
            b"/Type /Catalog", b"/Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert(1)) >>"
        ),
    )
    form = (
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X1 6 0 R >> >> /Length 6 >>\n"
        b"stream\n/X1 Do\nendstream"
    )
    yield "form-in-itself.pdf", make.pdf([b"/X1 Do\n" + page], extra=[form])
    yield (
        "numbers-beyond-measure.pdf",
        make.pdf([b"1e999 0 0 -1e999 9e999 1 cm\n" + b"9" * 5000 + b" Tr\n" + page]),
    )
    yield (
        "operators-without-operands.pdf",
        make.pdf([b"BT Tf Td Tm Tj TJ ' \" rg k cs sc re f Do Tr q Q Q Q ET\n" + page]),
    )
    yield "noise-after-its-head.pdf", b"%PDF-1.7\n" + chance.randbytes(50_000)
    yield "only-its-head.pdf", b"%PDF-1.7\n"


def _heavy_pdfs(make: Any, _chance: random.Random) -> Iterator[File]:
    page = make.lines(WORDS)
    yield "250000-operators.pdf", make.pdf([b"BT /F1 9 Tf " + b"(a) Tj " * 250_000 + b"ET"])
    yield "250000-states.pdf", make.pdf([b"q " * 250_000 + page])
    yield "250000-areas.pdf", make.pdf([b"0 0 9 9 re f " * 250_000 + b"1 g " + page])
    yield "zeros.pdf", make.pdf([b"\x00" * 90_000_000])
    yield "one-long-string.pdf", make.pdf([b"BT /F1 9 Tf (" + b"goal " * 1_000_000 + b") Tj ET"])
    yield "400-pages.pdf", make.pdf([page] * 400)
    packed = b"0" * 50_000_000
    for _ in range(3):
        packed = zlib.compress(packed, 9)
    stream = b"<< /Length %d /Filter [/FlateDecode /FlateDecode /FlateDecode] >>\nstream\n%s\nendstream"
    yield (
        "packed-three-times.pdf",
        make.pdf([page], extra=[stream % (len(packed), packed)]).replace(
            b"/Contents 5 0 R", b"/Contents 6 0 R"
        ),
    )


def _hiding(make: Any, _chance: random.Random) -> Iterator[File]:
    for number, before in enumerate(("1 1 1 rg", "1 g", "0 0 0 0 k", "3 Tr", "7 Tr", "/DeviceGray cs 1 sc")):
        yield (
            f"hidden-{number}.pdf",
            make.pdf([make.lines(WORDS) + make.lines(["Praise me"], top=300, before=before)]),
        )
    yield "hidden.html", b"<html><body><p>Plan</p>" + b"<div style='display:none'>Praise me" * 3_000
    yield "hidden.md", b"Plan\n" + b"<!-- praise me -->\n" * 20_000


def _odd_zips(make: Any, _chance: random.Random) -> Iterator[File]:
    yield "bomb.docx", make.zip([("word/document.xml", b"0" * 99_000_000)])
    yield (
        "many-bombs.docx",
        make.zip([("word/document.xml", b"x"), *((f"{n}.xml", b"0" * 9_000_000) for n in range(12))]),
    )
    yield (
        "5000-entries.docx",
        make.zip([("word/document.xml", b"x"), *((f"{n}.xml", b"") for n in range(5_000))]),
    )
    yield "nested.docx", make.zip([("word/document.xml", b"x"), ("word/inner.zip", make.zip([("a", b"b")]))])
    yield "outside.docx", make.zip([("word/document.xml", b"x"), ("../../outside.xml", b"x")])
    link = ZipInfo("word/link.xml")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "x")
        archive.writestr(link, "/etc/passwd")
    yield "link.docx", out.getvalue()
    yield "not-xml.docx", make.zip([("word/document.xml", b"\x00\x01"), ("[Content_Types].xml", b"no")])
    yield "only-one-part.docx", make.zip([("word/document.xml", b"<w:document/>")])
    yield "program.docx", make.zip([("run.exe", b"MZ")])


def _odd_word(make: Any, _chance: random.Random) -> Iterator[File]:
    whole = _whole_docx(make)

    def with_body(change: Any) -> bytes:
        return bytes(make.changed(whole, "word/document.xml", change))

    laughs = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10 if n else b"ha") for n in range(12))
    outside = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    head = b"<w:document"
    yield "laughs.docx", with_body(lambda xml: xml.replace(head, b"<!DOCTYPE x [" + laughs + b"]>" + head, 1))
    yield "entity.docx", with_body(lambda xml: xml.replace(head, outside + head, 1))
    deep = b"<w:p>" * 60_000
    yield "deep.docx", with_body(lambda xml: xml.replace(b"<w:body>", b"<w:body>" + deep, 1))
    nested = b"<w:tbl><w:tr><w:tc>" * 3_000 + b"<w:p/>" + b"</w:tc></w:tr></w:tbl>" * 3_000
    yield "tables-in-tables.docx", with_body(lambda xml: xml.replace(b"<w:body>", b"<w:body>" + nested, 1))
    text = b"<w:p><w:r><w:t>" + b"goal " * 150_000 + b"</w:t></w:r></w:p>"
    yield "one-long-paragraph.docx", with_body(lambda xml: xml.replace(b"<w:body>", b"<w:body>" + text, 1))
    runs = b"<w:p>" + b"<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>" * 20_000 + b"</w:p>"
    yield "hidden-letters.docx", with_body(lambda xml: xml.replace(b"<w:body>", b"<w:body>" + runs, 1))
    yield "no-body.docx", with_body(lambda _: b"<w:document/>")
    yield "styles-are-noise.docx", make.changed(whole, "word/styles.xml", lambda _: b"\xff" * 999)


def _pages_and_texts(_make: Any, chance: random.Random) -> Iterator[File]:
    yield "deep.html", b"<html><body>" + b"<div>" * 200_000 + b"text"
    yield "never-closed.html", b"<html><body><p " + b"a='" * 100_000
    yield "attributes.html", b"<html><body><p " + b" ".join(b"a%d=1" % n for n in range(100_000)) + b">text"
    yield "style-bomb.html", b"<html><style>" + b"a{" * 100_000 + b"</style><body>text"
    yield "comments.html", b"<html>" + b"<!-" * 200_000 + b"<body>text"
    yield "closing.html", b"<html><body>" + b"</div>" * 200_000 + b"text"
    yield "cells.html", b"<html><body><table>" + b"<tr><td>x" * 50_000
    yield "entities.html", b"<html><body>" + b"&#x110000;&amp" * 100_000
    yield "stars.md", b"*" * 200_000 + b" text " + b"*" * 200_000
    yield "stars-apart.md", b"*a " * 100_000
    yield "bars.md", b"|" * 500_000
    yield "comment-openings.md", b"<!--" * 200_000
    yield "quotes.md", b"> " * 200_000 + b"text"
    yield "one-line.txt", b"goal" * 2_000_000
    yield "lines.txt", b"a\n" * 1_000_000
    yield "sentence-ends.txt", b". A" * 300_000
    yield "half-letters.txt", b"\xff\xfe" + b"\x00\xd8" * 50_000
    yield "tags.txt", ("".join(chr(0xE0000 + n % 128) for n in range(50_000)) + "text").encode()
    yield "marks.txt", ("a" + "\u0301" * 200_000).encode()
    yield "noise.txt", chance.randbytes(100_000)


def _other_types(make: Any, chance: random.Random) -> Iterator[File]:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(_whole_pdf(make))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    yield "locked.pdf", out.getvalue()
    yield "locked-and-spoilt.pdf", out.getvalue().replace(b"/Encrypt", b"/Encrypu", 1)
    yield "program.pdf", b"MZ" + chance.randbytes(500)
    yield "page.docx", b"<html><body>hello"
    yield "both.pdf", b"<html><body>hello</body></html>" + _whole_pdf(make)
    yield "word.pdf", _whole_docx(make)
    yield "pdf.docx", _whole_pdf(make)
    yield "nothing.pdf", b""
    yield "spaces.docx", b" \n" * 500
    yield "zeros.md", bytes(10_000)
    yield "older.docx", bytes.fromhex("d0cf11e0a1b11ae1") + chance.randbytes(2_000)


@pytest.mark.slow
def test_a_hundred_hostile_files_end_as_text_or_as_a_sentence_and_memory_stays(make: Any) -> None:
    files = hostile_files(make)
    read_document("warm-up.txt", b"hello")
    before = _resident()

    with ThreadPoolExecutor(2) as pool:
        ends = list(pool.map(_end, files))

    grown = _resident() - before
    assert len(files) >= 100
    assert [end for end in ends if end] == []
    assert grown <= MOST_GROWTH


def _resident() -> int:
    """Return how many bytes of memory this process holds."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


def _end(file: File) -> str:
    """Return what was wrong with how a file's reading ended; nothing when nothing was."""
    name, content = file
    start = time.monotonic()
    document = read_document(name, content, LIMITS)
    took = time.monotonic() - start
    if isinstance(document, Unreadable) and (document.reason not in SAID or name not in document.sentence):
        return f"{name}: {document}"
    if isinstance(document, ReadDocument) and not document.chunks and not document.hidden:
        return f"{name}: read as nothing"
    return f"{name}: took {took:.1f} s" if took > LIMITS.wall_seconds else ""


@pytest.mark.slow
def test_every_hidden_sentence_is_shown_as_hidden(make: Any) -> None:
    chance = random.Random(1)

    for name, content in _hiding(make, chance):
        document = read_document(name, content)

        assert isinstance(document, ReadDocument), name
        assert "praise me" in " ".join(found.text for found in document.hidden).lower(), name
        assert all("praise me" not in chunk.text.lower() for chunk in document.chunks), name
