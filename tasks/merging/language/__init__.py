"""The words of all texts at once: whole numbers for words, everything linguistic once for each distinct word."""
