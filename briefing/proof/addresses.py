"""Addresses, which may say with percent signs what nobody reads at once."""

import re

_ENCODED = re.compile(r"(?:%[0-9A-Fa-f]{2})+")


def spelt(text: str) -> str:
    """Give a text, and behind it, each on a line, what it says without percent signs.

    As an address may hold another, which may hold a third, they are taken off as often as there
    are any.

    Source:
        RFC 3986 2.1; what is no UTF-8 is read as ISO 8859-1, in which old addresses are.
    """
    if "%" not in text:
        return text
    readings = [text]
    while (plain := _ENCODED.sub(_decoded, readings[-1])) != readings[-1]:
        readings.append(plain)
    return "\n".join(readings)


def _decoded(found: re.Match[str]) -> str:
    data = bytes.fromhex(found[0].replace("%", ""))
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("latin-1")
