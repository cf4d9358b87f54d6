"""What a million readings cost: to load from a file, to take from a frame, to select, and to check.

Loading and selecting may take 5 seconds and 500 MB.

Each is measured in a process of its own, for what counts is the most memory that it ever took.
Every figure here is invented.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

INDICATORS, COUNTRIES, YEARS = 200, 100, 50
HEAD = ("indicator", "country", "value", "period", "source")

_MEASURE = """
import json, re, resource, sys, time
from pathlib import Path
begin = time.process_time()
import briefing
project = briefing.open({root!r})
opened = time.process_time() - begin
taken = 0.0
if {library!r}:
    import {module} as library
    frame = library.{make}
    begin = time.process_time()
    project = project.with_readings(frame)
    taken = time.process_time() - begin
begin = time.process_time()
readings = project.content.readings
found = [readings["grain-7"][place][-1] for place in project.content.places if place[0] == "Q"]
selected = time.process_time() - begin
assert len(found) == {countries}
status = Path("/proc/self/status")
if status.exists():  # what Linux says of its resources counts those of the process that began it
    peak = int(re.search("VmHWM:\\s+([0-9]+)", status.read_text())[1]) / 1024
else:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
begin = time.process_time()
project.check()
checked = time.process_time() - begin
begin = time.process_time()
project.brief("brief", country="KAZ", audience="public").pdf()
made = time.process_time() - begin
print(json.dumps(dict(open_seconds=opened, take_seconds=taken, select_seconds=selected,
                      peak_mb=peak, check_seconds=checked, brief_seconds=made)))
"""

_FRAMES = {
    "polars": ("polars", "read_csv({path!r})"),
    "pandas": ("pandas", "read_csv({path!r})"),
    "pyarrow": ("pyarrow.csv", "read_csv({path!r})"),
}


def measure_readings(
    emit: Callable[..., None], folder: Path, calibration: Callable[[], float]
) -> None:
    """Print what a million readings cost, from a file and from frames; in CPU seconds."""
    write_readings(folder, of_days=True)
    name = "a million readings of days with their pages, from CSV"
    emit(name, **cost(folder, ""), calibration=calibration())
    write_readings(folder)
    emit("a million readings, from CSV", **cost(folder, ""), calibration=calibration())
    beside = folder / "readings.csv"
    (folder / "content" / "readings" / "million.csv").rename(beside)
    for library in _FRAMES:
        figures = cost(folder, library)
        emit(f"a million readings, from {library}", **figures, calibration=calibration())


def write_readings(folder: Path, *, of_days: bool = False) -> None:
    """Write a project with as many readings as there can be, beside a few files without faults.

    Args:
        folder: Of a project, in which they may have been written before.
        of_days: They are of days instead of years, and say the page of their source.
    """
    content = folder / "content"
    for path, lines in (("countries.yaml", _countries()), ("indicators.yaml", _indicators())):
        told = (content / path).read_text("utf-8")
        if lines[0] not in told:
            (content / path).write_text(told + "".join(lines), "utf-8")
    with (content / "readings" / "million.csv").open("w") as file:
        file.write(",".join((*HEAD, "locator") if of_days else HEAD) + "\n")
        for row in range(INDICATORS * COUNTRIES * YEARS):
            rest, year = divmod(row, YEARS)
            country, indicator = divmod(rest, INDICATORS)
            # Neither sorted nor round: a step that shares nothing with the modulus.
            value = row * 7_919 % 1_000_003 / 1000
            period = f"2020-{1 + year % 12:02}-{1 + row % 28:02}" if of_days else f"{1970 + year}"
            page = f",p. {row % 300}" if of_days else ""
            key = f"grain-{indicator},{_code(country)}"
            file.write(f"{key},{value},{period},kim-2020{page}\n")


def cost(folder: Path, library: str) -> dict[str, float]:
    """Measure in a process of its own: CPU seconds, and the most memory that it took."""
    module, make = _FRAMES.get(library, ("json", "loads"))
    script = _MEASURE.format(
        root=str(folder),
        library=library,
        module=module,
        make=make.format(path=str(folder / "readings.csv")),
        countries=COUNTRIES,
    )
    run = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True)
    found: dict[str, float] = json.loads(run.stdout)
    return {name: round(value, 3) for name, value in found.items()}


def _countries() -> list[str]:
    return [
        f"{_code(n)}: {{iso2: {_code(n)[1:]}, name: Land {n}, adjective: of Land {n}}}\n"
        for n in range(COUNTRIES)
    ]


def _indicators() -> list[str]:
    return [f"grain-{n}: {{name: Grain of kind {n}, unit: tonnes}}\n" for n in range(INDICATORS)]


def _code(number: int) -> str:
    """Give one of the codes that ISO 3166-1 leaves to its users, QMA to QZZ."""
    return f"Q{chr(77 + number // 10)}{chr(65 + number % 10)}"
