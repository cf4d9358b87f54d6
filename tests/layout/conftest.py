"""What the tests of pages share."""

from collections.abc import Iterator

import pytest

from briefing.text.fonts import Fonts, fonts_of
from tests.layout.flows import FAMILIES
from tests.layout.monospace import MonospaceFonts, break_greedily


@pytest.fixture(scope="module")
def monospace() -> Iterator[Fonts]:
    """Fonts of even letters, and lines broken greedily for as long as the module's tests run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("briefing.layout.paragraphs.break_lines", break_greedily)
        yield MonospaceFonts({})


@pytest.fixture(scope="session")
def fonts() -> Fonts:
    """The faces of the test style."""
    return fonts_of(FAMILIES)
