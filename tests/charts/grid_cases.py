"""Any grids of figures, and what must hold for their drawings."""

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.model.chart import Chart, Datum, Grid, Head, Scale
from briefing.model.country import Amount
from briefing.units import Pt
from tests.charts.samples import worded
from tests.charts.test_properties import AMOUNTS, NAMES, WIDTHS, holds_for


def _above_zero(amount: Amount) -> Amount:
    low, high = amount.low, amount.high
    if low is None or high is None:
        return Amount(low and abs(low), high and abs(high), amount.qualifier)
    return Amount(min(abs(low), abs(high)), max(abs(low), abs(high)), amount.qualifier)


POSITIVE = AMOUNTS.map(_above_zero)


@st.composite
def grids(
    draw_from: st.DrawFn,
    on: Scale,
    amounts: st.SearchStrategy[Amount],
    most: int = 6,
    least: int = 1,
    *,
    untold: bool = False,
) -> Grid:
    across, down = draw_from(st.integers(least, most)), draw_from(st.integers(1, 7))
    cells = [[draw_from(st.none() | amounts) for _ in range(across)] for _ in range(down)]
    if not any(amount for row in cells for amount in row):
        cells[0][0] = Amount(1.0, 1.0)
    heads = st.builds(Head, NAMES, st.booleans())
    return Grid(
        tuple(draw_from(heads) for _ in range(down)),
        tuple(draw_from(heads) for _ in range(across)),
        tuple(
            tuple(
                Datum(amount, worded(amount, on))
                if amount
                else Datum(None, "", untold and draw_from(st.booleans()))
                for amount in row
            )
            for row in cells
        ),
    )


def holds_for_any(charts: st.SearchStrategy[Chart], cases: int) -> Callable[[], None]:
    """Test that labels keep apart and all is inside, twice the same, in many cases."""
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large]
    steady = settings(max_examples=cases, deadline=None, suppress_health_check=checks)

    @steady
    @given(charts, WIDTHS)
    def test(one: Chart, width: Pt) -> None:
        holds_for(one, width)

    return test
