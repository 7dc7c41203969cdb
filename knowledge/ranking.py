"""How closeness in meaning and shared words become one order. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.embedding import Tuning
from knowledge.parts import Layout

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Cosines = NDArray[np.float32]
    Rows = NDArray[np.intp]

# How many of the closest lines are averaged: one alone may be close by chance.
_NEIGHBOURS = 8
_NEIGHBOURS_OUTSIDE = 3
_NO_TEXT = -1.0


@dataclass(frozen=True)
class Tables:
    """A layout as arrays of row numbers: all cards are measured at once.

    `whole` has one row a card. `lines` and `said` have one line a card or passage, filled up with the row after the
    last, which is no text. `passages` says for each card which lines of `said` are its own, filled up with the last
    line, which is empty.
    """

    cards: tuple[str, ...]
    whole: "Rows"
    lines: "Rows"
    said: "Rows"
    passages: "Rows"
    outside: "Rows"


def tables(layout: Layout) -> Tables:
    """Return a layout as arrays."""
    import numpy as np

    nothing = len(layout.texts)
    places = {passage: place for place, passage in enumerate(layout.said)}
    owned = [[places[p] for p in rows.passages if p in places] for rows in layout.cards]
    return Tables(
        cards=tuple(rows.card for rows in layout.cards),
        whole=np.array([rows.whole for rows in layout.cards], dtype=np.intp),
        lines=_filled([rows.lines for rows in layout.cards], nothing),
        said=_filled([*layout.said.values(), ()], nothing),
        passages=_filled(owned, len(places)),
        outside=_filled([layout.outside], nothing),
    )


def _filled(lists: Sequence[Sequence[int]], with_: int) -> "Rows":
    import numpy as np

    width = max(_NEIGHBOURS, *(len(numbers) for numbers in lists)) if lists else _NEIGHBOURS
    filled: Rows = np.array(
        [[*numbers, *[with_] * (width - len(numbers))] for numbers in lists], dtype=np.intp
    )
    return filled.reshape(len(lists), width)


def closeness(cosines: "Cosines", of: Tables, tuning: Tuning) -> dict[str, float]:
    """Return how close in meaning each card is, from the cosine of every text of the library."""
    import numpy as np

    known = np.append(cosines, np.float32(_NO_TEXT))
    lines, said = known[of.lines], known[of.said]
    whole = known[of.whole]
    said_best = said.max(axis=1)[of.passages].max(axis=1)
    best = np.maximum.reduce([whole, lines.max(axis=1), said_best])
    # A card none of whose passages has sayings is measured by its own lines.
    said_mean = _highest_mean(said, _NEIGHBOURS)[of.passages].max(axis=1)
    nearest = np.where(said_best > _NO_TEXT, said_mean, _highest_mean(lines, _NEIGHBOURS))
    close = (1 - tuning.best - tuning.said) * whole + tuning.best * best + tuning.said * nearest
    return dict(zip(of.cards, close.tolist(), strict=True))


def _highest_mean(cosines: "Cosines", count: int) -> "Cosines":
    import numpy as np

    highest = np.partition(cosines, -count, axis=1)[:, -count:]
    real = highest > _NO_TEXT
    mean: Cosines = np.where(real, highest, 0).sum(axis=1) / np.maximum(real.sum(axis=1), 1)
    return mean


def bearing(close: Mapping[str, float], cosines: "Cosines", of: Tables, tuning: Tuning) -> float:
    """Return how much the library bears on a question: its closest card, less the likeness to other talk."""
    import numpy as np

    known = np.append(cosines, np.float32(_NO_TEXT))
    elsewhere = float(_highest_mean(known[of.outside], _NEIGHBOURS_OUTSIDE)[0])
    return max(close.values(), default=0.0) - tuning.outside * elsewhere


def fused(close: Mapping[str, float], lexical: Mapping[str, float], share: float) -> dict[str, float]:
    """Return closeness mixed with shared words, these measured against the best of them."""
    most = max(lexical.values(), default=0.0) or 1.0
    return {id_: (1 - share) * close[id_] + share * lexical.get(id_, 0.0) / most for id_ in close}


def best_first(scores: Mapping[str, float]) -> list[str]:
    """Return the ids by falling score; equal ones by id, so that an answer is always the same."""
    return sorted(scores, key=lambda id_: (-scores[id_], id_))


def unrepeated(cards: Iterable[str], passages: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield each card that names a passage no card before it named."""
    named: set[str] = set()
    for card in cards:
        if not named.issuperset(passages[card]):
            named.update(passages[card])
            yield card
