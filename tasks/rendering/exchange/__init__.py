"""The plan for other programs: tables, JSON."""
