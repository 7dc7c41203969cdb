"""Reads plain text and Markdown."""

import re
from collections.abc import Iterator

from knowledge.documents.characters import cleaned, smuggled
from knowledge.documents.kinds import decoded
from knowledge.documents.values import Block, Cell, HiddenText, Parsed

_COMMENT = re.compile(r"<!--(.*?)(?:-->|\Z)", re.DOTALL)
_HEADING = re.compile(r"#{1,6}\s+(\S.*?)\s*#*$")
_UNDERLINE = re.compile(r"(?:={3,}|-{3,})\s*$")
_ROW = re.compile(r"\s*\|(.+)\|\s*$")
_RULE = re.compile(r"[\s|:-]+$")
_ITEM = re.compile(r"^\s*(?:[-*+•‣]|\d{1,3}[.)])\s+")
_EMPHASIS = re.compile(r"(\*{1,3}|_{1,3}|`+)(?=\S)(.{1,200}?)(?<=\S)\1")


def parse_text(content: bytes) -> Parsed:
    """Return the paragraphs of a plain text."""
    return _with_smuggled(decoded(content), tuple(_paragraphs(decoded(content))))


def parse_markdown(content: bytes) -> Parsed:
    """Return the paragraphs, headings and table cells of a Markdown text; its comments as hidden."""
    whole = decoded(content)
    comments = tuple(_comments(whole))
    parsed = _with_smuggled(whole, tuple(_markdown_blocks(_COMMENT.sub("", whole))))
    return parsed.model_copy(update={"hidden": parsed.hidden + comments})


def _comments(whole: str) -> Iterator[HiddenText]:
    for found in _COMMENT.finditer(whole):
        if text := cleaned(found[1]):
            yield HiddenText(text=text, how="comment")


def _with_smuggled(whole: str, blocks: tuple[Block, ...]) -> Parsed:
    secret = smuggled(whole)
    hidden = (HiddenText(text=secret, how="invisible characters"),) if secret else ()
    return Parsed(blocks=blocks, hidden=hidden)


def _paragraphs(whole: str) -> Iterator[Block]:
    lines: list[str] = []
    for line in cleaned(whole.replace("\f", "\n\n")).split("\n"):
        if not line.strip() or _ITEM.match(line):
            yield from _block(lines)
            lines = []
        lines.append(line.strip())
    yield from _block(lines)


def _block(lines: list[str]) -> Iterator[Block]:
    if text := " ".join(line for line in lines if line):
        yield Block(text=text, heading=_stands_alone(lines))


def _stands_alone(lines: list[str]) -> bool:
    line = lines[-1]
    single = sum(map(bool, lines)) == 1 and not _ITEM.match(line)
    return single and 0 < len(line.split()) <= 10 and line[-1] not in ".,;!?"


def _markdown_blocks(whole: str) -> Iterator[Block]:
    table, row, lines = -1, 0, list[str]()
    for line in [*cleaned(whole).split("\n"), ""]:
        cells = _ROW.match(line)
        heading = _HEADING.match(line)
        if cells:
            table, row = (table, row) if row else (table + 1, 0)
            if not _RULE.match(line):
                yield from _cells(cells[1], table, row)
                row += 1
            continue
        row = 0
        if _UNDERLINE.match(line) and len(lines) == 1:
            yield Block(text=_unmarked(lines.pop()), heading=True)
            continue
        if heading or not line.strip() or _ITEM.match(line):
            yield from _paragraph(lines)
            lines = []
        if heading:
            yield Block(text=_unmarked(heading[1]), heading=True)
        elif line.strip():
            lines.append(line.strip())


def _paragraph(lines: list[str]) -> Iterator[Block]:
    if text := _unmarked(" ".join(lines)):
        yield Block(text=text)


def _cells(line: str, table: int, row: int) -> Iterator[Block]:
    for column, text in enumerate(line.split("|")):
        if plain := _unmarked(text.strip()):
            yield Block(text=plain, cell=Cell(table=table, row=row, column=column))


def _unmarked(text: str) -> str:
    return _EMPHASIS.sub(r"\2", _ITEM.sub("", text, count=1)).strip()
