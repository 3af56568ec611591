"""An inputs folder: the meeting, its source documents, the secretariat's own tables."""
