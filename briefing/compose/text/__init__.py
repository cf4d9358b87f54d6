"""Inlines to runs of text, in the looks that they have, and references among them."""
