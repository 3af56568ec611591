"""Orchestration: what runs, in which order, cached how. No rule of the field lives here."""
