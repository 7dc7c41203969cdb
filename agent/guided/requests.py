"""What they ask for: guidance from the library, their plan, a page for the meeting with their manager."""

import json
import re
from collections.abc import Generator
from datetime import date, datetime
from typing import Any

from agent.guided.commands import PAGE, page_kept
from agent.guided.phrases import day_phrase, open_steps, steps_phrase
from agent.guided.proposals import put_forward
from agent.guided.script import Call
from agent.guided.speaker import Speaker
from agent.guided.words import listed, quote
from coaching.listening.heard import Asked, MeetingRequest
from coaching.listening.meetings import meeting_of
from coaching.listening.text import split
from coaching.notes import changes_of
from coaching.plan import Plan, manager_of
from coaching.talk import Note

Turn = Generator[Call, Any, bool]
DEFAULT_MINUTES = 30
MOST_SEARCHED = 40


def question_turn(s: Speaker) -> Turn:
    """Answer their first question from the library or name its limit; the coach's own question may follow."""
    if not s.heard.questions:
        return False
    asked = s.heard.questions[0]
    if asked.limit is None and _ABOUT_THE_COACH.search(asked.text):
        asked = asked.model_copy(update={"limit": "self"})
    if asked.limit is not None:
        s.gave = True
        s.repeat(f"limit_{asked.limit}")
        return False
    if not asked.text.strip():
        return False
    found = yield Call("search_guidance", {"query": _query(s, asked), "limit": 1})
    _say_guidance(s, asked, found)
    return False


_ABOUT_THE_COACH = re.compile(
    r"\b(?:give|tell|trust|believe|to|of|with) you\b"
    r"|\b(?:are|were|can|could|did|would|will|do) you (?!ever|need|have|get|ask)\w+"
    r"|\bwho (?:made|built|wrote) (?:you|this)\b|\byour (?:opinion|question|answer|point)",
    re.IGNORECASE,
)


def _query(s: Speaker, asked: Asked) -> str:
    """Return what to search for: their question, with the rest of a short message that tells what it is about."""
    return s.heard.text if len(s.heard.text.split()) <= MOST_SEARCHED else asked.text


def _say_guidance(s: Speaker, asked: Asked, found: dict[str, Any]) -> None:
    hits = found["results"]
    manager = manager_of(s.view())
    s.gave = True
    if not hits:
        s.say("card_none")
        if manager:
            _park(s, asked, manager)
        return
    hit = hits[0]
    s.talk = s.talk.with_(cards=(*s.talk.cards, hit["card"]))
    s.repeat("card", gist=hit["gist"].rstrip("."), title=hit["title"], passages=" and ".join(hit["passages"]))
    if hit["scope"] != "general" and manager:
        s.note(Note(slot="question", value=asked.text, text=asked.text, about=manager))
        place = f"in {unit}" if (unit := s.view().profile.unit) else "where you are"
        s.say("card_local", where=place, who=manager)


def _park(s: Speaker, asked: Asked, manager: str) -> None:
    s.note(Note(slot="question", value=asked.text, text=asked.text, about=manager))
    s.say("parked", whom=f"your talk with {manager}")


def plan_turn(s: Speaker) -> Turn:
    """Show the plan when they ask for it."""
    if s.heard.command != "show_plan":
        return False
    yield Call("get_plan", {})
    s.gave = True
    if s.plan.model_copy(update={"retired": frozenset()}) == Plan():
        s.parts.append("Your plan is empty so far: what you accept goes into it.")
        if s.talk.open is None:
            s.ask_next()
        return True
    s.repeat("plan_shown")
    s.document = plan_lines(s.plan, s.today)
    return True


def plan_lines(plan: Plan, today: date) -> str:
    """Return the plan's goals, steps and evidence, one a line."""
    lines: list[str] = []
    for handle, goal in plan.goals.items():
        due = f", due {day_phrase(goal.due, today)}" if goal.due else ""
        lines.append(f"- {handle}: {goal.text}{due} ({goal.status})")
        lines += [f"  - step: {step.text} ({step.status})" for step in goal.steps]
    lines += [f"- {handle}: {evidence.text}" for handle, evidence in plan.evidence.items()]
    return "\n".join(lines) or "No goals yet."


def meeting_turn(s: Speaker) -> Turn:
    """Draft the page for the conversation they ask for; ask for what is missing, one thing at a time."""
    request = s.heard.meeting or _completed(s)
    if request is None:
        return False
    who = request.with_whom or manager_of(s.view())
    if who is None:
        return _ask_about_meeting(s, "meeting.who", "agenda_ask_who")
    if request.on is None:
        return _ask_about_meeting(s, "meeting.when", "agenda_ask_when")
    if _day(request.on) < s.today:
        return _ask_about_meeting(s, "meeting.when", "agenda_past", day=day_phrase(_day(request.on), s.today))
    page = yield _agenda_call(s, who, request)
    _say_page(s, who, page)
    return True


def _completed(s: Speaker) -> MeetingRequest | None:
    """Return the request they began before, with the answer to what was missing read into it."""
    if not (s.talk.open or "").startswith("meeting."):
        return None
    begun = next(
        (note.value for note in reversed(s.talk.notes) if note.slot == "meeting"), "Prepare the meeting"
    )
    who = s.talk.open == "meeting.who"
    answer = _name(s.heard.text) if who else s.heard.text
    joint = " with " if who else " on "
    found = meeting_of(split(f"{begun.rstrip(' .!?')}{joint}{answer}"), s.view(), s.today)
    request = found[0] if found else None
    return (
        request.model_copy(update={"with_whom": answer})
        if request and who and not request.with_whom
        else request
    )


def _name(text: str) -> str:
    """Return the name in a short answer, with a capital: "with gary, i said" is "Gary"."""
    bare = _AROUND_A_NAME.sub("", text.strip())
    return " ".join(word[:1].upper() + word[1:] for word in bare.strip(" .,!?").split()[:5])


_AROUND_A_NAME = re.compile(
    r"^(?:with|it'?s|that'?s|to)\s+|[,.]?\s*\b(?:as )?i said\b.*$|[,.]?\s*\bmy (?:boss|manager)\b.*$",
    re.IGNORECASE,
)


def _ask_about_meeting(s: Speaker, open_: str, line: str, **slots: object) -> bool:
    """Ask for one thing about the meeting, and keep what was said of it."""
    begun = next((note.value for note in reversed(s.talk.notes) if note.slot == "meeting"), "")
    if s.heard.meeting is not None or not begun:
        said = s.heard.text
    else:
        said = f"{begun} with {s.heard.text}" if s.talk.open == "meeting.who" else begun
    s.note(Note(slot="meeting", value=said[:400], text=said[:400]))
    s.talk = s.talk.with_(open=open_)
    s.repeat(line, **slots)
    s.asked = True
    return True


def _agenda_call(s: Speaker, who: str, request: MeetingRequest) -> Call:
    """Return the call that drafts the page from the plan and the notes of this talk."""
    on = request.on
    assert on is not None
    notes = [change.model_dump(mode="json") for change in changes_of(s.talk.notes, s.plan)]
    asked = {
        "with": who,
        "on": on.isoformat(timespec="minutes") if isinstance(on, datetime) else on.isoformat(),
        "minutes": request.minutes or DEFAULT_MINUTES,
        "purpose": request.purpose or "career",
    }
    s.talk = s.talk.with_(notes=tuple(note for note in s.talk.notes if note.slot != PAGE))
    s.note(Note(slot=PAGE, value=json.dumps(asked), text=json.dumps(asked)))
    return Call("draft_agenda", {"request": asked, "notes": notes})


def _day(on: date | datetime) -> date:
    return on.date() if isinstance(on, datetime) else on


def _say_page(s: Speaker, who: str, page: dict[str, Any]) -> None:
    s.gave = s.asked = True
    if "refused" in page:
        s.repeat("refused", message=page["message"])
        return
    items = [item for section in page["agenda"]["sections"] for item in section["items"]]
    blanks = sum(item["origin"] == "blank" for item in items)
    counted = f"{'One line is' if blanks == 1 else f'{blanks} lines are'}" if blanks else None
    kept_off = page["agenda"]["kept_off"][:3]
    s.talk = put_forward(s.talk, page.get("proposal"))
    s.repeat(
        "agenda_ready",
        who=who,
        minutes=page["agenda"]["minutes"],
        blanks=counted,
        one=blanks == 1,
        kept_off=listed([quote(words, 6) for words in kept_off]) if kept_off else None,
    )
    s.document = page["page"]


def page_turn(s: Speaker, *, corrected: bool) -> Turn:
    """Draw the page again after a correction, or with what they want put in; tell whether the turn is done."""
    kept = page_kept(s.talk)
    if kept is None or s.talk.proposal is None or not (corrected or s.heard.command == "edit"):
        return False
    request = json.loads(kept)
    wanted = _PUT_IN.search(s.heard.text)
    if wanted:
        s.note(Note(slot="question", value=wanted[1], text=wanted[1], about=request["with"]))
    notes = [change.model_dump(mode="json") for change in changes_of(s.talk.notes, s.plan)]
    page = yield Call("draft_agenda", {"request": request, "notes": notes})
    s.talk = put_forward(s.talk, page.get("proposal"))
    steps = open_steps(s.view(), s.talk)
    added = quote(wanted[1], 8) if wanted else None
    s.gave = s.repeat("page_done", added=added, steps=steps_phrase(steps, s.today) if steps else None)
    s.document = page.get("page")
    return True


_PUT_IN = re.compile(
    r"\b(?:put|add|write)(?: it)?(?: in| on(?: it)?| down)?(?: that)?:? (i['’][^.!?;,]{3,120}|i [^.!?;,]{3,120})",
    re.IGNORECASE,
)
