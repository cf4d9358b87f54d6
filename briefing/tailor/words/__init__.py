"""Word text: what is left of it for one reader, and what its expressions give."""
