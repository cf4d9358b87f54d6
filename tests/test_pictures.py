"""Pictures over more than one stage: the example project's own, and files with faults."""

import runpy
import warnings
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.errors import Location
from briefing.load.pictures.bitmaps import MediaType, Named, read_bitmap
from briefing.load.pictures.svg import read_svg
from briefing.load.syntax.files import TextFile
from briefing.load.syntax.problems import Problems
from briefing.pdf.bitmaps.samples import samples_of
from briefing.units import parse_length
from tests.bitmaps import gradient, interlaced, profile, saved, sixteen_bits, summed, turned

FOLDER = Path(__file__).parents[1] / "content/pictures"
DRAWN = runpy.run_path(str(FOLDER / "make.py"))["DRAWN"]


@pytest.mark.parametrize("name", DRAWN)
def test_a_picture_is_what_the_script_draws(name):
    assert DRAWN[name]() == (FOLDER / name).read_text("utf-8")


@pytest.mark.parametrize(("name", "width", "height"), [
    ("ridges.svg", "210mm", "190mm"), ("route.svg", "164mm", "30mm"),
    ("portrait.svg", "50mm", "50mm"),
])  # fmt: skip
def test_a_picture_can_be_printed_and_is_small(name, width, height):
    text, problems = (FOLDER / name).read_text("utf-8"), Problems()
    drawing = read_svg(TextFile(name, text), name, problems)

    assert problems.all() == ()
    assert drawing is not None
    size = parse_length(width), parse_length(height)
    assert (drawing.width, drawing.height) == pytest.approx(size, abs=0.01)
    assert len(text) < 30_000


def test_every_picture_of_the_folder_is_drawn_by_the_script():
    assert {path.name for path in FOLDER.glob("*.svg")} == set(DRAWN)


# --- files with faults ---------------------------------------------------------------------------

FILES: list[tuple[MediaType, bytes]] = [
    *[("image/png", saved(gradient(mode))) for mode in ("1", "L", "LA", "P", "RGB", "RGBA")],
    ("image/png", interlaced(gradient())),
    ("image/png", sixteen_bits(gradient())),
    ("image/png", turned(gradient(), 3, "PNG")),
    ("image/png", saved(gradient("P"), transparency=1)),
    ("image/png", saved(gradient("L"), icc_profile=profile("linear grey"))),
    ("image/jpeg", saved(gradient(), "JPEG")),
    ("image/jpeg", saved(gradient("L"), "JPEG")),
    ("image/jpeg", saved(gradient(), "JPEG", progressive=True)),
    ("image/jpeg", turned(gradient(), 6)),
    ("image/jpeg", saved(gradient(), "JPEG", icc_profile=profile("swapped"))),
]
FAULTS = st.lists(
    st.tuples(st.floats(0, 1), st.sampled_from(["set", "drop", "add"]), st.binary(max_size=4)),
    min_size=1, max_size=6,
)  # fmt: skip


def check_faults(file: tuple[MediaType, bytes], faults, mended: bool) -> None:
    media_type, whole = file
    data = bytearray(whole)
    for place, kind, found in faults:
        at = int(
            place**3 * (len(data) - 1)
        )  # most of them near the beginning, where things are said
        data[at : at + (0 if kind == "add" else len(found))] = b"" if kind == "drop" else found
    broken = summed(bytes(data)) if mended and media_type == "image/png" else bytes(data)
    problems = Problems()
    raster = read_bitmap(broken, media_type, Named("a", Location("a.yaml", 1)), problems)

    assert (raster is None) is problems.failed
    if raster is not None and raster.width * raster.height < 1_000_000:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            assert samples_of(raster, 20.0, 20.0).data
            assert samples_of(raster, 2.0, 2.0).data


@given(st.sampled_from(FILES), FAULTS, st.booleans())
@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_a_bitmap_is_refused_or_can_be_painted(file, faults, mended):
    check_faults(file, faults, mended)


@pytest.mark.slow
@given(st.sampled_from(FILES), FAULTS, st.booleans())
@settings(max_examples=10_000, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_bitmaps_are_refused_or_can_be_painted(file, faults, mended):
    check_faults(file, faults, mended)
