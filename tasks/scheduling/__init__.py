"""The graph becomes windows, slack and a critical path."""
