"""PDF files and pictures."""
