"""A correction: the old value is replaced everywhere in the talk, and named beside the new one."""

import re

from agent.guided.answers import capital
from agent.guided.speaker import Speaker
from coaching.listening.heard import Correction
from coaching.talk import Note


def correct(s: Speaker) -> bool:
    """Replace what was corrected and say so, old beside new; tell whether anything was."""
    if s.heard.meeting is not None:
        # "It's about moving, not the forecast" tells what the meeting is for; nothing said before is wrong.
        return False
    said = [item for item in s.heard.corrections if item.old and item.old != item.new and _small(item)]
    for item in said:
        s.talk = s.talk.with_(notes=tuple(_replaced(note, item) for note in s.talk.notes))
        if not any(note.slot == item.slot and item.new in note.value for note in s.talk.notes):
            s.note(Note(slot=item.slot, value=item.new, text=item.text or item.new))
        s.give("corrected", new=capital(item.new), old=item.old) or s.repeat(
            "corrected_1", new=item.new, old=item.old
        )
    return bool(said)


def _small(item: Correction) -> bool:
    """Return whether a value is exchanged for a value: a whole sentence is no correction of a word."""
    old = (item.old or "").split()
    return len(old) <= 6 and len(item.new.split()) <= 6 and "?" not in f"{item.old}{item.new}"


def _replaced(note: Note, item: Correction) -> Note:
    """Return the note with the old value replaced where it stands as a whole word."""
    old = item.old
    assert old is not None
    if note.slot != item.slot:
        return note
    pattern = re.compile(rf"(?<!\w){re.escape(old)}(?!\w)", re.IGNORECASE)
    if note.value.lower() == old.lower():
        return note.model_copy(update={"value": item.new, "text": pattern.sub(lambda _: item.new, note.text)})
    value, text = (pattern.sub(lambda _: item.new, part) for part in (note.value, note.text))
    return note.model_copy(update={"value": value, "text": text})
