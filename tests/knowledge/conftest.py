"""The library as it ships, opened once."""

import pytest

from knowledge.cards import Card
from knowledge.library import Library, open_library
from knowledge.minilm import MiniLm


@pytest.fixture(scope="session")
def embedder() -> MiniLm:
    return MiniLm()


@pytest.fixture(scope="session")
def library() -> Library:
    return open_library()


@pytest.fixture
def card(library: Library) -> Card:
    return library.cards["keep-your-manager-informed"]
