"""Checks of what a plan's actions leave open. A check changes nothing.

rules.csv lists them with examples, along with what resolving the links itself finds: rings, and what nobody has put
down.
"""
