"""From low to high."""
