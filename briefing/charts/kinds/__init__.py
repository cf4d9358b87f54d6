"""One module, or a few, for each kind of chart."""
