"""The workbook of proposals."""
