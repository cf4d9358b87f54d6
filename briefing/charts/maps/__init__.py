"""Maps: outlines of countries, projections, and the kinds that are drawn with them."""
