import threading
import time
from pathlib import Path

import pytest

from knowledge.library import Library, open_library
from knowledge.sayings import load_sayings
from knowledge.vectors import KeptVectors


@pytest.fixture
def without_model(tmp_path: Path) -> Library:
    return open_library(tmp_path / "missing.onnx")


def test_a_boss_who_only_hears_of_fires_finds_keeping_a_manager_informed(library: Library) -> None:
    hits = library.search("my boss only ever hears from me when something is on fire")

    assert any("career-management/13" in hit.passages for hit in hits[:2])
    assert hits[0].section == "Manage Up"


@pytest.mark.parametrize(
    "query",
    ["best pizza in Rome", "How do I reset my wifi router?", "asdf qwer zxcv", "🎂", "...", "", "   "],
)
def test_what_no_card_bears_on_finds_nothing(library: Library, query: str) -> None:
    assert library.answer(query).results == ()


def test_hits_come_best_first_and_say_where_they_come_from(library: Library) -> None:
    answer = library.answer("How do I ask for a promotion?", limit=4)

    scores = [hit.score for hit in answer.results]
    assert (len(scores), scores) == (4, sorted(scores, reverse=True))
    assert all(library.cards[hit.card].text == hit.text for hit in answer.results)
    assert all(1 <= len(hit.passages) <= 3 for hit in answer.results)
    assert answer.notice is None


def test_no_two_hits_name_only_the_same_passages(library: Library) -> None:
    hits = library.search("how can I be more visible at work", limit=10)

    named: set[str] = set()
    for hit in hits:
        assert not named.issuperset(hit.passages)
        named.update(hit.passages)


def test_a_misspelt_question_finds_what_the_right_one_finds(library: Library) -> None:
    typed = library.search("how do i get feedbak from my manger")

    meant = library.search("how do i get feedback from my manager")

    assert [hit.card for hit in typed] == [hit.card for hit in meant]


def test_a_question_of_a_megabyte_is_answered_in_good_time(library: Library) -> None:
    library.search("warm up")
    start = time.perf_counter()

    library.search("I want to be promoted. " * 50_000)

    assert time.perf_counter() - start < 1


def test_without_the_model_words_alone_are_compared_and_it_is_said(without_model: Library) -> None:
    answer = without_model.answer("I want feedback on my blind spots from colleagues")

    assert "career-management/03" in {passage for hit in answer.results for passage in hit.passages}
    assert answer.notice
    assert "embedding model is not installed" in answer.notice
    assert without_model.answer("best pizza in Rome").results == ()


def test_a_library_without_cards_finds_nothing(library: Library) -> None:
    empty = Library((), library._embedder)

    assert empty.search("promotion") == ()


def test_vectors_are_made_when_none_were_kept(library: Library) -> None:
    few = list(library.cards.values())[:3]
    fresh = Library(few, library._embedder, kept=KeptVectors("", {}))

    assert fresh.search(few[0].triggers[0])[0].card == few[0].id


def test_several_threads_may_ask_first(library: Library) -> None:
    opened = Library(tuple(library.cards.values()), library._embedder, load_sayings())
    found: list[str] = []

    def ask() -> None:
        found.append(opened.search("Should I find a mentor?")[0].card)

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (len(found), len(set(found))) == (8, 1)
