"""Checks of what a plan's actions leave open; rules.csv lists them with examples. A check changes nothing."""
