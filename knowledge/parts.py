"""What is embedded for the library: each card whole, its sentences and triggers, and what people say."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from knowledge.cards import Card
from knowledge.sayings import Sayings
from knowledge.words import sentences


@dataclass(frozen=True)
class CardRows:
    """Where among the texts a card's are: the whole and its lines; and the passages it stands for."""

    card: str
    whole: int
    lines: tuple[int, ...]
    passages: tuple[str, ...]


@dataclass(frozen=True)
class Layout:
    """All texts that are embedded for a library, once each, and which of them belong to what."""

    texts: tuple[str, ...]
    cards: tuple[CardRows, ...]
    said: Mapping[str, tuple[int, ...]]
    outside: tuple[int, ...]


def text_digest(text: str) -> str:
    """Return the hash under which a text's vector is kept."""
    return sha256(text.encode()).hexdigest()[:24]


def card_lines(card: Card) -> Iterator[str]:
    """Yield a card's sentences, then its triggers."""
    yield from sentences(card.text)
    yield from card.triggers


class _Places:
    """Gives each text its number, the same text always the same."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def of(self, lines: Iterable[str]) -> tuple[int, ...]:
        return tuple(self.numbers.setdefault(line, len(self.numbers)) for line in lines)


def lay_out(cards: Iterable[Card], sayings: Sayings) -> Layout:
    """Return the texts of a library and their places."""
    places = _Places()
    rows = tuple(
        CardRows(card.id, places.of([card.text])[0], places.of(card_lines(card)), card.passages)
        for card in cards
    )
    said = {passage: places.of(lines) for passage, lines in sayings.by_passage.items() if lines}
    outside = places.of(sayings.outside)
    return Layout(tuple(places.numbers), rows, said, outside)
