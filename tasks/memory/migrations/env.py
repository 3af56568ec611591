"""What Alembic runs: the steps, on the connection that it is handed, in the transaction that is open there."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=False)
context.run_migrations()
