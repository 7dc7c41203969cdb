from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.answers import DocumentAnswer, DocumentHit, Hit, SearchAnswer, matched_words, together
from knowledge.words import stems


def test_matched_words_are_given_with_their_places_and_joined_side_by_side() -> None:
    text = "Tell your boss early. Bosses hate deadlines missed."

    spans = matched_words(text, stems("my boss hates missing a deadline"))

    assert [span.text for span in spans] == ["boss", "Bosses hate deadlines missed"]
    assert all(text[span.start : span.end] == span.text for span in spans)


@settings(deadline=None, derandomize=True)
@given(st.text(max_size=60), st.text(max_size=60))
def test_a_span_is_the_text_at_its_place_whatever_is_typed(text: str, query: str) -> None:
    spans = matched_words(text, stems(query))

    assert all(text[span.start : span.end] == span.text for span in spans)


def test_cards_and_documents_are_answered_together_best_first() -> None:
    card = Hit(
        card="c",
        title="t",
        stage="goals",
        section="s",
        passages=("career-strategy/04",),
        text="x",
        score=0.5,
        matched=(),
    )
    piece = DocumentHit(document="d", title="t", page=2, heading=None, text="y", score=0.7, matched=())

    answer = together(
        SearchAnswer(query="q", results=(card,)),
        DocumentAnswer(query="q", results=(piece,), notice="Rebuilding."),
        5,
    )

    assert (answer.results, answer.notice) == ((piece, card), "Rebuilding.")
    assert (
        together(SearchAnswer(query="q", results=(card,)), DocumentAnswer(query="q", results=()), 1).notice
        is None
    )


def test_an_answer_prints_its_keys_in_the_order_of_the_interface() -> None:
    hit = Hit(card="c", title="t", stage="goals", section="s", passages=(), text="x", score=0.5, matched=())

    assert list(hit.model_dump()) == [
        "card",
        "title",
        "stage",
        "section",
        "passages",
        "text",
        "score",
        "matched",
    ]
