"""Finding guidance in the library."""

from typing import Annotated, Any

import anyio.to_thread
from pydantic import Field
from pydantic_ai import RunContext

from agent.deps import CoachDeps
from agent.events import Source

SAID_FROM = 0.35
"""A card is brought into a talk only where it bears this well; a list of search results may be more generous."""


async def search_guidance(
    ctx: RunContext[CoachDeps], query: str, limit: Annotated[int, Field(ge=1, le=3)] = 3
) -> dict[str, Any]:
    """Find guidance for a question that the person asked. Never search on a statement or a feeling.

    Args:
        query: The question in the person's own words.
        limit: The most cards to give; those named in this talk before are left out.
    """
    named = ctx.deps.talk.cards
    answer = await anyio.to_thread.run_sync(ctx.deps.library.answer, query, limit + len(named))
    bearing = [hit for hit in answer.results if hit.score >= SAID_FROM and hit.card not in named][:limit]
    results = []
    for hit in bearing:
        card = ctx.deps.library.cards[hit.card]
        ctx.deps.tell(Source(card=hit.card, title=hit.title, passages=hit.passages, text=hit.text))
        results.append(
            {**hit.model_dump(mode="json"), "gist": card.gist, "scope": card.scope, "not_when": card.not_when}
        )
    return {"query": query, "results": results, "notice": answer.notice}
