"""How the page puts things: quoting, clipping, and what the organisation is called in their own words."""

import re
import unicodedata

from coaching.agenda.types import BLANK
from coaching.agenda.wordlists import word_set
from coaching.plan import Plan

_ORGANISATIONS = (
    "division|department|ward|directorate|branch|region|clinic|school|faculty|plant|store|practice|hospital"
    "|business unit|agency|firm|company|organisation|organization|team|unit"
)
_ORGANISATION = re.compile(rf"\b(?:{_ORGANISATIONS})\b", re.IGNORECASE)
_TAIL = re.compile(
    r";|,|\s(?:that|which|so that|because|so I|so we|in order to|to get|until|by (?=\d|\w+ing\b|the end))\s?",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^(?:by|before|until|in|within|from|this|next)\b[^,]{0,60},\s*", re.IGNORECASE)
_PLAIN_STARTS = word_set(
    "something someone maybe the a an more less to that it we how what getting better faster fewer"
)
_HEDGE = re.compile(
    r"^(?:(?:maybe|probably|perhaps|i (?:think|guess|suppose)|something like)\b,? )+", re.IGNORECASE
)
HEAD_WORDS = 14


def organisation(plan: Plan) -> str | None:
    """Return what the person calls the place they work in ("the division"), None where they did not say."""
    profile, vision = plan.profile, plan.vision
    for text in (profile.unit, vision.target, profile.role, *(need.text for need in plan.needs.values())):
        found = _ORGANISATION.search(text or "")
        if found:
            return f"the {found.group().lower()}"
    return "the company" if profile.industry else None


def flat(text: str) -> str:
    """Return the text on one line, without anything that is not to be seen."""
    shown = text if text.isprintable() else "".join(map(_shown, text))
    return " ".join(shown.split())


def _shown(char: str) -> str:
    """Return the character, a space for a control, nothing for a mark that only turns or hides text."""
    if char.isprintable() or char in _JOINERS:
        return char
    return "" if unicodedata.category(char) in {"Cf", "Cs"} else " "


_JOINERS = frozenset({"\u200c", "\u200d"})
"""Some scripts can't be spelled without these two."""


def clipped(text: str, most: int) -> str:
    """Return at most so many words of the text, on one line, with dots where some are missing."""
    parts = text.split()
    return " ".join(parts) if len(parts) <= most else " ".join(parts[:most]) + " ..."


def head(goal: str) -> str:
    """Return the words of a goal that say what, without its date, reason and measure where they follow."""
    text = _LEAD.sub("", flat(goal)) or flat(goal)
    cut = next((m.start() for m in _TAIL.finditer(text) if len(text[: m.start()].split()) > 2), len(text))
    short = text[:cut]
    if len(short.split()) > HEAD_WORDS:
        first = short.partition(" and ")[0]
        short = first if len(first.split()) > 2 else short
    return clipped(short.rstrip(" .!?"), HEAD_WORDS)


def inside(text: str) -> str:
    """Return the text fit to stand inside a sentence: no end mark, a plain first word in lower case."""
    text = _HEDGE.sub("", flat(text)).rstrip(" .!?;,") or flat(text)
    first, _, rest = text.partition(" ")
    return f"{first.lower()} {rest}".rstrip() if first.lower() in _PLAIN_STARTS else text


def ended(text: str) -> str:
    """Return the text with an end mark."""
    return text if text.endswith((".", "!", "?", ":", "...", BLANK)) else f"{text}."


def possessive(name: str) -> str:
    """Return the name with the mark of who owns."""
    return f"{name}'s"


def starting(text: str) -> str:
    """Return the text with its first letter in upper case."""
    return text[:1].upper() + text[1:]
