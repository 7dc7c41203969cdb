"""Short orders of theirs: skip, back, why, I don't know, stop, and what became of a proposal."""

from collections.abc import Callable

from agent.guided.goals import retyped
from agent.guided.phrases import open_steps, slots_of, steps_phrase
from agent.guided.speaker import Speaker
from agent.guided.words import listed, question_text, quote
from coaching.plan import active_goals
from coaching.talk import Note, Talk

PAGE = "page"
FIND_OUT = {"org.need", "evidence.proof"}


def page_kept(talk: Talk) -> str | None:
    """Return the request for the page that was drafted in this talk, as JSON."""
    return next((note.value for note in reversed(talk.notes) if note.slot == PAGE), None)


def command_turn(s: Speaker) -> bool:
    """Do what a short order asks; tell whether the turn is done."""
    act = _ACTS.get(s.heard.command or "")
    return act(s) if act is not None else False


def _skip(s: Speaker) -> bool:
    open_ = s.talk.open
    s.talk = s.talk.with_(skipped=(*s.talk.skipped, open_) if open_ else s.talk.skipped, open=None)
    s.say("skipped")
    if open_ and open_.startswith("letter."):
        return False
    s.ask_next()
    return True


def _back(s: Speaker) -> bool:
    before = [id_ for id_ in s.talk.asked if id_ != s.talk.open]
    if not before:
        s.repeat("back_none", question=_wording(s, s.talk.open or "want.wish"))
        return True
    id_ = before[-1]
    s.talk = s.talk.with_(open=id_, skipped=tuple(x for x in s.talk.skipped if x != id_))
    s.repeat("back", question=_wording(s, id_))
    s.asked = True
    return True


def _wording(s: Speaker, id_: str, part: str = "ask") -> str:
    return question_text(id_, part, **slots_of(s.view(), s.talk, s.today))


def _why(s: Speaker) -> bool:
    """Give the stored reason; the question stays open above, so it is not said again."""
    s.gave = True
    if s.talk.open is None:
        s.repeat("why_none")
        return True
    if s.parts or s.heard.rest.strip():
        s.repeat(
            "why_smaller", why=_wording(s, s.talk.open, "why"), smaller=_wording(s, s.talk.open, "smaller")
        )
        s.asked = True
    else:
        s.repeat("why", why=_wording(s, s.talk.open, "why"))
    return True


def _dont_know(s: Speaker) -> bool:
    """Give two ways in, never an answer in their name; a clause beside it is kept."""
    open_ = s.talk.open
    if open_ is None:
        return False
    rest = s.heard.rest.strip()
    s.gave = s.asked = True
    if _first_to_know(s, open_, rest):
        return True
    ways = {"one": _wording(s, open_, "way_one"), "two": _wording(s, open_, "way_two")}
    if open_ in FIND_OUT:
        kept = rest if open_ == "org.need" else ""
        if kept:
            s.note(Note(slot="need", value=kept, text=kept, unsure=True))
        s.repeat("ways_find_out", **ways, quote=quote(kept) if kept else None)
        return True
    if rest and not s.parts:
        s.parts.append(f"{quote(rest)}.")
    s.say("ways", **ways) or s.repeat("ways_1", **ways)
    return True


def _first_to_know(s: Speaker, open_: str, rest: str) -> bool:
    """Take what the undecided don't know about a job as the gap, and as what a first goal can be made of."""
    unknown = next(
        (fact.value for fact in s.heard.facts if fact.slot == "gap"), rest if open_ == "gap" else None
    )
    if unknown is None or not s.view().vision.undecided or s.talk.draft or "goal.text" in s.talk.asked:
        return False
    words = unknown or s.heard.text
    s.note(Note(slot="gap", value=words, text=words))
    s.talk = s.talk.with_(open="goal.text", asked=(*s.talk.asked, "goal.text"))
    s.repeat(
        "gap_known", quote=quote(words), one=_wording(s, "gap", "way_one"), two=_wording(s, "gap", "way_two")
    )
    return True


def _stop(s: Speaker) -> bool:
    steps = open_steps(s.view(), s.talk)
    s.gave = True
    s.talk = s.talk.with_(closed=True)
    if not steps:
        s.repeat("closing_bare")
        return True
    first = min(steps, key=lambda step: step.due or s.today.max)
    s.repeat("closing", steps=steps_phrase(steps, s.today), ask=quote(first.text, 8))
    return True


def _help(s: Speaker) -> bool:
    s.repeat("help")
    s.gave = True
    return True


def _thanks(s: Speaker) -> bool:
    if len(s.heard.rest.split()) > 3:
        return False
    s.say("thanks")
    if s.talk.open is None and not s.talk.closed:
        s.ask_next()
    return True


def _greeting(s: Speaker) -> bool:
    if s.heard.rest.strip():
        return False
    if s.talk.open:
        s.say("hello") or s.repeat("hello_2")
    else:
        s.ask_next()
    return True


def _swamped(s: Speaker) -> bool:
    goals = [quote(goal.text, 8) for goal in active_goals(s.view()).values()]
    if not goals:
        return False
    s.repeat("swamped", goals=listed(goals))
    s.gave = s.asked = True
    return True


def _undo(s: Speaker) -> bool:
    """Say where every change is taken back; the coach itself takes nothing back."""
    s.repeat("undo_how")
    s.gave = True
    return True


def _draft_it(s: Speaker) -> bool:
    """Answer "just write me a goal" with a frame that holds their pieces and blanks."""
    view = s.view()
    need = next(reversed([*view.needs.values()]), None)
    pieces = {"object": need and quote(need.text, 8), "why": view.vision.why and quote(view.vision.why, 8)}
    s.repeat("goal_frame", pieces=any(pieces.values()), **pieces)
    asked = s.talk.asked if "goal.text" in s.talk.asked else (*s.talk.asked, "goal.text")
    s.talk = s.talk.with_(open="goal.text", asked=asked)
    s.gave = s.asked = True
    return True


def _undecidable(s: Speaker) -> bool:
    """Answer a yes or no to a proposal where none is waiting."""
    if s.decided is not None or s.talk.open is not None:
        return False
    s.repeat("nothing_pending")
    return True


def _edit(s: Speaker) -> bool:
    if retyped(s) or s.talk.proposal is None or s.decided is not None or page_kept(s.talk) is not None:
        return False
    s.repeat("edit_how")
    s.talk = s.talk.with_(open="goal.text")
    s.asked = True
    return True


_ACTS: dict[str, Callable[[Speaker], bool]] = {
    "skip": _skip,
    "back": _back,
    "why": _why,
    "dont_know": _dont_know,
    "stop": _stop,
    "help": _help,
    "thanks": _thanks,
    "greeting": _greeting,
    "swamped": _swamped,
    "undo": _undo,
    "draft_it": _draft_it,
    "accept": _undecidable,
    "reject": _undecidable,
    "edit": _edit,
}
