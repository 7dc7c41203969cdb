"""What a file is, told by its content; its name can only contradict."""

import codecs
import re
from typing import Literal

from knowledge.documents.values import Kind, RefusedError
from knowledge.documents.zips import names_in

Foreign = Literal[
    "an older Office file", "a program", "an archive", "a picture", "a rich text file", "no text"
]

_SIGNATURES: tuple[tuple[bytes, Foreign], ...] = (
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"{\\rtf", "a rich text file"),
    (b"\x1f\x8b", "an archive"),
    (b"7z\xbc\xaf", "an archive"),
    (b"Rar!", "an archive"),
    (b"BZh", "an archive"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_BY_ENDING: dict[str, frozenset[Kind]] = {
    "pdf": frozenset({"pdf"}),
    "docx": frozenset({"docx"}),
    "html": frozenset({"html"}),
    "htm": frozenset({"html"}),
}
_MARKDOWN = frozenset({"md", "markdown"})
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# A text in an old encoding has hardly any of these; a binary file is full of them.
_STRANGE = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")


def kind_of(name: str, content: bytes) -> Kind:
    """Return what a file is.

    Raises:
        RefusedError: when it is locked, empty, of no kind that is read, or another than its name says.
    """
    if not content.strip():
        raise RefusedError("empty")
    kind = _by_content(content)
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    claimed = _BY_ENDING.get(ending)
    if claimed and kind not in claimed:
        raise RefusedError("not_what_it_says", _NAMES[kind])
    if kind in {"html", "text"} and ending in {*_MARKDOWN, "txt"}:
        return "markdown" if ending in _MARKDOWN else "text"
    return kind


_NAMES: dict[Kind, str] = {
    "pdf": "a PDF",
    "docx": "a Word document",
    "html": "a web page",
    "markdown": "text",
    "text": "plain text",
}


def _by_content(content: bytes) -> Kind:
    if content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"%PDF-"):
        return "pdf"
    if content.startswith(_ZIP):
        return _kind_of_zip(content)
    if content.startswith(_OLE):
        locked = "EncryptedPackage".encode("utf-16-le") in content
        raise (
            RefusedError("encrypted") if locked else RefusedError("not_what_it_says", "an older Office file")
        )
    for signature, seen in _SIGNATURES:
        if content.startswith(signature):
            raise RefusedError("not_what_it_says", seen)
    text = decoded(content)
    return "html" if _HTML.match(text[:4096]) else "text"


def _kind_of_zip(content: bytes) -> Kind:
    if "word/document.xml" in names_in(content):
        return "docx"
    raise RefusedError("not_what_it_says", "an archive")


def decoded(content: bytes) -> str:
    """Return the text that bytes hold, in UTF-8, in UTF-16 with its mark, or in the old Western encoding.

    Raises:
        RefusedError: when they hold none.
    """
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return content.removeprefix(mark).decode(encoding, errors="replace")
    if len(_STRANGE.findall(content[:65536])) * 100 > min(len(content), 65536):
        raise RefusedError("not_what_it_says", "no text")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
