"""Which mails about a meeting are due, and which were accepted."""

import sqlalchemy as sa
from alembic import op

from core.database import UtcDateTime

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "mails",
        sa.Column("meeting_id", sa.String(64), primary_key=True),
        sa.Column("sequence", sa.Integer, primary_key=True),
        sa.Column("kind", sa.String(16), primary_key=True),
        sa.Column("queued_at", UtcDateTime, nullable=False),
        sa.Column("sent_at", UtcDateTime),
    )


def downgrade() -> None:
    op.drop_table("mails")
