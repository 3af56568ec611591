"""What the secretariat decided on the proposals of reviewers."""
