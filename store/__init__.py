"""What is remembered: tables, queries that always take an owner, migrations, the change log.

Only importer of SQLAlchemy; may import coaching.
"""
