"""Figures of agreement between labels and levels."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from coaching.smart.types import Letter
from evals.smart.goals import LETTERS, Judged

Pairs = Sequence[tuple[int, int]]
_LEVELS = 3


def kappa(pairs: Pairs) -> float:
    """Return Cohen's kappa with linear weights over levels 0 to 2; 1.0 where nothing varies."""
    size = len(pairs)
    first = [sum(a == level for a, _ in pairs) for level in range(_LEVELS)]
    second = [sum(b == level for _, b in pairs) for level in range(_LEVELS)]
    seen = sum(abs(a - b) for a, b in pairs) / size
    chance = sum(abs(i - j) * first[i] * second[j] for i in range(_LEVELS) for j in range(_LEVELS)) / size**2
    return 1 - seen / chance if chance else 1.0


def interval(pairs: Pairs, figure: Callable[[Pairs], float], rounds: int = 400) -> tuple[float, float]:
    """Return the 95 % bootstrap interval of a figure, from a fixed seed."""
    dice = random.Random(20261122)  # noqa: S311 - resampling, not secrecy
    drawn = sorted(figure(dice.choices(pairs, k=len(pairs))) for _ in range(rounds))
    return drawn[int(0.025 * rounds)], drawn[int(0.975 * rounds)]


@dataclass(frozen=True)
class Figures:
    """What one set of goals gives.

    Attributes:
        size: Goals in it.
        kappas: Kappa for each letter.
        exact: Share of dated goals whose date is exact.
        invented: Share of undated goals that were given a date.
        measures: Share of measure spans that overlap the labelled one.
        confident: Share of verdicts marked confident.
        accuracy: Share of confident verdicts that are right.
    """

    size: int
    kappas: dict[str, float]
    exact: float
    invented: float
    measures: float
    confident: float
    accuracy: float


def figures_of(goals: Sequence[Judged]) -> Figures:
    """Return the figures of a set of goals."""
    dated = [goal for goal in goals if goal.labels["deadline"]]
    undated = [goal for goal in goals if not goal.labels["deadline"]]
    measured = [goal for goal in goals if goal.labels["measure"]]
    sure = [right for goal in goals for right in confident_verdicts(goal)]
    return Figures(
        size=len(goals),
        kappas={letter: kappa(pairs_of(goals, letter)) for letter in LETTERS},
        exact=share([goal.date == goal.labels["deadline"] for goal in dated]),
        invented=share([goal.date is not None for goal in undated]),
        measures=share([overlaps(goal) for goal in measured]),
        confident=len(sure) / (len(goals) * len(LETTERS)),
        accuracy=share(sure),
    )


def pairs_of(goals: Sequence[Judged], letter: Letter) -> list[tuple[int, int]]:
    """Return label and level of every goal for a letter."""
    return [(goal.labels[letter], goal.got(letter)) for goal in goals]


def share(hits: Sequence[bool]) -> float:
    """Return the share of hits; 1.0 of none."""
    return sum(hits) / len(hits) if hits else 1.0


def overlaps(goal: Judged) -> bool:
    """Return whether the measure found shares a character with the labelled one."""
    found = goal.review.measure
    start = goal.text.find(goal.labels["measure"])
    return found is not None and max(found.start, start) < min(found.end, start + len(goal.labels["measure"]))


def confident_verdicts(goal: Judged) -> list[bool]:
    """Return, for each letter the check is confident of, whether it is right."""
    return [
        goal.got(letter) == goal.labels[letter]
        for letter in LETTERS
        if getattr(goal.review.criteria, letter).confident
    ]


TRICKY: dict[str, Letter] = {
    "number_not_measure": "measurable",
    "unitless_target": "measurable",
    "date_not_deadline": "time_bound",
    "unresolvable_end": "time_bound",
    "relative_date": "time_bound",
    "range": "measurable",
    "past_deadline": "time_bound",
}
"""Tricky kind -> the letter it bears on."""


def tricky(goals: Sequence[Judged]) -> dict[str, tuple[int, int]]:
    """Return, for each tricky kind, how many goals have the letter and the date right, and how many there are."""
    out: dict[str, tuple[int, int]] = {}
    for kind, letter in TRICKY.items():
        bearing = [goal for goal in goals if kind in goal.phenomena]
        right = [
            goal
            for goal in bearing
            if goal.got(letter) == goal.labels[letter] and goal.date == goal.labels["deadline"]
        ]
        out[kind] = (len(right), len(bearing))
    return out
