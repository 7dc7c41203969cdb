"""Makes the cards' vectors that ship with the product: `python -m knowledge.build`."""

import sys
from collections.abc import Sequence
from pathlib import Path

from knowledge.cards import Card, load_cards
from knowledge.embedding import Embedder
from knowledge.minilm import MiniLm
from knowledge.parts import lay_out, text_digest
from knowledge.sayings import Sayings, load_sayings
from knowledge.vectors import NAMES, ROWS, KeptVectors, pack, shipped_vectors, sync

DATA = Path(__file__).with_name("data")


def build(
    cards: Sequence[Card], sayings: Sayings, kept: KeptVectors, embedder: Embedder
) -> tuple[KeptVectors, int]:
    """Return the vectors of all cards and sayings and nothing else, and how many texts had to be embedded."""
    texts = lay_out(cards, sayings).texts
    synced = sync(texts, kept, embedder)
    rows = {text_digest(text): row for text, row in zip(texts, synced.rows, strict=True)}
    return KeptVectors(embedder.model_id, rows), synced.embedded


def main(data: Path = DATA) -> None:
    """Bring the shipped vectors up to date with the cards."""
    cards = load_cards()
    vectors, embedded = build(cards, load_sayings(), shipped_vectors(), MiniLm())
    names, packed = pack(vectors)
    (data / NAMES).write_text(names, encoding="utf-8")
    (data / ROWS).write_bytes(packed)
    sys.stdout.write(f"{len(cards)} cards, {len(vectors.rows)} texts, {embedded} embedded\n")


if __name__ == "__main__":
    main()
