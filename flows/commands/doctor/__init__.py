"""`renja doctor`: what is there, what is missing for which files, and the one line that installs it."""
