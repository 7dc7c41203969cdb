"""Goals: checking one, and putting one in front of the person."""

from typing import Any

from pydantic_ai import RunContext

from agent.deps import CoachDeps
from agent.proposing import offer
from coaching.change import Bundle, Change, PutGoal
from coaching.plan import Goal
from coaching.smart.review import review_goal
from coaching.smart.types import GoalContext


async def check_goal(
    ctx: RunContext[CoachDeps], text: str, context: GoalContext | None = None
) -> dict[str, Any]:
    """Check a goal that the person offered against the SMART letters; never a wish.

    Args:
        text: The goal, word for word.
        context: What fields of the goal or plan already say (means, why, what it serves, due).
    """
    return review_goal(text, context or GoalContext(), ctx.deps.today).to_json()


async def propose_goal(
    ctx: RunContext[CoachDeps], goal: Goal, notes: tuple[Change, ...] = ()
) -> dict[str, Any]:
    """Put a goal in front of the person, to accept, edit or reject. Ask before you write it for them.

    Args:
        goal: The goal in the person's words, with what they said around it.
        notes: What they said in this talk that goes into the plan with it.
    """
    context = GoalContext(
        means=goal.starts_with, why=goal.why, serves=goal.serves, measure=goal.measure, due=goal.due
    )
    review = review_goal(goal.text, context, ctx.deps.today).to_json()
    change = Bundle(changes=(*notes, PutGoal(record=goal))) if notes else PutGoal(record=goal)
    return await offer(ctx.deps, change, review)
