"""The guide for the secretariat: its pictures are made from the program, its command lines are tried."""
