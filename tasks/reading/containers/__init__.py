"""Files that hold files: ZIP archives, compound files, MIME messages."""
