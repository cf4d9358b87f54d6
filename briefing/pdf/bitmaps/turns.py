"""How the picture elements of a file lie, of which a camera may have been held on its side."""

from briefing.model.drawing import Window

TURNS = {
    1: (0, 1, 0, 0, 0, 1), 2: (1, -1, 0, 0, 0, 1), 3: (1, -1, 0, 1, 0, -1), 4: (0, 1, 0, 1, 0, -1),
    5: (0, 0, 1, 0, 1, 0), 6: (1, 0, -1, 0, 1, 0), 7: (1, 0, -1, 1, -1, 0), 8: (0, 0, 1, 1, -1, 0),
}  # fmt: skip
"""Orientation → how far to the right an element is seen (a constant, and the shares of how far to
the right and how far down it is kept), and likewise how far down. Source: Exif 2.3, 4.6.4 A."""

_SIDEWAYS = 5  # from this orientation on, rows are seen as columns


def kept_window(seen: Window, orientation: int, size: tuple[int, int]) -> Window:
    """Give where a part of a picture is kept.

    Args:
        seen: The part, as it is seen.
        orientation: How the camera was held, from 1 to 8.
        size: Of the whole, as it is kept.
    """
    is_sideways = orientation >= _SIDEWAYS
    across, down = size[::-1] if is_sideways else size
    left, right_of_row, right_of_column, top, down_of_row, down_of_column = TURNS[orientation]
    xs = sorted((at - left * across) * (right_of_row or right_of_column) for at in seen[::2])
    ys = sorted((at - top * down) * (down_of_row or down_of_column) for at in seen[1::2])
    (x, right), (y, bottom) = (ys, xs) if is_sideways else (xs, ys)
    return x, y, right, bottom
