"""What comes back from reviewers is read whole, and nothing else."""
