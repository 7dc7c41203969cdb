"""Proposing any other change of the plan."""

from typing import Any

from pydantic_ai import RunContext

from agent.deps import CoachDeps
from agent.proposing import offer
from coaching.change import Change


async def propose_change(ctx: RunContext[CoachDeps], change: Change) -> dict[str, Any]:
    """Put a change of the plan in front of the person, to accept, edit or reject.

    Args:
        change: What would change, in the person's own words; records are named by handle, such as evidence-1.
    """
    return await offer(ctx.deps, change)
