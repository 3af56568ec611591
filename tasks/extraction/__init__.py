"""Blocks become raw records: the words of each action item, field by field, as they were written."""
