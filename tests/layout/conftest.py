"""What the tests of pages share."""

from collections.abc import Callable, Iterator, Sequence

import pytest

from briefing.model.flow import Run
from briefing.model.style import ParagraphStyle
from briefing.text.fonts import Fonts, fonts_of
from briefing.text.lines import Line, break_lines
from tests.layout.flows import FAMILIES
from tests.layout.monospace import MonospaceFonts, break_greedily


@pytest.fixture(scope="module")
def monospace() -> Iterator[Fonts]:
    """Fonts of even letters, whose lines are broken greedily.

    The patch lasts for all of a module, in whose tests there may be other fonts, too.
    """

    def broken(
        runs: Sequence[Run],
        style: ParagraphStyle,
        measure: float | Callable[[int], float],
        fonts: Fonts,
    ) -> tuple[Line, ...]:
        greedily = isinstance(fonts, MonospaceFonts)
        return (break_greedily if greedily else break_lines)(runs, style, measure, fonts)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("briefing.layout.lines.paragraphs.break_lines", broken)
        yield MonospaceFonts({})


@pytest.fixture(scope="session")
def fonts() -> Fonts:
    """The faces of the test style."""
    return fonts_of(FAMILIES)
