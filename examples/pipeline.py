"""Put figures of your own into a brief: rows in, PDF bytes out.

The rows here are typed in; yours may come from a database, a pandas or polars frame, or an Arrow
table. Each needs an indicator and a source that the project knows, for no figure is printed
without one.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import briefing

ROOT = Path(__file__).parents[1]

# A new period joins the others. A figure for the same place and period as one of the project's is
# its rival; with_readings(rows, replacing=True) puts revised figures in the place of the old ones.
ROWS: list[dict[str, Any]] = [
    {
        "indicator": "mil-exp",
        "country": "KAZ",
        "value": 1.0,
        "period": 2020,
        "source": "indexmundi-nd",
        "doubt": "An invented figure, to show how one is handed in.",
    },
]


def brief_with(rows: Iterable[Mapping[str, Any]], *, country: str, audience: str) -> bytes:
    """Make the country brief with `rows` among its figures."""
    project = briefing.open(ROOT).with_readings(rows)
    return project.brief("country-brief", country=country, audience=audience).pdf()


if __name__ == "__main__":
    pdf = brief_with(ROWS, country="KAZ", audience="parliament")
    Path("kazakhstan.pdf").write_bytes(pdf)
    print(f"kazakhstan.pdf: {len(pdf)} bytes")
