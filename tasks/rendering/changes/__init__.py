"""What changed between two versions: as lines, and as a Word file with the matrices as tracked changes."""
