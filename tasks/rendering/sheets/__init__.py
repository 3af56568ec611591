"""Workbooks: sheets of typed cells, written as text."""
