"""How stressed, linked or raised words look, made from the look of the words around them."""

from functools import lru_cache

from msgspec.structs import replace

from briefing.model.style import TextStyle


@lru_cache(maxsize=1024)
def slanted(style: TextStyle) -> TextStyle:
    """The italic of a style, upright where the style itself is in italics."""
    return replace(style, italic=not style.italic)


@lru_cache(maxsize=1024)
def emboldened(style: TextStyle) -> TextStyle:
    """The bold of a style."""
    return replace(style, bold=True)


@lru_cache(maxsize=1024)
def coloured(style: TextStyle, colour: str) -> TextStyle:
    """A style in another colour."""
    return replace(style, colour=colour)


@lru_cache(maxsize=1024)
def superior(style: TextStyle, colour: str) -> TextStyle:
    """The style of note markers: the face's own superior figures, upright."""
    return replace(style, colour=colour, italic=False, features=(*style.features, "sups"))


@lru_cache(maxsize=1024)
def raised(style: TextStyle, colour: str) -> TextStyle:
    """Small and high, for the comma, of which faces have no superior form."""
    return replace(superior(style, colour), size=style.size * 0.62, rise=style.size * 0.34)


@lru_cache(maxsize=1024)
def run_in(style: TextStyle, family: str) -> TextStyle:
    """The style of a head that runs on into its paragraph: bold, in the face of headings."""
    return replace(style, family=family, bold=True, italic=False)
