"""Donut charts that a person should look at."""

from collections.abc import Mapping

from briefing.charts import draw
from briefing.model.chart import Bar, Chart, DonutChart, Scale
from briefing.model.country import Amount
from briefing.model.drawing import Drawing
from briefing.units import Pt
from tests.charts.grids import Value, datum
from tests.charts.samples import COUNT, DOLLARS, FONTS, FULL, HALF, PERCENT, STYLE, chart, scale

THIRD = Pt(148)
WHOLE = scale(PERCENT, 0)
COUNTS = scale(COUNT, 0)


def gallery() -> dict[str, Drawing]:
    samples = {
        "exports": exports(),
        "exports-highlighted": exports("China"),
        "sites": sites(),
        "small-last": small_last(),
        "small-first": small_first(),
        "one": one_part(),
        "two": two_parts(),
        "no-data": no_data(),
        "long-names": long_names(),
        "six-highlighted": six(),
    }
    return {
        f"donut-{name}-{part}": draw(one, width=width, style=STYLE, fonts=FONTS)
        for name, one in samples.items()
        for part, width in (("full", FULL), ("half", HALF), ("third", THIRD))
    }


def parts(values: Mapping[str, Value], on: Scale = WHOLE, highlighted: str = "") -> tuple[Bar, ...]:
    figures = {label: datum(value, on) for label, value in values.items()}
    return tuple(
        Bar(label, figure.amount, figure.text, label == highlighted)
        for label, figure in figures.items()
    )


def exports(highlighted: str = "") -> Chart:
    values = {"Italy": 24, "China": 18, "Russia": 12, "Netherlands": 7, "Türkiye": 5, "Other": 34}
    data = DonutChart(
        parts(values, highlighted=highlighted), WHOLE, "goods exports in 2024", "US$81.6 billion"
    )
    return chart(data, title="Three buyers take more than half of the exports", height=150)


def sites(highlighted: str = "") -> Chart:
    """The border sites of Tajikistan that were paid for by others."""
    values = {
        "Border service outposts": 5, "Border service checkpoints": 5, "Command centres": 3,
        "Training centre": 1,
    }  # fmt: skip
    data = DonutChart(parts(values, COUNTS, highlighted), COUNTS, "permitted sites", "14")
    title = "Most of the sites that China may set up on the Tajik border are outposts"
    return chart(data, title=title, height=127)


def small_last() -> Chart:
    values = {"Large": 94.5, "Second": 2, "Third": 1.5, "Fourth": 1, "Fifth": 1, "Sixth": 0}
    return chart(DonutChart(parts(values, scale()), scale(), "of all", ""), height=127)


def small_first() -> Chart:
    values = {"First": 0.0, "Second": 1e-12, "Third": 1.5, "Fourth": 1.5, "Large": 97}
    return chart(DonutChart(parts(values, scale()), scale(), "", "100%"), height=127)


def one_part() -> Chart:
    return chart(DonutChart(parts({"Natural gas": 100}), WHOLE, "electricity", ""), height=110)


def two_parts() -> Chart:
    on = scale(DOLLARS, 1)
    values = {"Loans": Amount(82e6, 90e6), "Grants": Amount(14.5e6, 14.5e6, "about")}
    data = DonutChart(parts(values, on, "Loans"), on, "promised", "US$96.5–104.5\u00a0million")
    return chart(data, height=110)


def no_data() -> Chart:
    values = {"Loans": 61, "Grants": None, "Equipment": 24, "Training": 8}
    return chart(DonutChart(parts(values, COUNTS), COUNTS, "projects known", ""), height=120)


def long_names() -> Chart:
    values = {
        "Counter-terrorism, separatism and extremism": 40,
        "Drugs and organized crime": 30,
        "Security of information": 20,
        "Other subjects of security, and whatever else was agreed upon": 10,
    }
    data = DonutChart(
        parts(values, COUNTS, "Security of information"), COUNTS, "agreements and declarations", ""
    )
    return chart(data, height=140)


def six() -> Chart:
    values = {f"Part {number}": 10.0 + number for number in range(1, 7)}
    return chart(DonutChart(parts(values, highlighted="Part 3"), WHOLE, "", ""), height=120)
