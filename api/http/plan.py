"""The plan and its goals."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Body, Depends, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from pydantic import ValidationError

from api import saving
from api.http.doors import Here, JsonRoute, asker, caller
from api.http.problems import Problem, problem_of
from api.http.shapes import GoalCheck, Json, Listed, RecordSaved
from api.pages.marks import review_shown
from api.pages.rendering import page
from coaching.change import Change, PutGoal, Refused, Remove
from coaching.changes import unknown
from coaching.plan import Goal, Plan
from coaching.smart.review import check_text
from coaching.smart.types import GoalContext, UnusableText
from store.plans import load_plan

router = APIRouter(prefix="/v1", tags=["plan"], route_class=JsonRoute, dependencies=[Depends(caller)])
asking = APIRouter(prefix="/v1", tags=["plan"], route_class=JsonRoute, dependencies=[Depends(asker)])


async def current_plan(here: Here) -> Plan:
    """Return the plan as it stands."""
    async with here.database.read() as session:
        return await load_plan(session, here.owner_id)


PlanNow = Annotated[Plan, Depends(current_plan)]


@router.get("/plan")
async def show_plan(plan: PlanNow) -> Json:
    """Return the plan document."""
    return plan.model_dump(mode="json")


@router.get("/goals")
async def list_goals(plan: PlanNow) -> dict[str, list[Listed]]:
    """Return the goals, oldest first."""
    return {
        "goals": [
            Listed(handle=handle, record=goal.model_dump(mode="json")) for handle, goal in plan.goals.items()
        ]
    }


@router.post("/goals", status_code=201)
async def add_goal(goal: Goal, here: Here) -> RecordSaved:
    """Save a goal that the person wrote, with its review beside it."""
    return await _saved(here, PutGoal(record=goal))


@router.patch("/goals/{handle}")
async def change_goal(
    handle: str, fields: Annotated[dict[str, Any], Body()], here: Here, plan: PlanNow
) -> RecordSaved:
    """Change the named fields of a goal."""
    goal = _goal(plan, handle)
    try:
        changed = Goal.model_validate({**goal.model_dump(), **fields})
    except ValidationError as error:
        raise RequestValidationError(error.errors(include_url=False, include_context=False)) from None
    return await _saved(here, PutGoal(handle=handle, record=changed))


@router.delete("/goals/{handle}")
async def remove_goal(handle: str, here: Here, plan: PlanNow) -> RecordSaved:
    """Take a goal out of the plan; the change can be undone."""
    _goal(plan, handle)
    return await _saved(here, Remove(handle=handle))


@asking.post("/goals/check", response_model=Json)
async def check_goal(goal: GoalCheck, here: Here, request: Request) -> Response:
    """Return how a text stands on each SMART letter, as a piece of the page where HTML is asked for."""
    review = checked(goal.text, goal.today or here.clock.today())
    if "text/html" in request.headers.get("accept", ""):
        return page("checked.html", review=review_shown(review))
    return JSONResponse(review)


def checked(text: str, today: date) -> Json:
    """Return the review of a text.

    Raises:
        Problem: It can't be reviewed.
    """
    review = check_text(text, GoalContext(), today)
    if isinstance(review, UnusableText):
        raise Problem(422, review.code, review.message)
    return review.to_json()


def _goal(plan: Plan, handle: str) -> Goal:
    if handle not in plan.goals:
        raise problem_of(unknown(handle))
    return plan.goals[handle]


async def _saved(here: Here, change: Change) -> RecordSaved:
    result = await saving.save(here, change)
    if isinstance(result, Refused):
        raise problem_of(result)
    return result
