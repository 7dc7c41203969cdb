"""The guided coach's own sentences: which variant to say, and quoting at most a few words of the person."""

import re
from functools import cache
from typing import Any

from coaching.talk import Talk
from prompts.templates import blocks, render_block

LINES = "guided/lines.j2"
MOST_QUOTED = 10


@cache
def variants(name: str) -> tuple[str, ...]:
    """Return the blocks that say the same: `name` itself and `name_1`, `name_2` ..."""
    pattern = re.compile(rf"{re.escape(name)}(_\d+)?")
    return tuple(block for block in blocks(LINES) if pattern.fullmatch(block))


def fresh(talk: Talk, name: str) -> str | None:
    """Return the first variant that was not said in this talk, None when all were."""
    return next((block for block in variants(name) if block not in talk.said), None)


def line(block: str, **slots: Any) -> str:
    """Return one sentence of the guided coach."""
    return render_block(LINES, block, **slots)


def question_text(id_: str, part: str, **slots: Any) -> str:
    """Return one part (ask, smaller, why, way_one, way_two) of a question."""
    return render_block(f"guided/questions/{id_}.j2", part, **slots)


def quote(text: str, most: int = MOST_QUOTED) -> str:
    """Return at most `most` words of the text, verbatim and at a natural end, in curly quotes."""
    return f"“{excerpt(text, most)}”"


def excerpt(text: str, most: int = MOST_QUOTED) -> str:
    """Return the leading clause of the text that fits in `most` words, without its final stop."""
    text = text.strip().strip('“”"').rstrip(".!?,;: ")
    if len(text.split()) <= most:
        return text
    clauses = re.split(r"(?<=[,;:.!?])\s+|\s+[-–—]\s+|\s+(?=(?:and|but|because|so|which|who)\s)", text)
    chosen = ""
    for clause in clauses:
        longer = text[: text.index(clause, len(chosen)) + len(clause)]
        if len(longer.split()) > most:
            break
        chosen = longer
    return (chosen or _cut(text, most)).rstrip(".!?,;: ")


def _cut(text: str, most: int) -> str:
    """Return the first `most` words exactly as they stand."""
    end = [match.end() for match in re.finditer(r"\S+", text)][most - 1]
    return text[:end]


def listed(items: tuple[str, ...] | list[str]) -> str:
    """Return the items as a phrase: "a", "a and b", "a, b and c"."""
    *head, last = items
    return f"{', '.join(head)} and {last}" if head else last
