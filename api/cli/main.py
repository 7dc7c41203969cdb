"""The command `cairn`."""

from typing import Annotated

import typer

from api.cli import agenda, chat, check, doctor, knowledge, log, plan, search, serve

app = typer.Typer(
    name="cairn",
    help="A career coach you run yourself. Begin with `cairn serve` and open the address it prints.",
    no_args_is_help=True,
    add_completion=False,
    # Plain help and plain errors: the rich ones cost more to import than the whole of `cairn check`.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:  # noqa: FBT001 - typer hands the flag over like this
    if wanted:
        from importlib.metadata import version

        typer.echo(f"cairn {version('cairn')}")
        raise typer.Exit


@app.callback()
def cairn(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Name the options that stand before a command."""
    del version


app.command()(serve.serve)
app.command()(chat.chat)
app.command()(check.check)
app.command()(search.search)
app.add_typer(knowledge.app, name="knowledge")
app.add_typer(plan.app, name="plan")
app.add_typer(agenda.app, name="agenda")
app.command()(log.changes)
app.command()(log.undo)
app.add_typer(log.proposals, name="proposals")
app.command()(doctor.doctor)


def run() -> None:
    """Run the command line."""
    app()
