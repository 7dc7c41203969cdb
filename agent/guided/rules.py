"""Findings of the plan's rules, put as a question at the moment they bear."""

from agent.guided.speaker import Speaker
from coaching.plan import manager_of

OVER_THE_MANAGER = "rule.over_the_manager"


def rule_turn(s: Speaker) -> bool:
    """Ask what a rule of the plan raises; tell whether the turn's question is taken.

    A step that goes to somebody above the manager is asked about once: would they want the manager to hear it
    from them first (performance-goals/05)?
    """
    manager = manager_of(s.view())
    if manager is None or OVER_THE_MANAGER in s.talk.asked:
        return False
    stepped = any(fact.slot == "step" for fact in s.heard.facts) or s.talk.open == "step.week"
    said = " ".join([s.heard.text, *(note.text for note in s.talk.notes if note.slot == "step")])
    above = [person.name for person in s.view().people.values() if person.relation in {"holder", "above"}]
    reached = next((name for name in above if name != manager and name in said), None)
    if not stepped or reached is None:
        return False
    s.repeat("over_the_manager", person=reached, manager=manager)
    s.talk = s.talk.with_(open=OVER_THE_MANAGER, asked=(*s.talk.asked, OVER_THE_MANAGER))
    s.gave = s.asked = True
    return True
