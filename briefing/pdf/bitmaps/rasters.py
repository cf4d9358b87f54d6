"""The bitmaps of one file: each is in it once, however often it is placed."""

import hashlib

from briefing.model.drawing import Bitmap, Raster, Window
from briefing.pdf.bitmaps.samples import Samples, samples_of
from briefing.pdf.bitmaps.turns import TURNS
from briefing.pdf.objects.document import Document
from briefing.pdf.objects.syntax import number


class _Use:
    """A bitmap and its largest place.

    Attributes:
        width: In points, along the rows of its file.
        height: Likewise, along its columns.
    """

    __slots__ = ("height", "name", "raster", "width")

    def __init__(self, raster: Raster, name: str) -> None:
        self.raster = raster
        self.name = name
        self.width = self.height = 0.0

    def grow(self, width: float, height: float) -> None:
        if self.raster.orientation > 4:
            width, height = height, width
        self.width, self.height = max(self.width, width), max(self.height, height)


class Rasters:
    """Names the bitmaps that are painted, and writes them when all have been."""

    def __init__(self) -> None:
        self._by_hash: dict[tuple[bytes, Window | None], _Use] = {}
        self._by_id: dict[int, tuple[Raster, _Use]] = {}  # kept, or an id could pass to another

    def place(self, bitmap: Bitmap) -> str:
        """The operators that paint a bitmap, in coordinates that grow downwards."""
        use = self._use(bitmap.raster)
        use.grow(bitmap.width, bitmap.height)
        left, right_of_row, right_of_column, top, down_of_row, down_of_column = TURNS[
            bitmap.raster.orientation
        ]
        width, height = bitmap.width, bitmap.height
        matrix = (
            width * right_of_row,
            height * down_of_row,
            -width * right_of_column,
            -height * down_of_column,
            bitmap.x + width * (left + right_of_column),
            bitmap.y + height * (top + down_of_column),
        )
        return f"q\n{' '.join([number(value, 4) for value in matrix])} cm\n/{use.name} Do\nQ\n"

    def write(self, document: Document) -> None:
        """Write all that were placed."""
        for use in self._by_hash.values():
            samples = samples_of(use.raster, use.width, use.height)
            document.add_picture(use.name, _write(samples, document))

    def _use(self, raster: Raster) -> _Use:
        known = self._by_id.get(id(raster))
        if known is not None:
            return known[1]
        key = hashlib.sha256(raster.data).digest(), raster.window
        use = self._by_hash.get(key)
        if use is None:
            use = self._by_hash[key] = _Use(raster, f"P{len(self._by_hash) + 1}")
        self._by_id[id(raster)] = (raster, use)
        return use


def _write(samples: Samples, document: Document) -> int:
    entries = samples.entries
    if samples.mask is not None:
        entries += f"/SMask {_write(samples.mask, document)} 0 R"
    return document.add_ready_stream(entries, samples.data)
