"""Whole numbers as letters and as Roman numerals, for the labels of lists, notes and pages."""

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_NUMERALS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def letters(number: int) -> str:
    """Name a number from 1 up: a to z, then aa, bb and so on.

    Source: ISO 32000-1 12.4.2, which counts the letters of page labels like this.

    Raises:
        ValueError: The number is less than 1.
    """
    if number < 1:
        raise ValueError(f"there is no letter for {number}")
    times, letter = divmod(number - 1, len(_LETTERS))
    return _LETTERS[letter] * (times + 1)


def roman(number: int) -> str:
    """Write a number from 1 up in small Roman numerals; 4,000 is four times m.

    Raises:
        ValueError: The number is less than 1.
    """
    if number < 1:
        raise ValueError(f"there is no Roman numeral for {number}")
    written = ""
    for value, numeral in _NUMERALS:
        times, number = divmod(number, value)
        written += numeral * times
    return written
