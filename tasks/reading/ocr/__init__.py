"""Words of pictures, where tesseract is installed."""
