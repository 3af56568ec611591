"""Prefect servers: whether one runs, and starting one of our own."""
