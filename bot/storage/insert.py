"""`INSERT … ON CONFLICT`, which both databases have and SQLAlchemy spells twice.

Statements are made once for each table and set of columns: SQLAlchemy then compiles them once, too.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel

Rows = Sequence[Mapping[str, Any]]


def insert_new(session: Session, table: type[SQLModel], rows: Rows) -> int:
    """Inserts the rows whose keys aren't taken yet; returns how many were."""
    connection = _connection(session)
    return sum(connection.execute(_new(table, connection.dialect.name), dict(row)).rowcount for row in rows)


def insert_or_replace(session: Session, table: type[SQLModel], rows: Rows) -> None:
    """Inserts rows, or changes those whose primary keys are taken. Each row has the same columns, each key once."""
    if rows:
        connection = _connection(session)
        statement = _replacing(table, connection.dialect.name, tuple(rows[0]))
        connection.execute(statement, [dict(row) for row in rows])


def _connection(session: Session) -> Any:
    session.flush()  # what was added before goes in before
    return session.connection()


@cache
def _new(table: type[SQLModel], dialect: str) -> Any:
    return _insert(table, dialect).on_conflict_do_nothing()


@cache
def _replacing(table: type[SQLModel], dialect: str, columns: tuple[str, ...]) -> Any:
    statement = _insert(table, dialect)
    keys = [column.name for column in inspect(table).primary_key]
    changed = {name: statement.excluded[name] for name in columns if name not in keys}
    return statement.on_conflict_do_update(index_elements=keys, set_=changed)


def _insert(table: type[SQLModel], dialect: str) -> Any:
    insert: Any = sqlite.insert if dialect == "sqlite" else postgresql.insert
    return insert(inspect(table).local_table)
