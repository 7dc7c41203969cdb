"""The guided suite: every talk of the dataset through the real loop, counted by code, held against its bars."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml
from pydantic import BaseModel
from pydantic_evals import Case, Dataset
from pydantic_evals.evaluators import Evaluator, EvaluatorContext
from pydantic_evals.reporting import EvaluationReport
from rich.console import Console

from evals.guided import measures
from evals.suites import SuiteResult
from evals.talks import Transcript, play
from knowledge.library import Library, open_library

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
    "goal at": (1, 16),
    "agenda at": (1, 20),
}
"""Figure -> the lowest and the highest that pass; a figure that is missing does not."""


class Talk(BaseModel):
    """One talk of the dataset: who speaks, on which day, what they say one after another."""

    name: str
    today: date
    messages: tuple[str, ...]


@dataclass
class Figures(Evaluator[Talk, Transcript, None]):
    """Scores each figure, and asserts that it is within its bar."""

    def evaluate(self, ctx: EvaluatorContext[Talk, Transcript, None]) -> dict[str, bool | float]:
        """Return the figures as scores, and one assertion for each bar."""
        found = measures.figures(ctx.output)
        scores: dict[str, bool | float] = {name: value for name, value in found.items() if value is not None}
        return scores | {f"{name} ok": within(name, found[name]) for name in BARS}


def within(name: str, value: float | None) -> bool:
    """Return whether a figure passes its bar."""
    low, high = BARS[name]
    return value is not None and low <= value <= high


def dataset() -> Dataset[Talk, Transcript, None]:
    """Return the talks as cases."""
    talks = [
        Talk.model_validate(yaml.safe_load(path.read_text("utf-8"))) for path in sorted(TALKS.glob("*.yaml"))
    ]
    return Dataset(
        name="guided",
        cases=[Case(name=talk.name, inputs=talk) for talk in talks],
        evaluators=[Figures()],
    )


def evaluate(library: Library | None = None) -> EvaluationReport[Talk, Transcript, None]:
    """Return the report of all the talks, played one after another."""
    read = library or open_library()

    async def talk(inputs: Talk) -> Transcript:
        return await play(inputs.name, inputs.messages, inputs.today, read)

    return dataset().evaluate_sync(talk, max_concurrency=1, progress=False)


def run() -> SuiteResult:
    """Return the suite's table and what missed its bar."""
    report = evaluate()
    missed = [f"{failed.name} failed: {failed.error_message}" for failed in report.failures]
    rows = []
    for case in report.cases:
        scores = {name: result.value for name, result in case.scores.items()}
        rows.append({"talk": case.name, **scores})
        missed += [
            f"{case.name}: {name} is {scores.get(name, 'missing')}, the bar is {low:g} to {high:g}"
            for name, (low, high) in BARS.items()
            if not within(name, scores.get(name))
        ]
    return SuiteResult("guided", _table(rows), tuple(missed))


def _table(rows: Sequence[Mapping[str, object]]) -> str:
    from rich.table import Table

    table = Table()
    for name in ("talk", *BARS):
        table.add_column(name)
    for row in rows:
        table.add_row(*(str(row.get(name, "-")) for name in ("talk", *BARS)))
    out = io.StringIO()
    Console(file=out, width=170).print(table)
    return out.getvalue()
