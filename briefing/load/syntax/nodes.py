"""Values of Python, as they would be in a file."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from numbers import Integral, Real
from typing import Any

from briefing.load.syntax.yaml_doc import YamlList, YamlMap, YamlText

_MOST = 10**400
"""An integer of more digits is no figure; it takes long to write, or is refused by Python."""


def node_of(value: Any, line: int, file: str) -> Any:
    """Turn a value of Python into what the same value would be in a file."""
    if isinstance(value, Mapping):
        entries = {
            str(name): (YamlText(str(name), "", file, line, 1), node_of(one, line, file))
            for name, one in value.items()
        }
        return YamlMap(entries, file, line, 1)
    if isinstance(value, list | tuple):
        return YamlList([node_of(one, line, file) for one in value], file, line, 1)
    return YamlText(*spelt(value), file, line, 1)


def spelt(value: Any) -> tuple[str, str]:
    """Give the text of a single value, and its quotation mark if it is a text."""
    if isinstance(value, bool):
        return str(value).lower(), ""
    if isinstance(value, Integral):
        return (str(int(value)) if abs(int(value)) < _MOST else "1e999"), ""
    if isinstance(value, Decimal):
        return str(value).lower().replace("e+", "e"), ""
    if isinstance(value, Real):
        number = float(value)
        return (str(int(number)) if number.is_integer() else repr(number)), ""
    if isinstance(value, date):
        return value.isoformat()[:10], '"'
    return str(value), '"'
