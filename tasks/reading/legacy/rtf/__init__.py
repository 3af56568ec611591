"""Rich Text Format (.rtf), after Microsoft's specification 1.9.1."""
