"""Cuts a document into chunks that are long enough to mean something and short enough to be cited."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from knowledge.documents.values import Block, Chunk
from knowledge.words import sentences

# Changes whenever the cutting below does: chunks of another cutting are read again.
CHUNKER = "words-110-200-v1"
FEWEST, MOST = 110, 200
# What has no sentence ends is cut into lengths like this, which can still be shared out evenly.
_LONGEST_PIECE = 60


class _Piece(NamedTuple):
    """A sentence or a table row, with where it stands, and whether a paragraph begins with it."""

    text: str
    page: int | None
    heading: str | None
    begins: bool = False

    @property
    def words(self) -> int:
        return len(self.text.split())


def chunks(blocks: Sequence[Block]) -> tuple[Chunk, ...]:
    """Return a document's chunks in order, of 110 to 200 words where it has so many."""
    groups = _evened(list(_grouped(_pieces(blocks))))
    return tuple(_chunk(number, group) for number, group in enumerate(groups))


def _chunk(number: int, group: Sequence[_Piece]) -> Chunk:
    text = "".join(("\n" if piece.begins else " ") + piece.text for piece in group).strip()
    return Chunk(number=number, page=group[0].page, heading=group[0].heading, text=text)


def _pieces(blocks: Iterable[Block]) -> Iterator[_Piece]:
    """Yield the text piece by piece; a heading with nothing under it is text too."""
    bare: Block | None = None
    heading: str | None = None
    for block in _rows_joined(blocks):
        if not block.heading:
            bare = None
            yield from _sentences(block, heading)
            continue
        if bare:
            yield from _sentences(bare, None)
        bare, heading = block, block.text
    if bare:
        yield from _sentences(bare, None)


def _sentences(block: Block, heading: str | None) -> Iterator[_Piece]:
    for place, sentence in enumerate(sentences(block.text)):
        yield from _cut(_Piece(sentence, block.page, heading, begins=not place))


def _rows_joined(blocks: Iterable[Block]) -> Iterator[Block]:
    rows = groupby(blocks, key=lambda block: (block.cell.table, block.cell.row) if block.cell else id(block))
    for _, row in rows:
        cells = list(row)
        yield cells[0].model_copy(update={"text": " | ".join(cell.text for cell in cells)})


def _cut(piece: _Piece) -> Iterator[_Piece]:
    words = piece.text.split()
    for start in range(0, len(words), _LONGEST_PIECE):
        yield piece._replace(
            text=" ".join(words[start : start + _LONGEST_PIECE]), begins=piece.begins and not start
        )


def _grouped(pieces: Iterable[_Piece]) -> Iterator[list[_Piece]]:
    group: list[_Piece] = []
    held = 0
    for piece in pieces:
        new_section = bool(group) and piece.heading != group[-1].heading
        if held >= FEWEST and (held + piece.words > MOST or new_section):
            yield group
            group, held = [], 0
        group.append(_named(piece) if new_section and group else piece)
        held += piece.words
    if group:
        yield group


def _named(piece: _Piece) -> _Piece:
    return piece._replace(text=f"{piece.heading}: {piece.text}") if piece.heading else piece


def _evened(groups: list[list[_Piece]]) -> list[list[_Piece]]:
    """Return the groups with a short last one joined to the one before, or both cut in the middle."""
    if len(groups) < 2 or sum(p.words for p in groups[-1]) >= FEWEST:
        return groups
    joined = groups[-2] + groups[-1]
    total = sum(piece.words for piece in joined)
    return groups[:-2] + ([joined] if total <= MOST else _halved(joined, total))


def _halved(joined: list[_Piece], total: int) -> list[list[_Piece]]:
    first: list[_Piece] = []
    rest = list(joined)
    while rest and sum(p.words for p in first) + rest[0].words / 2 < total / 2:
        first.append(rest.pop(0))
    return [group for group in (first, rest) if group]
