from datetime import datetime

from store import documents
from store.database import Database
from store.documents import NewDocument, Passage

CV = NewDocument(
    name="cv.pdf", media="application/pdf", sha256="0" * 64, size=900, status="text", pages=2,
    notices=("hidden text found",), model="minilm", chunker="1",
)  # fmt: skip
PASSAGES = [Passage(text="Led claims.", page=1, heading="Work"), Passage(text="Licence: CII.", page=2)]


async def test_a_document_keeps_its_passages_in_order(database: Database, owner: str, now: datetime) -> None:
    async with database.begin() as session:
        added = await documents.add(session, owner, CV, PASSAGES, now=now)

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
        first = await documents.add(session, owner, CV, PASSAGES, now=now)
        second = await documents.add(session, owner, CV, PASSAGES[:1], now=now)

        listed = await documents.list_documents(session, owner)
        chunks = await documents.chunks_of(session, owner)

    assert listed == [first, second]
    assert [chunk.document_id for chunk in chunks] == [first.id, first.id, second.id]


async def test_a_removed_document_leaves_no_passage(database: Database, owner: str, now: datetime) -> None:
    async with database.begin() as session:
        gone = await documents.add(session, owner, CV, PASSAGES, now=now)
        kept = await documents.add(session, owner, CV, PASSAGES, now=now)

        removed = await documents.remove(session, owner, gone.id)

    async with database.read() as session:
        assert await documents.get(session, owner, gone.id) is None
        assert await documents.list_documents(session, owner) == [kept]
        assert {chunk.document_id for chunk in await documents.chunks_of(session, owner)} == {kept.id}
    assert removed == gone


async def test_a_document_can_be_removed_once(database: Database, owner: str, now: datetime) -> None:
    async with database.begin() as session:
        added = await documents.add(session, owner, CV, [], now=now)
        await documents.remove(session, owner, added.id)

        again = await documents.remove(session, owner, added.id)

    assert again is None
