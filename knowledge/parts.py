"""What of a card is embedded: the whole, each sentence, and each line that says when it helps."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import NamedTuple

from knowledge.cards import Card
from knowledge.words import sentences

# Changes whenever the cutting below does, so that vectors of another cutting are never taken for these.
PARTS_VERSION = "card-parts-1"


class Part(NamedTuple):
    """A piece of a card: whose, which (`whole`, or a number), and the text that is embedded."""

    card: str
    name: str
    text: str

    @property
    def id(self) -> str:
        """Return the part's name in the index."""
        return f"{self.card}#{self.name}"

    @property
    def digest(self) -> str:
        """Return the hash by which the part's vector is kept."""
        return text_digest(self.text)


WHOLE = "whole"


def text_digest(text: str) -> str:
    """Return the hash under which a text's vector is kept."""
    return sha256(text.encode()).hexdigest()[:24]


def card_parts(card: Card) -> Iterator[Part]:
    """Yield the parts of a card: the whole first, then its sentences and triggers."""
    yield Part(card.id, WHOLE, card.text)
    for number, line in enumerate((*sentences(card.text), *card.triggers)):
        yield Part(card.id, str(number), line)


def all_parts(cards: Iterable[Card]) -> list[Part]:
    """Return the parts of all cards, in order."""
    return [part for card in cards for part in card_parts(card)]


def library_version(model_id: str, parts: Iterable[Part]) -> str:
    """Return a name that changes with the model, the cutting and any part."""
    told = sha256(f"{model_id}\n{PARTS_VERSION}\n".encode())
    for part in parts:
        told.update(f"{part.id}\t{part.digest}\n".encode())
    return told.hexdigest()[:32]
