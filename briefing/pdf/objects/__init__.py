"""Objects of a file, and the bytes that they are written as."""
