"""`cairn chat`: the conversation in a terminal, or line by line from a file."""

from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.output import NOT_DONE, UNUSABLE, Format, FormatOption, TodayOption, day, stop

if TYPE_CHECKING:
    pass


def chat(
    conversation: Annotated[
        str | None, typer.Option("--conversation", metavar="ID", help="Go on with an earlier conversation.")
    ] = None,
    file: Annotated[
        str | None, typer.Option("--file", metavar="PATH|-", help="One message a line, instead of typing.")
    ] = None,
    form: FormatOption = Format.text,
    today: TodayOption = None,
    *,
    no_input: Annotated[
        bool, typer.Option("--no-input", help="Never wait for typing; needs --file.")
    ] = False,
) -> None:
    """Talk with the coach. Type `accept`, `reject` or an edit when it proposes; end with Ctrl-D.

    cairn chat
    """
    if form is Format.json:
        stop("A talk has no single end to print: use --format text or jsonl.", UNUSABLE)
    if no_input and file is None:
        stop("--no-input leaves nothing to say. Give the messages with --file.", UNUSABLE)
    from api.cli.reach import with_cairn
    from api.cli.talk import Talk

    talk = Talk(conversation, file, form)
    if not with_cairn(talk.hold, day(today)):
        raise typer.Exit(NOT_DONE)
