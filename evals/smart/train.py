"""Learn how sure each level is, as plain numbers: `python -m evals.smart.train` (needs numpy, a dev extra).

For each letter a logistic regression says how probable it is that the rules' level is the labelled one. One
threshold stands for all letters: the highest at which the wanted share of levels, predicted with their goal left
out, counts as confident.
"""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import coaching.data
from coaching.smart.confidence import LetterWeights, signs
from coaching.smart.reading import read
from coaching.smart.review import standings_of
from coaching.smart.sight import Sight
from evals.smart.goals import LETTERS, OWN, TODAY, load

TARGET = Path(next(iter(coaching.data.__path__))) / "smart-confidence.json"
WANTED_SHARE = 0.84
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
    """Return the probability that the wanted share of levels reaches."""
    ranked = sorted((chance for chance, _ in predicted), reverse=True)
    return round(ranked[int(WANTED_SHARE * len(ranked)) - 1], 4)


def train() -> dict[str, LetterWeights]:
    """Return the numbers for every letter."""
    goals = load(OWN)
    rows = {letter: rows_of(letter, goals) for letter in LETTERS}
    bar = threshold([guess for letter in LETTERS for guess in left_out(rows[letter])])
    fits = {letter: fit(rows[letter]) for letter in LETTERS}
    return {letter: LetterWeights(threshold=bar, bias=bias, weights=w) for letter, (bias, w) in fits.items()}


if __name__ == "__main__":
    TARGET.write_text(json.dumps(train(), indent=0, sort_keys=True) + "\n", encoding="utf-8")
    print(f"wrote {TARGET.name}")
