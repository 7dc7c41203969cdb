"""`cairn doctor`: how this installation stands."""

import sys
from pathlib import Path
from typing import Any

import typer

from api.cli.output import NOT_DONE, Format, FormatOption, show


def doctor(form: FormatOption = Format.text) -> None:
    """Look at settings, data folder, database and library, and say what is wrong."""
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
    found.append(_library())
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
        return [*checks, _about("database", f"held by process {holder.pid}{where}")]
    return [*checks, _database(folder / DATABASE)]


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


def _library() -> dict[str, Any]:
    from knowledge.library import open_library

    answer = open_library().answer("How do I prepare a talk with my manager?", 1)
    if answer.notice:
        return _about("library", answer.notice, ok=False)
    return _about(
        "library", f"answers, best with “{answer.results[0].title}”" if answer.results else "is empty"
    )
