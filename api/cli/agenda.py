"""`cairn agenda`: a page for a conversation."""

from enum import StrEnum
from typing import Annotated, Any

import typer

from api.cli.output import UNUSABLE, Format, FormatOption, TodayOption, day, show, stop
from api.texts import visible

app = typer.Typer(help="Pages for a conversation.", no_args_is_help=True, rich_markup_mode=None)


class Purpose(StrEnum):
    """What a conversation is about."""

    career = "career"
    promotion = "promotion"
    raise_ = "raise"
    sideways = "sideways"
    feedback = "feedback"
    check_in = "check-in"


@app.callback()
def agenda() -> None:
    """Prepare a conversation from your plan."""


@app.command("draft")
def draft(  # noqa: PLR0913, PLR0917 - each is an option of the command
    with_: Annotated[str, typer.Option("--with", help="Whom you talk with.")],
    on: Annotated[str, typer.Option("--on", metavar="YYYY-MM-DD", help="On which day.")],
    minutes: Annotated[int, typer.Option("--minutes", min=5, max=480, help="How long.")] = 30,
    purpose: Annotated[Purpose, typer.Option("--purpose", help="What it is about.")] = Purpose.career,
    form: FormatOption = Format.text,
    today: TodayOption = None,
) -> None:
    """Draft an agenda from your plan, and keep it.

    cairn agenda draft --with Martin --on 2026-12-03 --minutes 30
    """
    seen_from = day(today)
    if not with_.strip():
        stop("Say with whom: --with NAME.", UNUSABLE)
    import httpx

    from api.cli.reach import answered, with_cairn

    wanted: dict[str, Any] = {"with": with_, "on": on, "minutes": minutes, "purpose": purpose.value}
    if seen_from:
        wanted["today"] = seen_from.isoformat()

    async def work(client: httpx.AsyncClient) -> tuple[dict[str, Any], str]:
        drafted = answered(await client.post("/v1/agendas", json=wanted))
        markdown = await client.get(f"/v1/agendas/{drafted['id']}.md")
        return drafted, markdown.text

    drafted, markdown = with_cairn(work)
    show(drafted, form, "\n".join(visible(line) for line in markdown.split("\n")))
