"""Programs of others that read what has no reader here, where they are installed."""
