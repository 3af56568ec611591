"""Word files from templates: compiled, filled, numbered, checked, packed."""
