"""The plan as one page for a browser: one file, no network, for the desk and for the phone."""
