"""Every figure of `plots` looks and reads as in matplotlib's own PDF."""

import re
import unicodedata

import matplotlib
import numpy as np
import pytest

from briefing.model.drawing import Clipped, Label
from tests.charts.figures.compared import (
    difference,
    drawing_of,
    printed,
    saved,
    seen,
    settings,
    unhinted,
)
from tests.charts.figures.plots import PLOTS

VERSION = tuple(map(int, matplotlib.__version__.split(".")[:2]))

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(VERSION < (3, 11), reason="it moved letters to whole units of its own"),
]

MEAN = 1.35
"""Of all figures, at 150 dots to the inch; of 255."""

CEILING = 2.4
CEILINGS = {
    # Our formulas are outlines, those of matplotlib are text: pdfium moves letters, not outlines,
    # to whole picture elements.
    "logarithms": 6.2,
    "formulas in dejavu": 5.8,
    "formulas in stix": 5.0,
    "formulas in computer modern": 5.8,
    "path effects": 3.8,  # likewise, and here the outlines are matplotlib's
    "turned text": 6.2,  # it moves the same letter of ten labels to another element
    "cyrillic": 3.2,
    "twelve hatches": 4.6,  # it moves the tiles of a pattern to whole elements; we set lines
}

# What matplotlib does not write as text, or in another order of signs.
UNREAD_BY_MATPLOTLIB = {
    "path effects": "it outlines what has a halo",
    "formulas in computer modern": "the codes of that font are no Unicode",
}
READ_AS_FRACTIONS = {"formulas in dejavu", "formulas in stix"}
"""We say x/y where matplotlib has one letter above the other."""


@pytest.fixture(scope="module")
def faces(tmp_path_factory):
    return unhinted(tmp_path_factory.mktemp("faces"))


@pytest.fixture(scope="module")
def compared(faces):
    """Draw each figure once, in both ways."""
    known = {}

    def of(name):
        if name not in known:
            with matplotlib.rc_context(settings(faces)):
                drawing, theirs = drawing_of(PLOTS[name](), faces), saved(PLOTS[name]())
            ours, theirs = seen(printed(drawing, faces)), seen(theirs)
            known[name] = drawing, ours.text, theirs.text, difference(ours, theirs)
        return known[name]

    return of


def signs(text):
    """All signs of a text in no order, for a page of a chart has none."""
    return sorted(re.sub(r"\s", "", unicodedata.normalize("NFKC", text)))


def labels(items):
    for item in items:
        if isinstance(item, Clipped):
            yield from labels(item.items)
        elif isinstance(item, Label):
            yield item.text


@pytest.mark.parametrize("name", PLOTS)
def test_it_looks_as_in_matplotlibs_own_pdf(compared, name):
    *_, by = compared(name)

    assert by <= CEILINGS.get(name, CEILING)


@pytest.mark.parametrize("name", [name for name in PLOTS if name not in UNREAD_BY_MATPLOTLIB])
def test_it_reads_as_in_matplotlibs_own_pdf(compared, name):
    _, ours, theirs, _ = compared(name)
    if name in READ_AS_FRACTIONS:
        ours = ours.replace("/", "")

    assert signs(ours) == signs(theirs)


@pytest.mark.parametrize("name", PLOTS)
def test_every_label_is_read_in_one_piece(compared, name):
    drawing, ours, _, _ = compared(name)
    read = re.sub(r"\s", "", unicodedata.normalize("NFKC", ours))
    told = [re.sub(r"\s", "", unicodedata.normalize("NFKC", one)) for one in labels(drawing.items)]

    assert [text for text in told if text not in read] == []


def test_all_together_look_as_in_matplotlibs_own_pdf(compared):
    differences = [compared(name)[-1] for name in PLOTS]

    assert len(differences) >= 50
    assert np.mean(differences) <= MEAN
    assert np.median(differences) <= 0.75
