"""What became of a proposal, and putting steps and reports forward as the next one."""

from collections.abc import Generator
from typing import Any

from agent.guided.script import Call
from agent.guided.speaker import Speaker
from agent.guided.words import listed, quote
from coaching.change import Bundle, ReportStep
from coaching.notes import changes_of
from coaching.plan import Plan, active_goals
from coaching.talk import Talk

Turn = Generator[Call, Any, None]
STEP_SLOTS = {"step", "account", "review", "room"}
NOT_IN_PLAN = {"obstacle", "room", "others", "approval", "hours", "said", "meeting", "page", "step_with"}


def decision_turn(s: Speaker) -> bool:
    """Say what became of the proposal that waited, and clear the table of it; tell whether the turn is done."""
    decided = s.decided
    if decided is None:
        return False
    if decided.outcome == "refused":
        s.repeat("refused", message=decided.message or "")
        return True
    s.talk = settled(s.talk) if decided.outcome == "accepted" else s.talk.with_(proposal=None)
    if decided.elsewhere:
        return False
    s.gave = True
    if decided.outcome == "accepted":
        _say_saved(s)
        return False
    s.talk = s.talk.with_(open="goal.text" if decided.kind == "goal" else None)
    s.repeat("rejected" if decided.kind == "goal" else "rejected_other")
    s.asked = decided.kind == "goal"
    return True


def settled(talk: Talk) -> Talk:
    """Return the talk after its proposal was accepted: the goal is off the table, its notes in the plan.

    Notes that came after the proposal, and those that the plan has no place for, stay in the talk.
    """
    held, later = talk.notes[: talk.offered], talk.notes[talk.offered :]
    kept = tuple(note for note in held if note.slot in NOT_IN_PLAN)
    return talk.with_(proposal=None, offered=0, draft=None, open=None, notes=(*kept, *later))


def put_forward(talk: Talk, proposal: str | None) -> Talk:
    """Return the talk with this proposal waiting, made of all the notes so far."""
    return talk.with_(proposal=proposal, offered=len(talk.notes), open=None)


def _say_saved(s: Speaker) -> None:
    decided = s.decided
    assert decided is not None
    if decided.kind != "goal":
        s.repeat("saved_notes")
    elif decided.new:
        s.repeat("saved_edited", new=decided.new, old=decided.old)
    else:
        s.repeat("saved")
        _say_parked(s)


def _say_parked(s: Speaker) -> None:
    waiting = [quote(question.text, 8) for question in s.plan.questions.values()][-2:]
    if waiting:
        s.say("parked_items", items=listed(waiting))


def step_reports(s: Speaker) -> Turn:
    """Take the answer to "what happened?": done or not, with what got in the way, as a proposal."""
    where = _reported_step(s.view()) if s.talk.open == "step.report" else None
    if where is None:
        return
    handle, index, text = where
    words = s.heard.text
    done = s.heard.command == "yes" or not _missed(words)
    report = ReportStep(
        goal=handle, step=index, status="done" if done else "not", obstacle=None if done else words[:2000]
    )
    # A step that was named but never put into the plan goes in together with what came of it.
    change = Bundle(changes=(*changes_of(s.talk.notes, s.plan), report)) if s.talk.notes else report
    result = yield Call("propose_change", {"change": change.model_dump(mode="json")})
    s.talk = put_forward(s.talk, result.get("proposal"))
    s.gave = True
    if done:
        s.repeat("step_done", step=quote(text))
        return
    s.asked = True
    if len(words.split()) > 3:
        s.repeat("step_reason", quote=quote(words))
    else:
        s.repeat("step_missed")


def _reported_step(plan: Plan) -> tuple[str, int, str] | None:
    for handle, goal in active_goals(plan).items():
        for index, step in enumerate(goal.steps):
            if step.status == "open":
                return handle, index, step.text
    return None


_MISS = (
    "didn't",
    "did not",
    "haven't",
    "hasn't",
    "wasn't",
    "couldn't",
    "not yet",
    "no time",
    "nothing",
    "never",
    "forgot",
    "no,",
    "no.",
    "nope",
)


def _missed(text: str) -> bool:
    lower = text.lower().replace("’", "'")
    return lower.strip(" .!") == "no" or any(cue in lower for cue in _MISS)


def steps_offered(s: Speaker, *, closing: bool = False) -> Turn:
    """Put the steps of this talk forward in one ticked list: once who asks is settled, or when the talk ends."""
    waiting = [note for note in s.talk.notes if note.slot in STEP_SLOTS]
    settled_who = s.view().account is not None or (s.talk.open != "account" and "account" in s.talk.asked)
    if (
        s.talk.proposal
        or s.talk.draft
        or not active_goals(s.plan)
        or not waiting
        or not (settled_who or closing)
    ):
        return
    changes = changes_of(s.talk.notes, s.plan)
    if not changes:
        return
    result = yield Call("propose_change", {"change": Bundle(changes=changes).model_dump(mode="json")})
    if "proposal" in result:
        s.talk = s.talk.with_(proposal=result["proposal"], offered=len(s.talk.notes))
