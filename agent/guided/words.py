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
    """Return the clause of the text that says most in at most `most` words, verbatim, without its final stop.

    Only one sentence is quoted: between two, something of theirs may have been left out, and a quote stands as
    they wrote it. The first clause wins unless a later one carries more: content words, and numbers twice.
    """
    whole = text.strip().strip('“”"').rstrip(_STOPS)
    if len(whole.split()) <= most and not re.search(r"[.!?]\s", whole):
        return whole
    clauses = [
        clause for sentence in re.split(r"(?<=[.!?])\s+|\n+", whole) for clause in _clauses(sentence, most)
    ]
    return max(clauses, key=_weight) if clauses else _cut(whole, most)


_STOPS = ".!?,;:… "
_JOINTS = re.compile(r"[,;:]\s|\s+[-–—]\s|\s+(?=(?:and|but|because|so|which|who|until|when|where|or)\s)")
_LEADING = re.compile(
    r"^(?:(?:and|but|so|well|ok|okay|oh|um+|hm+|yes|no|yeah|because|cos|coz|becoz|cause|honestly|to be honest|i mean"
    r"|i think|i guess|i suppose)\b[\s,.]*)+",
    re.IGNORECASE,
)
_DANGLING = frozenset(
    re.findall(
        r"\w+",
        "a an the of to for and or but that which who where when i my me our your with in on at by from about as is "
        "are was were be been it its this two one so than not also own",
    )
)
_EMPTY = frozenset(
    re.findall(
        r"\w+",
        "that this with from have been just really very much there their what when where which would could about "
        "then than they them your some like because into over only also",
    )
)


def _clauses(sentence: str, most: int) -> list[str]:
    """Return the sentence whole where it fits, else its clauses that do; a long clause is cut at the limit."""
    bare = _LEADING.sub("", sentence).rstrip(_STOPS)
    if len(bare.split()) <= most:
        return [bare] if bare else []
    cuts = [0, *(match.end() for match in _JOINTS.finditer(bare)), len(bare)]
    parts: list[str] = []
    start = 0
    for end in cuts[1:]:
        # A joint after a word or two ("claims and complaints") is none.
        if len(bare[start:end].split()) > 2 or end == len(bare):
            parts.append(_LEADING.sub("", bare[start:end].strip()).rstrip(_STOPS))
            start = end
    return [part if len(part.split()) <= most else _cut(part, most) for part in parts if part]


def _weight(clause: str) -> int:
    """Return how much a clause says: its content words, and its numbers once more."""
    words = re.findall(r"[\w'’]+", clause.lower())
    content = sum(len(word) > 3 and word not in _EMPTY for word in words)
    return min(content + sum(any(char.isdigit() for char in word) for word in words), 5)


def _cut(text: str, most: int) -> str:
    """Return the first words exactly as they stand, ended before words that leave a sentence hanging."""
    ends = [match.end() for match in re.finditer(r"\S+", text)][:most]
    while len(ends) > 3 and text[: ends[-1]].rsplit(maxsplit=1)[-1].lower().strip(_STOPS) in _DANGLING:
        ends.pop()
    return text[: ends[-1]].rstrip(_STOPS) if ends else ""


def listed(items: tuple[str, ...] | list[str]) -> str:
    """Return the items as a phrase: "a", "a and b", "a, b and c"."""
    *head, last = items
    return f"{', '.join(head)} and {last}" if head else last
