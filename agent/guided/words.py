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
    """Return the leading clause of the text that fits in `most` words, without its final stop.

    Only one sentence is quoted, the first that says more than a word or two: between two sentences something of
    theirs may have been left out, and a quote stands as they wrote it.
    """
    sentence = _telling_sentence(text).strip('“”"').rstrip(".!?,;: ")
    if len(sentence.split()) <= most:
        return sentence
    ends = [match.start() for match in _JOINTS.finditer(sentence)]
    fitting = [end for end in ends if 2 < len(sentence[:end].split()) <= most]
    return (sentence[: fitting[-1]] if fitting else _cut(sentence, most)).rstrip(".!?,;: ")


_JOINTS = re.compile(r"[,;:]\s|\s+[-–—]\s|\s+(?=(?:and|but|because|so|which|who|that|until|when)\s)")


def _telling_sentence(text: str) -> str:
    sentences = [part.strip() for part in re.split(r"(?<=[.!?])\s+|\n+", text.strip()) if part.strip()]
    return next((part for part in sentences if len(part.split()) > 2), sentences[0] if sentences else "")


def _cut(text: str, most: int) -> str:
    """Return the first `most` words exactly as they stand."""
    end = [match.end() for match in re.finditer(r"\S+", text)][most - 1]
    return text[:end]


def listed(items: tuple[str, ...] | list[str]) -> str:
    """Return the items as a phrase: "a", "a and b", "a, b and c"."""
    *head, last = items
    return f"{', '.join(head)} and {last}" if head else last
