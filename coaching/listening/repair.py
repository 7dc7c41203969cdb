"""What a message says about the talk itself: "I told you", "look what up?", "that's not what I asked"."""

import re
from typing import Literal

Repair = Literal["told", "unclear", "off"]

_TOLD = re.compile(
    r"^(?:(?:well|but|yes|no|oh|ok|um+|like|as)[\s,]+)*(?:i(?:'ve| have)?\s+(?:just\s+|already\s+)*(?:told|said)"
    r"(?:\s+(?:you|so|that|this|it|already|just now|before))*|like i said|as i said|said (?:it|that|so)(?: already)?"
    r"|i said(?: already)?|told you(?: already)?)\b[\s,.:;!-]*",
    re.IGNORECASE,
)
_TOLD_LATER = re.compile(
    r"\b(?:i (?:just |already )?(?:told you|said (?:so|that|it))|are you (?:even )?listening)\b[.!?]*",
    re.IGNORECASE,
)
_UNCLEAR = re.compile(
    r"^(?:sorry|what|huh|eh|pardon|hm+)\b[\s,]*\?|^(?:sorry,? )?(?:what|how) (?:do|did) you mean\b|\byou mean\?"
    r"|\b(?:don'?t|do not|didn'?t) (?:understand|get) (?:the|your|that) question\b"
    r"|^(?:look|see|know|show|need) what(?: up)?\?"
    r"|^(?:haha )?what\?|\bnot sure what you(?:'re| are) asking\b|\bwhat are you asking\b",
    re.IGNORECASE,
)
_OFF = re.compile(
    r"\b(?:that'?s|that is|it'?s) (?:not|n't) (?:really |quite )?what i (?:asked|meant|said)\b"
    r"|\b(?:that|this|it) has nothing to do with\b|\byou (?:didn'?t|did not|haven'?t) (?:really )?answer"
    r"|\bdid you (?:get|read|hear) (?:that|them|it|me)\b|\bwrong answer\b",
    re.IGNORECASE,
)


def repair_of(text: str) -> Repair | None:
    """Return what went wrong by their word, None where they talk about their own matters."""
    plain = text.strip().replace("’", "'")[:600]
    if _OFF.search(plain):
        return "off"
    if _UNCLEAR.search(plain):
        return "unclear"
    return "told" if _TOLD.search(plain) or _TOLD_LATER.search(plain) else None


def without_repair(text: str) -> str:
    """Return the text without the words about the talk; what is left is verbatim."""
    plain = text.replace("’", "'")
    opening = _TOLD.match(plain)
    rest = text[opening.end() :] if opening else text
    sentences = re.split(r"(?<=[.!?])\s+", rest.strip())
    kept = [
        part
        for part in sentences
        if not (
            _UNCLEAR.search(_plain(part)) or _OFF.search(_plain(part)) or _TOLD_LATER.search(_plain(part))
        )
    ]
    return " ".join(kept).strip()


def _plain(text: str) -> str:
    return text.strip().replace("’", "'")
