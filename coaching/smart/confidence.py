"""How sure a level is: a probability from what the check saw, against a threshold."""

import json
from functools import cache
from math import exp
from pathlib import Path
from typing import TypedDict

from coaching.smart.levels import Standing
from coaching.smart.sight import Sight
from coaching.smart.types import Letter

_FILE = Path(__file__).parent.parent / "data" / "smart-confidence.json"


class LetterWeights(TypedDict):
    """Plain numbers for one letter: the threshold from which a level is confident, and a weight for every sign."""

    threshold: float
    bias: float
    weights: dict[str, float]


def signs(sight: Sight, standing: Standing, others: dict[Letter, Standing]) -> frozenset[str]:
    """Return what speaks for or against a level, as named signs."""
    reading = sight.reading
    out = {f"case={standing.case}", f"level={standing.level}", f"case={standing.case}&level={standing.level}"}
    out.update(f"{letter[0]}={of.level}" for letter, of in others.items())
    out.update(f"{letter[0]}:{of.case}" for letter, of in others.items())
    out.update(f"part={segment.part}" for segment in reading.segments)
    out.update(f"time={mention.role}" for mention in reading.times)
    sentences = reading.segments[-1].sentence if reading.segments else 0
    out.add(f"sentences={min(sentences, 2)}")
    out.add(f"size={min(len(reading.tokens) // 5, 6)}")
    out.add("verb" if sight.action else "no_verb")
    out.update(f"quantity={quantity.kind}" for quantity in sight.quantities)
    return frozenset(out)


def probability(letter: Letter, found: frozenset[str]) -> float:
    """Return the probability that the level is right."""
    model = _models()[letter]
    weights = model["weights"]
    return 1 / (1 + exp(-(model["bias"] + sum(weights.get(sign, 0.0) for sign in sorted(found)))))


def is_confident(letter: Letter, found: frozenset[str]) -> bool:
    """Return whether the level is probably right, against the published threshold."""
    return probability(letter, found) >= _models()[letter]["threshold"]


@cache
def _models() -> dict[str, LetterWeights]:
    found: dict[str, LetterWeights] = json.loads(_FILE.read_text(encoding="utf-8"))
    return found
