"""The guided coach as a pydantic-ai model, built for each run with the plan and the talk as they stand."""

import json
import re
from collections.abc import AsyncIterator, Callable

from pydantic_ai.messages import ModelMessage, ModelRequest, ToolReturnPart, UserPromptPart
from pydantic_ai.models.function import AgentInfo, DeltaToolCall, DeltaToolCalls, FunctionModel

from agent.guided.script import Call, Reply, Script, play

NAME = "guided"


def guided_model(write: Callable[[], Script], replied: Callable[[Reply], None]) -> FunctionModel:
    """Return a model that plays the script.

    Args:
        write: Starts the turn's script; called once a request.
        replied: Receives the reply when the script ends.
    """

    async def speak(messages: list[ModelMessage], _: AgentInfo) -> AsyncIterator[str | DeltaToolCalls]:
        results = tool_results(messages)
        step = play(write, results)
        if isinstance(step, Call):
            yield {
                0: DeltaToolCall(step.tool, json.dumps(step.arguments), tool_call_id=f"guided-{len(results)}")
            }
            return
        replied(step)
        for piece in pieces(step.text):
            yield piece

    return FunctionModel(stream_function=speak, model_name=NAME)


def tool_results(messages: list[ModelMessage]) -> list[object]:
    """Return what the tools of this turn gave back, in order: everything after the person's last message."""
    results: list[object] = []
    for message in messages:
        for part in message.parts if isinstance(message, ModelRequest) else ():
            if isinstance(part, UserPromptPart):
                results = []
            elif isinstance(part, ToolReturnPart):
                results.append(part.content)
    return results


def pieces(text: str) -> list[str]:
    """Return the text cut after each sentence, so that it arrives in readable pieces."""
    return re.findall(r".+?(?:[.!?](?=\s)\s+|$)", text, re.DOTALL) or [text]
