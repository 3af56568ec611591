"""Presentations of PowerPoint 97 to 2003 (.ppt): through LibreOffice where it is installed, else by [MS-PPT] alone."""
