"""Which revision of the tables a database has, and bringing it to the newest.

Alembic takes a third of a second to import, so it is loaded only when there is something to migrate; that
`REVISIONS` agrees with the migrations is a test's business.
"""

from sqlalchemy import Connection, inspect, text

from store.errors import DatabaseDamagedError, DatabaseNewerError

REVISIONS = ("0001",)
"""Every revision that was ever released, oldest first."""


def is_behind(connection: Connection, where: str) -> bool:
    """Return whether the database has to be migrated.

    Raises:
        DatabaseNewerError: It has a revision that is not known here.
        DatabaseDamagedError: It holds tables, but not Cairn's.
    """
    revision = _revision(connection, where)
    if revision is not None and revision not in REVISIONS:
        raise DatabaseNewerError(where, revision, REVISIONS[-1])
    return revision != REVISIONS[-1]


def migrate(connection: Connection) -> None:
    """Bring the tables to the newest revision, inside the transaction that is open."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "store:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _revision(connection: Connection, where: str) -> str | None:
    tables = inspect(connection).get_table_names()
    if not tables:
        return None
    if "alembic_version" not in tables:
        raise DatabaseDamagedError(where, "it belongs to another program")
    revision: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if revision is None:
        raise DatabaseDamagedError(where, "it does not say which revision it is at")
    return revision
