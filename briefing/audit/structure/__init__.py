"""What the structure of a file says: its elements, their content, and how they are read."""
