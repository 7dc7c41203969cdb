"""The retrieval suite: the search as shipped beside plain ones, with intervals, held against its bars."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evals.retrieval.measures import hit, interval, mean, ndcg, passages_in_order, recall
from evals.retrieval.questions import KEPT_OUTSIDE, Question, kept_outside, load
from evals.retrieval.systems import Search, plain_dense, shared_words, shipped
from evals.suites import SuiteResult
from knowledge.library import open_library
from knowledge.minilm import MiniLm

MUST = {"ndcg": 0.68, "recall": 0.66, "hit": 0.94, "oblique hit": 0.86, "kept": 0.97, "refused": 14 / 15}
"""Bars for the questions kept outside."""
FLOOR = {"ndcg": 0.60, "recall": 0.56, "hit": 0.92, "oblique hit": 0.80, "kept": 0.97, "refused": 0.90}
"""Regression thresholds on the shipped questions, which are written to be harder."""
_KINDS = ("plain", "oblique", "misspelt", "several")


@dataclass(frozen=True)
class Answered:
    """A question and the passages that a search named for it, in order."""

    question: Question
    found: tuple[str, ...]


def run() -> SuiteResult:
    """Return the figures of both sets and a sentence for each bar missed."""
    library = open_library()
    searches = {
        "cairn": shipped(library),
        "bm25": shared_words(library.cards),
        "dense": plain_dense(library.cards, MiniLm()),
    }
    own = load()
    lines = _table("shipped questions", own, searches)
    missed = _missed(figures(answered(searches["cairn"], own)), FLOOR)
    outside = kept_outside()
    if outside is None:
        lines.append(f"The questions kept outside were not asked: {KEPT_OUTSIDE} names no file.")
    else:
        kept = load(outside)
        lines += _table("questions kept outside", kept, searches)
        missed += _missed(figures(answered(searches["cairn"], kept)), MUST)
    return SuiteResult("retrieval", "\n".join(lines), tuple(missed))


def report() -> str:
    """Return the table as text."""
    return run().table


def answered(search: Search, questions: Sequence[Question]) -> list[Answered]:
    """Return every question with what a search found for it."""
    return [Answered(each, tuple(passages_in_order(search(each.text)))) for each in questions]


def figures(of: Sequence[Answered]) -> dict[str, float]:
    """Return the figures that bars are set for, and recall over all passages that the five cards name."""
    on = [each for each in of if each.question.relevant]
    off = [each for each in of if not each.question.relevant]
    return {name: mean(values) for name, values in _values(on).items()} | {
        "oblique hit": mean(_values([each for each in on if each.question.kind == "oblique"])["hit"]),
        "kept": mean(float(bool(each.found)) for each in on),
        "refused": mean(float(not each.found) for each in off),
    }


def _values(on: Sequence[Answered]) -> dict[str, list[float]]:
    return {
        "ndcg": [ndcg(each.found, each.question.relevant) for each in on],
        "recall": [recall(each.found, each.question.relevant) for each in on],
        "hit": [hit(each.found, each.question.relevant) for each in on],
        "recall of all": [recall(each.found, each.question.relevant, None) for each in on],
    }


def _missed(found: Mapping[str, float], bars: Mapping[str, float]) -> list[str]:
    return [
        f"{name} {found[name]:.3f}, at least {bar:.3f}"
        for name, bar in bars.items()
        if not found[name] >= bar
    ]


def _table(title: str, questions: Sequence[Question], searches: Mapping[str, Search]) -> list[str]:
    lines = [f"{title} ({len(questions)})"]
    lines += [f"  {'':6} {'nDCG@5':18} {'recall@5':18} {'hit@5':18} recall of all named  kept   refused"]
    for name, search in searches.items():
        lines.append(f"  {name:6} {_row(answered(search, questions))}")
    lines += [f"    {kind:9} {line}" for kind, line in _by_kind(answered(searches["cairn"], questions))]
    return lines


def _row(of: Sequence[Answered]) -> str:
    found, values = figures(of), _values([each for each in of if each.question.relevant])
    shown = [f"{found[name]:.3f} [{low:.3f} {high:.3f}]" for name, (low, high) in _intervals(values)]
    return f"{' '.join(shown)} {found['recall of all']:19.3f} {found['kept']:5.3f}  {found['refused']:.3f}"


def _intervals(values: Mapping[str, Sequence[float]]) -> list[tuple[str, tuple[float, float]]]:
    return [(name, interval(values[name])) for name in ("ndcg", "recall", "hit")]


def _by_kind(of: Sequence[Answered]) -> list[tuple[str, str]]:
    rows = []
    for kind in _KINDS:
        values = _values([each for each in of if each.question.kind == kind])
        shown = (f"{name} {mean(values[name]):.3f}" for name in ("ndcg", "recall", "hit"))
        rows.append((kind, f"({len(values['hit'])}) " + "  ".join(shown)))
    return rows
