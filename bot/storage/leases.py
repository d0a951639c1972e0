"""Leases: one owner at a time, taken over when it no longer renews."""

from datetime import datetime, timedelta

from sqlalchemy import or_, update
from sqlmodel import Session, col

from bot.storage.insert import insert_new
from bot.storage.tables import Lease


def take(session: Session, name: str, owner: str, now: datetime, ttl: timedelta) -> bool:
    """Takes or renews a lease; False if another holds it."""
    if insert_new(session, Lease, [{"name": name, "owner": owner, "until": now + ttl}]):
        return True
    result = session.exec(
        update(Lease)
        .where(col(Lease.name) == name, or_(col(Lease.owner) == owner, col(Lease.until) < now))
        .values(owner=owner, until=now + ttl)
    )
    return int(result.rowcount) == 1


def give_up(session: Session, name: str, owner: str, now: datetime) -> None:
    """Lets the next one in at once."""
    session.exec(
        update(Lease).where(col(Lease.name) == name, col(Lease.owner) == owner).values(until=now - timedelta(seconds=1))
    )
