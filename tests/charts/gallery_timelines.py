"""Timelines, to be looked at."""

from briefing.charts import draw
from briefing.model.chart import Chart, Event, Timeline
from briefing.model.country import Date, Period
from briefing.model.drawing import Drawing
from briefing.numbers import format_period
from briefing.units import Pt
from tests.charts.samples import FONTS, FULL, HALF, STYLE, chart

THIRD = Pt(150)


def gallery() -> dict[str, Drawing]:
    charts = {
        "instruments": instruments(),
        "policy": policy(),
        "policy-lanes": policy_lanes(),
        "one": one_event(),
        "dense": dense(),
        "forty": forty(),
        "days": days(),
        "programmes": programmes(),
    }
    widths = {"full": FULL, "half": HALF, "third": THIRD}
    return {
        f"timelines-{name}-{span}": draw(one, width=width, style=STYLE, fonts=FONTS)
        for name, one in charts.items()
        for span, width in widths.items()
    }


def date(text: str) -> Date:
    return Date(*map(int, text.split("-")))


def event(period: str, text: str, *, lane: int = 0, highlighted: bool = False) -> Event:
    """An event by its period as authors write it, such as ``2007/2013``."""
    start, _, end = period.partition("/")
    first, last = date(start), date(end or start)
    return Event(first, last, format_period(Period(first, last), "en"), text, lane, highlighted)


def instruments() -> Chart:
    rows = {
        "2001": "Shanghai Convention against terrorism, extremism and separatism",
        "2002": "Regional anti-terrorist structure",
        "2004": "Agreement on drug trafficking",
        "2006": "Agreement on joint anti-terrorist activities",
        "2007": "Treaty on long-term neighbourly and friendly cooperation",
        "2008": "Agreement on firearms and ammunition trafficking",
        "2009": "Agreement on international information security",
    }
    events = tuple(event(year, text, highlighted=year == "2009") for year, text in rows.items())
    return chart(Timeline(events, ("",)))


_POLICY = (
    ("1990/1999", "EU", "partner of the region"),
    ("1994", "China", "four principles set out by Li Peng"),
    ("1990/1999", "NATO", "partnership programmes begin"),
    ("2000/2003", "EU", "CADAP and BOMCA"),
    ("2007", "EU", "first strategy for Central Asia"),
    ("2007/2013", "EU", "regional strategy paper"),
    ("2010", "Kazakhstan", "OSCE chair"),
    ("2013", "EU", "high-level political and security dialogue"),
    ("2015", "China", "counter-terrorism law"),
    ("2016", "China", "counter-terrorism agreement with Tajikistan"),
    ("2017", "Kazakhstan", "new military doctrine"),
    ("2019", "EU", "updated strategy"),
    ("2020", "United States", "law on Uyghur human rights"),
    ("2021-06-14", "NATO", "Brussels summit communiqué"),
    ("2021-06", "NATO", "NATO 2030 factsheet"),
    ("2022-01", "Kazakhstan", "unrest, CSTO called"),
    ("2022-02", "Russia", "attack on Ukraine"),
    ("2022-03", "EU", "Strategic Compass"),
    ("2022-06-29", "Think tank", "study and event"),
)


def policy() -> Chart:
    events = tuple(
        event(period, f"{who}: {text}", highlighted=who == "EU") for period, who, text in _POLICY
    )
    return chart(Timeline(events, ("",)), height=260)


def policy_lanes() -> Chart:
    lanes = ("EU", "NATO", "China", "Kazakhstan", "United States", "Russia", "Think tank")
    events = tuple(
        event(period, text[0].upper() + text[1:], lane=lanes.index(who), highlighted=who == "EU")
        for period, who, text in _POLICY
    )
    return chart(Timeline(events, lanes), height=320)


def one_event() -> Chart:
    return chart(Timeline((event("2022-06-29", "Study and event"),), ("",)))


def dense() -> Chart:
    events = (
        event("1992", "Independence is recognised by all neighbours"),
        event("2001", "Organization founded"),
        event("2022-01-02", "First protests in the west over the price of gas"),
        event("2022-01-05", "Unrest in Almaty, state of emergency", highlighted=True),
        event("2022-01-06", "Troops of the CSTO arrive"),
        event("2022-02-24", "Attack on Ukraine"),
        event("2022-06-05", "Referendum on the constitution"),
        event("2022-11-20", "Early presidential election"),
    )
    return chart(Timeline(events, ("",)))


def forty() -> Chart:
    events = tuple(
        event(
            f"{1985 + number}-{1 + number * 5 % 12:02}",
            "A treaty on water is signed" if number % 3 else "Talks on the border end with a map",
            lane=number % 4,
            highlighted=number == 9,
        )
        for number in range(40)
    )
    return chart(Timeline(events, ("Water", "Borders", "Trade", "Security")), height=300)


def days() -> Chart:
    events = (
        event("2022-01-02", "Protests in Zhanaozen"),
        event("2022-01-04", "Protests in Almaty"),
        event("2022-01-05", "Government resigns; state of emergency", highlighted=True),
        event("2022-01-06/2022-01-19", "Troops of the CSTO in the country"),
        event("2022-01-11", "New prime minister"),
    )
    return chart(Timeline(events, ("",)))


def programmes() -> Chart:
    events = (
        event("2003/2009", "BOMCA, first phases", lane=0),
        event("2003/2011", "CADAP, first phases", lane=0),
        event("2007/2013", "Regional strategy paper", lane=0, highlighted=True),
        event("2014/2020", "Multiannual programme", lane=0),
        event("2001", "Shanghai Convention", lane=1),
        event("2007", "Treaty on good neighbours", lane=1),
        event("2003-08/2003-09", "First drill of several states", lane=1),
    )
    return chart(Timeline(events, ("European Union", "Shanghai Cooperation Organization")))
