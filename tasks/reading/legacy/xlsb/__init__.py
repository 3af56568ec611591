"""Binary workbooks of Excel 2007 and later (.xlsb): the parts of an .xlsx as records ([MS-XLSB])."""
