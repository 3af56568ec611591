"""Tables of open data, column by column, however many rows they have."""
