"""Searches what was read for what is forbidden."""
