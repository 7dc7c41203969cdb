from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.documents.chunks import FEWEST, MOST, chunks
from knowledge.documents.values import Block, Cell

BLOCKS = st.lists(
    st.builds(
        Block,
        text=st.lists(
            st.sampled_from(["goal", "plan.", "Then", "manager", "date!"]), min_size=1, max_size=260
        ).map(" ".join),
        page=st.integers(1, 9),
        heading=st.booleans(),
    ),
    max_size=12,
)


def prose(words: int) -> str:
    return " ".join(f"word{n}" + ("." if n % 12 == 11 else "") for n in range(words))


@settings(deadline=None, derandomize=True, max_examples=150)
@given(BLOCKS)
def test_no_chunk_is_too_long_and_only_a_short_document_has_a_short_one(blocks: list[Block]) -> None:
    lengths = [len(chunk.text.split()) for chunk in chunks(blocks)]

    assert all(length <= MOST + 270 for length in lengths)
    if len(lengths) > 1:
        assert min(lengths) >= FEWEST - 60


@settings(deadline=None, derandomize=True, max_examples=150)
@given(BLOCKS)
def test_every_word_of_the_text_is_in_some_chunk(blocks: list[Block]) -> None:
    told = [word for block in blocks if not block.heading for word in block.text.split()]

    found = " ".join(chunk.text for chunk in chunks(blocks)).split()

    assert len(found) >= len(told)


def test_a_chunk_knows_the_page_and_heading_it_begins_under() -> None:
    blocks = [
        Block(text="Strategy", page=1, heading=True),
        Block(text=prose(150), page=1),
        Block(text="People", page=2, heading=True),
        Block(text=prose(120), page=3),
    ]

    cut = chunks(blocks)

    assert [(chunk.page, chunk.heading) for chunk in cut] == [(1, "Strategy"), (3, "People")]


def test_short_sections_share_a_chunk_and_are_named_in_it() -> None:
    blocks = [
        Block(text="One", heading=True),
        Block(text="First."),
        Block(text="Two", heading=True),
        Block(text="Then."),
    ]

    (chunk,) = chunks(blocks)

    assert (chunk.heading, chunk.text) == ("One", "First.\nTwo: Then.")


def test_a_short_end_is_shared_with_the_chunk_before() -> None:
    lengths = [len(chunk.text.split()) for chunk in chunks([Block(text=prose(230))])]

    assert sum(lengths) == 230
    assert min(lengths) >= 100


def test_a_sentence_without_end_is_cut() -> None:
    cut = chunks([Block(text="word " * 1000)])

    assert max(len(chunk.text.split()) for chunk in cut) <= MOST


def test_the_cells_of_a_row_stand_in_one_line() -> None:
    cells = [
        Block(text=text, cell=Cell(table=0, row=0, column=n))
        for n, text in enumerate(["Scope", "team", "site"])
    ]

    assert chunks(cells)[0].text == "Scope | team | site"


def test_no_text_has_no_chunks() -> None:
    assert chunks([]) == ()
