"""From a file to blocks: an ordered stream of headings, paragraphs, list items and tables, each with its place."""
