"""The first schema.

The statements stand in `0001_initial/`, one file for each kind of database, as they were on the
day of the first release: a migration must not change when the tables of today do.
"""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

STATEMENTS = Path(__file__).with_suffix("")
SEPARATOR = "\n-- end of statement\n"


def upgrade() -> None:
    connection = op.get_bind()
    text = (STATEMENTS / f"{connection.dialect.name}.sql").read_text(encoding="utf-8")
    for statement in text.split(SEPARATOR):
        if statement.strip():
            connection.exec_driver_sql(statement)


def downgrade() -> None:
    raise RuntimeError("The first schema has nothing before it; restore a backup instead.")
