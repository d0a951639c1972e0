"""`INSERT … ON CONFLICT`, which both databases have and SQLAlchemy spells twice."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel

Rows = Sequence[Mapping[str, Any]]


def insert_new(session: Session, table: type[SQLModel], rows: Rows) -> int:
    """Inserts the rows whose keys aren't taken yet; returns how many were."""
    if not rows:
        return 0
    return int(session.exec(_insert(session, table, rows).on_conflict_do_nothing()).rowcount)


def insert_or_replace(session: Session, table: type[SQLModel], rows: Rows) -> None:
    """Inserts rows, or changes those whose primary keys are taken. Each row has the same columns, each key once."""
    if not rows:
        return
    statement = _insert(session, table, rows)
    keys = [column.name for column in inspect(table).primary_key]
    changed = {name: statement.excluded[name] for name in rows[0] if name not in keys}
    session.exec(statement.on_conflict_do_update(index_elements=keys, set_=changed))


def _insert(session: Session, table: type[SQLModel], rows: Rows) -> Any:
    dialect = session.get_bind().dialect.name
    insert = (sqlite.insert if dialect == "sqlite" else postgresql.insert)(table)
    return insert.values(list(rows))
