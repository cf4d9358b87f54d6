"""The document's faces, made known to matplotlib under names that no other font has."""

from dataclasses import replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from matplotlib.font_manager import fontManager, ttfFontProperty
from matplotlib.ft2font import FT2Font

from briefing.model.style import Family

MAX_FAMILIES = 64  # known at a time; a style has about two


@lru_cache(maxsize=MAX_FAMILIES)
def family_of(family: Family) -> str:
    """Make a family known in this process, and give the name it goes by.

    The name has a part of its own, for a font that is installed may have the same name and not be
    the same. Nothing is written to the list of fonts that matplotlib keeps on disk.
    """
    regular = FT2Font(family.regular)
    faces = (family.regular, family.italic, family.bold, family.bold_italic)
    digest = sha256("\0".join(map(_content, faces)).encode()).hexdigest()[:8]
    plain = "".join(sign if sign.isalnum() else " " for sign in regular.family_name)
    name = f"{' '.join(plain.split())} {digest}"
    if any(entry.name == name for entry in fontManager.ttflist):
        return name
    for path, weight, style in zip(
        faces, (400, 400, 700, 700), ("normal", "italic") * 2, strict=True
    ):
        entry = ttfFontProperty(FT2Font(path))
        fontManager.ttflist.append(replace(entry, name=name, weight=weight, style=style))
    return name


def _content(path: str) -> str:
    """Name a file by what it holds, so that the name is the same wherever the file lies."""
    return sha256(Path(path).read_bytes()).hexdigest()
