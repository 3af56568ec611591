"""Tests of the extracts."""
