"""The formats of Office before 2007 and their kin: .doc, .xls, .xlsb, .ppt, .rtf, XML spreadsheets of 2003."""
