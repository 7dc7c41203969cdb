"""The questions: what people ask, graded against the passages by someone who had not seen the cards."""

import os
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict

OWN = Path(__file__).parents[1] / "datasets" / "retrieval" / "questions.yaml"
KEPT_OUTSIDE = "RETRIEVAL_QUESTIONS"

Kind = Literal["plain", "oblique", "misspelt", "several", "off_topic"]


class Question(BaseModel):
    """A question and the passages that bear on it: 2 answers it, 1 helps. Off-topic ones have none."""

    model_config = ConfigDict(frozen=True)

    id: str
    kind: Kind
    text: str
    relevant: dict[str, int] = {}


def load(path: Path = OWN) -> tuple[Question, ...]:
    """Return the questions of a file."""
    found = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tuple(Question.model_validate({**each, "relevant": each.get("relevant") or {}}) for each in found)


def kept_outside() -> Path | None:
    """Return the file of questions that stands outside the project, when the environment names one that is there."""
    named = os.environ.get(KEPT_OUTSIDE)
    return Path(named) if named and Path(named).is_file() else None
