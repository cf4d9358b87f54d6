"""The rows of cross-reference streams (ISO 32000-1 7.5.8)."""

from collections.abc import Iterator, Sequence

from briefing.proof.file.syntax import UnreadableError, Value


def offsets_in(
    data: bytes, widths: Sequence[Value], bounds: Sequence[Value]
) -> Iterator[tuple[int, int]]:
    """Give the number and the offset of every object that is not packed.

    Args:
        data: The stream.
        widths: Bytes of each of the three fields of a row (W).
        bounds: First number and count of each run of rows (Index).

    Raises:
        UnreadableError: These are not what they should be.
    """
    sizes = [width for width in widths if isinstance(width, int)]
    width = sum(sizes)
    if len(sizes) != 3 or min(sizes) < 0 or not width or len(bounds) % 2:
        raise UnreadableError("its cross-references have no width")
    first, second, _ = sizes
    row = 0
    for start, count in zip(bounds[::2], bounds[1::2], strict=True):
        if not isinstance(start, int) or not isinstance(count, int):
            raise UnreadableError("its cross-references have no bounds")
        kinds = data[row * width : (row + count) * width : width] if first else b""
        for index in range(count) if not first else _ones(kinds):
            at = (row + index) * width + first
            yield start + index, int.from_bytes(data[at : at + second], "big")
        row += count


def _ones(kinds: bytes) -> Iterator[int]:
    """Indexes of the entries for objects that are not packed (ISO 32000-1 table 18)."""
    at = kinds.find(1)
    while at >= 0:
        yield at
        at = kinds.find(1, at + 1)
