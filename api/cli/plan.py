"""`cairn plan`: the plan, and the shape of its document."""

from typing import Any

import typer

from api.cli.output import Format, FormatOption, as_json, show
from api.texts import visible

app = typer.Typer(help="Your plan.", no_args_is_help=True, rich_markup_mode=None)


@app.command("show")
def show_plan(form: FormatOption = Format.text) -> None:
    """Print your plan."""
    from api.cli.reach import answered, with_cairn

    plan = with_cairn(lambda client: client.get("/v1/plan"))
    document = answered(plan)
    show(document, form, in_text(document))


@app.command("schema")
def schema() -> None:
    """Print the JSON Schema of the plan document. No data is read."""
    from coaching.plan import Plan

    typer.echo(as_json(Plan.model_json_schema()))


def in_text(plan: dict[str, Any]) -> str:
    """Return a plan document as lines to read."""
    sections = [
        ("About you", _fields(plan["profile"])),
        ("Where you want to be", _fields(plan["vision"])),
        ("Goals", [line for handle, goal in plan["goals"].items() for line in _goal(handle, goal)]),
        ("What you have done", _records(plan["evidence"], "proof")),
        ("What is needed", _records(plan["needs"])),
        (
            "People",
            [
                f"{handle}  {visible(one['name'])} ({one['relation']})"
                for handle, one in plan["people"].items()
            ],
        ),
        ("Questions for later", _records(plan["questions"], "to")),
        (
            "Agendas",
            [f"{handle}  {visible(one['with'])}, {one['on']}" for handle, one in plan["agendas"].items()],
        ),
        ("Looked at again", [plan["review_on"]] if plan["review_on"] else []),
    ]
    told = [f"{title}\n" + "\n".join(f"  {line}" for line in lines) for title, lines in sections if lines]
    return "\n\n".join(told) if told else "Your plan is empty. Begin with `cairn chat`, or `cairn serve`."


def _fields(record: dict[str, Any]) -> list[str]:
    from api.pages.words import label, value_in_words

    return [
        f"{label(name)}: {visible(value_in_words(value))}"
        for name, value in record.items()
        if value not in (None, [], False)
    ]


def _records(records: dict[str, Any], beside: str | None = None) -> list[str]:
    return [
        f"{handle}  {visible(one['text'])}"
        + (f" ({beside}: {visible(one[beside])})" if beside and one.get(beside) else "")
        for handle, one in records.items()
    ]


def _goal(handle: str, goal: dict[str, Any]) -> list[str]:
    due = f", due {goal['due']}" if goal["due"] else ""
    lines = [f"{handle}  {visible(goal['text'])} ({goal['status']}{due})"]
    lines += [f"    {name}: {visible(goal[name])}" for name in ("why", "measure", "serves") if goal[name]]
    lines += [f"    starts with: {visible(means)}" for means in goal["starts_with"]]
    lines += [f"    needs a yes: {visible(one['who'])} ({one['status']})" for one in goal["approvals"]]
    for step in goal["steps"]:
        by = f", by {step['due']}" if step["due"] else ""
        lines.append(
            f"    [{ {'open': ' ', 'done': 'x', 'not': '-'}[step['status']] }] {visible(step['text'])}{by}"
        )
    return lines
