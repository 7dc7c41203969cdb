"""`cairn serve`: the page and the API."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.output import TodayOption, day, stop

if TYPE_CHECKING:
    from api.serving import Serving


def serve(
    host: Annotated[str | None, typer.Option("--host", help="Address to listen on (CAIRN_HOST).")] = None,
    port: Annotated[
        int | None, typer.Option("--port", min=0, max=65535, help="Port; 0 takes a free one (CAIRN_PORT).")
    ] = None,
    data_dir: Annotated[
        Path | None, typer.Option("--data-dir", help="The data folder (CAIRN_DATA_DIR).")
    ] = None,
    today: TodayOption = None,
) -> None:
    """Serve the page and the API on this machine, until Ctrl-C.

    cairn serve
    """
    held_day = day(today)
    import asyncio

    from api.errors import DoorError
    from api.serving import serve as serve_until_stopped
    from api.settings import data_folder, load_settings
    from store.errors import DatabaseError

    try:
        settings = load_settings(host=host, port=port, data_dir=data_dir)
        folder = data_folder(settings)
        asyncio.run(serve_until_stopped(settings, folder, lambda serving: _tell(serving, folder), held_day))
    except (DoorError, DatabaseError) as error:
        stop(str(error))
    except KeyboardInterrupt:
        # uvicorn raises it again after a clean end, so that a shell sees it.
        typer.echo("Stopped; everything is saved.", err=True)


def _tell(serving: "Serving", folder: Path) -> None:
    typer.echo(
        f"Cairn is ready on {serving.address}\n"
        f"Open this address once; your browser is remembered after it:\n  {serving.first_visit}\n"
        f"Your data: {folder}\n"
        "Coach: guided (rules and a library on this machine, no language model, no key).\n"
        "A language model will be named in CAIRN_MODEL; this version refuses one.\n"
        "Stop with Ctrl-C.",
        err=True,
    )
