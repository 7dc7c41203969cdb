"""The page as Markdown, with nothing of the person's text left active."""

import re
from collections.abc import Iterable

from coaching.agenda.types import BLANK, Agenda, Item, Section
from coaching.agenda.words import ended, flat, starting

_ACTIVE = re.compile(r"([\\`*_\[\]{}<>~&#^$@!])")
_LINE_START = re.compile(r"^([-+=]|\d+(?=[.)]))")
_FROM = {
    "person": "your words",
    "library": "library: keep or strike",
    "derived": "worked out",
    "blank": "blank, to fill",
}
_ESCAPED_BLANK = "\\_" * len(BLANK)


def escaped(text: str) -> str:
    """Return the text as plain words of one line of Markdown, whatever it holds."""
    safe = _ACTIVE.sub(r"\\\1", flat(text)).replace("|", "&#124;")
    return _unlinked(_LINE_START.sub(_guarded, safe))


def _guarded(match: re.Match[str]) -> str:
    start = match.group()
    return f"\\{start}" if not start[0].isdigit() else start[:-1] + f"&#{ord(start[-1])};"


def _unlinked(text: str) -> str:
    """Return the text with the marks escaped by which some programs make links of bare addresses."""
    return re.sub(r"(?i)(?<=www)\.|:(?=/)", lambda match: "\\" + match.group(), text)


FOR_YOU = "---\n\nBelow this line is for you alone; hand over only what stands above it."


def as_markdown(agenda: Agenda) -> str:
    """Return the whole page, with what the person keeps to themself below it."""
    asides = [*_asides(agenda)]
    parts = [f"# {escaped(agenda.title)}", _table(agenda.sections), *([FOR_YOU, *asides] if asides else [])]
    return "\n\n".join(parts) + "\n"


def _table(sections: Iterable[Section]) -> str:
    rows = [row for number, section in enumerate(sections, 1) for row in _rows(number, section)]
    return "\n".join(["| | min | | from |", "|---|---|---|---|", *rows])


def _rows(number: int, section: Section) -> list[str]:
    first = f"**{number} {escaped(section.title)}** | {section.minutes}"
    return [
        f"| {first if place == 0 else ' | '} | {_line(item)} | {_from(item)} |"
        for place, item in enumerate(section.items)
    ]


def _line(item: Item) -> str:
    text = escaped(starting(ended(item.text))).replace(_ESCAPED_BLANK, BLANK)
    doubt = any(claim.status == "unconfirmed" for claim in item.claims)
    return f"{text} *(unconfirmed)*" if doubt else text


def _from(item: Item) -> str:
    records = ", ".join(item.records)
    return f"{_FROM[item.origin]} ({records})" if records else _FROM[item.origin]


def _asides(agenda: Agenda) -> list[str]:
    quoted = [f"“{words}”" for words in agenda.kept_off]
    named = ", ".join(agenda.named)
    happy = [f"{named}. Check that they are happy to be named."] if named else []
    return [
        part
        for heading, lines in (
            ("Bring", agenda.bring),
            ("Find out before", agenda.before),
            ("Named", happy),
            ("Kept off this page", quoted),
            ("Still open", open_points(agenda)),
        )
        if (part := _list(heading, lines))
    ]


def _list(heading: str, lines: Iterable[str]) -> str:
    items = "\n".join(f"- {escaped(line)}" for line in lines)
    return f"**{heading}**\n\n{items}" if items else ""


def open_points(agenda: Agenda) -> tuple[str, ...]:
    """Return what the page leaves blank or unsure, each once; the next step is left for the talk itself."""
    before_the_talk = [section for section in agenda.sections if section.id != "next_step"]
    blanks = [_gap(item) for section in before_the_talk for item in section.items if _is_gap(item)]
    guesses = [item.text for item in agenda.section("their_needs").items if item.origin == "derived"]
    return tuple(dict.fromkeys([*(f"Unsure: {guess}" for guess in guesses), *blanks]))


def _is_gap(item: Item) -> bool:
    return item.origin == "blank" and item.part not in {"smaller_ask", "proof"}


def _gap(item: Item) -> str:
    text = item.text.partition(f": {BLANK}")[0]
    return ended(text.replace(BLANK, "..."))
