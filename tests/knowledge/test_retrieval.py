"""The figures of the search on the shipped questions may not fall."""

import pytest

from evals.retrieval.measures import hit, interval, ndcg, passages_in_order, recall
from evals.retrieval.questions import load
from evals.retrieval.suite import FLOOR, Answered, answered, figures, run
from evals.retrieval.systems import shipped
from knowledge.articles import is_passage
from knowledge.library import Library


def test_the_search_keeps_its_figures_on_the_shipped_questions(library: Library) -> None:
    found = figures(answered(shipped(library), load()))

    assert {name: found[name] for name, bar in FLOOR.items() if found[name] < bar} == {}


def test_the_questions_are_many_of_every_kind_and_graded_by_known_passages() -> None:
    questions = load()

    kinds = [question.kind for question in questions]
    assert len(questions) >= 120
    assert min(kinds.count(kind) for kind in ("plain", "oblique", "misspelt", "several", "off_topic")) >= 15
    assert all(is_passage(passage) for question in questions for passage in question.relevant)
    assert all(bool(question.relevant) == (question.kind != "off_topic") for question in questions)


def test_the_measures_agree_with_sums_done_by_hand() -> None:
    relevant = {"a": 2, "b": 1, "c": 1}

    assert ndcg(["a", "b", "c"], relevant) == 1.0
    assert ndcg(["x", "a"], relevant) == pytest.approx(3 / 1.58496 / (3 + 1 / 1.58496 + 0.5), abs=1e-4)
    assert recall(["x", "a", "1", "2", "3", "b"], relevant) == pytest.approx(1 / 3)
    assert recall(["x", "a", "1", "2", "3", "b"], relevant, None) == pytest.approx(2 / 3)
    assert (hit(["x", "b"], relevant), hit(["1", "2", "3", "4", "5", "a"], relevant)) == (1.0, 0.0)
    assert passages_in_order([("a", "b"), ("b", "c")]) == ["a", "b", "c"]


def test_an_interval_holds_its_mean_and_is_always_the_same() -> None:
    values = [0.0, 1.0] * 40

    low, high = interval(values)

    assert low < 0.5 < high
    assert interval(values) == (low, high)


def test_a_search_that_answers_everything_is_not_said_to_refuse() -> None:
    off_topic = [question for question in load() if question.kind == "off_topic"]
    on_topic = [question for question in load() if question.kind == "oblique"]

    found = figures([Answered(question, ("career-strategy/00",)) for question in off_topic + on_topic])

    assert (found["refused"], found["kept"]) == (0.0, 1.0)


@pytest.mark.slow
def test_the_suite_misses_no_bar_and_shows_the_plain_searches_beside_it() -> None:
    result = run()

    assert result.missed == ()
    assert all(name in result.table for name in ("cairn", "bm25", "dense", "oblique"))
