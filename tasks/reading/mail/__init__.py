"""Messages: mail saved as a file, with what was attached to it."""
