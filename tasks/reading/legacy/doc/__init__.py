"""Documents of Word 97 to 2003 (.doc): through LibreOffice where it is installed, else by [MS-DOC] alone."""
