"""Documents that were read, as JSON, kept in a folder."""
