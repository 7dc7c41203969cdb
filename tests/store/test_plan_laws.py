"""What holds for any changes in any order."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.change import (
    AddStep,
    Bundle,
    Change,
    PutEvidence,
    PutGoal,
    PutNeed,
    PutPerson,
    Remove,
    ReportStep,
    SetAccount,
    SetProfile,
    SetReview,
    SetVision,
)
from coaching.plan import (
    Account,
    Body,
    Evidence,
    Goal,
    Key,
    Need,
    Person,
    Plan,
    Profile,
    Step,
    Vision,
    records_of,
)
from store.bodies import body_of_change, change_of_body
from store.changes import Origin, list_changes
from store.database import Database, Session, open_database
from store.owners import only_owner
from store.plans import Saved, apply, load_plan, undo

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
ORIGIN = Origin("person", NOW, NOW.date())
LAWS = settings(deadline=None, derandomize=True, max_examples=40)

lines = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12).filter(str.strip)
days = st.dates(min_value=date(2026, 11, 1), max_value=date(2028, 1, 1))


def handles(kind: str) -> st.SearchStrategy[str]:
    return st.integers(1, 4).map(lambda n: f"{kind}-{n}")


def put(change: type[Change], kind: str, record: st.SearchStrategy[object]) -> st.SearchStrategy[Change]:
    return st.builds(change, handle=st.none() | handles(kind), record=record)


def some(model: type, **fields: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """Return the model with any of these fields given, and the rest left out."""
    return st.fixed_dictionaries({}, optional=fields).map(lambda given_: model(**given_))


goals = st.builds(
    Goal, text=lines, due=st.none() | days, steps=st.just(()) | st.tuples(st.builds(Step, text=lines))
)
single: st.SearchStrategy[Change] = st.one_of(
    st.builds(SetProfile, fields=some(Profile, role=st.none() | lines, enjoy=st.tuples(lines))),
    st.builds(SetVision, fields=some(Vision, target=st.none() | lines, undecided=st.booleans())),
    st.builds(SetAccount, record=st.builds(Account, who=lines)),
    st.builds(SetReview, on=days),
    put(PutNeed, "need", st.builds(Need, text=lines)),
    put(PutEvidence, "evidence", st.builds(Evidence, text=lines)),
    put(PutPerson, "person", st.builds(Person, name=st.sampled_from(["Ann", "ANN", "Bo"]), note=lines)),
    put(PutGoal, "goal", goals),
    st.builds(AddStep, goal=st.none() | handles("goal"), record=st.builds(Step, text=lines)),
    st.builds(
        ReportStep, goal=handles("goal"), step=st.integers(0, 1), status=st.sampled_from(["done", "not"])
    ),
    st.builds(Remove, handle=st.sampled_from(["need", "goal", "person"]).flatmap(handles)),
)
changes: st.SearchStrategy[Change] = single | st.builds(
    Bundle, changes=st.lists(single, min_size=1, max_size=4).map(tuple)
)
histories = st.lists(changes, min_size=1, max_size=8)


@pytest.fixture(scope="module")
async def shared(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Database]:
    path = tmp_path_factory.mktemp("laws") / "cairn.db"
    database = await open_database(f"sqlite:///{path}")
    yield database
    await database.close()


@dataclass(frozen=True)
class Done:
    """A change that was made, between the records before and after it."""

    saved: Saved
    before: dict[Key, Body]
    after: dict[Key, Body]


async def play(session: Session, owner: str, history: list[Change]) -> list[Done]:
    """Apply the changes in order; refused ones are left out."""
    done = []
    for change in history:
        before = records_of(await load_plan(session, owner))
        result = await apply(session, owner, change, ORIGIN)
        if isinstance(result, Saved):
            done.append(Done(result, before, records_of(result.plan)))
    return done


async def in_vain(database: Database, law: Callable[[Session, str], Awaitable[None]]) -> None:
    """Run the law on an empty plan and keep nothing."""
    async with database.begin() as session:
        await law(session, await only_owner(session, NOW))
        await session.rollback()


async def back(session: Session, owner: str, change_id: str) -> Saved:
    result = await undo(session, owner, change_id, now=NOW + timedelta(days=1), actor="person")
    assert isinstance(result, Saved)
    return result


@LAWS
@given(history=histories)
async def test_undoing_the_last_change_gives_the_records_and_their_order_as_before(
    shared: Database, history: list[Change]
) -> None:
    async def law(session: Session, owner: str) -> None:
        for done in (await play(session, owner, history))[-1:]:
            undone = await back(session, owner, done.saved.change_id)
            assert [*records_of(undone.plan).items()] == [*done.before.items()]

            redone = await back(session, owner, undone.change_id)
            assert [*records_of(redone.plan).items()] == [*done.after.items()]

    await in_vain(shared, law)


@LAWS
@given(history=histories)
async def test_undoing_everything_from_the_last_to_the_first_empties_the_plan(
    shared: Database, history: list[Change]
) -> None:
    async def law(session: Session, owner: str) -> None:
        for done in reversed(await play(session, owner, history)):
            undone = await back(session, owner, done.saved.change_id)
            assert records_of(undone.plan) == done.before
        assert await load_plan(session, owner) == Plan(retired=(await load_plan(session, owner)).retired)

    await in_vain(shared, law)


@LAWS
@given(history=histories)
async def test_the_log_replayed_gives_the_plan(shared: Database, history: list[Change]) -> None:
    async def law(session: Session, owner: str) -> None:
        for done in (await play(session, owner, history))[::2]:
            await undo(session, owner, done.saved.change_id, now=NOW, actor="person")
        log = await list_changes(session, owner, limit=1000)

        records: dict[Key, Body] = {}
        for write in (write for logged in reversed(log) for write in logged.writes):
            assert records.pop((write.kind, write.handle), None) == write.before
            if write.after is not None:
                records[(write.kind, write.handle)] = write.after
        assert records == records_of(await load_plan(session, owner))

    await in_vain(shared, law)


@LAWS
@given(history=histories)
async def test_a_handle_names_one_record_for_ever(shared: Database, history: list[Change]) -> None:
    async def law(session: Session, owner: str) -> None:
        seen: set[Key] = set()
        for done in await play(session, owner, history):
            added = done.after.keys() - done.before.keys()
            assert not {key for key in added if "-" in key[1]} & seen
            seen |= added
            if len(seen) % 2:
                await undo(session, owner, done.saved.change_id, now=NOW, actor="person")

    await in_vain(shared, law)


@LAWS
@given(history=histories, change=changes)
async def test_a_change_means_the_same_after_it_was_stored(
    shared: Database, history: list[Change], change: Change
) -> None:
    async def law(session: Session, owner: str) -> None:
        await play(session, owner, history)
        async with session.begin_nested() as attempt:
            given_ = await apply(session, owner, change, ORIGIN)
            await attempt.rollback()
        read_back = await apply(session, owner, change_of_body(body_of_change(change)), ORIGIN)

        if isinstance(given_, Saved) and isinstance(read_back, Saved):
            assert (given_.plan, given_.handle) == (read_back.plan, read_back.handle)
        else:
            assert given_ == read_back

    await in_vain(shared, law)
