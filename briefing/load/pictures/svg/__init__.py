"""Reads static SVG: shapes with plain colours, turned into the shapes of a drawing.

In: the text of one file. Out: a `Drawing` at the file's own size, in points. What the subset does
not know is refused with its place, all of it in one run, so that no picture is printed with a part
of it missing.

Source: Scalable Vector Graphics (SVG) 1.1, second edition; CSS Color Module Level 3 for colours.
"""

from briefing.load.pictures.svg.document import read_svg

__all__ = ["read_svg"]
