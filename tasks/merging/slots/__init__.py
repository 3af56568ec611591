"""What every action is about, as columns of small whole numbers."""
