"""The plan for project software, in the XML of Microsoft Project."""
