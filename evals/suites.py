"""What a suite gives back, and the suites by name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module


@dataclass(frozen=True)
class SuiteResult:
    """A suite's figures as text to be read, and a sentence for each bar that was missed."""

    name: str
    table: str
    missed: tuple[str, ...] = ()


SUITES: Mapping[str, str] = {
    "smart": "evals.smart.suite",
    "retrieval": "evals.retrieval.suite",
    "guided": "evals.guided.suite",
}
"""Suite -> the module whose `run()` gives its result."""


def run(name: str) -> SuiteResult:
    """Return the result of one suite. Raises: KeyError for a suite that is none."""
    play: Callable[[], SuiteResult] = import_module(SUITES[name]).run
    return play()
