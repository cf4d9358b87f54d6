"""What stands on every page, or above the whole text."""
