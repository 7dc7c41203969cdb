"""Documents on the page: brought by a form, listed with what was found in them, removed after a second look."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse, Response
from starlette.datastructures import FormData, UploadFile

from api import documents
from api.access import Access
from api.documents import Taken
from api.http.documents import files_in
from api.http.doors import Doors, Here
from api.http.problems import problem_of
from api.instance import Instance
from api.pages.rendering import page
from api.pages.visits import OwnForm, own, visitor
from api.shelf import MOST_BYTES, MOST_FILES, hidden_in, ladder_in
from coaching.change import Refused
from store.documents import Chunk, Document

_AT_ONCE = 20
_TOLD = {
    "new": "{name} was added.",
    "known": "{name} was here already, as {kept}; nothing was changed.",
    "read_again": "{name} had changed and was read again.",
}

router = APIRouter(include_in_schema=False, dependencies=[Depends(visitor)])


@dataclass(frozen=True)
class Outcome:
    """What came of one file that was brought."""

    sentence: str
    taken: bool


async def own_files(request: Request, doors: Doors) -> AsyncIterator[FormData]:
    """Give a form with files that the page itself made and this browser sent."""
    async with files_in(request, _AT_ONCE) as form:
        yield own(form, doors)


async def _found(document: str, here: Here) -> tuple[Document, list[Chunk]]:
    found = await documents.opened(here, document)
    if isinstance(found, Refused):
        raise problem_of(found)
    return found


Found = Annotated[tuple[Document, list[Chunk]], Depends(_found)]


@router.get("/documents")
async def show_all(here: Here, doors: Doors) -> Response:
    """Show the documents and the form that brings more."""
    return await _shelf(here, doors)


@router.post("/documents")
async def add(here: Here, doors: Doors, form: Annotated[FormData, Depends(own_files)]) -> Response:
    """Take files in and say what came of each."""
    files = [file for file in form.getlist("file") if isinstance(file, UploadFile) and file.filename]
    outcomes = [await _outcome(here, file) for file in files]
    none = Outcome("No file was chosen. Choose one, or drop it here.", taken=False)
    return await _shelf(here, doors, outcomes or [none])


@router.get("/documents/{document}")  # noqa: FAST003 - `_found` takes the id
async def show(found: Found) -> Response:
    """Show a document as it was read."""
    about, passages = found
    return page(
        "document.html",
        title=about.name,
        document=about,
        passages=passages,
        hidden=hidden_in(about),
        ladder=ladder_in(about),
    )


@router.get("/documents/{document}/remove")  # noqa: FAST003
async def ask_to_remove(found: Found, doors: Doors) -> Response:
    """Ask before a document is removed."""
    return page("remove.html", title="Remove a document", document=found[0], form=doors.form_token())


@router.post("/documents/{document}/remove")
async def remove(document: str, form: OwnForm, here: Here) -> Response:
    """Remove a document for good."""
    del form
    gone = await documents.give_up(here, document)
    if isinstance(gone, Refused):
        raise problem_of(gone)
    return RedirectResponse("/documents", 303)


async def _outcome(here: Instance, file: UploadFile) -> Outcome:
    name = file.filename or ""
    result = await documents.take(here, name, await file.read())
    if isinstance(result, Taken):
        sentence = _TOLD[result.how].format(name=name, kept=result.document.name)
        return Outcome(sentence, taken=True)
    return Outcome(result.message, taken=False)


async def _shelf(here: Instance, doors: Access, outcomes: list[Outcome] | None = None) -> Response:
    refused = bool(outcomes) and not any(outcome.taken for outcome in outcomes or ())
    found = await documents.listed(here)
    return page(
        "documents.html",
        status=422 if refused else 200,
        title="Documents",
        documents=[(one, hidden_in(one), ladder_in(one)) for one in found],
        outcomes=outcomes or [],
        indexing=here.shelf.indexing,
        megabytes=here.shelf.limits.content_bytes // 1_000_000,
        most=(MOST_FILES, MOST_BYTES // 1_000_000),
        form=doors.form_token(),
    )
