"""What of a PDF page is painted so that nobody sees it: white on white, not painted at all, or too small."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from knowledge.documents.values import How

Matrix = list[float]

# Text rendering modes that paint no glyph: neither, and clipping only.
_UNPAINTED = {3, 7}
_WHITE = 0.97
_TINY_POINTS = 1.5
_MOST_AREAS = 2_000
_FILL = {b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"}
_PATH_ENDS = _FILL | {b"n", b"S", b"s"}
_COLOURS = {b"g", b"rg", b"k", b"sc", b"scn"}
SHOWS_TEXT = {b"Tj": 0, b"TJ": 0, b"'": 0, b'"': 2}


@dataclass(frozen=True)
class _Ink:
    white: bool = False
    mode: int = 0
    size: float = 12.0


@dataclass
class Painter:
    """Follows a page's operators, and hands each that shows text to `sort` with how it hides, if it does."""

    sort: Callable[[bytes, list[Any], How | None], None]
    drew_picture: bool = False
    _ink: _Ink = _Ink()
    _saved: list[_Ink] = field(default_factory=list)
    _path: list[tuple[float, float, float, float]] = field(default_factory=list)
    _areas: list[tuple[tuple[float, float, float, float], bool]] = field(default_factory=list)

    def operator(self, operator: bytes, operands: list[Any], cm: Matrix, tm: Matrix) -> None:
        """Take note of an operator, before the page's reader acts on it."""
        if operator in SHOWS_TEXT:
            self.sort(operator, operands, self._hiding(cm, tm))
        elif operator in _COLOURS:
            self._ink = replace(self._ink, white=_is_white(operands))
        elif operator in {b"cs", b"CS"}:
            self._ink = replace(self._ink, white=False)
        else:
            self._state(operator, operands, cm)

    def _state(self, operator: bytes, operands: list[Any], cm: Matrix) -> None:
        if operator == b"q":
            self._saved.append(self._ink)
        elif operator == b"Q" and self._saved:
            self._ink = self._saved.pop()
        elif operator == b"Tr" and operands:
            self._ink = replace(self._ink, mode=int(_number(operands[0], 0)))
        elif operator == b"Tf" and len(operands) > 1:
            self._ink = replace(self._ink, size=_number(operands[1], 12.0))
        elif operator == b"Do":
            self.drew_picture = True
        elif operator == b"re" and len(self._path) < _MOST_AREAS:
            self._path.append(_area([_number(n, 0.0) for n in operands[:4]], cm))
        elif operator in _PATH_ENDS:
            self._fill(filled=operator in _FILL)

    def _fill(self, *, filled: bool) -> None:
        if filled and len(self._areas) < _MOST_AREAS:
            self._areas += [(area, self._ink.white) for area in self._path]
        self._path.clear()

    def _hiding(self, cm: Matrix, tm: Matrix) -> How | None:
        if self._ink.mode in _UNPAINTED:
            return "not painted"
        if abs(self._ink.size) * _scale(tm) * _scale(cm) < _TINY_POINTS:
            return "tiny"
        if self._ink.white and not self._on_colour(*_moved(tm[4], tm[5], cm)):
            return "white"
        return None

    def _on_colour(self, x: float, y: float) -> bool:
        under = [white for (x0, y0, x1, y1), white in self._areas if x0 <= x <= x1 and y0 <= y <= y1]
        return bool(under) and not under[-1]


def _is_white(operands: list[Any]) -> bool:
    levels = [_number(n, -1.0) for n in operands]
    if len(levels) == 4:
        return all(0 <= level <= 1 - _WHITE for level in levels)
    return len(levels) in {1, 3} and all(level >= _WHITE for level in levels)


def _number(value: Any, otherwise: float) -> float:
    return float(value) if isinstance(value, int | float) else otherwise


def _scale(matrix: Matrix) -> float:
    return max(abs(matrix[2]), abs(matrix[3]))


def _moved(x: float, y: float, cm: Matrix) -> tuple[float, float]:
    return x * cm[0] + y * cm[2] + cm[4], x * cm[1] + y * cm[3] + cm[5]


def _area(numbers: list[float], cm: Matrix) -> tuple[float, float, float, float]:
    x, y, width, height = (*numbers, 0.0, 0.0, 0.0, 0.0)[:4]
    (x0, y0), (x1, y1) = _moved(x, y, cm), _moved(x + width, y + height, cm)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
