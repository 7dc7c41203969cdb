"""What commands write: data on stdout, everything else on stderr, and how they end."""

import json
import sys
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path
from textwrap import indent
from typing import Annotated, Any, BinaryIO, NoReturn

import typer

from api.texts import visible

NOT_DONE, UNUSABLE, INTERRUPTED = 1, 2, 130


class Format(StrEnum):
    """Shapes of output."""

    text = "text"
    json = "json"
    jsonl = "jsonl"


FormatOption = Annotated[Format, typer.Option("--format", help="Shape of the output.")]
TodayOption = Annotated[
    str | None, typer.Option("--today", metavar="YYYY-MM-DD", help="The day to read dates from.")
]


def day(text: str | None) -> date | None:
    """Return the day of an option; an unusable one ends the command."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        stop(f"--today {visible(text)} is not a day. Write it as 2026-11-22.", UNUSABLE)


def stop(sentence: str, code: int = NOT_DONE) -> NoReturn:
    """End the command with a sentence on stderr."""
    typer.echo(sentence, err=True)
    raise typer.Exit(code)


def as_json(value: Any, *, lines: bool = False) -> str:
    """Return a value as ASCII JSON, on one line where lines are wanted."""
    return json.dumps(value, ensure_ascii=True, indent=None if lines else 2)


def show(value: Any, form: Format, text: str) -> None:
    """Write a value in the wanted shape; `text` is what a person reads."""
    typer.echo(text if form is Format.text else as_json(value, lines=form is Format.jsonl))


def lines_of(path: str) -> Iterator[str]:
    """Yield the lines of a file, or of stdin for `-`, split at line feeds only, one at a time in memory.

    A file that can't be read ends the command, before its first line where it is not stdin.
    """
    try:
        if path == "-":
            yield from _decoded(sys.stdin.buffer, path)
            return
        count_lines(path)
        with Path(path).open("rb") as file:
            yield from _decoded(file, path)
    except OSError as error:
        stop(f"{visible(path)} can't be read: {error.strerror}. Name a text file, or - for stdin.", UNUSABLE)


def count_lines(path: str) -> int:
    """Return how many lines a file has; one that is not text ends the command.

    Raises:
        OSError: It can't be read.
    """
    with Path(path).open("rb") as file:
        return sum(1 for _ in _decoded(file, path))


def _decoded(file: BinaryIO, path: str) -> Iterator[str]:
    before = 0
    for line in file:
        raw = line.removeprefix(BOM_UTF8) if before == 0 else line
        try:
            yield raw.removesuffix(b"\n").decode("utf-8")
        except UnicodeDecodeError as error:
            place = before + len(line) - len(raw) + error.start
            stop(f"{visible(path)} is not UTF-8 text (byte {place}). Save it as UTF-8.", UNUSABLE)
        before += len(line)


def show_list(items: Iterable[Any], form: Format, text: Callable[[Any], str]) -> None:
    """Write items as they come: lines to read, objects a line, or one array."""
    if form is not Format.json:
        for item in items:
            typer.echo(text(item) if form is Format.text else as_json(item, lines=True))
        return
    opening = "["
    for item in items:
        typer.echo(opening + "\n" + indent(as_json(item), "  "), nl=False)
        opening = ","
    typer.echo("[]" if opening == "[" else "\n]")


def in_terminal() -> bool:
    """Return whether stdout is a terminal that may be coloured."""
    if not sys.stdout.isatty():
        return False
    # The settings library is heavy; a pipe needs none of it.
    from api.settings import colour_wanted

    return colour_wanted()
