"""Google Calendar: whose account, how far it was read, and what the attendee answered."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("meetings", sa.Column("attendee_response", sa.String(16)))
    op.create_table(
        "google_accounts",
        sa.Column("host", sa.String(64), nullable=False),
        sa.Column("account", sa.Text, nullable=False),
        sa.Column("scopes", sa.JSON, nullable=False),
        sa.Column("sealed_token", sa.Text, nullable=False),
        sa.Column("connected_at", INSTANT, nullable=False),
        sa.Column("broken_at", INSTANT),
        sa.Column("broken_reason", sa.Text),
        sa.PrimaryKeyConstraint("host", name="pk_google_accounts"),
    )
    op.create_table(
        "google_sync",
        sa.Column("host", sa.String(64), nullable=False),
        sa.Column("sync_token", sa.Text, nullable=False),
        sa.Column("synced_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("host", name="pk_google_sync"),
    )


def downgrade() -> None:
    raise RuntimeError("Restore a backup instead.")
