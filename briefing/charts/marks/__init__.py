"""What is drawn of figures: bars, lines, parts of a ring, hatches, lines to compare with."""
