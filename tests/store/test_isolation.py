"""No function of the store gives or changes another owner's rows; generated over all of them.

Each function is called for one owner (`ours`) beside another (`theirs`), in a database where some of
their rows point at our things, as a bug elsewhere could have left them. A new function without a row
in `CALLS` fails. The last test removes each owner filter from the source in turn and expects the others to notice.
"""

import inspect
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import SQLAlchemyError

import store
from coaching.change import PutGoal, PutNeed, Write
from coaching.plan import Goal, Need
from store import conversations, documents, events, plans, proposals
from store.changes import NewChange, Origin
from store.conversations import Message, Outcome
from store.database import Database, Session, open_database
from store.documents import NewDocument, Passage
from store.ids import new_id
from store.proposals import Draft
from store.tables import (
    ChangeRow,
    ChunkRow,
    EventRow,
    OwnerRow,
    ProposalRow,
    RecordRow,
    Table,
    TurnRow,
)

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
ORIGIN = Origin("person", NOW, NOW.date())
QUERIES = ("changes", "conversations", "documents", "events", "owners", "plans", "proposals", "records")
OVER_ALL_OWNERS = {
    "owners.only_owner": "finds out who the owner is",
    "owners.known_owner": "finds out who the owner is",
    "conversations.unfinished_turns": "a restart ends everybody's broken turns",
}
DOCUMENT = NewDocument(name="cv.txt", media="text/plain", sha256="0" * 64, size=3, chunker="1")


@dataclass(frozen=True)
class Things:
    """Ids of one owner's things, one of each kind."""

    conversation: str
    turn: str
    change: str
    proposal: str
    document: str


Call = Callable[[ModuleType, Session, str, Things], Awaitable[object]]
CALLS: dict[str, Call] = {
    "changes.get_change": lambda m, s, o, t: m.get_change(s, o, t.change),
    "changes.list_changes": lambda m, s, o, t: m.list_changes(s, o, limit=9, before=t.change),
    "changes.log_change": lambda m, s, o, _: m.log_change(s, o, NewChange("person", "x", (), None), NOW),
    "conversations.create_conversation": lambda m, s, o, _: m.create_conversation(s, o, now=NOW),
    "conversations.get_conversation": lambda m, s, o, t: m.get_conversation(s, o, t.conversation),
    "conversations.list_conversations": lambda m, s, o, _: m.list_conversations(s, o),
    "conversations.add_turn": lambda m, s, o, t: m.add_turn(s, o, t.conversation, Message("more"), now=NOW),
    "conversations.get_turn": lambda m, s, o, t: m.get_turn(s, o, t.turn),
    "conversations.turns_of": lambda m, s, o, t: m.turns_of(s, o, t.conversation),
    "conversations.all_turns": lambda m, s, o, t: m.all_turns(s, o, t.conversation),
    "conversations.latest_talk": lambda m, s, o, t: m.latest_talk(s, o, t.conversation),
    "conversations.finish_turn": lambda m, s, o, t: m.finish_turn(s, o, t.turn, Outcome("complete"), now=NOW),
    "documents.add": lambda m, s, o, _: m.add(s, o, DOCUMENT, [Passage(text="more")], b"more", now=NOW),
    "documents.replace": lambda m, s, o, t: m.replace(
        s, o, t.document, DOCUMENT, [Passage(text="more")], b"more"
    ),
    "documents.original": lambda m, s, o, t: m.original(s, o, t.document),
    "documents.get": lambda m, s, o, t: m.get(s, o, t.document),
    "documents.list_documents": lambda m, s, o, _: m.list_documents(s, o),
    "documents.remove": lambda m, s, o, t: m.remove(s, o, t.document),
    "documents.chunks_of": lambda m, s, o, t: m.chunks_of(s, o, t.document),
    "events.append": lambda m, s, o, t: m.append(s, o, t.turn, [("text", {})]),
    "events.after": lambda m, s, o, t: m.after(s, o, t.turn, 0),
    "owners.hold": lambda m, s, o, _: m.hold(s, o),
    "plans.load_plan": lambda m, s, o, _: m.load_plan(s, o),
    "plans.apply": lambda m, s, o, _: m.apply(s, o, PutNeed(record=Need(text="more")), ORIGIN),
    "plans.undo": lambda m, s, o, t: m.undo(s, o, t.change, now=NOW, actor="person"),
    "proposals.add": lambda m, s, o, t: m.add(s, o, Draft(t.turn, PutNeed(record=Need(text="x"))), now=NOW),
    "proposals.get": lambda m, s, o, t: m.get(s, o, t.proposal),
    "proposals.list_proposals": lambda m, s, o, _: m.list_proposals(s, o),
    "proposals.accept": lambda m, s, o, t: m.accept(s, o, t.proposal, ORIGIN),
    "proposals.reject": lambda m, s, o, t: m.reject(s, o, t.proposal, now=NOW),
    "records.read_records": lambda m, s, o, _: m.read_records(s, o),
    "records.write_records": lambda m, s, o, _: m.write_records(
        s, o, [Write(kind="goal", handle="goal-1", before=None, after={"text": "mine"})]
    ),
}
WITHOUT_IDS = {
    "changes.log_change",
    "conversations.create_conversation",
    "conversations.list_conversations",
    "documents.add",
    "documents.list_documents",
    "owners.hold",
    "plans.load_plan",
    "plans.apply",
    "proposals.list_proposals",
    "records.read_records",
    "records.write_records",
}
NOBODYS = Things(*["00000000-0000-7000-8000-000000000000"] * 5)


async def furnish(session: Session, owner: str) -> Things:
    """Give a new owner one thing of each kind."""
    session.add(OwnerRow(id=owner, created_at=NOW))
    await session.flush()
    conversation = (await conversations.create_conversation(session, owner, now=NOW)).id
    first = await conversations.add_turn(session, owner, conversation, Message("private"), now=NOW)
    assert isinstance(first, conversations.Added)
    await conversations.finish_turn(session, owner, first.turn.id, Outcome("complete", talk={}), now=NOW)
    added = await conversations.add_turn(session, owner, conversation, Message("private too"), now=NOW)
    assert isinstance(added, conversations.Added)
    turn = added.turn.id
    await events.append(session, owner, turn, [("text", {"delta": "private"})])
    await plans.apply(session, owner, PutGoal(record=Goal(text="private")), ORIGIN)
    change = await changed(session, owner)
    draft = Draft(turn, PutGoal(record=Goal(text="private wish")))
    proposal = await proposals.add(session, owner, draft, now=NOW)
    assert isinstance(proposal, proposals.Proposal)
    document = await documents.add(session, owner, DOCUMENT, [Passage(text="private")], b"private", now=NOW)
    return Things(conversation, turn, change, proposal.id, document.id)


async def changed(session: Session, owner: str) -> str:
    """Change the owner's plan and return the change's id."""
    saved = await plans.apply(session, owner, PutNeed(record=Need(text="private")), ORIGIN)
    assert isinstance(saved, plans.Saved)
    return saved.change_id


async def stray(session: Session, theirs: str, ours: Things) -> None:
    """Leave rows of theirs that point at our things."""
    session.add_all(
        [
            TurnRow(
                id=new_id(NOW), owner=theirs, conversation=ours.conversation, text="stray", status="running",
                talk={"stray": True}, created_at=NOW,
            ),
            EventRow(turn=ours.turn, seq=50, owner=theirs, event="text", data={"delta": "stray"}),
            ChunkRow(document=ours.document, position=50, owner=theirs, text="stray"),
            ChangeRow(
                id=new_id(NOW), owner=theirs, actor="person", kind="undo", writes=[], undoes=ours.change,
                at=NOW,
            ),
            ProposalRow(
                id=new_id(NOW), owner=theirs, conversation=ours.conversation, turn=ours.turn, kind="goal",
                change={"kind": "goal", "record": {"text": "stray"}}, status="pending", created_at=NOW,
            ),
        ]
    )  # fmt: skip
    await session.execute(
        insert(RecordRow).values(
            owner=theirs, kind="need", handle="need-7", version=1, body={"text": "stray"}
        )
    )


@dataclass(frozen=True)
class Scene:
    """The same person alone in one database and beside somebody in another."""

    alone: Database
    beside: Database
    our_id: str
    their_id: str
    ours: Things
    ours_beside: Things
    theirs: Things


@pytest.fixture(scope="module")
async def scene(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Scene]:
    folder = tmp_path_factory.mktemp("isolation")
    alone = await open_database(f"sqlite:///{folder}/alone.db")
    beside = await open_database(f"sqlite:///{folder}/beside.db")
    our_id, their_id = new_id(NOW), new_id(NOW)
    async with alone.begin() as session:
        ours = await furnish(session, our_id)
    async with beside.begin() as session:
        theirs = await furnish(session, their_id)
        ours_beside = await furnish(session, our_id)
        # Their changes stand both before and after ours.
        theirs = replace(theirs, change=await changed(session, their_id))
        await stray(session, their_id, ours_beside)
    yield Scene(alone, beside, our_id, their_id, ours, ours_beside, theirs)
    await alone.close()
    await beside.close()


def told(outcome: object, things: Things) -> str:
    """Return the outcome as text with ids replaced by what they name, so that two runs can be compared."""
    text = repr(outcome)
    for field in fields(things):
        text = text.replace(getattr(things, field.name), field.name)
    return re.sub(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}", "some-id", text)


async def rows_of(session: Session, owner: str) -> dict[str, list[Any]]:
    """Return everything that is kept for the owner."""
    tables = [table for table in Table.metadata.sorted_tables if "owner" in table.c]
    return {
        table.name: [tuple(row) for row in await session.execute(select(table).where(table.c.owner == owner))]
        for table in tables
    }


@asynccontextmanager
async def in_vain(database: Database) -> AsyncIterator[Session]:
    """Give a session of which nothing is kept."""
    async with database.begin() as session:
        yield session
        await session.rollback()


async def leak(scene: Scene, name: str, module: ModuleType) -> str | None:
    """Return how this function mixes owners up, None where it does not."""
    call = CALLS[name]
    try:
        async with in_vain(scene.beside) as session:
            before = await rows_of(session, scene.their_id)
            foreign = told(await call(module, session, scene.our_id, scene.theirs), scene.theirs)
            changed = before != await rows_of(session, scene.their_id)
        async with in_vain(scene.beside) as session:
            unknown = told(await call(module, session, scene.our_id, NOBODYS), NOBODYS)
        async with in_vain(scene.beside) as session:
            beside = told(await call(module, session, scene.our_id, scene.ours_beside), scene.ours_beside)
        async with in_vain(scene.alone) as session:
            alone = told(await call(module, session, scene.our_id, scene.ours), scene.ours)
    except SQLAlchemyError as error:
        return f"collides: {error}"
    if changed:
        return "changes their rows"
    if foreign != unknown:
        return f"tells their id from an unknown one: {foreign} {unknown}"
    return None if beside == alone else f"mixes their rows with ours: {beside} {alone}"


def functions() -> dict[str, Callable[..., Any]]:
    """Return the public functions of all query modules by name."""
    return {
        f"{name}.{function}": found
        for name in QUERIES
        for function, found in inspect.getmembers(import_module(f"store.{name}"), inspect.isfunction)
        if not function.startswith("_") and found.__module__ == f"store.{name}"
    }


def unguarded() -> Iterator[tuple[str, str, ModuleType]]:
    """Yield each query module with one owner filter taken out: module, the line, and what it is now."""
    for name in QUERIES:
        source = Path(inspect.getfile(import_module(f"store.{name}"))).read_text()
        for found in re.finditer(r"(\w+Row\.owner) == owner_id", source):
            mutant = ModuleType(f"store.{name}")
            exec(f'{source[: found.start()]}{found[1]} != ""{source[found.end() :]}', vars(mutant))
            yield name, source[: found.start()].rpartition("\n")[2] + found[0], mutant


def test_every_query_takes_a_session_and_an_owner_first() -> None:
    exempt = OVER_ALL_OWNERS.keys()

    first = {
        name: [*inspect.signature(found).parameters][:2]
        for name, found in functions().items()
        if name not in exempt
    }

    assert exempt <= functions().keys()
    assert {name: names for name, names in first.items() if names != ["session", "owner_id"]} == {}


def test_every_query_is_among_those_that_are_tried() -> None:
    assert CALLS.keys() == functions().keys() - OVER_ALL_OWNERS.keys()


def test_every_module_with_tables_is_a_query_module() -> None:
    folder = Path(inspect.getfile(store)).parent

    with_rows = {file.stem for file in folder.glob("*.py") if "Row" in file.read_text()} - {"tables"}

    assert with_rows <= {*QUERIES}


@pytest.mark.parametrize("name", CALLS)
async def test_another_owner_makes_no_difference(scene: Scene, name: str) -> None:
    module = import_module(f"store.{name.partition('.')[0]}")

    assert await leak(scene, name, module) is None


@pytest.mark.parametrize("name", sorted(CALLS.keys() - WITHOUT_IDS))
async def test_the_owner_of_an_id_gets_more_than_a_stranger(scene: Scene, name: str) -> None:
    module = import_module(f"store.{name.partition('.')[0]}")
    async with in_vain(scene.beside) as session:
        owners = told(await CALLS[name](module, session, scene.their_id, scene.theirs), scene.theirs)
    async with in_vain(scene.beside) as session:
        strangers = told(await CALLS[name](module, session, scene.our_id, scene.theirs), scene.theirs)

    assert owners != strangers


async def test_no_owner_filter_can_be_left_out_unnoticed(scene: Scene) -> None:
    missed, tried = [], 0
    for name, line, mutant in unguarded():
        own = [call for call in CALLS if call.startswith(f"{name}.")]
        tried += 1
        if not any([await leak(scene, call, mutant) for call in own]):
            missed.append(f"{name}: {line}")

    assert missed == []
    assert tried > 10
