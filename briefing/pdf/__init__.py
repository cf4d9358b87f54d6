"""Paints pages into a PDF file.

In: `briefing.model.page.Pages`, where everything has its place, and the faces it is set in. Out:
the bytes of one file, tagged, self-contained and the same for the same pages. It never moves,
breaks or words anything.
"""

from briefing.pdf.write import write_pdf

__all__ = ["write_pdf"]
