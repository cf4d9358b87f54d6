"""Text: faces, shaping, hyphenation, line breaking.

In: runs of text with their styles, and a measure. Out: lines with every word in its place, and
the glyphs of a word as PDF wants them. It paints nothing and knows no pages.
"""
