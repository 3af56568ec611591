"""The plan as its documents say it: what the tags of the templates stand for, in people's words."""
