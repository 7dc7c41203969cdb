"""The labelled goals, and what the check says of each."""

import datetime as dt
import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coaching.smart.review import review_goal
from coaching.smart.types import CRITERIA, GoalContext, GoalReview, Letter

OWN = Path(__file__).parent.parent / "datasets" / "smart" / "goals.jsonl"
LISTS = OWN.with_name("lists.jsonl")
"""Short goals as people list them, labelled once; "never read" marks those whose errors nobody looked at."""
KEPT_OUTSIDE = "SMART_DEV_GOALS"
"""Environment variable: path of the goals that may be measured on but not shipped."""
TODAY = dt.date(2026, 11, 22)
"""The day that every label is seen from."""

Check = Callable[[str], GoalReview]


@dataclass(frozen=True)
class Judged:
    """A labelled goal beside its review; `labels` as in the file, `writer` the file's first letter or origin."""

    id: str
    text: str
    labels: dict[str, Any]
    phenomena: tuple[str, ...]
    writer: str
    review: GoalReview

    def got(self, letter: Letter) -> int:
        """Return the level that the check gives."""
        level: int = getattr(self.review.criteria, letter).level
        return level

    @property
    def date(self) -> str | None:
        """Return the date that the check gives, as ISO text."""
        end = self.review.deadline
        return end.date.isoformat() if end and end.date else None


def check(text: str) -> GoalReview:
    """Return the review of a bare goal text."""
    return review_goal(text, GoalContext(), TODAY)


def load(path: Path) -> list[dict[str, Any]]:
    """Return the lines of a file of labelled goals."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def judged(path: Path, by: Check = check) -> list[Judged]:
    """Return every goal of the file with its review."""
    return [_judged(row, by) for row in load(path)]


def _judged(row: dict[str, Any], by: Check) -> Judged:
    return Judged(
        id=row["id"],
        text=row["text"],
        labels=row["labels"],
        phenomena=tuple(row["phenomena"]),
        writer=row.get("origin") or row["id"][0],
        review=by(row["text"]),
    )


def kept_outside() -> Path | None:
    """Return the file of goals that are kept outside, when the environment names one that is there."""
    named = os.environ.get(KEPT_OUTSIDE)
    return Path(named) if named and Path(named).is_file() else None


LETTERS: tuple[Letter, ...] = CRITERIA
