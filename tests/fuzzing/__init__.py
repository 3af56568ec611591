"""Damaged files by the thousand, to be read without a crash, a hang, or text that nobody accounts for."""
