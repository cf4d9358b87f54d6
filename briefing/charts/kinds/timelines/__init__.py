"""Events along a line of time."""
