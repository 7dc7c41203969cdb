import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.embedding import Tuning
from knowledge.parts import CardRows, Layout
from knowledge.ranking import bearing, best_first, closeness, fused, tables, unrepeated

TUNING = Tuning(best=0.3, said=0.5, outside=0.5)
LAYOUT = Layout(
    texts=("a", "a1", "a2", "b", "b1", "s1", "s2", "out"),
    cards=(CardRows("a", 0, (1, 2), ("p/00",)), CardRows("b", 3, (4,), ("p/01",))),
    said={"p/00": (5, 6)},
    outside=(7,),
)


def cosines(*values: float) -> np.ndarray:
    return np.array(values, dtype=np.float32)


def test_a_card_is_close_as_a_whole_by_its_closest_line_and_by_what_people_say() -> None:
    close = closeness(cosines(0.5, 0.1, 0.2, 0, 0, 0.9, 0.7, 0), tables(LAYOUT), TUNING)

    assert close["a"] == pytest.approx(0.2 * 0.5 + 0.3 * 0.9 + 0.5 * 0.8)


def test_a_card_without_sayings_is_measured_by_its_own_lines() -> None:
    close = closeness(cosines(0, 0, 0, 0.5, 0.4, 1, 1, 0), tables(LAYOUT), TUNING)

    assert close["b"] == pytest.approx(0.2 * 0.5 + 0.3 * 0.5 + 0.5 * 0.4)


def test_likeness_to_other_talk_counts_against_bearing_on_a_question() -> None:
    near, other = cosines(0.5, 0, 0, 0, 0, 0, 0, 0), cosines(0.5, 0, 0, 0, 0, 0, 0, 0.6)
    close = {"a": 0.5}

    assert bearing(close, near, tables(LAYOUT), TUNING) == pytest.approx(0.5)
    assert bearing(close, other, tables(LAYOUT), TUNING) == pytest.approx(0.2)


@settings(deadline=None, derandomize=True)
@given(st.lists(st.floats(-1, 1, width=32), min_size=8, max_size=8))
def test_closeness_stays_between_the_lowest_and_the_highest_cosine(values: list[float]) -> None:
    close = closeness(cosines(*values), tables(LAYOUT), TUNING)

    assert all(min(values) - 1e-5 <= value <= max(values) + 1e-5 for value in close.values())


def test_shared_words_are_measured_against_the_best_of_them() -> None:
    assert fused({"a": 0.4, "b": 0.6}, {"a": 3.0}, 0.5) == pytest.approx({"a": 0.7, "b": 0.3})
    assert fused({"a": 0.4}, {}, 0.5) == {"a": 0.2}


def test_equal_scores_come_by_id() -> None:
    assert best_first({"b": 0.5, "a": 0.5, "c": 0.9}) == ["c", "a", "b"]


def test_a_card_is_left_out_when_better_ones_named_all_its_passages() -> None:
    passages = {"a": ["x", "y"], "b": ["y"], "c": ["y", "z"]}

    assert list(unrepeated(["a", "b", "c"], passages)) == ["a", "c"]
