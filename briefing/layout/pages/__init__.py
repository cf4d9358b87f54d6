"""What stands on which page, and where."""
