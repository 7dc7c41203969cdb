"""Recognises a career ladder or competency framework by its shape: levels, and what each expects."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from knowledge.documents.values import Block, Expectation, Ladder, Level
from knowledge.words import sentences

_LEVEL = re.compile(
    r"""^(?:career\s+)?(?:
      (?:level|grade|band|step|stage|tier|stufe)\s*[:#]?\s*(?:\d{1,2}|[ivx]{1,4}|[a-h])\b
    | (?:L|IC|M|P|E|T|G|B|S)-?\d{1,2}\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_TITLE = re.compile(
    r"""^(?:(?:trainee|intern|apprentice|junior|associate|intermediate|mid[- ]?(?:level|weight)?|experienced
    |senior|lead|staff|principal|distinguished|chief|head|director|manager|supervisor|team\ lead(?:er)?
    |foundation|developing|proficient|advanced|expert|novice|competent|practitioner|specialist|fellow)\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_FEWEST_LEVELS = 2
_FEWEST_BY_TITLE = 3
_LONGEST_NAME = 10
_MOST_EXPECTATIONS = 200


def find_ladder(blocks: Sequence[Block]) -> Ladder | None:
    """Return the ladder in a document's table or headings; None when it has no such shape."""
    levels = _from_tables(blocks) or _from_headings(blocks)
    return Ladder(levels=tuple(levels)) if levels else None


def _names_level(text: str) -> bool:
    return len(text.split()) <= _LONGEST_NAME and bool(_LEVEL.match(text) or _TITLE.match(text))


def _enough(names: Sequence[str]) -> bool:
    numbered = sum(bool(_LEVEL.match(name)) for name in names)
    return len(set(names)) == len(names) and (numbered >= _FEWEST_LEVELS or len(names) >= _FEWEST_BY_TITLE)


def _from_headings(blocks: Sequence[Block]) -> list[Level]:
    levels = [level for level in _sections(blocks) if level.expectations]
    return levels if _enough([level.name for level in levels]) else []


def _sections(blocks: Sequence[Block]) -> Iterator[Level]:
    """Yield each heading that names a level, with what stands under it, by competency."""
    name, competency, found = "", None, list[Expectation]()
    for block in blocks:
        if block.heading and _names_level(block.text):
            if name:
                yield _level(name, found)
            name, competency, found = block.text, None, []
        elif block.heading:
            competency = block.text
        elif name:
            found += _expectations(block.text, competency, block.page)
    if name:
        yield _level(name, found)


def _level(name: str, found: Sequence[Expectation]) -> Level:
    return Level(name=name, expectations=tuple(found[:_MOST_EXPECTATIONS]))


def _expectations(text: str, competency: str | None, page: int | None) -> list[Expectation]:
    return [Expectation(text=said, competency=competency, page=page) for said in sentences(text)]


def _from_tables(blocks: Sequence[Block]) -> list[Level]:
    for grid in _grids(blocks):
        for turned in (grid, _turned(grid)):
            if levels := _from_grid(turned):
                return levels
    return []


Grid = dict[tuple[int, int], Block]


def _grids(blocks: Sequence[Block]) -> Iterator[Grid]:
    cells = [block for block in blocks if block.cell]
    for _, group in groupby(cells, key=lambda block: block.cell.table if block.cell else -1):
        grid: Grid = {}
        for block in group:
            place = (block.cell.row, block.cell.column) if block.cell else (-1, -1)
            first = grid.get(place)
            joined = f"{first.text}\n\n{block.text}" if first else block.text
            grid[place] = block.model_copy(update={"text": joined})
        yield grid


def _turned(grid: Grid) -> Grid:
    return {(column, row): block for (row, column), block in grid.items()}


def _from_grid(grid: Grid) -> list[Level]:
    """Return the levels of a table whose first row names them; competencies stand in its first column."""
    named = [(column, block.text) for (row, column), block in sorted(grid.items()) if row == 0]
    columns = [(column, name) for column, name in named if _names_level(name)]
    others = [name for column, name in named if column and not _names_level(name)]
    if others or not _enough([name for _, name in columns]):
        return []
    return [_level(name, _column(grid, column)) for column, name in columns]


def _column(grid: Grid, column: int) -> list[Expectation]:
    found: list[Expectation] = []
    for (row, at), block in sorted(grid.items()):
        if at == column and row:
            label = grid.get((row, 0)) if column else None
            found += _expectations(block.text, label.text if label else None, block.page)
    return found
