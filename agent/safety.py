"""Who can help, by kind of danger: dated data with its source, shown whatever the model is."""

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def _contacts() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(files("agent").joinpath("data/help.json").read_text(encoding="utf-8"))
    return data


def help_line(kind: str) -> str:
    """Return one or two sentences that name where help is, "" where the kind needs none."""
    return str(_contacts()["lines"].get(kind, ""))
