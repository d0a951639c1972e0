"""Edits and removals of tickets' messages"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("ticket_message", sa.Column("album", sa.String(), nullable=True))
    op.add_column("ticket_message", sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("ticket_message", sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index("ix_ticket_message_source", "ticket_message", ["source_chat_id", "source_message_id"])


def downgrade() -> None:
    op.drop_index("ix_ticket_message_source", table_name="ticket_message")
    for column in ("removed_at", "edited_at", "album"):
        op.drop_column("ticket_message", column)
