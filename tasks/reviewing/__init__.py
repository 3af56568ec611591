"""What comes back: copies of issued documents that people changed in Word, read as proposals."""
