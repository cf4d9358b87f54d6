"""Takes out of picture elements what nobody sees: readers of a file could make it seen again."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

FAINTEST = 2
"""Of 255: what covers no more than this changes no colour by more than eyes can tell."""

_AROUND = 2  # picture elements that shine into what is clear beside them
_COLOURS = 256


def without_hidden_colours(image: "Image") -> "Image":
    """Give what is clear the colours beside it, and that of nothing farther away.

    A plain colour would be seen at the edges where readers of PDF make pictures smaller.

    Args:
        image: Grey or RGB, with alpha.
    """
    from PIL import Image, ImageFilter

    alpha = image.getchannel("A")
    seen = alpha.point([0] * (FAINTEST + 1) + [255] * (255 - FAINTEST))
    nothing = Image.new(image.mode, image.size)
    shown = Image.composite(image, nothing, seen)
    weighted = shown.convert("La" if image.mode == "LA" else "RGBa")
    beside = weighted.filter(ImageFilter.BoxBlur(_AROUND)).convert(image.mode)
    clean = Image.composite(image, beside, seen)
    clean.putalpha(Image.composite(alpha, nothing.getchannel("A"), seen))
    return clean


def with_used_colours(image: "Image") -> tuple[bytes, bytes]:
    """The elements of a picture with a palette, and its colours: each once, and those alone.

    Two numbers of one colour could draw what nobody sees; a colour that is not used could be text.

    Returns:
        A number for each element, row by row; three bytes for each number.
    """
    palette = bytes(image.getpalette("RGB") or ()).ljust(3 * _COLOURS, b"\0")
    numbers: dict[bytes, int] = {}
    table = bytearray(_COLOURS)
    elements = image.tobytes()
    for number in sorted(set(elements)):
        colour = palette[3 * number : 3 * number + 3]
        table[number] = numbers.setdefault(colour, len(numbers))
    return elements.translate(bytes(table)), b"".join(numbers)
