"""The library as pages: cards by stage of the method, a card with its sources, and what bears on a question."""

from collections.abc import Mapping

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from api.http.doors import Here
from api.http.problems import Problem
from api.http.search import found
from api.http.shapes import SearchFor
from api.pages.rendering import page
from api.pages.visits import visitor
from knowledge.articles import ARTICLES, section_of
from knowledge.cards import Card, Stage

_LONGEST_QUESTION = 2000
STAGES: Mapping[Stage, str] = {
    "know-yourself": "Know yourself",
    "where-to": "Where to",
    "gaps": "What lies between",
    "goals": "Goals",
    "initiatives": "Steps and initiatives",
    "network": "People who help",
    "brand": "What you are known for",
    "manage-up": "You and your manager",
    "conversation": "The career conversation",
    "follow-through": "Follow through",
    "change": "When things change",
}

router = APIRouter(include_in_schema=False, dependencies=[Depends(visitor)])


@router.get("/library")
async def browse(here: Here, q: str = "") -> Response:
    """Show every card by stage, or what bears on a question."""
    question = q.strip()[:_LONGEST_QUESTION]
    answer = await found(here, SearchFor(query=question, limit=10)) if question else None
    by_stage = [
        (words, [card for card in here.library.cards.values() if card.stage == stage])
        for stage, words in STAGES.items()
    ]
    return page("library.html", title="Library", stages=by_stage, question=question, answer=answer)


@router.get("/library/{card}")
async def show(card: str, here: Here) -> Response:
    """Show a card with where it comes from."""
    if card not in here.library.cards:
        raise Problem(404, "not_found", "There is no such card. All of them are at /library.")
    one = here.library.cards[card]
    return page("card.html", title=one.title, card=one, stage=STAGES[one.stage], sources=sources_of(one))


def sources_of(card: Card) -> list[str]:
    """Return where each passage of a card stands, in words."""
    return [f"{_place(passage)} ({passage})" for passage in card.passages]


def _place(passage: str) -> str:
    title, section = ARTICLES[passage.partition("/")[0]].title, section_of(passage)
    return title if section == title else f"{title}: {section}"
