"""`cairn knowledge`: the person's own documents beside the library."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.output import NOT_DONE, UNUSABLE, Format, FormatOption, as_json, show, stop
from api.texts import visible

if TYPE_CHECKING:
    import httpx

app = typer.Typer(help="Your own documents.", no_args_is_help=True, rich_markup_mode=None)
_EVERY = 0.2
_HOW = {"new": "added", "known": "here already", "read_again": "read again, as it had changed"}


@app.callback()
def knowledge() -> None:
    """Bring documents to be found beside the library: `cairn search --mine`."""


@app.command("add")
def add(
    files: Annotated[
        list[Path], typer.Argument(help="PDF, DOCX, Markdown, text or HTML.", metavar="FILE...")
    ],
    form: FormatOption = Format.text,
) -> None:
    """Add documents; a file that changed is read again.

    cairn knowledge add strategy.pdf career-ladder.docx
    """
    contents = [(path.name, _bytes_of(path)) for path in files]
    from api.cli.reach import with_cairn

    taken = with_cairn(lambda client: _brought(client, contents))
    if form is Format.jsonl:
        for one in taken:
            typer.echo(as_json(one, lines=True))
    else:
        good = [one for one in taken if "error" not in one]
        show({"documents": taken}, form, "\n".join(_added(one) for one in good))
    for one in taken:
        if "error" in one:
            typer.echo(visible(one["error"]["message"]), err=True)
    if any("error" in one for one in taken):
        raise typer.Exit(NOT_DONE)


@app.command("list")
def list_all(form: FormatOption = Format.text) -> None:
    """List your documents and how far their index is."""
    from api.cli.reach import answered, with_cairn

    found = answered(with_cairn(lambda client: client.get("/v1/documents")))
    if form is Format.jsonl:
        for one in found["documents"]:
            typer.echo(as_json(one, lines=True))
        return
    lines = [_line(one) for one in found["documents"]]
    show(found, form, "\n".join(lines) or "No documents yet. Bring one with `cairn knowledge add FILE`.")


@app.command("remove")
def remove(
    document: Annotated[str, typer.Argument(help="The document's id, from `cairn knowledge list`.")],
    form: FormatOption = Format.text,
) -> None:
    """Remove a document; nothing of it stays on the disk."""
    from urllib.parse import quote

    from api.cli.reach import answered, with_cairn

    gone = answered(with_cairn(lambda client: client.delete(f"/v1/documents/{quote(document, safe='')}")))
    show(gone, form, f"Removed {visible(gone['name'])}. Your own copy elsewhere was not touched.")


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        stop(f"{visible(str(path))} can't be read: {error.strerror}. Nothing was added.", UNUSABLE)


async def _brought(client: "httpx.AsyncClient", contents: list[tuple[str, bytes]]) -> list[dict[str, Any]]:
    """Return what came of each file, once their index is up to date."""
    from api.cli.progress import bar
    from api.cli.reach import answered

    room = answered(await client.get("/v1/documents"))["room"]
    taken = []
    with bar("Reading") as told:
        for done, (name, content) in enumerate(contents, 1):
            taken.append(await _one(client, name, content, room["file_bytes"]))
            told(done, len(contents))
    await _indexed(client)
    return taken


async def _one(client: "httpx.AsyncClient", name: str, content: bytes, most: int) -> dict[str, Any]:
    if len(content) > most:
        # Refused by the server too, but while the file is still being sent.
        message = f"{name} is too large: at most {most // 1_000_000} MB. Add the part that matters."
        return {"name": name, "error": {"code": "too_large", "message": message}}
    answer = await client.post("/v1/documents", files={"file": (name, content)})
    told: dict[str, Any] = answer.json()
    if answer.is_success:
        return told
    return {"name": name, "error": {"code": told["code"], "message": told["detail"]}}


async def _indexed(client: "httpx.AsyncClient") -> None:
    """Wait until the index is up to date, or can't be."""
    import asyncio

    from api.cli.progress import bar
    from api.cli.reach import answered

    with bar("Indexing") as told:
        while (index := answered(await client.get("/v1/documents"))["index"])["state"] == "rebuilding":
            told(index["done"], index["total"])
            await asyncio.sleep(_EVERY)
    if index["trouble"]:
        typer.echo(f"Searched by shared words alone: {visible(index['trouble'])}.", err=True)


def _added(document: dict[str, Any]) -> str:
    return f"{_line(document)} ({_HOW[document['taken']]})"


def _line(document: dict[str, Any]) -> str:
    pages = f", {document['pages']} pages" if document["pages"] else ""
    ladder = ", a career ladder" if document["ladder"] else ""
    unseen = ", holds text its reader does not see (left out)" if document["hidden"] else ""
    return f"{document['id']}  {visible(document['name'])} ({document['kind']}{pages}{ladder}{unseen})"
