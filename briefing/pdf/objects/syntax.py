"""How values are written in PDF (ISO 32000-1 7.3). All texts are Latin-1 until they are joined."""

import re
from collections.abc import Iterable, Mapping

_SPECIAL = re.compile(r"[^!-~]|[#%()/<>\[\]{}]")
_ESCAPES = str.maketrans({"\\": r"\\", "(": r"\(", ")": r"\)"})


def name(text: str) -> str:
    """A name object; what may not stand in one is written as #hh of its UTF-8."""
    return "/" + _SPECIAL.sub(lambda m: "".join(f"#{b:02X}" for b in m[0].encode()), text)


def string(text: str) -> str:
    """A text string: printable ASCII as it is, anything else as UTF-16."""
    if _is_plain(text):
        return f"({text.translate(_ESCAPES)})"
    return f"<FEFF{utf16(text)}>"


def _is_plain(text: str) -> bool:
    return text.isascii() and text.isprintable()


def utf16(text: str) -> str:
    """The hexadecimal digits of the UTF-16 of a text, without a byte order mark."""
    return text.encode("utf-16-be").hex().upper()


def number(value: float, places: int = 2) -> str:
    """A length in points, rounded, without needless digits and never with an exponent."""
    text = f"{value:.{places}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def numbers(values: Iterable[float]) -> str:
    """An array of lengths."""
    return f"[{' '.join(map(number, values))}]"


def references(objects: Iterable[int]) -> str:
    """An array of references to objects."""
    return f"[{' '.join([f'{n} 0 R' for n in objects])}]"


def name_tree(objects: Mapping[str, int]) -> str:
    """A name tree of one node, in the order of its names' bytes (ISO 32000-1 7.9.6).

    What is written as UTF-16 begins with a byte order mark, and so stands after all ASCII.
    """
    order = sorted(objects, key=lambda key: (not _is_plain(key), key.encode("utf-16-be")))
    names = "".join([f"{string(key)} {objects[key]} 0 R" for key in order])
    return f"<</Names[{names}]>>"


def date(day: str) -> str:
    """A date string for the midnight, universal time, that a day (ISO 8601) begins with."""
    return f"(D:{day.replace('-', '')}000000Z)"
