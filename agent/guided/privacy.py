"""What they want kept off: "take that out", "don't write that down", "she must not know"; and who reads this."""

import json
import re
from collections.abc import Generator
from typing import Any

from agent.guided.commands import PAGE, page_kept
from agent.guided.proposals import put_forward
from agent.guided.script import Call
from agent.guided.speaker import Speaker
from agent.guided.words import listed, quote
from coaching.notes import changes_of
from coaching.talk import Note

Turn = Generator[Call, Any, bool]

_TAKE_OUT = re.compile(
    r"\b(?:take|leave|keep|cross|strike|cut|remove|delete|drop|scrap)\b(?P<a>[^.!?]{0,80}?)\b(?:out|off|away)\b"
    r"(?P<b>[^.!?]*)|\b(?:strike|remove|delete|scrap)\b(?P<c>[^.!?]{2,120})",
    re.IGNORECASE,
)
_DONT_WRITE = re.compile(
    r"\b(?:don'?t|do not|never) (?:write|put|note|save|keep|mention|print)\b(?P<d>[^.!?]*)", re.IGNORECASE
)
_MUST_NOT_KNOW = re.compile(
    r"\b(?P<who>[A-Z][a-z]+|he|she|they|my (?:boss|manager))\b[^.!?]{0,40}\b(?:must ?n'?t|must not|can'?t|cannot"
    r"|should ?n'?t|may not) (?:know|find out|hear|read|see)\b|\bkeep (?:it|this|that) from (?P<from>\w+)",
)
_WHO_READS = re.compile(
    r"\b(?:who|does (?:hr|my (?:boss|manager)|anyone)|is (?:any of )?this|can (?:hr|my (?:boss|manager)|anyone)"
    r"|will (?:hr|my boss)) (?:\w+ ){0,4}(?:read|see|reads|sees)\b"
    r"|\bwhat happens to (?:my|this|the) (?:data|words|text)"
    r"|\bis (?:this|it) (?:private|confidential|secret)\b|\bwhere does (?:this|it) go\b",
    re.IGNORECASE,
)
_SMALL = frozenset(
    re.findall(
        r"\w+", "that this the it a my of from on page line bit part one please to and in me i for not down"
    )
)


def privacy_turn(s: Speaker) -> Turn:
    """Take off what they want off, or say who reads this; tell whether the turn is done."""
    text = s.heard.text.replace("’", "'")
    if _WHO_READS.search(text):
        s.gave = s.repeat("privacy")
        return True
    if secret := _MUST_NOT_KNOW.search(text):
        _keep_from(s, secret["who"] or secret["from"])
        return (yield from _redrawn(s))
    found = _TAKE_OUT.search(text) or _DONT_WRITE.search(text)
    if found is None or s.heard.goal is not None or not _about_notes(s, found):
        return False
    return (yield from _take_off(s, " ".join(part for part in found.groupdict().values() if part)))


def _about_notes(s: Speaker, found: re.Match[str]) -> bool:
    """Return whether the order is about what was noted: it begins its sentence, or a page is open."""
    before = re.split(r"[.!?]\s", s.heard.text[: found.start()])[-1]
    return page_kept(s.talk) is not None or len(before.split()) <= 3


def _take_off(s: Speaker, words: str) -> Turn:
    """Drop the notes that hold these words, or the last one, and keep them off every page."""
    wanted = {word for word in re.findall(r"\w+", words.lower()) if word not in _SMALL}
    notes = [note for note in s.talk.notes if note.slot != PAGE]
    off = [note for note in notes if _shares(note, wanted)] if wanted else notes[-1:]
    s.talk = s.talk.with_(notes=tuple(note for note in s.talk.notes if note not in off))
    texts = [note.value for note in off] or ([words.strip(" \"'“”:,")] if wanted else [])
    s.gave = True
    if not texts:
        s.repeat("private_which")
        s.asked = True
        return True
    _keep_off(s, *texts)
    s.repeat(
        "private_off",
        what=listed([quote(text, 6) for text in texts[:3]]),
        redrawn=page_kept(s.talk) is not None,
    )
    return (yield from _redrawn(s))


def _shares(note: Note, wanted: set[str]) -> bool:
    said = set(re.findall(r"\w+", note.value.lower()))
    return len(said & wanted) >= max(1, len(wanted) // 2)


def _keep_off(s: Speaker, *texts: str) -> None:
    s.note(*(Note(slot="keep_off", value=text[:400], text=text[:400]) for text in texts))


def _keep_from(s: Speaker, who: str) -> None:
    """Keep where they want to get to off every page."""
    vision = s.view().vision
    _keep_off(s, *(text for text in (vision.target, vision.wish, vision.why, *vision.candidates) if text))
    s.gave = s.repeat("private_from", who=who)


def _redrawn(s: Speaker) -> Turn:
    """Draw the page again, where there is one; what was taken off stays off once the card is accepted."""
    kept = page_kept(s.talk)
    if kept is None:
        return True
    notes = [change.model_dump(mode="json") for change in changes_of(s.talk.notes, s.plan)]
    page = yield Call("draft_agenda", {"request": json.loads(kept), "notes": notes})
    s.talk = put_forward(s.talk, page.get("proposal"))
    s.document = page.get("page")
    return True
