"""`cairn search`: guidance from the library, or passages of the person's documents."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.output import UNUSABLE, Format, FormatOption, lines_of, show, show_list, stop
from api.texts import visible

if TYPE_CHECKING:
    import httpx


def search(
    query: Annotated[str | None, typer.Argument(help="Your question, in quotes.")] = None,
    file: Annotated[
        str | None, typer.Option("--file", metavar="PATH|-", help="One question a line instead.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, max=50, help="Results at most.")] = 5,
    form: FormatOption = Format.text,
    *,
    mine: Annotated[bool, typer.Option("--mine", help="Search your documents instead.")] = False,
) -> None:
    """Find guidance in the library, with the passages it rests on.

    cairn search "how do I ask my manager for more responsibility?"
    """
    if (query is None) == (file is None):
        stop("Give one question in quotes, or a file of them with --file.", UNUSABLE)
    if query is not None and not query.strip():
        stop("There is no question here. Ask it in your own words.", UNUSABLE)
    asked = [query] if query is not None else lines_of(file or "-")
    where = "your documents" if mine else "the library"
    answers = _in_documents(asked, limit) if mine else _in_library(asked, limit)
    if query is not None:
        answer = next(iter(answers))
        show(answer, form, _in_text(answer, where))
    else:
        show_list(answers, form, lambda answer: _in_text(answer, where))


def _in_library(asked: Iterable[str], limit: int) -> Iterator[dict[str, Any]]:
    from knowledge.library import open_library

    library = open_library()
    for query in asked:
        yield _told(query, library.answer(query, limit).model_dump(mode="json") if query.strip() else {})


def _in_documents(asked: Iterable[str], limit: int) -> list[dict[str, Any]]:
    from api.cli.reach import answered, with_cairn

    queries = list(asked)

    async def one(client: "httpx.AsyncClient", query: str) -> dict[str, Any]:
        wanted = {"query": query, "limit": limit, "among": "documents"}
        found: dict[str, Any] = answered(await client.post("/v1/search", json=wanted))
        return found

    async def ask(client: "httpx.AsyncClient") -> list[dict[str, Any]]:
        return [await one(client, query) if query.strip() else {} for query in queries]

    return [_told(query, answer) for query, answer in zip(queries, with_cairn(ask), strict=True)]


def _told(query: str, answer: dict[str, Any]) -> dict[str, Any]:
    """Return the answer to a question, its notice told beside it; a line that is no question its error."""
    if not answer:
        message = "There is no question here. Ask it in your own words."
        return {"text": query, "error": {"code": "empty", "message": message}}
    if notice := answer.pop("notice", None):
        typer.echo(notice, err=True)
    return answer


def _in_text(answer: dict[str, Any], where: str) -> str:
    if "error" in answer:
        return f"{answer['error']['message']}\n"
    if not answer["results"]:
        return f"Nothing in {where} bears on “{visible(answer['query'])}”.\n"
    return "\n".join(
        f"{visible(hit['title'])}  [{_place(hit)}]\n{visible(hit['text'].strip())}\n"
        for hit in answer["results"]
    )


def _place(hit: dict[str, Any]) -> str:
    if "card" in hit:
        return f"{hit['card']}; {', '.join(hit['passages'])}"
    page = f"page {hit['page']}" if hit["page"] else None
    return visible("; ".join(part for part in (page, hit["heading"]) if part) or hit["document"])
