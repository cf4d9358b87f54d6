"""Frames that a program brings: of pandas, polars, Arrow, or whatever narwhals knows."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import narwhals as nw


def frame_of(rows: Any) -> "nw.DataFrame[Any] | None":
    """Take a frame for what it is; None for an iterable of dictionaries.

    Raises:
        TypeError: It is neither.
    """
    if isinstance(rows, list | tuple | Iterator):
        return None
    import narwhals as nw  # late: it takes 100 ms, and few have frames

    index = getattr(rows, "index", None)
    if hasattr(rows, "reset_index") and any(getattr(index, "names", None) or ()):
        rows = rows.reset_index()
    frame = nw.from_native(rows, pass_through=True)
    if isinstance(frame, nw.LazyFrame):
        return frame.collect()
    if isinstance(frame, nw.DataFrame):
        return frame
    if isinstance(rows, Iterable) and not isinstance(rows, Mapping | str | bytes):
        return None
    raise TypeError(f"{type(rows).__name__} is neither a frame nor a list of dictionaries")


def dictionaries(rows: Any) -> Iterable[Mapping[Any, Any]]:
    """Take rows as dictionaries, from whatever gives them.

    Raises:
        TypeError: They are neither a frame nor dictionaries.
    """
    frame = frame_of(rows)
    if frame is None:
        listed: Iterable[Mapping[Any, Any]] = rows
        return listed
    columns = [values_of(frame.get_column(name)) for name in frame.columns]
    named = (zip(frame.columns, row, strict=True) for row in zip(*columns, strict=True))
    return [dict(row) for row in named]


def values_of(column: "nw.Series[Any]") -> list[Any]:
    """Give the values of a column, None for what is missing."""
    values = column.to_list()
    if column.null_count():
        missing = column.is_null().to_list()
        values = [None if gone else value for value, gone in zip(values, missing, strict=True)]
    return values
