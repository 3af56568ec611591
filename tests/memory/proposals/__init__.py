"""Decisions on proposals."""
