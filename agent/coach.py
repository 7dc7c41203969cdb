"""The coach: one agent with its instructions and tools, whichever model leads it."""

from functools import cache

from pydantic_ai import Agent, Tool

from agent.deps import CoachDeps
from agent.tools.agenda import draft_agenda
from agent.tools.changes import propose_change
from agent.tools.goals import check_goal, propose_goal
from agent.tools.guidance import search_guidance
from agent.tools.plan import get_plan

LABELS = {
    "get_plan": "looked at your plan",
    "search_guidance": "looked in the library",
    "check_goal": "checked your goal",
    "propose_goal": "put your goal forward",
    "propose_change": "put a change forward",
    "draft_agenda": "drafted your page",
}
"""What each tool does, as the person reads it."""


@cache
def coach() -> Agent[CoachDeps, str]:
    """Return the agent. Tools that write go one after another; reading ones may run side by side."""
    return Agent(
        deps_type=CoachDeps,
        tools=[
            get_plan,
            search_guidance,
            check_goal,
            Tool(propose_goal, sequential=True),
            Tool(propose_change, sequential=True),
            Tool(draft_agenda, sequential=True),
        ],
    )
