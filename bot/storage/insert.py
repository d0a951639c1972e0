"""`INSERT … ON CONFLICT DO NOTHING`, which both databases have and SQLAlchemy spells twice."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel


def insert_new(session: Session, table: type[SQLModel], rows: Sequence[Mapping[str, Any]]) -> int:
    """Inserts the rows whose keys aren't taken yet; returns how many were."""
    if not rows:
        return 0
    dialect = session.get_bind().dialect.name
    insert = (sqlite.insert if dialect == "sqlite" else postgresql.insert)(table)
    result = session.exec(insert.values(list(rows)).on_conflict_do_nothing())
    return int(result.rowcount)
