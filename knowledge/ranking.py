"""How closeness in meaning and shared words become one order. Pure."""

from collections.abc import Mapping
from typing import NamedTuple

from knowledge.embedding import Tuning
from knowledge.parts import WHOLE


class Closeness(NamedTuple):
    """How close a card is to a question: as a whole, and by its closest part."""

    whole: float
    best: float


def closeness_by_card(cosines: Mapping[str, float]) -> dict[str, Closeness]:
    """Return each card's closeness, from the cosines of its parts by part id."""
    whole: dict[str, float] = {}
    best: dict[str, float] = {}
    for part, cosine in cosines.items():
        card, _, name = part.partition("#")
        best[card] = max(best.get(card, -1.0), cosine)
        if name == WHOLE:
            whole[card] = cosine
    return {card: Closeness(whole.get(card, 0.0), best[card]) for card in best}


def dense_scores(cosines: Mapping[str, float], tuning: Tuning) -> dict[str, float]:
    """Return how close in meaning each card is."""
    return {
        card: (1 - tuning.best) * close.whole + tuning.best * close.best
        for card, close in closeness_by_card(cosines).items()
    }


def fused(dense: Mapping[str, float], lexical: Mapping[str, float], share: float) -> dict[str, float]:
    """Return closeness mixed with shared words, these measured against the best of them."""
    most = max(lexical.values(), default=0.0) or 1.0
    return {id_: (1 - share) * dense[id_] + share * lexical.get(id_, 0.0) / most for id_ in dense}


def best_first(scores: Mapping[str, float], limit: int) -> list[str]:
    """Return the ids of the highest scores; equal ones by id, so that an answer is always the same."""
    return sorted(scores, key=lambda id_: (-scores[id_], id_))[:limit]
