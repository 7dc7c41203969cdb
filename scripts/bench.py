"""Measures Cairn from outside: its commands as processes, its server over HTTP. `make bench` runs it.

Each figure stands beside its bar; the exit code is 1 when one is missed.
"""

# A script: no package around it, its own commands run, its figures printed.
# ruff: noqa: INP001, S603, T201

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import httpx

BIN = Path(sys.executable).parent
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
    """One measured thing; `most` is its bar."""

    name: str
    value: float
    most: float
    unit: str

    def line(self) -> str:
        """Return the figure as a line of the table."""
        verdict = "ok" if self.value <= self.most else "MISSED"
        return f"{self.name:<48} {self.value:>9.1f} {self.unit:<6} bar {self.most:>6.0f}  {verdict}"


def main() -> None:
    """Measure, print, and say by the exit code whether every bar was met."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("CAIRN_")}
        environment["CAIRN_DATA_DIR"] = str(Path(folder) / "data")
        figures = [*of_commands(environment), *of_server(environment, Path(folder) / "data")]
    print("\n".join(figure.line() for figure in figures))
    sys.exit(any(figure.value > figure.most for figure in figures))


def of_commands(environment: dict[str, str]) -> list[Figure]:
    """Return how long the light commands take, in times of importing pydantic."""
    measure = pydantic = fastest([sys.executable, "-c", "import pydantic"], environment)
    commands = {"cairn --help": ["--help"], 'cairn check "..."': ["check", "Pass the exam by 30 June 2027"]}
    return [
        Figure("import pydantic", pydantic * 1000, 10_000, "ms"),
        *(
            Figure(name, fastest([str(BIN / "cairn"), *arguments], environment) / measure, 6, "times")
            for name, arguments in commands.items()
        ),
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
        Figure("server start", start, 5, "s"),
        Figure("idle server, resident memory", idle, 220, "MB"),
        Figure("after the turns, before a search", quiet, 220, "MB"),
        Figure("after searches", searched, 350, "MB"),
        Figure("guided turn over HTTP, p95", ninety_fifth(turns) * 1000, 150, "ms"),
        Figure("guided turn over HTTP, median", statistics.median(turns) * 1000, 150, "ms"),
        Figure("first search", first * 1000, 10_000, "ms"),
        Figure("search, p95", ninety_fifth(searches) * 1000, 250, "ms"),
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


def fastest(command: list[str], environment: dict[str, str]) -> float:
    """Return the shortest of seven runs, in seconds; the others waited for the machine."""
    run = lambda: subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)  # noqa: E731
    return min(timed(run) for _ in range(7))


def ninety_fifth(values: list[float]) -> float:
    """Return the 95th percentile."""
    return statistics.quantiles(values, n=20)[-1]


def resident(pid: int) -> float:
    """Return a process's resident memory in MB."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    main()
