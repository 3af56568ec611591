"""Workbooks of Excel 5 to 2003 (.xls): records of the binary interchange file format ([MS-XLS])."""
