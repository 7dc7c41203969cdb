from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.words import sentences, stem, stems, words


def test_inflections_share_a_stem() -> None:
    assert {stem(word) for word in ("promote", "promoted", "promotes", "promoting")} == {"promot"}
    assert {stem(word) for word in ("plan", "plans", "planned", "planning")} == {"plan"}
    assert stem("boss") == "boss"
    assert stem("goal") == stem("goals")


def test_words_without_meaning_are_left_out() -> None:
    assert stems("I don't know what to do about it") == stems("know")


def test_a_possessive_is_its_word() -> None:
    assert stems("My boss’s plan") == stems("boss plan")


@settings(deadline=None, derandomize=True)
@given(st.text())
def test_a_word_stands_where_it_says(text: str) -> None:
    for word in words(text):
        assert 0 <= word.start < word.end <= len(text)


def test_a_text_falls_into_its_sentences() -> None:
    text = 'She asked: "Are you sure?" I was. Version 2.1 came out.\n\nNext paragraph\n- an item'

    assert sentences(text) == [
        'She asked: "Are you sure?"',
        "I was.",
        "Version 2.1 came out.",
        "Next paragraph",
        "- an item",
    ]
    assert sentences("  ") == []
