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


_META = re.compile(
    r"\b(?:i (?:just |already )*(?:said|told)|like i said"
    r"|you (?:said|asked|wrote|put|didn'?t|don'?t|have no|keep|mean|just)"
    r"|your (?:question|card|page|answer)|(?:the|that|this) question|the card|the page|that'?s not (?:what|my|the)"
    r"|i (?:didn'?t|don'?t) accept|(?:don'?t|do not|dont) (?:write|put|note|save|keep)|take (?:it |that |this )?out"
    r"|leave (?:it |that )?out|strike|delete|for god'?s sake|fors? gods? sake|oh come on|what the hell|are you"
    r"|if you must know|convince me)\b",
    re.IGNORECASE,
)
_FILLERS = re.compile(
    r"^(?:haha+|lol|hm+|um+|uh|erm|sigh|aargh|argh|pff+|ok|okay|well|so|edit)\b[\s,.:!?-]*"
    r"|[\s,]*\b(?:haha+|lol|i guess|i suppose|if you must know)[\s.!]*$",
    re.IGNORECASE,
)


def own_matter(text: str) -> str:
    """Return what is left for a note: without sentences about the talk, questions and interjections; verbatim."""
    sentences = [part.strip() for part in re.split(r"(?<=[.!?])\s+|\n+", text.strip()) if part.strip()]
    kept = [part for part in sentences if not _META.search(_plain(part))]
    return _FILLERS.sub("", _FILLERS.sub("", " ".join(kept))).strip()
