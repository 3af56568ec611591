"""The plan as a workbook, a module a sheet."""
