"""How good a ranking of passages is. Pure."""

import math
import random
from collections.abc import Callable, Iterable, Mapping, Sequence

AT = 5
_RESAMPLES = 2_000


def passages_in_order(cards: Iterable[Sequence[str]]) -> list[str]:
    """Return the passages of cards in the order in which a reader meets them, each once."""
    return list(dict.fromkeys(passage for passages in cards for passage in passages))


def ndcg(found: Sequence[str], relevant: Mapping[str, int]) -> float:
    """Return how close the first five come to the best possible order, with gains of 2 to the grade less 1."""
    best = sorted(relevant.values(), reverse=True)
    return _discounted(relevant.get(passage, 0) for passage in found[:AT]) / _discounted(best[:AT])


def _discounted(grades: Iterable[int]) -> float:
    return sum((2.0**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades))


def recall(found: Sequence[str], relevant: Mapping[str, int], at: int | None = AT) -> float:
    """Return the share of relevant passages among the first five, or among all."""
    return len(set(found[:at]) & relevant.keys()) / len(relevant)


def hit(found: Sequence[str], relevant: Mapping[str, int]) -> float:
    """Return 1 when a relevant passage is among the first five, else 0."""
    return float(not relevant.keys().isdisjoint(found[:AT]))


def mean(values: Iterable[float]) -> float:
    """Return the mean, not a number for no values."""
    listed = list(values)
    return sum(listed) / len(listed) if listed else math.nan


def interval(values: Sequence[float], of: Callable[[Iterable[float]], float] = mean) -> tuple[float, float]:
    """Return the middle 95 % of a figure over resampled questions, always the same ones."""
    chance = random.Random(5)  # noqa: S311 - resampling, not secrecy
    figures = sorted(of(chance.choices(values, k=len(values))) for _ in range(_RESAMPLES))
    return figures[round(0.025 * _RESAMPLES)], figures[round(0.975 * _RESAMPLES) - 1]
