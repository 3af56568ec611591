"""XML spreadsheets of Excel 2002 and 2003 (urn:schemas-microsoft-com:office:spreadsheet)."""
