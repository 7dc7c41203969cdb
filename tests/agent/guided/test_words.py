import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.guided.words import excerpt, fresh, listed, quote, variants
from coaching.questions import QUESTIONS
from coaching.talk import Talk
from prompts.templates import blocks


def test_a_short_clause_is_quoted_whole() -> None:
    assert quote("customers wait six weeks.") == "“customers wait six weeks”"


def test_a_long_text_is_quoted_up_to_a_natural_end() -> None:
    text = "Claims and complaints blame each other all day and the customers wait six weeks for an answer."

    assert excerpt(text) == "Claims and complaints blame each other all day"


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.text(alphabet=st.sampled_from("ab ,.;-\n"), min_size=1, max_size=120))
def test_a_quote_is_always_theirs_and_never_longer_than_ten_words(text: str) -> None:
    taken = excerpt(text)

    assert taken in text
    assert len(taken.split()) <= 10


def test_a_variant_is_said_once_in_a_talk() -> None:
    names = variants("noted")
    talk = Talk(said=names[:-1])

    assert fresh(talk, "noted") == names[-1]
    assert fresh(Talk(said=names), "noted") is None


def test_variants_are_the_blocks_that_differ_by_a_number() -> None:
    assert variants("why") == ("why",)
    assert len(variants("noted")) > 5


@pytest.mark.parametrize(
    ("items", "phrase"), [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_items_are_listed_as_people_say_them(items: list[str], phrase: str) -> None:
    assert listed(items) == phrase


@pytest.mark.parametrize(
    "question", [*(q.id for q in QUESTIONS), "letter.S", "letter.M", "letter.A", "letter.R", "letter.T"]
)
def test_every_question_that_can_be_asked_has_its_words(question: str) -> None:
    assert "ask" in blocks(f"guided/questions/{question}.j2")
