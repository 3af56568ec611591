"""What people decided: read back, recognised in the records of a run, kept."""
