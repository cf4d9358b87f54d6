"""Text in lines: the smallest things that are set."""
