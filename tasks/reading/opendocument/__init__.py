"""OpenDocument files: texts, spreadsheets and presentations, zipped or as one flat XML file."""
