"""Cells in shades."""
