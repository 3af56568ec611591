"""What worksheets share, whatever their format."""
