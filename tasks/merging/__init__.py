"""Records become items: duplicates, families, conflicts."""
