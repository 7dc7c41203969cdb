from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from knowledge.build import DATA, build, main
from knowledge.cards import Card, load_cards
from knowledge.embedding import EmbedderUnavailableError, Tuning
from knowledge.minilm import MiniLm
from knowledge.parts import lay_out, text_digest
from knowledge.sayings import NO_SAYINGS, load_sayings
from knowledge.vectors import NAMES, ROWS, KeptVectors, pack, shipped_vectors, sync, unpack


class Counting:
    """An embedder that remembers what it was given."""

    model_id, dimension, tuning = "counting", 3, Tuning()

    def __init__(self) -> None:
        self.given: list[str] = []

    def embed(self, texts: Sequence[str]) -> Any:
        self.given += texts
        return np.array([[len(text), 1, 0] for text in texts], dtype=np.float32)


class Missing(Counting):
    """An embedder whose model is not there."""

    def embed(self, texts: Sequence[str]) -> Any:  # noqa: ARG002
        raise EmbedderUnavailableError("the model is missing")


def test_the_shipped_vectors_are_those_of_the_cards_as_they_stand() -> None:
    texts = lay_out(load_cards(), load_sayings()).texts

    kept = shipped_vectors()

    stale = [text for text in texts if text_digest(text) not in kept.rows]
    assert (stale, len(kept.rows)) == ([], len(texts)), "run `python -m knowledge.build`"
    assert kept.model_id == MiniLm.model_id


def test_shipped_vectors_equal_fresh_ones(embedder: MiniLm, card: Card) -> None:
    kept = shipped_vectors().rows[text_digest(card.text)]

    fresh = embedder.embed([card.text])[0]

    assert float(kept @ fresh) == pytest.approx(1.0, abs=2e-3)


def test_an_unchanged_library_embeds_nothing(card: Card) -> None:
    vectors, first = build([card], NO_SAYINGS, KeptVectors("", {}), Counting())

    _, second = build([card], NO_SAYINGS, vectors, Counting())

    assert first == len(lay_out([card], NO_SAYINGS).texts)
    assert second == 0


def test_an_edited_line_embeds_one_text(card: Card) -> None:
    vectors, _ = build([card], NO_SAYINGS, KeptVectors("", {}), Counting())
    edited = card.model_copy(update={"triggers": ("Said another way", *card.triggers[1:])})
    embedder = Counting()

    _, embedded = build([edited], NO_SAYINGS, vectors, embedder)

    assert (embedded, embedder.given) == (1, ["Said another way"])


def test_what_no_card_holds_any_more_is_dropped(card: Card) -> None:
    vectors, _ = build([card], NO_SAYINGS, KeptVectors("", {}), Counting())

    fewer, _ = build([], NO_SAYINGS, vectors, Counting())

    assert fewer.rows == {}


def test_another_model_embeds_everything_again(card: Card) -> None:
    texts = lay_out([card], NO_SAYINGS).texts
    other = KeptVectors("another model", {text_digest(text): np.zeros(3, dtype=np.float32) for text in texts})

    assert sync(texts, other, Counting()).embedded == len(texts)


def test_kept_vectors_need_no_embedder(card: Card) -> None:
    vectors, _ = build([card], NO_SAYINGS, KeptVectors("", {}), Counting())

    synced = sync([card.text], vectors, Missing())

    assert synced.rows.tolist() == [[len(card.text), 1, 0]]


def test_vectors_survive_packing_and_pack_the_same_again() -> None:
    kept = KeptVectors(
        "m", {"b": np.array([0.5, 1], dtype=np.float32), "a": np.array([2, 0.25], dtype=np.float32)}
    )

    names, packed = pack(kept)
    unpacked = unpack(names, packed)

    assert {name: row.tolist() for name, row in unpacked.rows.items()} == {"a": [2, 0.25], "b": [0.5, 1]}
    assert pack(unpacked) == (names, packed)


def test_vectors_that_do_not_belong_to_their_names_are_not_used() -> None:
    names, packed = pack(KeptVectors("m", {"a": np.ones(4, dtype=np.float32)}))

    assert unpack(names, packed[:-1] + b"\x00").rows == {}


def test_no_files_are_no_vectors(tmp_path: Any) -> None:
    assert shipped_vectors(tmp_path) == KeptVectors("", {})


def test_the_command_writes_what_is_shipped_and_says_what_it_embedded(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(tmp_path)

    assert "0 embedded" in capsys.readouterr().out
    assert (tmp_path / ROWS).read_bytes() == (DATA / ROWS).read_bytes()
    assert (tmp_path / NAMES).read_text() == (DATA / NAMES).read_text()
