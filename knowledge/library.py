"""The library: every card, found by what a person says in their own words."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Any

from knowledge.answers import Hit, SearchAnswer, matched_words
from knowledge.articles import section_of
from knowledge.bm25 import WordIndex, bm25, covered, index_words
from knowledge.cards import Card, load_cards
from knowledge.embedding import Embedder, EmbedderUnavailableError
from knowledge.index import fill, memory_client, nearest, open_collection
from knowledge.minilm import MiniLm
from knowledge.parts import Part, all_parts, library_version
from knowledge.ranking import best_first, dense_scores, fused
from knowledge.vectors import KeptVectors, shipped_vectors, sync
from knowledge.words import stems

WORDS_ALONE = "Searched by shared words alone: {reason}. Answers will be better once that is mended."
# Share of a question's rare words that a card must use before shared words alone count as an answer.
_COVERED_FROM = 0.3
# What an embedder reads of a question; the rest is outside its window anyway.
_LONGEST_QUERY = 2000


class Library:
    """The cards and their search. Makes its index at the first question; several threads may ask at once."""

    def __init__(self, cards: Sequence[Card], embedder: Embedder, kept: KeptVectors | None = None) -> None:
        """Take the cards, what embeds a question, and vectors made earlier (by default those shipped)."""
        self.cards: Mapping[str, Card] = {card.id: card for card in cards}
        self._embedder = embedder
        self._kept = kept
        self._lock = Lock()

    def search(self, query: str, limit: int = 5) -> tuple[Hit, ...]:
        """Return the cards that bear on a question, best first; none when nothing does."""
        return self.answer(query, limit).results

    def answer(self, query: str, limit: int = 5) -> SearchAnswer:
        """Return the cards that bear on a question, and a notice when only words could be compared."""
        asked = query[:_LONGEST_QUERY]
        asked_words = stems(asked)
        try:
            scores, notice = self._by_meaning(asked, asked_words), None
        except EmbedderUnavailableError as error:
            scores, notice = self._by_words(asked_words), WORDS_ALONE.format(reason=error)
        chosen = best_first(scores, limit)
        return SearchAnswer(
            query=query,
            results=tuple(_hit(self.cards[card], scores[card], asked_words) for card in chosen),
            notice=notice,
        )

    def _by_meaning(self, asked: str, asked_words: Sequence[str]) -> dict[str, float]:
        if not asked.strip() or not self.cards:
            return {}
        tuning = self._embedder.tuning
        dense = dense_scores(self._cosines(asked), tuning)
        if max(dense.values()) < tuning.cards_from:
            return {}
        return fused(dense, self._lexical(asked_words), tuning.lexical)

    def _cosines(self, asked: str) -> dict[str, float]:
        vector = self._embedder.embed([asked])[0]
        with self._lock:
            index = self._index
        return nearest(index, vector, len(self._parts))

    def _lexical(self, asked_words: Sequence[str]) -> dict[str, float]:
        names = list(self.cards)
        return {names[number]: score for number, score in bm25(self._words, asked_words).items()}

    def _by_words(self, asked_words: Sequence[str]) -> dict[str, float]:
        shares = {
            name: covered(self._words, asked_words, _card_words(card)) for name, card in self.cards.items()
        }
        return {name: share for name, share in shares.items() if share >= _COVERED_FROM}

    @cached_property
    def _parts(self) -> list[Part]:
        return all_parts(self.cards.values())

    @cached_property
    def _words(self) -> WordIndex:
        return index_words([_card_words(card) for card in self.cards.values()])

    @cached_property
    def _index(self) -> Any:
        kept = shipped_vectors() if self._kept is None else self._kept
        rows = sync(self._parts, kept, self._embedder).rows
        name = library_version(self._embedder.model_id, self._parts)
        collection = open_collection(memory_client(), name)
        fill(collection, [part.id for part in self._parts], rows)
        return collection


def open_library(model: Path | None = None) -> Library:
    """Return the library that ships with the product.

    Args:
        model: the embedder's file; that of its installed package when not given.
    """
    return Library(load_cards(), MiniLm(model))


def _card_words(card: Card) -> list[str]:
    return stems(" ".join((card.text, *card.triggers)))


def _hit(card: Card, score: float, asked_words: Sequence[str]) -> Hit:
    return Hit(
        card=card.id,
        title=card.title,
        stage=card.stage,
        section=section_of(card.passages[0]),
        passages=card.passages,
        text=card.text,
        score=round(score, 4),
        matched=matched_words(card.text, asked_words),
    )
