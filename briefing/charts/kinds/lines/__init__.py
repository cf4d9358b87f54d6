"""Lines over time."""
