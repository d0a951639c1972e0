"""Column types and the base of all tables."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, DateTime, Dialect, Integer, MetaData
from sqlalchemy import Enum as EnumColumn
from sqlalchemy.types import TypeDecorator
from sqlmodel import SQLModel

# Set before the first table is made: constraints with names can be altered by migrations on both databases.
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
metadata: MetaData = SQLModel.metadata

BIG = BigInteger
"""Telegram's ids have up to 52 significant bits (core.telegram.org/bots/api#user)."""

SEQUENCE = BigInteger().with_variant(Integer, "sqlite")
"""A growing key; SQLite counts up by itself only in a column of plain INTEGER."""


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment, kept as UTC; a naive one is refused, since nobody could say what it means."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"naive datetime refused: {value!r}")
        return value.astimezone(UTC)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        moment: datetime = value
        # SQLite keeps no zone; what was written there was UTC
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def enum_column(kind: type[StrEnum]) -> EnumColumn:
    """Stores an enum's value, not its Python name, as plain text that old rows keep."""
    return EnumColumn(kind, values_callable=lambda members: [m.value for m in members], native_enum=False, length=32)
