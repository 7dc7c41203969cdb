"""`cairn changes`, `cairn undo`, `cairn proposals`: what entered the plan, and what waits to."""

from typing import Annotated, Any

import typer

from api.cli.output import Format, FormatOption, as_json, show
from api.texts import visible

proposals = typer.Typer(
    help="What the coach put in front of you.", no_args_is_help=True, rich_markup_mode=None
)


def changes(
    limit: Annotated[int, typer.Option("--limit", min=1, max=500, help="Changes at most.")] = 50,
    form: FormatOption = Format.text,
) -> None:
    """List what was changed in your plan, newest first."""
    found = _asked("GET", f"/v1/changes?limit={limit}")["changes"]
    _listed("changes", found, form, "Nothing has entered your plan yet.", _change)


def undo(
    change: Annotated[str, typer.Argument(help="The change's id, from `cairn changes`.")],
    form: FormatOption = Format.text,
) -> None:
    """Take a change of your plan back."""
    saved = _asked("POST", f"/v1/changes/{_safe(change)}/undo")
    show(saved, form, f"Undone. The undoing is change {saved['change']}, and can be undone too.")


@proposals.command("list")
def list_proposals(form: FormatOption = Format.text) -> None:
    """List the proposals that wait for your word."""
    found = _asked("GET", "/v1/proposals?status=pending")["proposals"]
    _listed("proposals", found, form, "No proposal is waiting.", _proposal)


@proposals.command("accept")
def accept(
    proposal: Annotated[str, typer.Argument(help="The proposal's id, from `cairn proposals list`.")],
    form: FormatOption = Format.text,
) -> None:
    """Put a proposal into your plan."""
    saved = _asked("POST", f"/v1/proposals/{_safe(proposal)}/accept")
    show(saved, form, f"Saved as {saved['handle']}. `cairn undo {saved['change']}` takes it back.")


@proposals.command("reject")
def reject(
    proposal: Annotated[str, typer.Argument(help="The proposal's id, from `cairn proposals list`.")],
    form: FormatOption = Format.text,
) -> None:
    """Put a proposal aside; nothing enters your plan."""
    show(
        _asked("POST", f"/v1/proposals/{_safe(proposal)}/reject"), form, "Put aside; your plan is as it was."
    )


def _asked(method: str, path: str) -> Any:
    from api.cli.reach import answered, with_cairn

    return answered(with_cairn(lambda client: client.request(method, path)))


def _safe(id_: str) -> str:
    from urllib.parse import quote

    return quote(id_, safe="")


def _listed(name: str, found: list[dict[str, Any]], form: Format, empty: str, line: Any) -> None:
    if form is Format.jsonl:
        for one in found:
            typer.echo(as_json(one, lines=True))
        return
    show({name: found}, form, "\n".join(line(one) for one in found) or empty)


def _change(change: dict[str, Any]) -> str:
    from api.pages.words import change_in_words

    undone = " (undone)" if change["undone"] else ""
    words = visible(change_in_words(change["kind"], change["writes"]))
    return f"{change['id']}  {change['at'][:16].replace('T', ' ')}  {words}{undone}"


def _proposal(proposal: dict[str, Any]) -> str:
    from api.pages.words import said
    from store.bodies import change_of_body

    lines = [f"  {name}: {visible(words)}" for name, words in said(change_of_body(proposal["change"]))]
    return "\n".join([proposal["id"], *lines])
