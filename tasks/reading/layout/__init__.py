"""Pages of words and lines to blocks, whatever drew them: a PDF or a picture."""
