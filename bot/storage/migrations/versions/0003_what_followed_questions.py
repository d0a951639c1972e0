"""What followed questions"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # rows from before know nothing of what followed
    with op.batch_alter_table("question", schema=None) as batch_op:
        batch_op.add_column(sa.Column("token", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("language", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("candidates", sa.JSON(), server_default="[]", nullable=False))
        batch_op.add_column(sa.Column("offered", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("chosen_id", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("rejected", sa.JSON(), server_default="[]", nullable=False))
        batch_op.add_column(
            sa.Column(
                "followed",
                sa.Enum(
                    "",
                    "picked",
                    "helped",
                    "not_helped",
                    "next",
                    "ticket",
                    name="followed",
                    native_enum=False,
                    length=32,
                ),
                server_default="",
                nullable=False,
            )
        )
        batch_op.create_unique_constraint(batch_op.f("uq_question_token"), ["token"])


def downgrade() -> None:
    with op.batch_alter_table("question", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("uq_question_token"), type_="unique")
        for column in ("followed", "rejected", "chosen_id", "offered", "candidates", "language", "token"):
            batch_op.drop_column(column)
