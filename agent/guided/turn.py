"""One guided turn: the order in which a message is handled; the first that matches takes the question slot.

Safety, what became of a proposal, a short order, notes and corrections, a feeling, their request or question,
the goal on the table, the answer to the open question, the next question.
"""

import re

from agent.guided.answers import note_of, take_notes
from agent.guided.commands import command_turn
from agent.guided.corrections import correct
from agent.guided.feelings import choice_turn, feeling_turn
from agent.guided.goals import goal_turn
from agent.guided.privacy import privacy_turn
from agent.guided.proposals import decision_turn, step_reports, steps_offered
from agent.guided.repairs import repair_turn
from agent.guided.requests import meeting_turn, page_turn, plan_turn, question_turn
from agent.guided.rules import rule_turn
from agent.guided.script import Script
from agent.guided.speaker import Speaker
from agent.guided.words import line, quote
from agent.safety import help_line
from coaching.listening.repair import own_matter
from coaching.talk import Note


def coach_turn(s: Speaker) -> Script:
    """Return the script of one turn; `s` holds what was heard, the plan and the talk."""
    if s.heard.danger is not None:
        _danger(s)
    elif not _unreadable(s) and not choice_turn(s):
        yield from _coach(s)
    return s.reply()


def _coach(s: Speaker) -> Script:
    """Handle everything but danger and what can't be read."""
    if decision_turn(s):
        return s.reply()
    if s.heard.command == "stop":
        yield from steps_offered(s, closing=True)
    if (yield from privacy_turn(s)) or (yield from plan_turn(s)):
        return s.reply()
    if not repair_turn(s) and not command_turn(s):
        yield from _listen(s)
    return s.reply()


def _listen(s: Speaker) -> Script:
    """Take in what they said, then answer, check the goal on the table, or ask what is next."""
    corrected = correct(s)
    if (s.talk.open or "").startswith(("letter.", "goal.")) or s.heard.goal:
        _keep_beside_goal(s)
    else:
        yield from step_reports(s)
        take_notes(s)
    if feeling_turn(s):
        return s.reply()
    if (yield from page_turn(s, corrected=corrected)) or (yield from meeting_turn(s)):
        return s.reply()
    if s.heard.goal is None:
        yield from question_turn(s)
    if (yield from goal_turn(s)):
        return s.reply()
    yield from steps_offered(s)
    _onward(s, corrected=corrected)
    return s.reply()


def _keep_beside_goal(s: Speaker) -> None:
    """Keep the facts said beside a goal; the goal itself is answered by the check."""
    s.note(
        *(note_of(fact) for fact in s.heard.facts if fact.slot not in {"step", "why", "target", "horizon"})
    )


def _onward(s: Speaker, *, corrected: bool) -> None:
    """Ask the next question, unless this one is still open and was only passed over."""
    if not (s.parts or s.heard.facts or corrected) and not _kept(s):
        _lost(s)
        return
    if s.talk.open is None and not s.asked and not rule_turn(s):
        s.ask_next()


def _kept(s: Speaker) -> bool:
    """Keep a statement that answers nothing that was asked, in their words; a word or two is not one."""
    said = own_matter(s.heard.rest)
    if s.talk.open is not None or len(said.split()) < 4:
        return False
    s.note(Note(slot="said", value=said[:2000], text=said[:2000]))
    if _DONE.search(said):
        return s.give("done_said", quote=quote(said))
    return s.give("said_kept", quote=quote(said)) or s.say("noted")


_DONE = re.compile(
    r"\b(?:i did it|i'?ve done it|it'?s done|done it|i passed|i booked|booked for|is booked|s?he said yes)\b",
    re.IGNORECASE,
)


def _lost(s: Speaker) -> None:
    """Say that it was not followed; the third time, point to the plain form. The talk never ends on that."""
    count = s.talk.not_followed + 1
    s.talk = s.talk.with_(not_followed=count)
    s.gave = True
    if count >= 3:
        s.say("not_followed_form") or s.repeat("not_followed_more")
    else:
        s.repeat(f"not_followed_{count}")
    if s.talk.open is None and not s.heard.nonsense:
        s.ask_next()


def _unreadable(s: Speaker) -> bool:
    """Say so where the message is nonsense or in another language; nothing is noted."""
    if s.heard.language != "en" and not s.heard.command:
        s.repeat("other_language")
        s.gave = True
        return True
    if s.heard.nonsense:
        _lost(s)
        return True
    return False


def _danger(s: Speaker) -> None:
    """Stop or step aside, warmly, and name people who can help; nothing of it is noted."""
    danger = s.heard.danger
    assert danger is not None
    kind = "harassment" if danger.kind in {"discrimination", "retaliation"} else danger.kind
    s.parts.append(line(f"danger_{kind}", help=help_line(kind)))
    s.talk = s.talk.with_(choice=None)
    s.gave = True
