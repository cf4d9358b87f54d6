"""Reads a finished file: its words, strings, names and pictures, and where they are."""
