"""Taking notes: the facts heard, the answer to the open question word for word, and what is said of them."""

import re
from collections.abc import Callable
from datetime import date

from agent.guided.phrases import day_phrase, now_phrase, open_steps, step_phrase, steps_phrase, wanted_phrase
from agent.guided.rules import OVER_THE_MANAGER, note_who_is_reached
from agent.guided.speaker import Speaker
from agent.guided.words import listed, quote
from coaching.deadlines.find import find_deadline
from coaching.listening.heard import Fact
from coaching.listening.repair import own_matter
from coaching.plan import Plan, Step, active_goals, manager_of
from coaching.talk import Note

SLOT_OF = {
    "want.wish": "wish",
    "now.role": "role",
    "now.enjoy": "enjoy",
    "want.target": "target",
    "want.candidate": "candidate",
    "want.why": "why",
    "want.check": "check",
    "life.limits": "limit",
    "now.evidence": "evidence",
    "evidence.proof": "proof",
    "org.need": "need",
    "manager.knows": "manager_knows",
    "gap": "gap",
    "load.room": "room",
    "step.week": "step",
    "step.obstacle": "obstacle",
    "account": "account",
    "review": "review",
}
"""Which slot an open question fills."""


def take_notes(s: Speaker) -> None:
    """Keep what the message holds and say, in at most one sentence, what was noted."""
    before = s.view()
    facts = tuple(note_of(fact) for fact in s.heard.facts if own_matter(fact.value) and not _is_doing(fact))
    s.note(*facts)
    answer = _answer(s)
    if any(note.slot == "step" for note in (*facts, *((answer,) if answer else ()))):
        note_who_is_reached(s)
    if answer is not None:
        s.note(answer)
        s.talk = s.talk.with_(open=None, not_followed=0)
    heard = (*facts, *((answer,) if answer else ()))
    if heard:
        _acknowledge(s, before, heard, answer)


def _is_doing(fact: Fact) -> bool:
    """Return whether a role is what somebody does ("run a team"), not what they are called."""
    return (
        fact.slot == "role"
        and re.match(r"(?:run|lead|manage|supervise|head)\b", fact.value, re.IGNORECASE) is not None
    )


def note_of(fact: Fact) -> Note:
    """Return a fact as a note of the talk."""
    value = _HELPING.sub("", fact.value) if fact.slot == "account" else fact.value
    return Note(
        slot=fact.slot, value=value, text=fact.text, unsure=fact.unsure, due=fact.due, about=fact.about
    )


_HELPING = re.compile(r"\s+(?:can|will|could|would|might|should)$", re.IGNORECASE)


def _answer(s: Speaker) -> Note | None:
    """Return the answer to the open question: a fact that fills its slot, or all that was said, verbatim."""
    slot = SLOT_OF.get(s.talk.open or "")
    text = own_matter(s.heard.rest)
    if s.talk.open == OVER_THE_MANAGER and text:
        s.talk = s.talk.with_(open=None)
    if slot is None or not text or s.heard.nonsense:
        return None
    filled = [fact for fact in s.heard.facts if fact.slot == slot and own_matter(fact.value)]
    if filled:
        return note_of(filled[0])
    if _NOTHING.match(text) and not s.heard.facts:
        s.talk = s.talk.with_(open=None)
        s.say("nothing_yet")
        return None
    if _about_other_things(s, text):
        s.talk = s.talk.with_(open=None)
        return None
    if slot in _READ:
        return _READ[slot](s, text)
    return Note(slot=slot, value=text[:2000], text=text[:2000], unsure=_unsure(s), due=_day(s, text))


_NOTHING = re.compile(
    r"^(?:well[, ]+)?(?:(?:nothing|none|nobody|no ?one|not much|not really|not yet)\b.{0,60}"
    r"|(?:no|nope|not sure)[.! ]*)$",
    re.IGNORECASE | re.DOTALL,
)


def _about_other_things(s: Speaker, text: str) -> bool:
    """Return whether nearly all they said fills other slots, so that it is no answer to the open question."""
    said = {fact.text for fact in s.heard.facts}
    covered = sum(len(clause.split()) for clause in said if clause in text)
    return covered >= 0.6 * len(text.split())


def _unsure(s: Speaker) -> bool:
    return any(fact.unsure for fact in s.heard.facts) or s.heard.text.rstrip().endswith("?")


def _day(s: Speaker, text: str) -> date | None:
    found = find_deadline(text, s.today)
    return found.date if found else None


def _knows(s: Speaker, text: str) -> Note | None:
    """Return yes or no where it was said plainly; otherwise the words are kept as what they said of it."""
    said = {"yes": "yes", "no": "no"}.get(s.heard.command or "")
    first = text.lower().replace("’", "'").split(maxsplit=1)[0].strip(".,!;")
    value = said or {"yes": "yes", "yeah": "yes", "yep": "yes", "no": "no", "nope": "no", "not": "no"}.get(
        first
    )
    return Note(
        slot="manager_knows" if value else "person", value=value or manager_of(s.view()) or text, text=text
    )


def _review(s: Speaker, text: str) -> Note:
    day = _day(s, text)
    known = day is not None and day >= s.today
    return Note(
        slot="review" if known else "review_words",
        value=day.isoformat() if day and known else text,
        text=text,
    )


def _account(s: Speaker, text: str) -> Note:
    """Return who asks, as said: the words before "can", "will", "asks" and the like."""
    heard = [fact.value for fact in s.heard.facts if fact.slot == "account"]
    who = (
        heard[0]
        if heard
        else re.split(r",| (?:can|will|could|would|might|asks?)\b", text, maxsplit=1)[0].strip(" .")
    )
    return Note(slot="account", value=who, text=text, due=_day(s, text))


_READ: dict[str, Callable[[Speaker, str], Note | None]] = {
    "manager_knows": _knows,
    "review": _review,
    "account": _account,
}


def _acknowledge(s: Speaker, before: Plan, notes: tuple[Note, ...], answer: Note | None) -> None:
    """Say what was noted: a link where two records meet, a frame for the answer, else a word."""
    if _linked(s, before) or _doubted(s):
        return
    main = answer or _telling(notes)
    if not _framed(s, main) and not s.parts:
        s.say("noted")


def _linked(s: Speaker, before: Plan) -> bool:
    """Say now and wanted in one sentence, the first time that both are known."""
    after = s.view()
    was_known = now_phrase(before) and (wanted_phrase(before) or before.vision.undecided)
    now, wanted = now_phrase(after), wanted_phrase(after)
    if was_known or not now:
        return False
    if wanted and after.profile.role:
        return s.give("link_role_wanted", now=capital(now), wanted=wanted, horizon=after.vision.horizon)
    if wanted:
        blind = next((note.text for note in s.talk.notes if note.slot == "gap"), None)
        blind = quote(blind) if blind else None
        return s.give("link_now_wanted", now=now, wanted=wanted, horizon=after.vision.horizon, obstacle=blind)
    if after.vision.undecided:
        words = next((note.value for note in s.talk.notes if note.slot == "undecided"), None)
        return words is not None and s.give("link_undecided", now=capital(now), quote=quote(words))
    return False


def _doubted(s: Speaker) -> bool:
    """Take a doubt that others voiced lightly: half a line, and the talk goes on."""
    feeling = s.heard.feeling
    if feeling is None or feeling.kind != "doubt":
        return False
    return s.give("doubt_reported", quote=quote(feeling.word))


def capital(text: str) -> str:
    """Return the text with its first letter as a sentence begins."""
    return text[:1].upper() + text[1:]


def _telling(notes: tuple[Note, ...]) -> Note:
    order = ("evidence", "why", "need", "step", "enjoy", "holder", "proof", "limit", "gap")
    return min(notes, key=lambda note: order.index(note.slot) if note.slot in order else len(order))


def _framed(s: Speaker, note: Note) -> bool:
    """Say the answer back in the frame of its slot; short answers get a word only."""
    frame = _FRAMES.get(note.slot)
    if frame is None or (len(note.text.split()) < 4 and note.slot in _LONG):
        return False
    return frame(s, note)


_LONG = {"why", "enjoy", "evidence", "need", "limit", "gap", "obstacle", "room", "wish", "target", "check"}


def _quoted(name: str) -> Callable[[Speaker, Note], bool]:
    return lambda s, note: s.give(name, quote=quote(note.value))


def _valued(name: str) -> Callable[[Speaker, Note], bool]:
    return lambda s, note: s.say(name, value=capital(note.value.rstrip(".")))


def _why(s: Speaker, note: Note) -> bool:
    wish = any(
        cue in s.heard.text.lower()
        for cue in ("want to fix", "want to change", "put right", "make it better")
    )
    return s.give("ack_why_change" if wish else "ack_why", quote=quote(note.text))


def _evidence(s: Speaker, note: Note) -> bool:
    number = any(char.isdigit() for char in note.text)
    return s.give("ack_evidence_number" if number else "ack_evidence", quote=quote(note.value))


def _need(s: Speaker, note: Note) -> bool:
    return s.give("ack_need_unsure" if note.unsure else "ack_need", quote=quote(note.value))


def _holder(s: Speaker, note: Note) -> bool:
    view = s.view()
    holder = next((n.value for n in s.talk.notes if n.slot == "holder"), None)
    if holder is None:
        return s.say("ack_check_no", quote=quote(note.text))
    return s.give("ack_holder", holder=holder, manager=manager_of(view))


def _knows_said(s: Speaker, note: Note) -> bool:
    return s.give(f"ack_knows_{note.value}", manager=manager_of(s.view()))


def _step(s: Speaker, note: Note) -> bool:
    steps = open_steps(s.view(), s.talk)
    if len(steps) > 1:
        return s.give("ack_steps_listed", steps=steps_phrase(steps, s.today))
    return s.give("ack_step", step=step_phrase(Step(text=note.text, due=note.due), s.today))


def _account_said(s: Speaker, note: Note) -> bool:
    due = note.due or _day(s, note.text)
    return s.give("ack_account", who=capital(note.value), day=day_phrase(due, s.today) if due else None)


def _review_said(s: Speaker, note: Note) -> bool:
    return s.give("ack_review", day=capital(day_phrase(date.fromisoformat(note.value), s.today)))


def _candidates(s: Speaker, note: Note) -> bool:
    said = [fact.value for fact in s.heard.facts if fact.slot == "candidate"] or [quote(note.value, 8)]
    return s.give("ack_candidate", value=capital(listed(said)), one=len(said) == 1)


def _room(s: Speaker, note: Note) -> bool:
    """Say what makes room, and what is left of the hours where both numbers were said."""
    goals = [goal.hours_week for goal in active_goals(s.plan).values() if goal.hours_week]
    freed = [float(fact.value) for fact in s.heard.facts if fact.slot == "hours" and _is_number(fact.value)]
    left = goals[-1] - freed[0] if goals and freed else 0
    hours = f"{goals[-1]:g}" if goals else ""
    return s.give("ack_room", quote=quote(note.value), left=f"{left:g}" if left > 0 else None, hours=hours)


def _is_number(value: str) -> bool:
    return value.replace(".", "", 1).isdecimal()


def _limits(s: Speaker, note: Note) -> bool:
    said = [fact.value for fact in s.heard.facts if fact.slot == "limit"] or [note.value]
    return s.give("ack_limit", quote=listed([quote(value, 8) for value in said[:3]]), one=len(said) == 1)


_FRAMES: dict[str, Callable[[Speaker, Note], bool]] = {
    "wish": _quoted("ack_wish"),
    "target": _quoted("ack_target"),
    "why": _why,
    "enjoy": _quoted("ack_enjoy"),
    "candidate": _candidates,
    "limit": _limits,
    "evidence": _evidence,
    "proof": _valued("ack_proof"),
    "need": _need,
    "check": _holder,
    "holder": _holder,
    "manager_knows": _knows_said,
    "gap": _quoted("ack_gap"),
    "room": _room,
    "step": _step,
    "obstacle": _quoted("ack_obstacle"),
    "account": _account_said,
    "review": _review_said,
}
