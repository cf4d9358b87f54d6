"""A million readings."""

import pytest

from tests.bench.readings import cost, write_readings


@pytest.mark.slow
def test_a_million_readings_load_and_are_selected_in_five_seconds_and_500_mb_and_are_checked(
    project,
):
    folder = project()
    write_readings(folder)
    found = cost(folder, "")

    assert found["open_seconds"] + found["select_seconds"] < 5
    assert found["peak_mb"] < 500
    assert found["check_seconds"] < 5
    assert found["brief_seconds"] < 5


@pytest.mark.slow
@pytest.mark.parametrize("library", ["polars", "pandas", "pyarrow"])
def test_a_million_readings_are_taken_from_a_frame_in_five_seconds(project, library):
    folder = project()
    write_readings(folder)
    (folder / "content" / "readings" / "million.csv").rename(folder / "readings.csv")
    found = cost(folder, library)

    assert found["take_seconds"] + found["select_seconds"] < 5
