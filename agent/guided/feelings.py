"""Ordinary feelings: their word back, one fixed line, a choice; no task and no card in that turn."""

from agent.guided.speaker import Speaker
from agent.guided.words import quote
from coaching.listening.heard import Feeling
from coaching.questions import next_question
from coaching.talk import Note

LIGHT = {"doubt", "comparison", "joy"}


def feeling_turn(s: Speaker) -> bool:
    """Meet a feeling before anything else; tell whether the turn is done."""
    feeling = s.heard.feeling
    if feeling is None or feeling.kind == "doubt":
        return False
    if feeling.kind in LIGHT:
        if feeling.kind == "comparison":
            s.give("feel_comparison", word=quote(feeling.word))
        return False
    again = bool(s.talk.feelings) and s.talk.choice is not None
    _named(s, feeling)
    s.talk = s.talk.with_(choice="feeling", feelings=(*s.talk.feelings, feeling.word))
    s.gave = True
    if again:
        s.repeat("feel_human")
    elif s.talk.draft is None and _about_a_step(s, feeling):
        s.say("feel_choice_step")
    else:
        s.say("feel_choice")
    s.asked = True
    return True


def choice_turn(s: Speaker) -> bool:
    """Take the answer to "stay with that, or go on?"; tell whether the turn is done."""
    choice = s.talk.choice
    if choice is None:
        return False
    s.talk = s.talk.with_(choice=None)
    if choice == "feeling" and s.heard.command in {"stay", "yes"} and not s.heard.facts:
        s.talk = s.talk.with_(choice="staying")
        s.repeat("feel_staying")
        s.gave = True
        return True
    if choice == "staying" and s.heard.command not in {"go_on", "stop"}:
        s.repeat("feel_after", quote=quote(s.heard.text, 8))
        s.talk = s.talk.with_(choice="after")
        s.gave = s.asked = True
        return True
    if choice == "after":
        return _after(s)
    if choice == "feeling" and s.heard.text.lower().lstrip().startswith(
        ("smaller", "make it smaller", "a smaller")
    ):
        _smaller_step(s)
    if s.heard.command == "go_on":
        s.say("feel_onward")
    return False


def _after(s: Speaker) -> bool:
    """Take the answer to "something you'd want to change?": a wish of theirs is kept, then the talk goes on."""
    if len(s.heard.rest.split()) >= 4 and s.heard.goal is None and s.heard.meeting is None:
        s.note(Note(slot="gap", value=s.heard.rest[:2000], text=s.heard.rest[:2000]))
        s.repeat("feel_after_kept", quote=quote(s.heard.rest))
        s.gave = True
        s.ask_next()
        return True
    s.say("feel_onward")
    return False


def _smaller_step(s: Speaker) -> None:
    """Take the step back that frightened them; what they say now takes its place."""
    steps = [note for note in s.talk.notes if note.slot == "step"]
    if steps:
        s.talk = s.talk.with_(
            notes=tuple(note for note in s.talk.notes if note is not steps[-1]), open="step.week"
        )


def _named(s: Speaker, feeling: Feeling) -> None:
    word = quote(feeling.word)
    if feeling.cause and feeling.kind == "anger":
        s.say("feel_anger_cause", word=word, cause=quote(feeling.cause)) or s.repeat("feel_again", word=word)
    elif not s.say(f"feel_{feeling.kind}", word=word):
        s.repeat("feel_again", word=word)


def _about_a_step(s: Speaker, feeling: Feeling) -> bool:
    """Return whether the fear is about a step they have just named."""
    question = next_question(s.plan, s.talk, s.today)
    stepping = s.talk.open in {"step.week", "step.obstacle"} or (
        question is not None and question.id == "step.obstacle"
    )
    return feeling.kind == "fear" and stepping
