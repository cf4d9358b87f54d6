"""Fonts whose letters are all half an em wide, so that places can be worked out by hand."""

from types import SimpleNamespace
from typing import cast

from briefing.model.style import ChartStyle, TextStyle
from briefing.text.fonts import Fonts


class _PlainFonts:
    def width(self, text: str, style: TextStyle) -> float:
        return len(text) * style.size / 2

    def space(self, style: TextStyle) -> object:
        del style
        return SimpleNamespace(face=SimpleNamespace(cap_height=0.6))

    def missing(self, text: str, style: TextStyle) -> str:
        del style
        return "".join(dict.fromkeys(letter for letter in text if letter in "☃Ж"))


PLAIN_FONTS = cast(Fonts, _PlainFonts())
PLAIN = TextStyle("sans", 10, "#000000")
PLAIN_STYLE = ChartStyle(
    accent="#aa0000",
    neutral="#666666",
    series=("#000080", "#006000"),
    grid="#dddddd",
    axis="#444444",
    label=PLAIN,
    value=PLAIN,
)
