"""Codes of two bytes that stand between strings, so that a font can read many strings at once.

No font of ours has so many signs that one of them would be a sign's.
"""

NEW_LINE, MOVED = b"\xff\xf0", b"\xff\xf1"
"""The next string is on another line, or elsewhere on this one."""

BEGIN, END = b"\xff\xf2", b"\xff\xf3"
"""Marked content begins, or ends."""

PART = b"\xff\xf4"
"""Something in another font follows."""

GUESSED = "\x1f"
"""Stands for a space that the file does not have, where two strings stand apart on one line. It is
white space, and taking it out gives the other reading."""

LINE = "\x1d"
"""Stands between two lines. It is white space, too."""

SIGNS = {NEW_LINE: LINE, MOVED: GUESSED, BEGIN: "\ufff2", END: "\ufff3", PART: "\ufff4"}
"""What each is read as; the last three are in no folded text."""

FIRST = 0xFFF0
"""From here on a code cannot be a sign's."""
