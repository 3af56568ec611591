"""Processes that read files, so that a file which breaks one takes nothing else with it."""
