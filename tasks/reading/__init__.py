"""A file becomes blocks, each with the place where it stands. One module a format."""
