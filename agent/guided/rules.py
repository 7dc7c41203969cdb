"""Findings of the plan's rules, put as a question at the moment they bear."""

from agent.guided.speaker import Speaker
from coaching.plan import manager_of
from coaching.talk import Note

OVER_THE_MANAGER = "rule.over_the_manager"
REACHED = "step_with"


def rule_turn(s: Speaker) -> bool:
    """Ask what a rule of the plan raises; tell whether the turn's question is taken.

    A step that goes to somebody above the manager is asked about once: would they want the manager to hear it
    from them first (performance-goals/05)?
    """
    manager = manager_of(s.view())
    if manager is None or OVER_THE_MANAGER in s.talk.asked:
        return False
    stepped = any(fact.slot == "step" for fact in s.heard.facts)
    reached = next((note.value for note in s.talk.notes if note.slot == REACHED), None)
    if not stepped or reached is None or reached == manager:
        return False
    s.repeat("over_the_manager", person=reached, manager=manager)
    s.talk = s.talk.with_(open=OVER_THE_MANAGER, asked=(*s.talk.asked, OVER_THE_MANAGER))
    s.gave = s.asked = True
    return True


def note_who_is_reached(s: Speaker) -> None:
    """Keep whom a step goes to, where it is somebody who has the wanted job or stands above the manager."""
    above = [person.name for person in s.view().people.values() if person.relation in {"holder", "above"}]
    reached = next((name for name in above if name in s.heard.text), None)
    if reached is not None and s.talk.open in {None, "step.week"}:
        s.note(Note(slot=REACHED, value=reached, text=reached))
