"""`cairn check`: how a goal stands on each SMART letter."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.output import (
    UNUSABLE,
    Format,
    FormatOption,
    TodayOption,
    count_lines,
    day,
    in_terminal,
    lines_of,
    show,
    show_list,
    stop,
)
from api.cli.progress import counted, watched

if TYPE_CHECKING:
    from datetime import date

    from coaching.smart.types import GoalReview


def check(
    text: Annotated[str | None, typer.Argument(help="The goal, in quotes.")] = None,
    file: Annotated[
        str | None, typer.Option("--file", metavar="PATH|-", help="One goal a line instead.")
    ] = None,
    form: FormatOption = Format.text,
    today: TodayOption = None,
) -> None:
    """Show how a goal stands on each SMART letter. Nothing is stored.

    cairn check "Pass the PL-300 exam by 30 June 2027"
    """
    if (text is None) == (file is None):
        stop("Give one goal in quotes, or a file of them with --file.", UNUSABLE)
    seen_from = day(today) or _today()
    if text is not None:
        _one(text, seen_from, form)
    else:
        _many(file or "-", seen_from, form)


def _today() -> "date":
    from datetime import UTC, datetime

    return datetime.now(UTC).astimezone().date()


def _one(text: str, today: "date", form: Format) -> None:
    answer = _checked(text, today)
    if "error" in answer:
        stop(answer["error"]["message"], UNUSABLE)
    show(answer, form, _in_text(answer) if form is Format.text else "")


def _many(path: str, today: "date", form: Format) -> None:
    show_list((_checked(line, today) for line in _lines(path)), form, _in_text)


def _lines(path: str) -> Iterator[str]:
    """Return the lines of the file, counted by a bar where somebody looks on."""
    if path == "-" or not watched():
        return lines_of(path)
    return counted(lines_of(path), "Checking", count_lines(path) if Path(path).is_file() else 0)


def _in_text(answer: dict[str, Any]) -> str:
    from api.cli.marking import review_in_text

    return review_in_text(answer, colour=in_terminal())


def _checked(text: str, today: "date") -> dict[str, Any]:
    """Return the review as the doors show it, or what is wrong with the text."""
    from coaching.smart.review import check_text
    from coaching.smart.types import GoalContext, UnusableText

    readable = text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    review: GoalReview | UnusableText = check_text(readable, GoalContext(), today)
    if isinstance(review, UnusableText):
        return {"text": readable, "error": {"code": review.code, "message": review.message}}
    return review.to_json()
