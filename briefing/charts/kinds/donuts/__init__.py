"""Parts of a whole, around a ring."""
