"""What lasts between runs: the identity of every item."""
