"""Taking documents in and giving them up: one way for HTTP and the page."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from api.instance import Instance
from api.shelf import MOST_BYTES, MOST_FILES, kept_form
from coaching.change import Refused
from knowledge.documents.characters import shown_name
from knowledge.documents.values import Unreadable
from store import documents
from store.database import Session
from store.documents import Document, NewDocument, Passage
from store.refusals import not_found

How = Literal["new", "known", "read_again"]


@dataclass(frozen=True)
class Taken:
    """A document that is kept now, and whether it was before; `read_again` is a changed file of a known name."""

    document: Document
    how: How


async def take(here: Instance, name: str, content: bytes) -> Taken | Refused:
    """Return the document that a file is, kept by then, or why it is not taken."""
    async with here.database.read() as session:
        held = await documents.list_documents(session, here.owner_id)
    if same := _same(held, sha256(content).hexdigest()):
        return Taken(same, "known")
    if refused := _no_room(held, shown_name(name), len(content)):
        return refused
    read = await here.shelf.read(name, content)
    if isinstance(read, Unreadable):
        return Refused(code=read.reason, message=read.sentence)
    about, passages = kept_form(read, len(content))
    async with here.database.begin() as session:
        taken = await _kept(here, session, about, passages, content)
    if isinstance(taken, Refused) or taken.how == "known":
        return taken
    here.shelf.came()
    if taken.how == "read_again":
        # What it said before goes as it would with the document.
        await here.database.scrub()
    return taken


async def give_up(here: Instance, document_id: str) -> Document | Refused:
    """Return the document that was removed; nothing of it is on the disk by then."""
    async with here.database.begin() as session:
        gone = await documents.remove(session, here.owner_id, document_id)
    if gone is None:
        return not_found("document")
    here.shelf.went()
    await here.shelf.cleared()
    await here.database.scrub()
    return gone


async def listed(here: Instance) -> list[Document]:
    """Return the documents, oldest first."""
    async with here.database.read() as session:
        return await documents.list_documents(session, here.owner_id)


async def opened(here: Instance, document_id: str) -> tuple[Document, list[documents.Chunk]] | Refused:
    """Return a document with its passages."""
    async with here.database.read() as session:
        found = await documents.get(session, here.owner_id, document_id)
        chunks = await documents.chunks_of(session, here.owner_id, document_id)
    return not_found("document") if found is None else (found, chunks)


async def _kept(
    here: Instance, session: Session, about: NewDocument, passages: Sequence[Passage], content: bytes
) -> Taken | Refused:
    """Return the document, looked for once more: another upload may have come first."""
    held = await documents.list_documents(session, here.owner_id)
    if same := _same(held, about.sha256):
        return Taken(same, "known")
    if refused := _no_room(held, about.name, about.size):
        return refused
    twin = next((one for one in held if one.name == about.name), None)
    if twin is None:
        now = here.clock.now()
        return Taken(await documents.add(session, here.owner_id, about, passages, content, now=now), "new")
    again = await documents.replace(session, here.owner_id, twin.id, about, passages, content)
    assert again is not None
    return Taken(again, "read_again")


def _same(held: Sequence[Document], digest: str) -> Document | None:
    return next((one for one in held if one.sha256 == digest), None)


def _no_room(held: Sequence[Document], name: str, size: int) -> Refused | None:
    """Return the refusal of a file for which there is no room beside the others."""
    others = [one for one in held if one.name != name]
    if len(others) < MOST_FILES and sum(one.size for one in others) + size <= MOST_BYTES:
        return None
    return Refused(
        code="no_room",
        message=f"{name} was not taken: {MOST_FILES} documents and {MOST_BYTES // 1_000_000} MB in all are "
        "kept here. Remove what you no longer need, and add it again.",
    )
