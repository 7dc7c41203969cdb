"""The figures of the goal check against its bars, on the goals that ship and on those kept outside."""

from collections.abc import Sequence

from evals.smart import plain_regex
from evals.smart.figures import Figures, figures_of, interval, kappa, pairs_of, tricky
from evals.smart.goals import KEPT_OUTSIDE, LETTERS, LISTS, OWN, Judged, judged, kept_outside
from evals.suites import SuiteResult

MUST = {"specific": 0.70, "measurable": 0.85, "achievable": 0.75, "relevant": 0.75, "time_bound": 0.92}
"""Bars of kappa for goals like those kept outside."""
FLOOR = {"specific": 0.76, "measurable": 0.85, "achievable": 0.74, "relevant": 0.77, "time_bound": 0.95}
"""Regression thresholds on the shipped goals, which are written to be harder."""


def run() -> SuiteResult:
    """Return the figures of both sets and a sentence for each bar missed."""
    own = judged(OWN)
    lines = [
        *_set("shipped goals", own),
        *_set("list goals", judged(LISTS)),
        *_set("plain regex on the shipped goals", judged(OWN, plain_regex.check), brief=True),
    ]
    missed = _missed(figures_of(own), FLOOR, exact=0.95, invented=0.02)
    outside = kept_outside()
    if outside is None:
        lines.append(f"The goals kept outside were not measured: {KEPT_OUTSIDE} names no file.")
    else:
        kept = judged(outside)
        lines += _set("goals kept outside", kept)
        missed += _missed(figures_of(kept), MUST, exact=0.92, invented=0.01)
    return SuiteResult("smart", "\n".join(lines), tuple(missed))


def report() -> str:
    """Return the table as text."""
    return run().table


def _set(title: str, goals: Sequence[Judged], *, brief: bool = False) -> list[str]:
    figures = figures_of(goals)
    lines = [f"{title} ({figures.size})", "  " + _letters(figures, goals, brief=brief)]
    lines.append(
        f"  exact date {figures.exact:.3f}  invented {figures.invented:.3f}  measure span {figures.measures:.3f}"
    )
    if brief:
        return lines
    lines.append(f"  confident {figures.confident:.3f} of verdicts, right {figures.accuracy:.3f}")
    lines += [f"  {kind}: {right}/{size}" for kind, (right, size) in tricky(goals).items() if size]
    for writer in sorted({goal.writer for goal in goals}):
        some = [goal for goal in goals if goal.writer == writer]
        lines.append(f"  from {writer} ({len(some)}): " + _letters(figures_of(some), some, brief=True))
    return lines


def _letters(figures: Figures, goals: Sequence[Judged], *, brief: bool) -> str:
    if brief:
        return "  ".join(f"{letter[0].upper()} {figures.kappas[letter]:.3f}" for letter in LETTERS)
    shown: list[str] = []
    for letter in LETTERS:
        low, high = interval(pairs_of(goals, letter), kappa)
        shown.append(f"{letter[0].upper()} {figures.kappas[letter]:.3f} [{low:.2f}, {high:.2f}]")
    return "  ".join(shown)


def _missed(figures: Figures, bars: dict[str, float], *, exact: float, invented: float) -> list[str]:
    out = [
        f"{letter} {figures.kappas[letter]:.3f} is below {bar:.2f} on {figures.size} goals"
        for letter, bar in bars.items()
        if figures.kappas[letter] < bar
    ]
    if figures.exact < exact:
        out.append(f"exact dates {figures.exact:.3f} are below {exact:.2f} on {figures.size} goals")
    if figures.invented > invented:
        out.append(f"invented dates {figures.invented:.3f} are above {invented:.2f} on {figures.size} goals")
    if figures.accuracy < 0.90 or figures.confident < 0.75:
        out.append(f"confident verdicts: {figures.confident:.3f} of all, right {figures.accuracy:.3f}")
    return out


if __name__ == "__main__":
    print(report())
