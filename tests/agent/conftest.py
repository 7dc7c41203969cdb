from collections.abc import AsyncIterator
from datetime import date

import pytest

from evals.talks import Stage, stage
from knowledge.library import Library, open_library

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="session")
def library() -> Library:
    return open_library()


@pytest.fixture
async def on(library: Library) -> AsyncIterator[Stage]:
    async with stage(TODAY, library) as made:
        yield made
