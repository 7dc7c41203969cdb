"""Reads Word documents, and tells what of them Word would not show."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from knowledge.documents.characters import cleaned, smuggled
from knowledge.documents.values import Block, Cell, HiddenText, How, Parsed, RefusedError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DTD = re.compile(rb"<\x00?!\x00?(?:D\x00?O\x00?C\x00?T\x00?Y\x00?P\x00?E|E\x00?N\x00?T\x00?I\x00?T\x00?Y)")
_HEADING = re.compile(r"(?:heading|title|überschrift|titre|título)", re.IGNORECASE)
_TINIEST_HALF_POINTS = 3


def parse_docx(content: bytes) -> Parsed:
    """Return the paragraphs, headings and table cells of a Word document; what Word would not show as hidden.

    Raises:
        RefusedError: when it declares a document type, which is how XML is made to expand.
    """
    from docx import Document

    _refuse_declarations(content)
    document = Document(BytesIO(content))
    reader = _Reader(document)
    return Parsed(blocks=tuple(reader.blocks()), hidden=tuple(reader.hidden), pages=reader.pages())


def _refuse_declarations(content: bytes) -> None:
    try:
        with ZipFile(BytesIO(content)) as archive:
            for name in archive.namelist():
                if name.endswith((".xml", ".rels")) and _DTD.search(archive.read(name)):
                    raise RefusedError(
                        "not_what_it_says", "a Word document with a declaration Word never writes"
                    )
    except BadZipFile as error:
        raise RefusedError("damaged") from error


class _Reader:
    """Walks a document once, counting the pages it passes."""

    def __init__(self, document: Any) -> None:
        self.hidden: list[HiddenText] = []
        self._body = document.element.body
        self._styles = _hiding_styles(document)
        self._headings = frozenset(
            style.style_id for style in document.styles if _HEADING.match(style.name or "")
        )
        self._page = 1
        self._breaks = False

    def pages(self) -> int | None:
        return self._page if self._breaks else None

    def blocks(self) -> Iterator[Block]:
        paged = any(True for _ in self._body.iter(f"{_W}lastRenderedPageBreak"))
        cells = _cells(self._body)
        for paragraph in self._body.iter(f"{_W}p"):
            if next(paragraph.iterancestors(_FALLBACK), None) is not None:
                continue
            page = self._page
            text = self._text(paragraph)
            if text:
                self._breaks = self._breaks or paged
                yield Block(
                    text=text,
                    page=page if paged else None,
                    heading=self._style(paragraph) in self._headings,
                    cell=cells.get(next(paragraph.iterancestors(f"{_W}tc"), None)),
                )

    def _text(self, paragraph: Any) -> str:
        seen: list[str] = []
        for run in paragraph.iter(f"{_W}r"):
            if next(run.iterancestors(f"{_W}p")) is not paragraph:
                continue
            text = self._run_text(run)
            how = self._hiding(run, paragraph)
            if how and text.strip():
                self._hide(text, how)
            else:
                seen.append(text)
        whole = "".join(seen)
        if secret := smuggled(whole):
            self._hide(secret, "invisible characters")
        return cleaned(whole.replace("\n", " "))

    def _run_text(self, run: Any) -> str:
        parts: list[str] = []
        for child in run:
            if child.tag == f"{_W}t":
                parts.append(child.text or "")
            elif child.tag in {f"{_W}tab", f"{_W}br", f"{_W}cr"}:
                parts.append(" ")
            elif child.tag == f"{_W}lastRenderedPageBreak":
                self._page += 1
        return "".join(parts)

    def _hide(self, text: str, how: How) -> None:
        last = self.hidden[-1] if self.hidden else None
        if last and last.how == how and last.page == self._page:
            self.hidden[-1] = last.model_copy(update={"text": f"{last.text}{text}"})
        else:
            self.hidden.append(HiddenText(text=cleaned(text), how=how, page=self._page))

    def _hiding(self, run: Any, paragraph: Any) -> How | None:
        own = _hidden_by(run.find(f"{_W}rPr"))
        named = run.find(f"{_W}rPr/{_W}rStyle")
        by_run = self._styles.get(named.get(f"{_W}val")) if named is not None else None
        return own or by_run or self._styles.get(self._style(paragraph))

    def _style(self, paragraph: Any) -> str:
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        return str(style.get(f"{_W}val")) if style is not None else ""


def _hiding_styles(document: Any) -> dict[str, How]:
    found = ((style.style_id, _hidden_by(style.element.find(f"{_W}rPr"))) for style in document.styles)
    return {name: how for name, how in found if how}


def _hidden_by(properties: Any) -> How | None:
    if properties is None:
        return None
    if _on(properties.find(f"{_W}vanish")) or _on(properties.find(f"{_W}webHidden")):
        return "marked hidden"
    size = properties.find(f"{_W}sz")
    if size is not None and _number(size.get(f"{_W}val")) <= _TINIEST_HALF_POINTS:
        return "tiny"
    return "white" if _white_on_white(properties) else None


def _white_on_white(properties: Any) -> bool:
    colour, shade, marker = (properties.find(f"{_W}{name}") for name in ("color", "shd", "highlight"))
    white = colour is not None and str(colour.get(f"{_W}val")).upper() in {"FFFFFF", "FEFEFE"}
    shaded = shade is not None and str(shade.get(f"{_W}fill")).upper() not in {"FFFFFF", "AUTO", "NONE"}
    return white and not shaded and marker is None


def _on(switch: Any) -> bool:
    return switch is not None and switch.get(f"{_W}val") not in {"0", "false", "off"}


def _number(value: str | None) -> float:
    return float(value) if value and value.replace(".", "", 1).isdecimal() else 99.0


def _cells(body: Any) -> dict[Any, Cell]:
    return {
        cell: Cell(table=table, row=row, column=column)
        for table, grid in enumerate(body.iter(f"{_W}tbl"))
        for row, line in enumerate(grid.iterchildren(f"{_W}tr"))
        for column, cell in enumerate(line.iterchildren(f"{_W}tc"))
    }
