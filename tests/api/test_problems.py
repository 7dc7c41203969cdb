"""What nobody foresaw: an answer with a number to quote, and a log without anyone's words."""

import logging
import sys
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from starlette.exceptions import HTTPException

from api.cli.inside import Inside
from api.http.problems import answer_with_problems
from api.serving import FactsOnly
from store.errors import DatabaseBusyError, DatabaseFullError, DatabaseReadOnlyError

WORDS = "I am afraid of my manager"


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def failing() -> httpx.AsyncClient:
    """Return a client of an application whose routes fail."""
    app = FastAPI(openapi_url=None)
    errors = {
        "busy": DatabaseBusyError("cairn.db"),
        "full": DatabaseFullError("cairn.db"),
        "read-only": DatabaseReadOnlyError("cairn.db"),
        "teapot": HTTPException(418),
        "unforeseen": RuntimeError(WORDS),
    }

    @app.get("/{name}")
    async def fail(name: str) -> None:
        raise errors[name]

    answer_with_problems(app)
    return httpx.AsyncClient(base_url="http://localhost", transport=Inside(app))


@pytest.mark.parametrize(
    ("name", "status", "code"),
    [
        ("busy", 503, "database"),
        ("full", 503, "database"),
        ("read-only", 500, "database"),
        ("teapot", 418, "refused"),
        ("unforeseen", 500, "unforeseen"),
    ],
)
async def test_every_failure_is_a_problem_with_a_sentence(
    failing: httpx.AsyncClient, name: str, status: int, code: str
) -> None:
    answer = await failing.get(f"/{name}")

    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.json()["detail"]
    assert WORDS not in answer.text
    assert ("retry-after" in answer.headers) is (status == 503)


async def test_what_nobody_foresaw_has_a_number_and_is_a_page_for_a_browser(
    failing: httpx.AsyncClient,
) -> None:
    problem = (await failing.get("/unforeseen")).json()
    page = await failing.get("/unforeseen", headers={"Accept": "text/html"})

    assert problem["instance"].removeprefix("urn:uuid:") in problem["detail"]
    assert page.headers["content-type"].startswith("text/html")
    assert "safe" in page.text
    assert WORDS not in page.text


def test_the_log_tells_kinds_and_places_and_never_words() -> None:
    def fail() -> None:
        try:
            int(WORDS)
        except ValueError as cause:
            raise RuntimeError(WORDS) from cause

    try:
        fail()
    except RuntimeError:
        record = logging.LogRecord(
            "cairn", logging.ERROR, __file__, 1, "turn of %s\nfailed: %s", (WORDS, "KeyError"), sys.exc_info()
        )

    line = FactsOnly().format(record)

    assert WORDS not in line
    assert "\n" not in line
    assert f"RuntimeError at {Path(__file__).name}:" in line
    assert "ValueError at" in line
    assert line.count("KeyError") == 1


def test_a_record_without_an_error_is_one_plain_line() -> None:
    record = logging.LogRecord("cairn", logging.WARNING, __file__, 1, "slow", None, None)

    assert FactsOnly().format(record).endswith("WARNING cairn: slow")
