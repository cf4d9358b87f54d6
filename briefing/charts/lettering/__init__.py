"""What is written in a chart, and how it keeps apart: names, labels, keys, legends."""
