"""Ranking by shared words (Okapi BM25), for what a sentence embedding overlooks."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

_SATURATION = 1.2
_LENGTH = 0.75


@dataclass(frozen=True)
class WordIndex:
    """The words of some texts: how rare each stem is, and how much each text owes to it."""

    size: int
    rarity: Mapping[str, float]
    weights: Mapping[str, Mapping[int, float]]


def index_words(texts: Sequence[Sequence[str]]) -> WordIndex:
    """Return the index of texts given as lists of stems."""
    counts = [Counter(text) for text in texts]
    mean = sum(map(len, texts)) / max(len(texts), 1) or 1.0
    rarity = _rarity(counts)
    weights: dict[str, dict[int, float]] = {stem: {} for stem in rarity}
    for number, count in enumerate(counts):
        norm = _SATURATION * (1 - _LENGTH + _LENGTH * count.total() / mean)
        for stem, times in count.items():
            weights[stem][number] = rarity[stem] * times * (_SATURATION + 1) / (times + norm)
    return WordIndex(len(texts), rarity, weights)


def _rarity(counts: Sequence[Counter[str]]) -> dict[str, float]:
    holders = Counter(stem for count in counts for stem in count)
    return {stem: math.log(1 + (len(counts) - n + 0.5) / (n + 0.5)) for stem, n in holders.items()}


def bm25(index: WordIndex, query: Iterable[str]) -> dict[int, float]:
    """Return the score of every text that shares a stem with the query, by its number."""
    scores: dict[int, float] = {}
    for stem in set(query):
        for number, weight in index.weights.get(stem, {}).items():
            scores[number] = scores.get(number, 0.0) + weight
    return scores


def covered(index: WordIndex, query: Iterable[str], text: Iterable[str]) -> float:
    """Return how much of a query's meaning a text's words carry, 0 to 1, rare words counting more."""
    unheard = math.log(1 + (index.size + 0.5) / 0.5)
    parts = {stem: index.rarity.get(stem, unheard) for stem in query}
    shared = parts.keys() & set(text)
    return sum(parts[stem] for stem in shared) / total if (total := sum(parts.values())) else 0.0
