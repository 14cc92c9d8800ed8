"""What the widget asks: what the visitor agreed to, whom the site vouches for, and a rating."""

import sqlalchemy as sa
from alembic import op

from core.database import UtcDateTime

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("conversations", sa.Column("consent_text", sa.Text))
    op.add_column("conversations", sa.Column("consent_at", UtcDateTime))
    op.add_column("conversations", sa.Column("site_user", sa.String(200)))
    op.create_table(
        "conversation_ratings",
        sa.Column(
            "conversation_id",
            sa.String(60),
            sa.ForeignKey("conversations.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("score", sa.Integer, nullable=False),
        sa.Column("comment", sa.Text),
        sa.Column("at", UtcDateTime, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("conversation_ratings")
    for name in ("site_user", "consent_at", "consent_text"):
        op.drop_column("conversations", name)
