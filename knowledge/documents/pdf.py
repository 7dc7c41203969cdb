"""Reads PDF files page by page, with the headings that larger letters make."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from typing import Any, NamedTuple

from knowledge.documents.characters import cleaned, smuggled
from knowledge.documents.ink import SHOWS_TEXT, Painter
from knowledge.documents.values import Block, HiddenText, How, Limits, Parsed, RefusedError

_HEADING_SCALE = 1.12
_LONGEST_HEADING = 12


class _Line(NamedTuple):
    text: str
    size: float
    bold: bool
    secret: str = ""


class _Page(NamedTuple):
    lines: list[_Line]
    hidden: tuple[HiddenText, ...]


def parse_pdf(content: bytes, limits: Limits) -> Parsed:
    """Return the paragraphs and headings of a PDF with their pages; what it paints unseen as hidden.

    Raises:
        RefusedError: when it is locked, has too many pages, or can't be followed.
    """
    pages = [_read(page) for page in _open(content, limits).pages]
    body = _body_size(line for page in pages for line in page.lines)
    blocks = (block for number, page in enumerate(pages, 1) for block in _blocks(page.lines, number, body))
    hidden = (found for number, page in enumerate(pages, 1) for found in _with_page(page.hidden, number))
    return Parsed(blocks=tuple(blocks), hidden=tuple(hidden), pages=len(pages))


def _open(content: bytes, limits: Limits) -> Any:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, LimitReachedError, PyPdfError

    try:
        reader = PdfReader(BytesIO(content.lstrip(b"\xef\xbb\xbf \t\r\n")), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise RefusedError("encrypted")
        count = len(reader.pages)
    except DependencyError as error:
        raise RefusedError("encrypted") from error
    except LimitReachedError as error:
        raise RefusedError("too_large") from error
    except PyPdfError as error:
        raise RefusedError("damaged") from error
    if count > limits.pages:
        raise RefusedError("too_large")
    if not count:
        raise RefusedError("damaged")
    return reader


def _read(page: Any) -> _Page:
    ways: set[How] = set()

    def sort(operator: bytes, operands: list[Any], how: How | None) -> None:
        if how:
            ways.add(how)
            _silence(operator, operands)

    painter = Painter(sort)
    lines = _lines(page, painter)
    if ways == {"not painted"} and painter.drew_picture and not lines:
        # A scan carries its recognised text unpainted over the picture: it says what the reader sees.
        return _Page(_lines(page, None), ())
    return _Page(lines, (*_hidden(page, sorted(ways)), *_smuggled(lines)))


def _hidden(page: Any, ways: Iterable[How]) -> Iterator[HiddenText]:
    for way in ways:
        found = "\n".join(line.text for line in _lines(page, Painter(_only(way))))
        if found:
            yield HiddenText(text=found, how=way)


def _only(way: How) -> Callable[[bytes, list[Any], How | None], None]:
    def sort(operator: bytes, operands: list[Any], how: How | None) -> None:
        if how != way:
            _silence(operator, operands)

    return sort


def _smuggled(lines: Iterable[_Line]) -> Iterator[HiddenText]:
    if secret := "".join(line.secret for line in lines):
        yield HiddenText(text=secret, how="invisible characters")


def _with_page(hidden: Iterable[HiddenText], page: int) -> Iterator[HiddenText]:
    for found in hidden:
        yield found.model_copy(update={"page": page})


def _silence(operator: bytes, operands: list[Any]) -> None:
    from pypdf.generic import ArrayObject, TextStringObject

    at = SHOWS_TEXT[operator]
    if len(operands) > at:
        operands[at] = ArrayObject() if operator == b"TJ" else TextStringObject("")


def _lines(page: Any, painter: Painter | None) -> list[_Line]:
    pieces: list[tuple[str, float, bool]] = []

    def text(piece: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:
        scaled = abs(size) * max(abs(tm[2]), abs(tm[3])) * max(abs(cm[2]), abs(cm[3]))
        pieces.append((piece, scaled, "bold" in str((font or {}).get("/BaseFont", "")).lower()))

    page.extract_text(visitor_operand_before=painter.operator if painter else None, visitor_text=text)
    return list(_cut(pieces))


def _cut(pieces: Iterable[tuple[str, float, bool]]) -> Iterator[_Line]:
    text, size, bold = "", 0.0, False
    for piece, piece_size, piece_bold in pieces:
        first, *others = piece.split("\n")
        for part, ends in ((first, bool(others)), *((other, True) for other in others[:-1])):
            if part.strip():
                size, bold = max(size, piece_size), piece_bold
            text += part
            if ends:
                yield from _line(text, size, bold)
                text, size, bold = "", 0.0, False
        if others:
            text = others[-1]
            size, bold = (piece_size, piece_bold) if text.strip() else (0.0, False)
    yield from _line(text, size, bold)


def _line(text: str, size: float, bold: bool) -> Iterator[_Line]:  # noqa: FBT001
    if plain := cleaned(text):
        yield _Line(plain, round(size, 1), bold, smuggled(text))


def _body_size(lines: Iterable[_Line]) -> float:
    letters: Counter[float] = Counter()
    for line in lines:
        letters[line.size] += len(line.text)
    return letters.most_common(1)[0][0] if letters else 0.0


def _blocks(lines: list[_Line], page: int, body: float) -> Iterator[Block]:
    paragraph: list[str] = []
    for line in lines:
        if _is_heading(line, body):
            yield from _paragraph(paragraph, page)
            paragraph = []
            yield Block(text=line.text, page=page, heading=True)
        else:
            paragraph.append(line.text)
            if line.text[-1] in ".!?:;":
                yield from _paragraph(paragraph, page)
                paragraph = []
    yield from _paragraph(paragraph, page)


def _is_heading(line: _Line, body: float) -> bool:
    short = len(line.text.split()) <= _LONGEST_HEADING and line.text[-1] not in ".,;"
    larger = line.size >= body * _HEADING_SCALE
    return short and any(c.isalpha() for c in line.text) and (larger or (line.bold and line.size >= body))


def _paragraph(lines: list[str], page: int) -> Iterator[Block]:
    if text := _unhyphenated(lines):
        yield Block(text=text, page=page)


def _unhyphenated(lines: list[str]) -> str:
    text = ""
    for line in lines:
        broken = text.endswith("-") and text[-2:-1].isalpha() and line[:1].islower()
        text = text[:-1] + line if broken else f"{text} {line}".strip()
    return text
