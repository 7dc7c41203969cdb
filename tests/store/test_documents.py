from dataclasses import replace
from datetime import datetime
from pathlib import Path

from store import documents
from store.database import Database
from store.documents import NewDocument, Passage

CV = NewDocument(
    name="cv.pdf", media="application/pdf", sha256="0" * 64, size=900, pages=2,
    hidden=({"text": "hire me", "how": "white", "page": 1},), ladder={"levels": []}, chunker="1",
)  # fmt: skip
PASSAGES = [Passage(text="Led claims.", page=1, heading="Work"), Passage(text="Licence: CII.", page=2)]


async def test_a_document_keeps_its_passages_in_order(database: Database, owner: str, now: datetime) -> None:
    async with database.begin() as session:
        added = await documents.add(session, owner, CV, PASSAGES, b"%PDF", now=now)

    async with database.read() as session:
        found = await documents.get(session, owner, added.id)
        chunks = await documents.chunks_of(session, owner, added.id)
    assert found == added
    assert vars(CV).items() <= vars(added).items()
    assert [(chunk.position, chunk.text, chunk.page, chunk.heading) for chunk in chunks] == [
        (0, "Led claims.", 1, "Work"),
        (1, "Licence: CII.", 2, None),
    ]


async def test_all_passages_of_an_owner_come_document_by_document(
    database: Database, owner: str, now: datetime
) -> None:
    async with database.begin() as session:
        first = await documents.add(session, owner, CV, PASSAGES, b"%PDF", now=now)
        second = await documents.add(session, owner, CV, PASSAGES[:1], b"%PDF", now=now)

        listed = await documents.list_documents(session, owner)
        chunks = await documents.chunks_of(session, owner)

    assert listed == [first, second]
    assert [chunk.document_id for chunk in chunks] == [first.id, first.id, second.id]


async def test_a_removed_document_leaves_no_passage(database: Database, owner: str, now: datetime) -> None:
    async with database.begin() as session:
        gone = await documents.add(session, owner, CV, PASSAGES, b"%PDF", now=now)
        kept = await documents.add(session, owner, CV, PASSAGES, b"%PDF", now=now)

        removed = await documents.remove(session, owner, gone.id)

    async with database.read() as session:
        assert await documents.get(session, owner, gone.id) is None
        assert await documents.list_documents(session, owner) == [kept]
        assert {chunk.document_id for chunk in await documents.chunks_of(session, owner)} == {kept.id}
    assert removed == gone


async def test_a_document_can_be_removed_once(database: Database, owner: str, now: datetime) -> None:
    async with database.begin() as session:
        added = await documents.add(session, owner, CV, [], b"%PDF", now=now)
        await documents.remove(session, owner, added.id)

        again = await documents.remove(session, owner, added.id)

    assert again is None


async def test_a_document_is_kept_as_the_file_it_came_as(
    database: Database, owner: str, now: datetime
) -> None:
    async with database.begin() as session:
        added = await documents.add(session, owner, CV, PASSAGES, b"%PDF", now=now)

    async with database.read() as session:
        assert await documents.original(session, owner, added.id) == b"%PDF"


async def test_a_document_read_again_keeps_its_id_and_nothing_of_the_first_reading(
    database: Database, owner: str, now: datetime
) -> None:
    newer = replace(CV, sha256="1" * 64, size=12, hidden=(), ladder=None)
    async with database.begin() as session:
        first = await documents.add(session, owner, CV, PASSAGES, b"%PDF", now=now)

        again = await documents.replace(session, owner, first.id, newer, [Passage(text="New.")], b"%PDF 2")

        assert again is not None
        assert (again.id, again.sha256, again.hidden) == (first.id, "1" * 64, ())
        assert [chunk.text for chunk in await documents.chunks_of(session, owner, first.id)] == ["New."]
        assert await documents.original(session, owner, first.id) == b"%PDF 2"


async def test_what_is_not_there_is_not_replaced(database: Database, owner: str) -> None:
    async with database.begin() as session:
        assert await documents.replace(session, owner, "nothing", CV, PASSAGES, b"%PDF") is None


async def test_a_removed_document_leaves_no_byte_on_the_disk_once_scrubbed(
    database: Database, owner: str, path: Path, now: datetime
) -> None:
    secret = "the canary sings at dawn"
    async with database.begin() as session:
        passage = Passage(text=secret)
        gone = await documents.add(session, owner, CV, [passage] * 40, secret.encode() * 9000, now=now)
    async with database.begin() as session:
        await documents.remove(session, owner, gone.id)
    before = [file for file in path.parent.iterdir() if secret.encode() in file.read_bytes()]

    scrubbed = await database.scrub()

    assert before
    assert scrubbed
    assert [file for file in path.parent.iterdir() if secret.encode() in file.read_bytes()] == []
