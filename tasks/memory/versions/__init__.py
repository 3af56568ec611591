"""The versions of a plan: kept whole, and compared with one another."""
