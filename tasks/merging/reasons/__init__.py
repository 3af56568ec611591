"""What merging did and why, as values for people."""
