"""The workbook in which people settle doubts."""
