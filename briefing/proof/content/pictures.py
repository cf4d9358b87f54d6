"""What a withheld picture is known by: the words in it, the names of its file, how it looks.

A drawing of lines alone has only the words around it and its names: what its lines show is searched
for no more than what is painted by hand.
"""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from briefing.model.content import Content, PictureSpec
from briefing.model.drawing import Bitmap, Clipped, Drawing, Label, Painted, Raster

_FOLDER = "content/pictures/"


def labels_in(drawing: Drawing) -> Iterator[str]:
    """The texts of a drawing, in the order of painting."""
    return (item.text for item in _flat(drawing.items) if isinstance(item, Label))


def rasters_in(drawing: Drawing) -> Iterator[Raster]:
    """The bitmaps of a drawing, likewise."""
    return (item.raster for item in _flat(drawing.items) if isinstance(item, Bitmap))


def names_of(picture: PictureSpec, content: Content) -> list[str]:
    """What a picture and its files are called, without endings."""
    names = dict.fromkeys((picture.id, picture.image.id))
    for raster in rasters_in(picture.image):
        digest = hashlib.sha256(raster.data).hexdigest()
        names.update(
            (PurePosixPath(path).stem, None)
            for path, known in content.inputs.items()
            if known == digest and _FOLDER in path
        )
    if _FOLDER in picture.image.where.file:
        names[PurePosixPath(picture.image.where.file).stem] = None
    return [name for name in names if name]


def _flat(items: Iterable[Painted]) -> Iterator[Painted]:
    """Every item, however deep it lies in others."""
    for item in items:
        yield item
        if isinstance(item, Clipped):
            yield from _flat(item.items)
