"""The first words of a conversation: a welcome, or what came of the step they named."""

from datetime import date

from agent.guided.phrases import day_phrase, open_steps, slots_of
from agent.guided.words import line, question_text, quote
from coaching.plan import Plan, active_goals
from coaching.questions import next_question
from coaching.talk import Note, Talk


def opening(plan: Plan, today: date, left: tuple[Note, ...] = ()) -> tuple[str, Talk]:
    """Return the coach's first words and the talk they open.

    Args:
        plan: What was accepted.
        today: The person's date.
        left: Notes of the last talk that are not in the plan yet; they go on in this one.
    """
    talk = Talk(notes=left)
    steps = open_steps(plan, talk)
    if steps:
        step = min(steps, key=lambda item: item.due or date.max)
        day = day_phrase(step.due, today) if step.due else None
        text = line("greeting_back", step=quote(step.text), day=day)
        return text, talk.with_(open="step.report", turns=1)
    if plan == Plan():
        question = question_text("want.wish", "ask", **slots_of(plan, talk, today))
        return line("greeting", question=question), talk.with_(open="want.wish", asked=("want.wish",))
    return _plan_opening(plan, talk.with_(turns=1), today)


def _plan_opening(plan: Plan, talk: Talk, today: date) -> tuple[str, Talk]:
    goals = [*active_goals(plan).values()]
    asked = next_question(plan, talk, today)
    id_ = asked.id if asked else "want.wish"
    question = question_text(id_, "ask", **slots_of(plan, talk, today))
    text = line("greeting_plan", goal=quote(goals[-1].text, 14) if goals else None, question=question)
    return text, talk.with_(open=id_, asked=(id_,))
