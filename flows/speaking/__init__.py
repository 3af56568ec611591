"""How the command speaks to people: its language, its sentences on wrong usage, progress."""
