"""The guided suite: every talk of the dataset through the real loop, with its figures and what breaks a bar."""

import asyncio
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from evals.guided import measures
from evals.talks import Transcript, as_text, play
from knowledge.library import open_library

TALKS = Path(__file__).parents[1] / "datasets" / "guided" / "talks"

BARS: dict[str, tuple[float, float]] = {
    "words median": (0, 35),
    "words most": (0, 60),
    "questions most": (0, 1),
    "repeated": (0, 0),
    "frames repeated": (0, 0),
    "reflect:ask": (0.9, 2),
    "coach share": (0, 0.62),
    "false quotes": (0, 0),
    "praise": (0, 0),
    "unasked cards": (0, 0),
}
"""Figure -> lowest and highest that pass."""


def cases() -> list[dict[str, Any]]:
    """Return the dataset's talks."""
    return [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(TALKS.glob("*.yaml"))]


def transcripts() -> list[Transcript]:
    """Return every talk, played."""
    library = open_library()
    return [asyncio.run(_played(case, library)) for case in cases()]


async def _played(case: dict[str, Any], library: Any) -> Transcript:
    today = case["today"] if isinstance(case["today"], date) else date.fromisoformat(case["today"])
    return await play(case["name"], case["messages"], today, library)


def failures(rows: list[dict[str, Any]]) -> list[str]:
    """Return a sentence for each figure outside its bar."""
    return [
        f"{row['talk']}: {name} is {row[name]}, the bar is {low:g} to {high:g}"
        for row in rows
        for name, (low, high) in BARS.items()
        if row[name] is None or not low <= row[name] <= high
    ]


def texts() -> str:
    """Return all the talks to be read aloud."""
    return "\n\n".join(as_text(talk) for talk in transcripts())


def report() -> list[dict[str, Any]]:
    """Return a row of figures for each talk."""
    return measures.table(transcripts())
