"""Plain text: delimited tables, encodings."""
