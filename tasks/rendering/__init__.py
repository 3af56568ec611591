"""The plan becomes Word documents and tables."""
