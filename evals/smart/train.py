"""Learn how sure each level is, as plain numbers: `python -m evals.smart.train` (needs numpy, from the project's dev extra).

For each letter a logistic regression says how probable it is that the rules' level is the labelled one. The threshold is the
lowest at which, in predictions made on goals left out, confident levels reach the wanted accuracy.
"""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import coaching.data
from coaching.smart.confidence import LetterWeights, signs
from coaching.smart.features import Sight
from coaching.smart.reading import read
from coaching.smart.review import standings_of
from evals.smart.goals import LETTERS, OWN, TODAY, load

TARGET = Path(next(iter(coaching.data.__path__))) / "smart-confidence.json"
WANTED_ACCURACY = 0.93
_RARE = 6
_FOLDS = 7
_DECAY = 4.0

Row = tuple[frozenset[str], bool]
Matrix = NDArray[np.float64]


def rows_of(letter: str, goals: list[dict[str, Any]]) -> list[Row]:
    """Return the signs of each goal's level for a letter, and whether the level is right."""
    out: list[Row] = []
    for goal in goals:
        sight = Sight(read(goal["text"], TODAY))
        standings = standings_of(sight, TODAY)
        found = signs(sight, standings[letter], standings)  # type: ignore[index]
        out.append((found, standings[letter].level == goal["labels"][letter]))  # type: ignore[index]
    return out


def fit(rows: list[Row]) -> tuple[float, dict[str, float]]:
    """Return bias and weights of a logistic regression with decay, by Newton steps."""
    counts = Counter(sign for found, _ in rows for sign in found)
    names = sorted(sign for sign, count in counts.items() if _RARE <= count < len(rows))
    seen = np.array([[1.0, *(float(name in found) for name in names)] for found, _ in rows])
    right = np.array([float(hit) for _, hit in rows])
    weights = _newton(seen, right)
    kept = {name: round(float(weight), 4) for name, weight in zip(names, weights[1:], strict=True)}
    return round(float(weights[0]), 4), kept


def _newton(seen: Matrix, right: Matrix) -> Matrix:
    weights = np.zeros(seen.shape[1])
    decay = np.full(seen.shape[1], _DECAY)
    decay[0] = 1e-3
    for _ in range(12):
        chance = 1 / (1 + np.exp(-seen @ weights))
        slope = seen.T @ (chance - right) + decay * weights
        curve = (seen.T * (chance * (1 - chance))) @ seen + np.diag(decay)
        weights = weights - np.linalg.solve(curve, slope)
    return weights


def left_out(rows: list[Row]) -> list[tuple[float, bool]]:
    """Return for every goal the probability that a fit without its fold gives, and whether the level is right."""
    out: list[tuple[float, bool]] = []
    for fold in range(_FOLDS):
        bias, weights = fit([row for at, row in enumerate(rows) if at % _FOLDS != fold])
        for found, hit in rows[fold::_FOLDS]:
            score = bias + sum(weights.get(sign, 0.0) for sign in found)
            out.append((float(1 / (1 + np.exp(-score))), hit))
    return out


def threshold(predicted: list[tuple[float, bool]]) -> float:
    """Return the lowest probability above which levels are as accurate as wanted."""
    ranked = sorted(predicted, reverse=True)
    best, right = 1.0, 0
    for count, (chance, hit) in enumerate(ranked, 1):
        right += hit
        if right / count >= WANTED_ACCURACY:
            best = chance
    return round(best, 4)


def train() -> dict[str, LetterWeights]:
    """Return the numbers for every letter."""
    goals = load(OWN)
    out: dict[str, LetterWeights] = {}
    for letter in LETTERS:
        rows = rows_of(letter, goals)
        bias, weights = fit(rows)
        out[letter] = LetterWeights(threshold=threshold(left_out(rows)), bias=bias, weights=weights)
    return out


if __name__ == "__main__":
    TARGET.write_text(json.dumps(train(), indent=0, sort_keys=True) + "\n", encoding="utf-8")
    print(f"wrote {TARGET.name}")
