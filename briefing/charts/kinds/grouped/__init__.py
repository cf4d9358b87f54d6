"""Bars side by side, in groups."""
