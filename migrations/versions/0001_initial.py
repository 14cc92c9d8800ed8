"""The first schema."""

from alembic import op

import schema

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    schema.metadata.create_all(op.get_bind())


def downgrade() -> None:
    raise RuntimeError("The first schema has nothing before it; restore a backup instead.")
