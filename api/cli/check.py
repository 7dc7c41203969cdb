"""`cairn check`: how a goal stands on each SMART letter."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.output import (
    UNUSABLE,
    Format,
    FormatOption,
    TodayOption,
    as_json,
    day,
    in_terminal,
    lines_of,
    stop,
)

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
        _many(lines_of(file or "-"), seen_from, form)


def _today() -> "date":
    from datetime import UTC, datetime

    return datetime.now(UTC).astimezone().date()


def _one(text: str, today: "date", form: Format) -> None:
    answer = _checked(text, today)
    if not isinstance(answer, dict):
        typer.echo(answer, nl=False)
        return
    if "error" in answer:
        stop(answer["error"]["message"], UNUSABLE)
    _write(answer, form)


def _many(lines: Iterator[str], today: "date", form: Format) -> None:
    answers = [_checked(line, today) for line in lines]
    if form is Format.json:
        typer.echo(as_json(answers))
        return
    for answer in answers:
        _write(answer, form)


def _write(answer: dict[str, Any], form: Format) -> None:
    if form is not Format.text:
        typer.echo(as_json(answer, lines=form is Format.jsonl))
        return
    from api.cli.marking import review_in_text

    typer.echo(review_in_text(answer, colour=in_terminal()))


def _checked(text: str, today: "date") -> dict[str, Any]:
    """Return the review as the doors show it, or what is wrong with the text."""
    from coaching.smart.review import check_text
    from coaching.smart.types import GoalContext, UnusableText

    readable = text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    review: GoalReview | UnusableText = check_text(readable, GoalContext(), today)
    if isinstance(review, UnusableText):
        return {"text": readable, "error": {"code": review.code, "message": review.message}}
    return review.to_json()
