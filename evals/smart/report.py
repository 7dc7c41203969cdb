"""Write the figures of docs/smart.md anew: `SMART_DEV_GOALS=... python -m evals.smart.report`."""

from collections.abc import Sequence
from pathlib import Path

from evals.smart import plain_regex
from evals.smart.figures import figures_of, interval, kappa, pairs_of, tricky
from evals.smart.goals import LETTERS, LISTS, OWN, Judged, judged, kept_outside, load

PAGE = Path(__file__).parent.parent.parent / "docs" / "smart.md"
START, END = "<!-- figures: python -m evals.smart.report -->", "<!-- /figures -->"

Named = tuple[str, Sequence[Judged]]


def sets() -> list[Named]:
    """Return each set of goals with its name: shipped, lists worked on, lists never read, and kept outside."""
    lists = judged(LISTS)
    found: list[Named] = [("shipped", judged(OWN))]
    found += [
        (f"lists, {origin}", [goal for goal in lists if goal.writer == origin])
        for origin in ("worked on", "never read")
    ]
    outside = kept_outside()
    return [*found, ("kept outside", judged(outside))] if outside else found


def figures_block() -> str:
    """Return the tables as Markdown."""
    named = sets()
    parts = [_kappas(named), _rest(named), _writers(named), _kinds(named)]
    return "\n\n".join("\n".join(part) for part in parts)


def _kappas(named: Sequence[Named]) -> list[str]:
    lines = ["| goals | S | M | A | R | T |", "|---|---|---|---|---|---|"]
    lines.append(_row("plain regex, shipped", judged(OWN, plain_regex.check), spread=False))
    lines += [_row(f"{name} ({len(goals)})", goals, spread=True) for name, goals in named]
    lines.append("| must, kept outside | .70 | .85 | .75 | .75 | .92 |")
    lines.append("| two raters, kept outside | .90 | .97 | .94 | .93 | .97 |")
    lines.append("| two passes, shipped | " + " | ".join(_passes()) + " |")
    return lines


def _row(name: str, goals: Sequence[Judged], *, spread: bool) -> str:
    cells: list[str] = []
    for letter in LETTERS:
        pairs = pairs_of(goals, letter)
        low, high = interval(pairs, kappa)
        cells.append(_share(kappa(pairs)) + (f" [{low:.2f}, {high:.2f}]" if spread else ""))
    return f"| {name} | " + " | ".join(cells) + " |"


def _passes() -> list[str]:
    rows = [row for row in load(OWN) if "pass1" in row and "pass2" in row]
    return [
        _share(kappa([(row["pass1"][key], row["pass2"][key]) for row in rows])) if rows else "-"
        for key in LETTERS
    ]


def _rest(named: Sequence[Named]) -> list[str]:
    lines = [
        "| goals | exact date | date invented | measure span | confident | right when confident |",
        "|---|---|---|---|---|---|",
    ]
    for name, goals in named:
        found = figures_of(goals)
        spans = _share(found.measures) if any(goal.labels["measure"] for goal in goals) else "-"
        cells = [
            _share(found.exact),
            _share(found.invented),
            spans,
            _share(found.confident),
            _share(found.accuracy),
        ]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return lines


def _writers(named: Sequence[Named]) -> list[str]:
    lines = ["| by source | S | M | A | R | T |", "|---|---|---|---|---|---|"]
    for name, goals in named:
        writers = sorted({goal.writer for goal in goals})
        for writer in writers if len(writers) > 1 else []:
            some = [goal for goal in goals if goal.writer == writer]
            lines.append(_row(f"{name}: {writer} ({len(some)})", some, spread=False))
    return lines


def _kinds(named: Sequence[Named]) -> list[str]:
    shown = [(name, tricky(goals)) for name, goals in named if name in {"shipped", "kept outside"}]
    lines = [
        "| tricky kind: its letter and the date right | " + " | ".join(name for name, _ in shown) + " |",
        "|---" * (len(shown) + 1) + "|",
    ]
    for kind in shown[0][1]:
        cells = [f"{found[kind][0]}/{found[kind][1]}" for _, found in shown]
        lines.append(f"| {kind.replace('_', ' ')} | " + " | ".join(cells) + " |")
    return lines


def _share(figure: float) -> str:
    return f"{figure:.3f}".replace("0.", ".", 1)


def write_docs(page: Path = PAGE) -> None:
    """Put the figures of today between the marks of the page."""
    text = page.read_text(encoding="utf-8")
    before, _, rest = text.partition(START)
    _, _, after = rest.partition(END)
    page.write_text(f"{before}{START}\n\n{figures_block()}\n\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    write_docs()
