from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, make_url
from sqlalchemy.schema import CreateIndex, CreateTable

from store.schema import REVISIONS
from store.tables import Table


def test_the_known_revisions_are_those_of_the_migrations() -> None:
    config = Config()
    config.set_main_option("script_location", "store:migrations")

    scripts = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]

    assert [*REVISIONS] == scripts[::-1]


def test_the_migrations_make_the_tables_that_the_code_knows(path: Path) -> None:
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})

        differences = compare_metadata(context, Table.metadata)

    engine.dispose()
    assert differences == []


def test_the_tables_can_be_made_on_postgresql() -> None:
    dialect = make_url("postgresql+psycopg://host/name").get_dialect()()

    made = {
        table.name: str(CreateTable(table).compile(dialect=dialect))
        for table in Table.metadata.tables.values()
    }
    indexes = [
        str(CreateIndex(index).compile(dialect=dialect))
        for table in Table.metadata.tables.values()
        for index in table.indexes
    ]

    assert made.keys() == Table.metadata.tables.keys()
    assert "TIMESTAMP WITH TIME ZONE" in made["turns"]
    assert "position SERIAL" in made["changes"]
    assert len(indexes) >= 6
