"""The search as it ships, and the two plain ones it must beat, over the same cards."""

from collections.abc import Callable, Mapping, Sequence

from knowledge.bm25 import bm25, index_words
from knowledge.cards import Card
from knowledge.embedding import Embedder
from knowledge.library import Library
from knowledge.words import stems

Search = Callable[[str], Sequence[Sequence[str]]]
"""Question -> the passages of each card found, best first."""


def shipped(library: Library) -> Search:
    """Return the library's own search."""
    return lambda question: [hit.passages for hit in library.search(question)]


def shared_words(cards: Mapping[str, Card]) -> Search:
    """Return plain BM25 over the cards' texts."""
    listed = list(cards.values())
    index = index_words([stems(card.text) for card in listed])

    def search(question: str) -> Sequence[Sequence[str]]:
        scores = bm25(index, stems(question))
        return [listed[n].passages for n in sorted(scores, key=lambda n: -scores[n])[:5]]

    return search


def plain_dense(cards: Mapping[str, Card], embedder: Embedder) -> Search:
    """Return the five cards whose text is closest to the question as a vector."""
    listed = list(cards.values())
    rows = embedder.embed([card.text for card in listed])

    def search(question: str) -> Sequence[Sequence[str]]:
        cosines = (rows @ embedder.embed([question])[0]).tolist()
        return [listed[n].passages for n in sorted(range(len(listed)), key=lambda n: -cosines[n])[:5]]

    return search
