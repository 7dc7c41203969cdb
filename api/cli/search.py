"""`cairn search`: guidance from the library."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.output import UNUSABLE, Format, FormatOption, as_json, lines_of, stop
from api.texts import visible

if TYPE_CHECKING:
    from knowledge.library import Library


def search(
    query: Annotated[str | None, typer.Argument(help="Your question, in quotes.")] = None,
    file: Annotated[
        str | None, typer.Option("--file", metavar="PATH|-", help="One question a line instead.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, max=50, help="Cards at most.")] = 5,
    form: FormatOption = Format.text,
) -> None:
    """Find guidance in the library, with the passages it rests on.

    cairn search "how do I ask my manager for more responsibility?"
    """
    if (query is None) == (file is None):
        stop("Give one question in quotes, or a file of them with --file.", UNUSABLE)
    if query is not None and not query.strip():
        stop("There is no question here. Ask it in your own words.", UNUSABLE)
    from knowledge.library import open_library

    library = open_library()
    if query is not None:
        _write(_answered(library, query, limit), form)
        return
    answers = [_answered(library, line, limit) for line in lines_of(file or "-")]
    if form is Format.json:
        typer.echo(as_json(answers))
        return
    for answer in answers:
        _write(answer, form)


def _answered(library: "Library", query: str, limit: int) -> dict[str, Any]:
    if not query.strip():
        message = "There is no question here. Ask it in your own words."
        return {"text": query, "error": {"code": "empty", "message": message}}
    answer = library.answer(query, limit).model_dump(mode="json")
    notice = answer.pop("notice")
    if notice:
        typer.echo(notice, err=True)
    return answer


def _write(answer: dict[str, Any], form: Format) -> None:
    typer.echo(_in_text(answer) if form is Format.text else as_json(answer, lines=form is Format.jsonl))


def _in_text(answer: dict[str, Any]) -> str:
    if "error" in answer:
        return f"{answer['error']['message']}\n"
    if not answer["results"]:
        return f"Nothing in the library bears on “{visible(answer['query'])}”.\n"
    return "\n".join(
        f"{hit['title']}  [{hit['card']}; {', '.join(hit['passages'])}]\n{hit['text'].strip()}\n"
        for hit in answer["results"]
    )
