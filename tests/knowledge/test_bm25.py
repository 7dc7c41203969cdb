import pytest

from knowledge.bm25 import bm25, covered, index_words

INDEX = index_words([["boss", "late", "late"], ["boss", "goal"], ["goal", "date", "plan"]])


def test_a_rarer_word_weighs_more() -> None:
    scores = bm25(INDEX, ["boss", "late"])

    assert scores[0] > scores[1] > 0
    assert 2 not in scores


def test_words_that_no_text_has_score_nothing() -> None:
    assert bm25(INDEX, ["pizza"]) == {}
    assert bm25(index_words([]), ["boss"]) == {}


def test_a_query_is_covered_by_the_words_it_shares() -> None:
    assert covered(INDEX, ["boss", "late"], ["boss", "late"]) == 1.0
    assert covered(INDEX, ["late"], ["goal"]) == 0.0
    assert covered(INDEX, [], ["goal"]) == 0.0
    assert covered(INDEX, ["boss", "pizza"], ["boss"]) == pytest.approx(0.23, abs=0.1)
