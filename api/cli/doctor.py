"""`cairn doctor`: how this installation stands."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from api.cli.output import NOT_DONE, Format, FormatOption, show

if TYPE_CHECKING:
    from knowledge.documents.index import StoredChunk


def doctor(form: FormatOption = Format.text) -> None:
    """Look at settings, data folder, database, documents, model and library, and say what is wrong."""
    from api.errors import DoorError
    from api.settings import data_folder, load_settings

    found: list[dict[str, Any]] = [_about("python", sys.version.split()[0])]
    try:
        settings = load_settings()
        shown = {
            name: str(value) for name, value in settings.model_dump().items() if value not in (None, "", ())
        }
        found.append(_about("settings", ", ".join(f"{name}={value}" for name, value in shown.items())))
        found += _folder(data_folder(settings))
    except DoorError as error:
        found.append(_about("settings", str(error), ok=False))
    found += [_model(), _library()]
    text = "\n".join(f"{'ok ' if one['ok'] else 'NOT OK'} {one['name']}: {one['finding']}" for one in found)
    show({"checks": found}, form, text)
    if not all(one["ok"] for one in found):
        raise typer.Exit(NOT_DONE)


def _about(name: str, finding: str, *, ok: bool = True) -> dict[str, Any]:
    return {"name": name, "ok": ok, "finding": finding}


def _folder(folder: Path) -> list[dict[str, Any]]:
    from api.folder import DATABASE, holder_of

    if not folder.exists():
        return [_about("data folder", f"{folder} is not there yet; it is made at the first start")]
    checks = [_about("data folder", str(folder))]
    holder = holder_of(folder)
    if holder is not None:
        where = f", serving on {holder.address}" if holder.address else ""
        checks.append(_about("database", f"held by process {holder.pid}{where}"))
        return [*checks, *([_index_asked(holder.address, holder.token)] if holder.address else [])]
    database = _database(folder / DATABASE)
    return [*checks, database, *([_index(folder)] if database["ok"] else [])]


def _database(path: Path) -> dict[str, Any]:
    """Return how a database nobody holds stands: read from end to end, and not changed."""
    import sqlite3

    if not path.exists():
        return _about("database", "none yet; it is made at the first start")
    try:
        connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
        try:
            verdict = str(connection.execute("PRAGMA integrity_check").fetchone()[0])
        finally:
            connection.close()
    except sqlite3.Error as error:
        return _about("database", f"{path} can't be read: {error}. Restore a backup.", ok=False)
    return _about("database", f"{path}: {verdict}", ok=verdict == "ok")


def _index_asked(address: str, token: str | None) -> dict[str, Any]:
    """Return how the index of the documents stands, as the server that holds it says."""
    import httpx

    try:
        headers = {"Authorization": f"Bearer {token}"}
        told = httpx.get(f"{address}/v1/documents", headers=headers, trust_env=False, timeout=10).json()
        index, count = told["index"], len(told["documents"])
    except (httpx.HTTPError, ValueError, KeyError):
        return _about("index", f"the server on {address} does not say how it stands", ok=False)
    if index["trouble"]:
        return _about("index", f"searched by shared words alone: {index['trouble']}", ok=False)
    return _about("index", f"{index['state']}, {count} documents")


def _index(folder: Path) -> dict[str, Any]:
    """Return how the index of documents that nobody holds stands."""
    import asyncio

    from api.folder import DATABASE, VECTORS, hold
    from knowledge.documents.index import DocumentIndex
    from knowledge.minilm import MiniLm

    if not (folder / DATABASE).exists():
        return _about("index", "no documents yet")
    with hold(folder):
        owner, chunks = asyncio.run(_passages(folder / DATABASE))
        if not chunks:
            return _about("index", "no documents yet")
        index = DocumentIndex(folder / VECTORS, MiniLm())
        ready = index.is_ready(owner, chunks)
        index.close()
    state = "ready" if ready else "not up to date; it is rebuilt at the next start"
    return _about("index", f"{state}, {len(chunks)} passages of your documents")


async def _passages(path: Path) -> tuple[str, tuple["StoredChunk", ...]]:
    """Return the owner and the passages of the documents."""
    from api.shelf import passages_of
    from store.database import open_database
    from store.owners import known_owner

    database = await open_database(f"sqlite:///{path}")
    try:
        async with database.read() as session:
            owner = await known_owner(session) or ""
            return owner, await passages_of(session, owner)
    finally:
        await database.close()


def _model() -> dict[str, Any]:
    """Return whether the embedding model is there and is the one that was measured."""
    from knowledge.embedding import EmbedderUnavailableError
    from knowledge.minilm import MiniLm, usable_model

    try:
        path = usable_model()
    except EmbedderUnavailableError as error:
        fix = "Install Cairn again; until then the search compares words alone."
        return _about("model", f"{error}. {fix}", ok=False)
    return _about("model", f"{MiniLm.model_id}, {path.stat().st_size // 1_000_000} MB, unchanged")


def _library() -> dict[str, Any]:
    from knowledge.library import open_library

    answer = open_library().answer("How do I prepare a talk with my manager?", 1)
    if answer.notice:
        return _about("library", answer.notice, ok=False)
    return _about(
        "library", f"answers, best with “{answer.results[0].title}”" if answer.results else "is empty"
    )
