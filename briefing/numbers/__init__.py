"""Numbers, amounts, periods, dates and countries in words, and round numbers for an axis.

All functions are pure: they depend on nothing but their arguments, never on the machine's locale.
"""

from briefing.numbers.amounts import Form, format_amount
from briefing.numbers.counting import letters, roman
from briefing.numbers.dates import format_date, format_period, iso_date, iso_period
from briefing.numbers.decimals import as_printed, format_number
from briefing.numbers.territories import territory
from briefing.numbers.ticks import axis_ticks

__all__ = [
    "Form", "as_printed", "axis_ticks", "format_amount", "format_date", "format_number",
    "format_period", "iso_date", "iso_period", "letters", "roman", "territory",
]  # fmt: skip
