"""Documents the person brings: taken in, listed, read back and removed."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import JSONResponse
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException

from api import documents
from api.http.doors import Here, caller
from api.http.problems import Problem, problem_of
from api.http.shapes import (
    DocumentOpened,
    DocumentShown,
    DocumentsShown,
    DocumentTaken,
    HiddenShown,
    IndexShown,
    PassageShown,
    Room,
)
from api.instance import Instance
from api.shelf import MOST_BYTES, MOST_FILES, hidden_in
from coaching.change import Refused
from store.documents import Document

router = APIRouter(prefix="/v1/documents", tags=["documents"], dependencies=[Depends(caller)])
# A file that takes longer than this to come is not coming.
_WITHIN = 120.0


@asynccontextmanager
async def files_in(request: Request, most: int) -> AsyncIterator[FormData]:
    """Give a multipart form of at most so many files, which are let go of with the block.

    Raises:
        Problem: It is not one.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "multipart/form-data":
        raise Problem(
            415,
            "not_multipart",
            "A file must be sent as multipart/form-data, in the field `file`; nothing was stored.",
        )
    try:
        async with asyncio.timeout(_WITHIN):
            form = await request.form(max_files=most, max_fields=4, max_part_size=100_000)
    except TimeoutError:
        raise Problem(408, "too_slow", "The file did not come; nothing was stored. Send it again.") from None
    except HTTPException as error:
        if error.status_code != 400:
            raise
        raise Problem(
            422,
            "unreadable_form",
            f"That form can't be read: it may hold {most} file{'' if most == 1 else 's'} in the field `file`; "
            "nothing was stored.",
        ) from None
    try:
        yield form
    finally:
        await form.close()


async def one_file(request: Request) -> tuple[str, bytes]:
    """Return the name and the bytes of the file in the field `file`.

    Raises:
        Problem: There is none.
    """
    async with files_in(request, 1) as form:
        file = form.get("file")
        if not isinstance(file, UploadFile):
            raise Problem(
                422, "no_file", "There is no file in the field `file`; nothing was stored. Send one."
            )
        return file.filename or "", await file.read()


@router.post("", status_code=201, response_model=DocumentTaken)
async def add(request: Request, here: Here) -> JSONResponse:
    """Take a file in; 200 where the same file was here, or a changed one took the place of its earlier state."""
    taken = await documents.take(here, *await one_file(request))
    if isinstance(taken, Refused):
        raise problem_of(taken)
    told = DocumentTaken(**shown(here, taken.document).model_dump(), taken=taken.how)
    location = {"Location": f"/v1/documents/{taken.document.id}"}
    return JSONResponse(told.model_dump(mode="json"), 201 if taken.how == "new" else 200, location)


@router.get("")
async def list_all(here: Here) -> DocumentsShown:
    """Return the documents, how far their index is, and what may be brought."""
    found = await documents.listed(here)
    return DocumentsShown(
        documents=[shown(here, one) for one in found],
        index=IndexShown(**vars(here.shelf.indexing)),
        room=Room(file_bytes=here.shelf.limits.content_bytes, files=MOST_FILES, bytes=MOST_BYTES),
    )


async def _opened(document: str, here: Here) -> DocumentOpened:
    found = await documents.opened(here, document)
    if isinstance(found, Refused):
        raise problem_of(found)
    about, chunks = found
    passages = [PassageShown(page=one.page, heading=one.heading, text=one.text) for one in chunks]
    return DocumentOpened(**shown(here, about).model_dump(), passages=passages)


@router.get("/{document}")
async def show(found: Annotated[DocumentOpened, Depends(_opened)]) -> DocumentOpened:
    """Return a document with its passages."""
    return found


@router.delete("/{document}")
async def remove(document: str, here: Here) -> DocumentShown:
    """Remove a document; nothing of it is on the disk when this answers."""
    gone = await documents.give_up(here, document)
    if isinstance(gone, Refused):
        raise problem_of(gone)
    return shown(here, gone)


def shown(here: Instance, document: Document) -> DocumentShown:
    """Return a document as the doors show it."""
    return DocumentShown(
        id=document.id,
        name=document.name,
        kind=document.media,
        size=document.size,
        pages=document.pages,
        status=here.shelf.indexing.state,
        hidden=[HiddenShown(**found.model_dump()) for found in hidden_in(document)],
        ladder=document.ladder,
        created_at=document.created_at,
    )
