"""The steps by which a database of an earlier version of the program becomes one of this."""
