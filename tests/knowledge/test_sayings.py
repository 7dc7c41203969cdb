from pathlib import Path

import pytest

from knowledge.articles import all_passages
from knowledge.cards import CardError, load_cards
from knowledge.sayings import load_sayings


def test_every_passage_that_a_card_names_has_sayings() -> None:
    named = {passage for card in load_cards() for passage in card.passages}

    sayings = load_sayings()

    assert named <= sayings.by_passage.keys() <= set(all_passages())
    assert min(len(lines) for lines in sayings.by_passage.values()) >= 8


def test_no_saying_stands_under_two_passages() -> None:
    lines = [line for said in load_sayings().by_passage.values() for line in said]

    assert len(lines) == len(set(lines))


def test_talk_of_other_things_is_kept_apart() -> None:
    sayings = load_sayings()

    assert "outside" not in sayings.by_passage
    assert len(sayings.outside) >= 50


@pytest.mark.parametrize(
    ("content", "fault"), [('"77":\n  - What?\n', "no article"), ('"01":\n  - a: b\n', "is not text")]
)
def test_a_saying_in_the_wrong_place_is_refused(tmp_path: Path, content: str, fault: str) -> None:
    (tmp_path / "career-strategy.yaml").write_text(content)

    with pytest.raises(CardError, match=fault):
        load_sayings(tmp_path)
