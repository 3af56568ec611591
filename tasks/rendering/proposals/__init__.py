"""The workbook in which the secretariat decides on what reviewers propose."""
