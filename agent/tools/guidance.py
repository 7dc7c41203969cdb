"""Finding guidance in the library."""

from typing import Any

import anyio.to_thread
from pydantic_ai import RunContext

from agent.deps import CoachDeps
from agent.events import Source


async def search_guidance(ctx: RunContext[CoachDeps], query: str) -> dict[str, Any]:
    """Find guidance for a question that the person asked. Never search on a statement or a feeling.

    Args:
        query: The question in the person's own words.
    """
    answer = await anyio.to_thread.run_sync(ctx.deps.library.answer, query, 1)
    for hit in answer.results:
        ctx.deps.tell(Source(card=hit.card, title=hit.title, passages=hit.passages, text=hit.text))
    found = answer.model_dump(mode="json")
    for result in found["results"]:
        card = ctx.deps.library.cards[result["card"]]
        result |= {"gist": card.gist, "scope": card.scope, "not_when": list(card.not_when)}
    return found
