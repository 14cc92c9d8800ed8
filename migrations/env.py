"""How Alembic reaches the database: always by a connection that `migrate` hands over."""

from alembic import context

import schema

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=schema.metadata,
    transaction_per_migration=False,
    render_as_batch=False,
)
context.run_migrations()
