"""The words that charts bring along: on the drawing, and in the alternative text.

One module for each subject, each with all languages.
"""

from briefing.charts.words.general import KNOWN, Words, words_of

__all__ = ["KNOWN", "Words", "words_of"]
