"""The program is killed before its Nth statement, for every N until it gets to the end (SQLite's own test loop)."""

import asyncio
import itertools
import os
import shutil
import signal
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

import alembic.command  # noqa: F401 (loaded before the forks, so that not each of them does it)
import pytest
from sqlalchemy import Engine, event, text

from coaching.change import PutNeed, Refused
from coaching.plan import Need
from store import events, proposals
from store.changes import Origin, list_changes
from store.conversations import Added, Message, Outcome, add_turn, create_conversation, finish_turn
from store.database import Session, open_database
from store.owners import only_owner
from store.plans import load_plan

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
ORIGIN = Origin("person", NOW, NOW.date())
STEPS = 2


def dies(after: int, work: Callable[[], Awaitable[None]]) -> bool:
    """Run the work in a process that is killed before it executes one more than so many statements."""
    child = os.fork()
    if child:
        return os.WIFSIGNALED(os.waitpid(child, 0)[1])
    counter = itertools.count()

    def die(*_: object) -> None:
        if next(counter) == after:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", die)
    event.listen(Engine, "commit", die)
    asyncio.run(_awaited(work))
    os._exit(0)


async def _awaited(work: Callable[[], Awaitable[None]]) -> None:
    await work()


async def step(session: Session, owner: str, number: int) -> None:
    """Do in one transaction what a turn leaves: events, an accepted proposal, its end."""
    conversation = await create_conversation(session, owner, now=NOW)
    added = await add_turn(session, owner, conversation.id, Message("hi"), now=NOW)
    assert isinstance(added, Added)
    await events.append(session, owner, added.turn.id, [("text", {"delta": "a"})])
    draft = proposals.Draft(added.turn.id, PutNeed(record=Need(text=f"need {number}")))
    proposal = await proposals.add(session, owner, draft, now=NOW)
    assert not isinstance(proposal, Refused)
    await proposals.accept(session, owner, proposal.id, ORIGIN)
    await finish_turn(session, owner, added.turn.id, Outcome("complete", "yes"), now=NOW)


async def counts(path: Path) -> tuple[set[int], str]:
    """Return how many of each thing there are, and what SQLite says of the file."""
    database = await open_database(f"sqlite:///{path}")
    async with database.begin() as session:
        owner = await only_owner(session, NOW)
        found = {
            len((await load_plan(session, owner)).needs),
            len(await list_changes(session, owner, limit=99)),
            len(await proposals.list_proposals(session, owner, "accepted")),
            *[
                await session.scalar(text(f"SELECT count(*) FROM {table}")) or 0
                for table in ("conversations", "turns", "events", "proposals")
            ],
        }
        integrity = await session.scalar(text("PRAGMA integrity_check"))
    await database.close()
    return found, str(integrity)


@pytest.mark.slow
def test_a_kill_at_any_statement_loses_nothing_acknowledged_and_keeps_nothing_half_done(
    template: Path, tmp_path: Path
) -> None:
    acknowledged = tmp_path / "acknowledged"

    async def work() -> None:
        database = await open_database(f"sqlite:///{path}")
        async with database.begin() as session:
            owner = await only_owner(session, NOW)
        for number in range(STEPS):
            async with database.begin() as session:
                await step(session, owner, number)
            acknowledged.write_text(str(number + 1))

    for after in itertools.count():
        path = Path(shutil.copy(template, tmp_path / f"{after}.db"))
        acknowledged.write_text("0")
        killed = dies(after, work)

        found, integrity = asyncio.run(counts(path))

        told = int(acknowledged.read_text())
        assert len(found) == 1, after
        assert found <= {told, told + 1}, after
        assert integrity == "ok", after
        if not killed:
            break
    assert found == {STEPS}
    assert after > 20 * STEPS


@pytest.mark.slow
def test_a_kill_while_a_new_database_is_made_leaves_none_or_a_whole_one(tmp_path: Path) -> None:
    async def work() -> None:
        await (await open_database(f"sqlite:///{path}")).close()

    for after in itertools.count():
        path = tmp_path / f"{after}" / "cairn.db"
        path.parent.mkdir()
        killed = dies(after, work)

        found, integrity = asyncio.run(counts(path))

        assert (found, integrity) == ({0}, "ok"), after
        assert [file.name for file in path.parent.iterdir()] == ["cairn.db"]
        if not killed:
            break
    assert after > 20
