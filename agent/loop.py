"""How a turn runs: the agent's events become the coach's; limits stand here; every exit has a name."""

from collections.abc import AsyncIterator

from pydantic_ai import AgentRunResultEvent, UsageLimits
from pydantic_ai.exceptions import UsageLimitExceeded
from pydantic_ai.messages import (
    FunctionToolCallEvent,
    FunctionToolResultEvent,
    PartDeltaEvent,
    PartStartEvent,
    RetryPromptPart,
    TextPart,
    TextPartDelta,
)
from pydantic_ai.models import Model
from pydantic_ai.usage import RunUsage

from agent.coach import LABELS, coach
from agent.deps import CoachDeps
from agent.events import Done, Event, Failed, Status, TextDelta, ToolUsed, TurnStarted, Usage

LIMITS = UsageLimits(request_limit=12, tool_calls_limit=20)
"""A turn asks its model at most 12 times and calls at most 20 tools."""

LIMIT_REACHED = (
    "That took more steps than a turn may have, so I stopped. "
    "What you wrote is kept; try it again in smaller parts."
)


async def run_turn(model: Model, message: str, deps: CoachDeps) -> AsyncIterator[Event]:
    """Yield what happens in one turn, from `turn` to `done`.

    Args:
        model: Who leads the turn.
        message: What the person said.
        deps: The turn's surroundings.
    """
    yield TurnStarted(turn=deps.turn_id, model=model.model_name)
    text: list[str] = []
    usage = RunUsage()
    status: Status = "complete"
    try:
        async with coach().run_stream_events(
            message, model=model, deps=deps, usage_limits=LIMITS, usage=usage
        ) as events:
            async for event in events:
                for told in _told(event, deps):
                    if isinstance(told, TextDelta):
                        text.append(told.delta)
                    yield told
    except UsageLimitExceeded:
        status = "limit"
        yield Failed(code="limit", message=LIMIT_REACHED, retryable=True)
    for told in drained(deps):
        yield told
    yield Done(turn=deps.turn_id, status=status, text="".join(text), usage=_usage(model, usage))


def _told(event: object, deps: CoachDeps) -> list[Event]:
    """Return what the person is told of an event of the agent, with what the tools had to tell before it."""
    match event:
        case PartStartEvent(part=TextPart(content=content)) if content:
            return [*drained(deps), TextDelta(delta=content)]
        case PartDeltaEvent(delta=TextPartDelta(content_delta=delta)) if delta:
            return [TextDelta(delta=delta)]
        case FunctionToolCallEvent(part=part):
            return [ToolUsed(name=part.tool_name, label=_label(part.tool_name), status="started")]
        case FunctionToolResultEvent(part=part):
            refused = isinstance(part, RetryPromptPart) or _refused(part.content)
            name = part.tool_name or ""
            used = ToolUsed(name=name, label=_label(name), status="refused" if refused else "finished")
            return [used, *drained(deps)]
        case AgentRunResultEvent():
            return drained(deps)
        case _:
            return []


def drained(deps: CoachDeps) -> list[Event]:
    """Return what the tools put on the log since the last call, and clear it."""
    told = list(deps.outbox)
    deps.outbox.clear()
    return told


def _label(tool: str) -> str:
    return LABELS.get(tool, tool)


def _refused(content: object) -> bool:
    return isinstance(content, dict) and "refused" in content


def _usage(model: Model, usage: RunUsage) -> Usage:
    """Return what the turn cost; the guided coach spends no tokens."""
    if model.system == "function":
        return Usage(requests=usage.requests)
    return Usage(requests=usage.requests, input_tokens=usage.input_tokens, output_tokens=usage.output_tokens)
