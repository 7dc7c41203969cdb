from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from coaching.change import (
    Bundle,
    Change,
    PutGoal,
    PutNeed,
    Refused,
    Remove,
    SetProfile,
    SetReview,
    SetVision,
)
from coaching.plan import Goal, Need, Plan, Profile, Vision
from store.changes import Origin, get_change, list_changes
from store.conversations import Added, Message, add_turn, create_conversation
from store.database import Database, Session
from store.plans import Saved, apply, load_plan, undo


async def saved(session: Session, owner: str, change: Change, origin: Origin) -> Saved:
    result = await apply(session, owner, change, origin)
    assert isinstance(result, Saved)
    return result


async def taken_back(session: Session, owner: str, change_id: str, origin: Origin) -> Saved:
    result = await undo(session, owner, change_id, now=origin.now, actor="person")
    assert isinstance(result, Saved)
    return result


async def test_a_plan_starts_empty(database: Database, owner: str) -> None:
    async with database.read() as session:
        assert await load_plan(session, owner) == Plan()


async def test_a_saved_change_is_in_the_plan_of_the_next_session(
    database: Database, owner: str, origin: Origin
) -> None:
    async with database.begin() as session:
        result = await saved(session, owner, PutGoal(record=Goal(text="Pass the exam")), origin)

    async with database.read() as session:
        plan = await load_plan(session, owner)
    assert plan == result.plan
    assert result.handle == "goal-1"
    assert result.body is not None
    assert plan.goals["goal-1"] == Goal(text="Pass the exam", start=origin.today)
    assert Goal.model_validate(result.body) == plan.goals["goal-1"]


async def test_a_transaction_that_fails_keeps_nothing(database: Database, owner: str, origin: Origin) -> None:
    async def fail_after_saving() -> None:
        async with database.begin() as session:
            await saved(session, owner, PutNeed(record=Need(text="cheaper claims")), origin)
            raise LookupError

    with pytest.raises(LookupError):
        await fail_after_saving()

    async with database.read() as session:
        assert await load_plan(session, owner) == Plan()
        assert await list_changes(session, owner, limit=10) == []


async def test_a_refused_change_leaves_no_trace(database: Database, owner: str, origin: Origin) -> None:
    yesterday = origin.today - timedelta(days=1)
    async with database.begin() as session:
        result = await apply(session, owner, SetReview(on=yesterday), origin)

    async with database.read() as session:
        assert await list_changes(session, owner, limit=10) == []
    assert isinstance(result, Refused)
    assert result.code == "past_date"


async def test_the_log_says_who_what_before_after_when_and_from_which_turn(
    database: Database, owner: str, origin: Origin
) -> None:
    async with database.begin() as session:
        conversation = await create_conversation(session, owner, now=origin.now)
        added = await add_turn(session, owner, conversation.id, Message("hi"), now=origin.now)
        assert isinstance(added, Added)
        from_turn = replace(origin, actor="coach", turn_id=added.turn.id)
        await saved(session, owner, SetVision(fields=Vision(wish="lead")), origin)
        result = await saved(session, owner, SetVision(fields=Vision(wish="lead claims")), from_turn)

    async with database.read() as session:
        logged = await get_change(session, owner, result.change_id)
    assert logged is not None
    assert (logged.actor, logged.turn_id, logged.at) == ("coach", added.turn.id, origin.now)
    assert (logged.kind, logged.handle, logged.undone) == ("vision", "vision", False)
    assert logged.change == {"kind": "vision", "fields": {"wish": "lead claims"}}
    assert [(w.before and w.before["wish"], w.after and w.after["wish"]) for w in logged.writes] == [
        ("lead", "lead claims")
    ]


async def test_a_change_from_a_turn_that_is_not_there_is_refused(
    database: Database, owner: str, origin: Origin
) -> None:
    async with database.begin() as session:
        result = await apply(
            session, owner, PutNeed(record=Need(text="x")), replace(origin, turn_id="unknown")
        )

    assert isinstance(result, Refused)
    assert result.code == "not_found"


async def test_the_log_is_read_page_by_page_from_the_newest(
    database: Database, owner: str, origin: Origin
) -> None:
    async with database.begin() as session:
        ids = [
            (await saved(session, owner, PutNeed(record=Need(text=f"need {n}")), origin)).change_id
            for n in range(5)
        ]

        first = await list_changes(session, owner, limit=2)
        second = await list_changes(session, owner, limit=2, before=first[-1].id)
        last = await list_changes(session, owner, limit=2, before=second[-1].id)
        lost = await list_changes(session, owner, limit=2, before="unknown")

    assert [change.id for change in (*first, *second, *last)] == ids[::-1]
    assert lost == []


async def test_a_bundle_is_one_change_and_one_undo(database: Database, owner: str, origin: Origin) -> None:
    bundle = Bundle(
        changes=(
            SetProfile(fields=Profile(role="team lead")),
            PutNeed(record=Need(text="cheaper claims")),
            PutGoal(record=Goal(text="Lead the division")),
        )
    )
    async with database.begin() as session:
        result = await saved(session, owner, bundle, origin)
        changes = await list_changes(session, owner, limit=10)

        back = await taken_back(session, owner, result.change_id, origin)

    assert (result.handle, len(changes), len(changes[0].writes)) == ("goal-1", 1, 3)
    assert back.plan == Plan(retired={"need-1", "goal-1"})


async def test_a_removed_handle_is_never_given_again(database: Database, owner: str, origin: Origin) -> None:
    async with database.begin() as session:
        await saved(session, owner, PutGoal(record=Goal(text="one")), origin)
        await saved(session, owner, Remove(handle="goal-1"), origin)

    async with database.begin() as session:
        next_one = await saved(session, owner, PutGoal(record=Goal(text="two")), origin)

    assert next_one.handle == "goal-2"
    assert [*next_one.plan.goals] == ["goal-2"]


async def test_a_handle_whose_adding_was_undone_is_not_given_again(
    database: Database, owner: str, origin: Origin
) -> None:
    async with database.begin() as session:
        first = await saved(session, owner, PutGoal(record=Goal(text="one")), origin)
        await taken_back(session, owner, first.change_id, origin)

        second = await saved(session, owner, PutGoal(record=Goal(text="two")), origin)

    assert second.handle == "goal-2"


async def test_an_undone_removal_brings_the_record_back_to_its_place(
    database: Database, owner: str, origin: Origin
) -> None:
    async with database.begin() as session:
        for n in range(12):
            before = await saved(session, owner, PutNeed(record=Need(text=f"need {n}")), origin)
        removed = await saved(session, owner, Remove(handle="need-2"), origin)

        back = await taken_back(session, owner, removed.change_id, origin)

    assert back.plan == before.plan
    assert [*back.plan.needs] == [f"need-{n}" for n in range(1, 13)]
    assert back.plan.retired == frozenset()
    assert (back.handle, back.body) == ("need-2", {"text": "need 1", "unsure": False})


async def test_an_undo_is_a_change_that_can_be_undone(database: Database, owner: str, origin: Origin) -> None:
    async with database.begin() as session:
        change = await saved(session, owner, PutNeed(record=Need(text="x")), origin)
        back = await taken_back(session, owner, change.change_id, origin)
        forth = await taken_back(session, owner, back.change_id, origin)

        log = await list_changes(session, owner, limit=10)
        back_again = await taken_back(session, owner, change.change_id, origin)

    assert forth.plan == change.plan
    assert [(c.kind, c.undoes, c.undone) for c in log] == [
        ("undo", back.change_id, False),
        ("undo", change.change_id, True),
        ("need", None, False),
    ]
    assert back_again.plan.needs == {}


async def test_nothing_is_undone_twice(database: Database, owner: str, origin: Origin) -> None:
    async with database.begin() as session:
        change = await saved(session, owner, PutNeed(record=Need(text="x")), origin)
        await taken_back(session, owner, change.change_id, origin)

        again = await undo(session, owner, change.change_id, now=origin.now, actor="person")

    assert isinstance(again, Refused)
    assert again.code == "already_undone"


async def test_a_change_that_was_changed_over_is_not_undone_beneath(
    database: Database, owner: str, origin: Origin
) -> None:
    async with database.begin() as session:
        first = await saved(session, owner, SetVision(fields=Vision(wish="one")), origin)
        second = await saved(session, owner, SetVision(fields=Vision(wish="two")), origin)

        refused = await undo(session, owner, first.change_id, now=origin.now, actor="person")
        await taken_back(session, owner, second.change_id, origin)
        in_order = await taken_back(session, owner, first.change_id, origin)

    assert isinstance(refused, Refused)
    assert refused.code == "changed_since"
    assert in_order.plan == Plan()


@pytest.mark.parametrize(
    ("age", "allowed"), [(timedelta(days=30), True), (timedelta(days=30, seconds=1), False)]
)
async def test_a_change_can_be_undone_for_thirty_days(
    database: Database,
    owner: str,
    origin: Origin,
    age: timedelta,
    allowed: bool,  # noqa: FBT001 (pytest passes it by name)
) -> None:
    async with database.begin() as session:
        change = await saved(session, owner, PutNeed(record=Need(text="x")), origin)

        result = await undo(session, owner, change.change_id, now=origin.now + age, actor="person")

    assert isinstance(result, Saved) == allowed
    assert allowed or (isinstance(result, Refused) and result.code == "too_old")


async def test_a_change_can_be_undone_when_the_clock_was_set_back(
    database: Database, owner: str, origin: Origin
) -> None:
    async with database.begin() as session:
        change = await saved(session, owner, PutNeed(record=Need(text="x")), origin)
        earlier = replace(origin, now=origin.now - timedelta(hours=1))

        result = await taken_back(session, owner, change.change_id, earlier)

    assert result.plan.needs == {}


async def test_an_unknown_change_is_not_found(database: Database, owner: str, now: datetime) -> None:
    async with database.begin() as session:
        result = await undo(session, owner, "unknown", now=now, actor="person")

    assert isinstance(result, Refused)
    assert result.code == "not_found"


async def test_dates_and_words_come_back_as_they_were_given(
    database: Database, owner: str, origin: Origin
) -> None:
    goal = Goal(text="Zoë: lead 部門 \u202e \U0001f600 \x00", start=date(2026, 1, 1), due=date(2027, 6, 30))
    async with database.begin() as session:
        await saved(session, owner, PutGoal(record=goal), origin)

    async with database.read() as session:
        plan = await load_plan(session, owner)
    assert plan.goals["goal-1"] == goal
