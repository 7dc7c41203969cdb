"""When they say that the coach missed something: it owns up, puts the question more simply, and goes on."""

from agent.guided.phrases import slots_of
from agent.guided.speaker import Speaker
from agent.guided.words import question_text
from coaching.listening.repair import Repair, repair_of, without_repair


def repair_turn(s: Speaker) -> bool:
    """Answer what went wrong by their word; tell whether the turn is done. What else they said is taken in."""
    kind = repair_of(s.heard.text)
    if kind is None or s.heard.goal is not None:
        return False
    left = without_repair(s.heard.rest)
    questions = tuple(question for question in s.heard.questions if repair_of(question.text) is None)
    facts = tuple(fact for fact in s.heard.facts if fact.value in left)
    heard = {"rest": left, "questions": questions, "facts": facts, "corrections": ()}
    s.heard = s.heard.model_copy(update=heard)
    if kind == "unclear" and s.talk.open and len(left.split()) < 4:
        return _more_simply(s, s.talk.open)
    _own_up(s, kind)
    if not left and not questions and not s.heard.facts:
        s.talk = s.talk.with_(open=None)
        s.ask_next()
        return True
    return False


def _own_up(s: Speaker, kind: Repair) -> None:
    s.gave = s.say(f"repair_{kind}") or s.gave


def _more_simply(s: Speaker, open_: str) -> bool:
    """Put the open question in its smaller form."""
    try_again = question_text(open_, "smaller", **slots_of(s.view(), s.talk, s.today))
    s.repeat("repair_simpler", question=try_again)
    s.gave = s.asked = True
    return True
