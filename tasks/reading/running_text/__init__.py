"""What documents of running text share, whatever their format."""
