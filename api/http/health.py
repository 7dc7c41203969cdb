"""Whether the server answers."""

from importlib.metadata import version

from fastapi import APIRouter

from api.http.doors import Here
from api.http.shapes import Health

router = APIRouter()


@router.get("/healthz")
async def healthz(here: Here) -> Health:
    """Return that the server answers and can read its database."""
    async with here.database.read():
        return Health(version=version("cairn"))
