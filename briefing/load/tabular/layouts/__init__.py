"""Files as they are published, each layout in a module of its own."""
