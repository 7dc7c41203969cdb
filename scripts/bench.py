"""Measures Cairn: its commands as processes, its server over HTTP, its check and its search. `make bench` runs it.

Each figure stands beside its bar; the exit code is 1 when one is missed. `--keep` puts the table into
docs/quality.md.
"""

# A script: no package around it, its own commands run, its figures printed.
# ruff: noqa: INP001, S603, T201

import json
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import httpx

from coaching.smart.review import check_text
from coaching.smart.types import GoalContext
from evals.retrieval.questions import load as load_questions
from evals.smart import plain_regex
from knowledge.library import open_library

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
PAGE = ROOT / "docs" / "quality.md"
GOALS = ROOT / "evals" / "datasets" / "smart" / "goals.jsonl"
TODAY = date(2026, 11, 22)
MESSAGES = (
    "I lead five people in claims and want the whole division one day",
    "Customers wait six weeks for an answer and I want to fix that",
    "skip",
    "We got the backlog from 400 claims down to 150 since spring",
    "The weekly dashboard, anyone can see it",
    "My goal: get better at leading",
    "show my plan",
    "I don't know",
)


@dataclass(frozen=True)
class Figure:
    """One measured thing; `most` is its bar, None where it is there to compare with."""

    name: str
    value: float
    unit: str
    most: float | None = None

    @property
    def missed(self) -> bool:
        """Return whether it is over its bar."""
        return self.most is not None and self.value > self.most

    def line(self) -> str:
        """Return the figure as a line of the table."""
        bar = "" if self.most is None else f"{self.most:g}"
        verdict = "" if self.most is None else "**missed**" if self.missed else "met"
        return f"| {self.name} | {self.value:.2f} {self.unit} | {bar} | {verdict} |"


def main(arguments: Sequence[str]) -> int:
    """Measure, print, and return 1 when a bar was missed."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("CAIRN_")}
        environment["CAIRN_DATA_DIR"] = str(Path(folder) / "data")
        figures = [*of_commands(environment), *of_server(environment, Path(folder) / "data")]
    figures += [*of_check(), *of_search()]
    lines = ["| what | measured | at most | |", "|---|---|---|---|", *(figure.line() for figure in figures)]
    table = "\n".join(lines)
    print(table)
    if "--keep" in arguments:
        keep(table)
    return int(any(figure.missed for figure in figures))


def keep(table: str) -> None:
    """Put the table into the page about quality, with what it was measured on."""
    where = (
        f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.system()}; "
        f"load of the machine {os.getloadavg()[0]:.1f} at the end."
    )
    page = PAGE.read_text(encoding="utf-8")
    between = re.compile(r"(<!-- bench: begin -->\n).*(<!-- bench: end -->)", re.DOTALL)
    PAGE.write_text(between.sub(rf"\g<1>{where}\n\n{table}\n\g<2>", page), encoding="utf-8")


def of_commands(environment: dict[str, str]) -> list[Figure]:
    """Return how long the light commands take, in times of importing pydantic between them."""
    commands = {
        "import pydantic": [sys.executable, "-c", "import pydantic"],
        "`cairn --help`": [str(BIN / "cairn"), "--help"],
        "`cairn check`": [str(BIN / "cairn"), "check", "Pass the exam by 30 June 2027"],
    }
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    # In turns, so that what else the machine does falls on all alike.
    for _ in range(11):
        for name, command in commands.items():
            seconds[name].append(timed(lambda command=command: run(command, environment)))  # type: ignore[misc]
    unit, *others = (statistics.median(found) for found in seconds.values())
    return [
        Figure("importing pydantic, median", unit * 1000, "ms"),
        *(
            Figure(f"{name}, median", found / unit, "times that", 6)
            for name, found in zip([*commands][1:], others, strict=True)
        ),
    ]


def of_check() -> list[Figure]:
    """Return how long a goal takes, beside a page of regular expressions over the same goals."""
    with GOALS.open(encoding="utf-8") as file:
        goals = [json.loads(line)["text"] for line in file]
    check_text(goals[0], GoalContext(), TODAY)
    ours = [timed(lambda goal=goal: check_text(goal, GoalContext(), TODAY)) for goal in goals]  # type: ignore[misc]
    plain = [timed(lambda goal=goal: plain_regex.check(goal)) for goal in goals]  # type: ignore[misc]
    return [
        Figure("goal check, median", statistics.median(ours) * 1000, "ms", 2),
        Figure("goal check, p95", ninety_fifth(ours) * 1000, "ms"),
        Figure("the same by plain patterns, median", statistics.median(plain) * 1000, "ms"),
    ]


def of_search() -> list[Figure]:
    """Return how long a question takes for one who asks, and for eight who ask at once."""
    library = open_library()
    asked = [question.text for question in load_questions()]
    first = timed(lambda: library.answer(asked[0]))

    def answer(question: str) -> float:
        return timed(lambda: library.answer(question))

    alone = [answer(question) for question in asked]
    with ThreadPoolExecutor(8) as callers:
        together = list(callers.map(answer, asked * 3))
    return [
        Figure("first search, model and vectors loaded", first * 1000, "ms"),
        Figure("search, one caller, p95", ninety_fifth(alone) * 1000, "ms", 15),
        Figure("search, eight callers, p95", ninety_fifth(together) * 1000, "ms", 75),
    ]


def of_server(environment: dict[str, str], folder: Path) -> list[Figure]:
    """Return how fast a fresh server starts and answers, and how much memory it holds."""
    begun = time.monotonic()
    server = subprocess.Popen(
        [BIN / "cairn", "serve", "--port", "0"], env=environment, stderr=subprocess.PIPE, text=True
    )
    try:
        assert server.stderr is not None
        address = server.stderr.readline().rpartition(" ")[2].strip()
        start = time.monotonic() - begun
        token = (folder / "token").read_text().strip()
        headers = {"Authorization": f"Bearer {token}"}
        with httpx.Client(base_url=address, headers=headers, trust_env=False, timeout=60) as client:
            idle = resident(server.pid)
            turns = timed_turns(client)
            quiet = resident(server.pid)
            first = timed(lambda: client.post("/v1/search", json={"query": "How do I ask for a promotion?"}))
            searches = [
                timed(lambda: client.post("/v1/search", json={"query": "What should I say to my manager?"}))
                for _ in range(20)
            ]
            searched = resident(server.pid)
    finally:
        server.terminate()
        server.wait()
    return [
        Figure("server start", start, "s", 5),
        Figure("idle server, resident memory", idle, "MB", 220),
        Figure("after the turns, before a search", quiet, "MB", 220),
        Figure("after searches", searched, "MB", 350),
        Figure("guided turn over HTTP, median", statistics.median(turns) * 1000, "ms"),
        Figure("guided turn over HTTP, p95", ninety_fifth(turns) * 1000, "ms", 150),
        Figure("first search over HTTP", first * 1000, "ms"),
        Figure("search over HTTP, median", statistics.median(searches) * 1000, "ms"),
    ]


def timed_turns(client: httpx.Client) -> list[float]:
    """Return the seconds of each turn, to the end of its stream."""
    found = []
    for _ in range(10):
        talk = client.post("/v1/conversations").json()["id"]
        for text in MESSAGES:
            path = f"/v1/conversations/{talk}/messages"
            begun = time.perf_counter()
            finished(client.post(path, json={"text": text}))
            found.append(time.perf_counter() - begun)
    return found


def finished(answer: httpx.Response) -> None:
    """Exit when a turn did not complete."""
    done = json.loads(answer.text.rpartition("event: done")[2].partition("data: ")[2].partition("\n")[0])
    if done["status"] != "complete":
        sys.exit(f"A turn ended as {done['status']}.")


def timed(work: Callable[[], object]) -> float:
    """Return the seconds that the work took."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def run(command: list[str], environment: dict[str, str]) -> None:
    """Run a command to its end."""
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)


def ninety_fifth(values: list[float]) -> float:
    """Return the 95th percentile."""
    return statistics.quantiles(values, n=20)[-1]


def resident(pid: int) -> float:
    """Return a process's resident memory in MB."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
