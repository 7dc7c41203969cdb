"""What can go wrong with a database: facts in, a sentence with the fix out.

    DatabaseError
    ├── DatabaseAddressError      the address itself can't be used
    ├── DatabaseDriverError       the address needs a package that is not installed
    ├── DatabaseMissingError      the folder, or the file that a log belongs to, is gone
    ├── DatabaseDamagedError      the file stands but is not a whole database
    ├── DatabaseNewerError        a later Cairn wrote it
    ├── DatabaseReadOnlyError     it can be read but not written
    ├── DatabaseFullError         no room for the write
    ├── DatabaseBusyError         somebody else is writing; worth another try
    └── DatabaseUnreachableError  the disk or the server does not answer

Every error names the database in `where` and says in `retryable` whether the same call may succeed later.
Nothing of what was being written is part of a message.
"""


class DatabaseError(Exception):
    """The database can't do what was asked; `where` names it."""

    retryable = False

    def __init__(self, where: str, sentence: str) -> None:
        """Take the database's name and what happened to it."""
        super().__init__(sentence)
        self.where = where


class DatabaseAddressError(DatabaseError):
    """The address is not one that Cairn can open."""

    def __init__(self, where: str) -> None:
        """Take the address without its password."""
        super().__init__(
            where,
            f"The database address {where} can't be used. Give sqlite:///path/to/cairn.db "
            "or postgresql://user@host/name.",
        )


class DatabaseDriverError(DatabaseError):
    """The package that speaks to this kind of database is not installed."""

    def __init__(self, where: str, package: str) -> None:
        """Take the database and the package's name."""
        super().__init__(
            where,
            f"The database {where} can't be opened without the package {package}. "
            "Install it beside Cairn, or leave the address out to keep the plan in a file.",
        )


class DatabaseMissingError(DatabaseError):
    """What has to be there before a database can be opened is not."""

    def __init__(self, where: str, missing: str) -> None:
        """Take the database and the path that should exist."""
        super().__init__(
            where,
            f"The database {where} can't be opened: {missing} is not there. "
            "Put it back or restore a backup; no new database was made.",
        )


class DatabaseDamagedError(DatabaseError):
    """The file is there but is not a whole database of Cairn's."""

    def __init__(self, where: str, finding: str) -> None:
        """Take the database and what is wrong with it."""
        super().__init__(
            where,
            f"The database {where} can't be used: {finding}. Nothing was changed in it. "
            "Move it aside and restore a backup.",
        )


class DatabaseNewerError(DatabaseError):
    """A later version of Cairn wrote it."""

    def __init__(self, where: str, revision: str, known: str) -> None:
        """Take the database, its revision and the newest one known here."""
        super().__init__(
            where,
            f"The database {where} was written by a newer Cairn (it is at revision {revision}, this one "
            f"knows up to {known}). Install the newer Cairn; nothing was changed.",
        )
        self.revision = revision


class DatabaseReadOnlyError(DatabaseError):
    """It can't be written."""

    def __init__(self, where: str) -> None:
        """Take the database."""
        super().__init__(
            where,
            f"The database {where} can't be written, so nothing was saved. "
            "Make the file and its folder writable for this user.",
        )


class DatabaseFullError(DatabaseError):
    """There is no room for the write."""

    retryable = True

    def __init__(self, where: str) -> None:
        """Take the database."""
        super().__init__(
            where,
            f"There is no room left to write to the database {where}, so nothing was saved. What is there "
            "can still be read. Free some space and try again.",
        )


class DatabaseBusyError(DatabaseError):
    """Somebody else kept it locked for longer than a write waits."""

    retryable = True

    def __init__(self, where: str) -> None:
        """Take the database."""
        super().__init__(
            where,
            f"The database {where} is being written by another program, so nothing was saved. "
            "Try again in a moment.",
        )


class DatabaseUnreachableError(DatabaseError):
    """The disk or the server under it does not answer."""

    retryable = True

    def __init__(self, where: str) -> None:
        """Take the database."""
        super().__init__(
            where,
            f"The database {where} does not answer. Check the disk or the server it is on, then try again.",
        )
