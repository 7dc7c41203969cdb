"""The library: every card, found by what a person says in their own words."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import islice
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from knowledge.answers import Hit, SearchAnswer, matched_words
from knowledge.articles import section_of
from knowledge.bm25 import WordIndex, bm25, covered, index_words
from knowledge.cards import Card, load_cards
from knowledge.embedding import Embedder, EmbedderUnavailableError
from knowledge.minilm import MiniLm
from knowledge.parts import Layout, lay_out
from knowledge.questions import LONGEST, cosines_to, question_vector
from knowledge.ranking import Tables, bearing, best_first, closeness, fused, tables, unrepeated
from knowledge.sayings import NO_SAYINGS, Sayings, load_sayings
from knowledge.spelling import Speller, mended, speller
from knowledge.vectors import KeptVectors, shipped_vectors, sync
from knowledge.words import stems

if TYPE_CHECKING:
    from knowledge.embedding import Vectors

WORDS_ALONE = "Searched by shared words alone: {reason}. Answers will be better once that is mended."
# Share of a question's rare words that a card must use before shared words alone count as an answer.
_COVERED_FROM = 0.25


class Library:
    """The cards and their search. Makes its index at the first question; several threads may ask at once."""

    def __init__(
        self,
        cards: Sequence[Card],
        embedder: Embedder,
        sayings: Sayings = NO_SAYINGS,
        kept: KeptVectors | None = None,
    ) -> None:
        """Take the cards, what embeds a question, what people say, and vectors made earlier (those shipped)."""
        self.cards: Mapping[str, Card] = {card.id: card for card in cards}
        self._embedder = embedder
        self._sayings = sayings
        self._kept = kept
        self._lock = Lock()

    def search(self, query: str, limit: int = 5) -> tuple[Hit, ...]:
        """Return the cards that bear on a question, best first; none when nothing does."""
        return self.answer(query, limit).results

    def answer(self, query: str, limit: int = 5) -> SearchAnswer:
        """Return the cards that bear on a question, and a notice when only words could be compared."""
        asked = mended(query[:LONGEST], self._speller)
        asked_words = stems(asked)
        try:
            scores, notice = self._by_meaning(asked, asked_words), None
        except EmbedderUnavailableError as error:
            scores, notice = self._by_words(asked_words), WORDS_ALONE.format(reason=error)
        hits = (_hit(self.cards[card], scores[card], asked_words) for card in self._chosen(scores, limit))
        return SearchAnswer(query=query, results=tuple(hits), notice=notice)

    def _chosen(self, scores: Mapping[str, float], limit: int) -> list[str]:
        passages = {card: self.cards[card].passages for card in scores}
        return list(islice(unrepeated(best_first(scores), passages), limit))

    def _by_meaning(self, asked: str, asked_words: Sequence[str]) -> dict[str, float]:
        if not asked.strip() or not self.cards:
            return {}
        tuning = self._embedder.tuning
        vector = question_vector(asked, self._embedder)
        with self._lock:
            rows, of = self._rows, self._tables
        cosines = cosines_to(rows, vector)
        close = closeness(cosines, of, tuning)
        if bearing(close, cosines, of, tuning) < tuning.cards_from:
            return {}
        return fused(close, self._lexical(asked_words), tuning.lexical)

    def _lexical(self, asked_words: Sequence[str]) -> dict[str, float]:
        names = list(self.cards)
        return {names[number]: score for number, score in bm25(self._words, asked_words).items()}

    def _by_words(self, asked_words: Sequence[str]) -> dict[str, float]:
        shares = {
            card: covered(self._words, asked_words, words)
            for card, words in zip(self.cards, self._card_words, strict=True)
        }
        return {card: share for card, share in shares.items() if share >= _COVERED_FROM}

    @cached_property
    def _layout(self) -> Layout:
        return lay_out(self.cards.values(), self._sayings)

    @cached_property
    def _rows(self) -> "Vectors":
        kept = shipped_vectors() if self._kept is None else self._kept
        return sync(self._layout.texts, kept, self._embedder).rows

    @cached_property
    def _tables(self) -> Tables:
        return tables(self._layout)

    @cached_property
    def _speller(self) -> Speller:
        return speller(self._layout.texts)

    @cached_property
    def _words(self) -> WordIndex:
        return index_words(self._card_words)

    @cached_property
    def _card_words(self) -> list[list[str]]:
        return [stems(" ".join(_card_lines(card, self._sayings))) for card in self.cards.values()]


def open_library(model: Path | None = None) -> Library:
    """Return the library that ships with the product.

    Args:
        model: the embedder's file; that of its installed package when not given.
    """
    return Library(load_cards(), MiniLm(model), load_sayings())


def _card_lines(card: Card, sayings: Sayings) -> list[str]:
    said = [line for passage in card.passages for line in sayings.by_passage.get(passage, ())]
    return [card.text, *card.triggers, *said]


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
