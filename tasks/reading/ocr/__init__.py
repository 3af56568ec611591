"""Lines and words of pictures."""
