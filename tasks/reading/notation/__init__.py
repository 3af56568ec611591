"""How things are written: numerals, numbers and dates by their formats, letters of symbol fonts."""
