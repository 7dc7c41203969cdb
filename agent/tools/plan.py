"""Reading the plan."""

from typing import Any

from pydantic_ai import RunContext

from agent.deps import CoachDeps


async def get_plan(ctx: RunContext[CoachDeps]) -> dict[str, Any]:
    """Read the person's plan as it was accepted: records by handle, such as goal-3."""
    return ctx.deps.plan.model_dump(mode="json")
