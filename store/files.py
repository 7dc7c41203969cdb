"""What stands on the disk before SQLite is let near it.

SQLite makes an empty database wherever it finds none and takes an empty file for one, so a lost or emptied
database would come back as a fresh one. Here a database is built beside its place and moved in when it is
whole: a file at that place is never an unfinished one.
"""

import os
from pathlib import Path

from store.errors import DatabaseDamagedError, DatabaseMissingError, DatabaseReadOnlyError

_MAGIC = b"SQLite format 3\x00"


def is_new(path: Path) -> bool:
    """Return whether no database was ever at this path.

    Raises:
        DatabaseMissingError: The folder is gone, or a log lies there without the database it belongs to.
    """
    if path.exists():
        return False
    if not path.parent.is_dir():
        raise DatabaseMissingError(str(path), f"the folder {path.parent}")
    if _size(beside(path, "-wal")):
        raise DatabaseMissingError(str(path), f"{path.name}, to which {path.name}-wal belongs,")
    return True


def check(path: Path) -> None:
    """Make sure that a whole, writable SQLite file stands at the path.

    Raises:
        DatabaseDamagedError: It is empty, cut short or something else.
        DatabaseReadOnlyError: This user can't write it.
    """
    if not path.is_file():
        raise DatabaseDamagedError(str(path), "it is not a file")
    try:
        with path.open("r+b") as file:
            head = file.read(100)
    except OSError as error:
        raise DatabaseReadOnlyError(str(path)) from error
    if not head.startswith(_MAGIC):
        raise DatabaseDamagedError(
            str(path), "the file is not an SQLite database" if head else "the file is empty"
        )
    # With a log beside it the file may lag behind its own header; SQLite puts that right when it opens.
    if not _size(beside(path, "-wal")) and _size(path) < _length_told_by(head):
        raise DatabaseDamagedError(
            str(path), f"the file is cut short ({_size(path)} of {_length_told_by(head)} bytes)"
        )


def start(path: Path) -> Path:
    """Return an empty file, this user's alone, in which to build the database that will stand at `path`.

    Raises:
        DatabaseReadOnlyError: This user can't write the folder.
    """
    draft = beside(path, ".new")
    try:
        for left_over in (draft, beside(draft, "-wal"), beside(draft, "-shm")):
            left_over.unlink(missing_ok=True)
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except OSError as error:
        raise DatabaseReadOnlyError(str(path)) from error
    return draft


def finish(draft: Path, path: Path) -> None:
    """Move the built database to its place, durably."""
    draft.rename(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def beside(path: Path, ending: str) -> Path:
    """Return the path of a file that goes with this one."""
    return path.with_name(path.name + ending)


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _length_told_by(head: bytes) -> int:
    """Return the bytes that the file's own header promises, 0 where it makes no valid promise."""
    page, pages = int.from_bytes(head[16:18], "big"), int.from_bytes(head[28:32], "big")
    return (65536 if page == 1 else page) * pages if head[24:28] == head[92:96] else 0
