"""Items become a dependency graph: the links that the documents state."""
