"""A synthetic project for measuring: one four-page brief for each of many invented countries.

Each brief has three built-in charts, one table, fourteen notes and about 1,500 words. Countries and
figures are invented; the text is about nothing in particular. Where the proof is measured, there is
an internal paper beside them, of which the public may see nothing.
"""

from itertools import islice, product
from pathlib import Path

_PARAGRAPHS = (
    "The administration of {{ country.name }} has widened its statistical reporting over the past decade, and the"
    " figures are now comparable with those of its neighbours. Public spending on infrastructure stands at"
    " {{ figure('spending') }}, which is close to the average of the group. Officials describe the programme as a"
    " precondition for diversification, although independent reviewers have questioned whether the institutional"
    " arrangements are strong enough to absorb it. Procurement remains concentrated in a handful of enterprises, and"
    " the publication of contracts is irregular.",
    "Regional cooperation has proceeded unevenly. Agreements on transport corridors, water management and the"
    " interconnection of electricity networks were signed early, yet implementation has depended on bilateral"
    " relationships rather than on the secretariat that was meant to coordinate it [@alpha-2019, p. 12]. Where"
    " responsibilities were assigned to a named institution with a budget of its own, progress was considerably"
    " faster than where working groups reported to ministers individually. This suggests that administrative capacity,"
    " not political disagreement, is the more common constraint.",
    "Demographic change will put additional pressure on services. Enrolment in secondary education reached"
    " {{ figure('enrolment') }}, and the number of graduates who enter the labour market each year exceeds the number"
    " of formal vacancies. Household surveys indicate that remittances compensate for part of the shortfall"
    ", but they also show that families who depend on them are exposed to changes in the"
    " migration policy of a single destination. A diversified set of agreements would reduce that exposure.",
    "The energy system is ageing. Losses in transmission were estimated at {{ figure('losses') }}, substantially above"
    " what comparable networks report. Modernisation has been financed through concessional lending, with conditions"
    " on tariffs that successive governments found difficult to honour. Analysts disagree about sequencing: some argue"
    " that tariffs must reflect costs before private investment can be expected, while others point to"
    " experience in which social protection, introduced first, made reform acceptable.",
    "Environmental commitments are ambitious and partly funded. Monitoring stations cover the principal watersheds,"
    " and satellite observation has improved the early detection of droughts. Nevertheless, interministerial"
    " coordination is weak, and the responsibility for enforcement is divided among agencies whose mandates overlap"
    " ^[The division dates from the reorganisation of the ministries, which has not been completed; see the review in"
    " [@delta-2018, ch. 4].]. Legislation on environmental impact assessment has been prepared, but its adoption was"
    " postponed twice.",
    "International partners have concentrated on a small number of sectors. Commitments by the five largest donors"
    " amounted to {{ figure('aid') }}, of which roughly half was disbursed within the year. Duplication is frequent in"
    " training programmes, whereas rural infrastructure receives little attention [@beta-2020, pp. 3-9]. A shared register of"
    " projects, maintained by the planning ministry, would make gaps visible at negligible cost and could be published"
    " without legislative change.",
)

_DOCUMENT = """\
---
kind: Bench brief
title: "{{ country.name }}: a brief for measuring"
subtitle: What four pages with charts, notes and a table cost
style: brief
repeats: countries
countries: [%s]
audiences: [public]
languages: [en]
pages: {least: 3, most: 5}
---

::: key-messages
- Administrative capacity, not disagreement, most often holds cooperation back.
- Losses in the networks stand far above those of comparable systems.
- A shared register of projects would make the gaps visible at little cost.
- Families depend on one destination for their remittances.
:::

::: key-facts
- **{{ figure("spending", show="value unit") }}** spent on infrastructure
- **{{ figure("enrolment", show="value unit") }}** enrolled in secondary education
- **{{ figure("losses", show="value unit") }}** lost in transmission
:::

## Administration

%s

{{ chart("spending") }}

## Services

%s

{{ chart("enrolment") }}

{{ table("comparison") }}

## Energy

%s

{{ chart("growth") }}

## Partners

%s
"""

_PROJECT = """\
name: bench
title: Bench
edition: {date: 2022-10-03, label: October 2022, facts-as-of: 2022-06-29}
languages: [en]
style: brief
publisher: {name: Example Institute, url: "https://example.org/", email: bench@example.org, note: Invented.}
licence: {name: CC0, url: "https://creativecommons.org/publicdomain/zero/1.0/"}
credit: All figures are invented.
markings: [CLEAR, GREEN]
default-marking: CLEAR
audiences:
  public: {name: General public, clearance: CLEAR}
"""

_INTERNAL = """\
---
kind: Internal paper
title: What the office has not published
style: brief
audiences: [internal]
languages: [en]
---

%s
"""

_OFFICES = (
    "treasury",
    "archive",
    "customs office",
    "harbour master",
    "school board",
    "water authority",
)
_DEEDS = ("postponed", "questioned", "rewrote", "returned", "shelved", "welcomed", "countersigned")
_THINGS = (
    "the draft on ferries",
    "an audit of kilns",
    "the roster of translators",
    "a levy on orchards",
)
_REASONS = (
    "since nobody had counted the barges",
    "after a quarrel over maps",
    "for want of a quorum",
)

_UNITS = """\
percent-of-gdp: {pattern: "{value}% of GDP", short: "{value}%", label: "% of GDP"}
percent: {pattern: "{value}%", short: "{value}%", label: "%"}
usd: {pattern: "US${value}", short: "US${value}", label: US$, compact: true}
"""

_INDICATORS = """\
spending: {name: Infrastructure spending, definition: Invented., unit: percent-of-gdp, decimals: 1}
enrolment: {name: Secondary enrolment, definition: Invented., unit: percent, decimals: 0}
losses: {name: Transmission losses, definition: Invented., unit: percent, decimals: 1}
aid: {name: Commitments, definition: Invented., unit: usd, decimals: 1}
growth: {name: Growth, definition: Invented., unit: percent, decimals: 1}
"""

_SOURCES = """\
alpha-2019: {type: report, title: Corridors and networks, author: [{family: Alpha, given: Ada}], issued: "2019", publisher: Example Press}
beta-2020: {type: article-journal, title: Households abroad, author: [{family: Beta, given: Ben}], container-title: Journal of Examples, volume: "12", issued: "2020-05", URL: "https://example.org/journal/12/households-abroad"}
delta-2018: {type: book, title: Ministries at work, author: [{family: Delta, given: Dora}], publisher: Example Press, issued: "2018"}
statistics: {type: report, title: Invented statistics, author: [{literal: Example Office of Statistics}], issued: "2022", URL: "https://example.org/statistics"}
"""

_CHARTS = {
    "spending": """\
chart: bar
title: "{{ country.name }} among its neighbours"
subtitle: Infrastructure spending, %% of GDP, 2021
readings: spending
countries: [%s]
highlight: country
sort: descending
reference: {value: mean, label: Mean}
height: 60mm
""",
    "enrolment": """\
chart: bar
title: Enrolment differs little
subtitle: Secondary enrolment, %%, 2021
readings: enrolment
countries: [%s]
highlight: country
sort: descending
height: 55mm
""",
    "growth": """\
chart: line
title: Growth since 2012
subtitle: Growth of output, %%
readings: growth
series: [%s]
highlight: country
height: 60mm
""",
}

_TABLE = """\
title: The group compared
rows: [%s]
highlight: country
columns:
  - {label: "Spending, %% of GDP", indicator: spending, show: value period}
  - {label: "Enrolment, %%", indicator: enrolment, show: value}
  - {label: "Losses, %%", indicator: losses, show: value}
missing: n/a
"""


def write_project(folder: Path, countries: int = 60, *, is_guarded: bool = False) -> Path:
    """Write the project into `folder` and return it; the same number gives the same files.

    Args:
        folder: Where to.
        countries: How many briefs there are.
        is_guarded: There is something that the public may not see: as many texts as an example has.
    """
    keys = [f"Q{chr(65 + n // 26)}{chr(65 + n % 26)}" for n in range(countries)]
    content = folder / "content"
    files = _files(keys) | (_guarded() if is_guarded else {})
    for name, text in files.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def _files(keys: list[str]) -> dict[str, str]:
    group, few = ", ".join(keys[:8]), ", ".join(keys[:4])
    halves = ["\n\n".join(_PARAGRAPHS[at:] + _PARAGRAPHS[:at]) for at in range(4)]
    parts = ["\n\n".join(half.split("\n\n")[:3]) for half in halves]
    places = "".join(
        f"{key}: {{iso2: {key[1:]}, name: Land {at + 1}, adjective: Land}}\n"
        for at, key in enumerate(keys)
    )
    return {
        "project.yaml": _PROJECT,
        "countries.yaml": places,
        "units.yaml": _UNITS,
        "indicators.yaml": _INDICATORS,
        "sources.yaml": _SOURCES,
        "readings/all.yaml": _readings(keys),
        **{f"charts/{name}.yaml": spec % (few if name == "growth" else group)
           for name, spec in _CHARTS.items()},
        "tables/comparison.yaml": _TABLE % group,
        "documents/bench.md": _DOCUMENT % (", ".join(keys), *parts),
    }  # fmt: skip


def _guarded() -> dict[str, str]:
    """An internal paper of 150 paragraphs, and a project that has readers for it."""
    sentences = product(_OFFICES, _DEEDS, _THINGS, _REASONS)
    texts = [f"The {' '.join(parts)}." for parts in islice(sentences, 0, None, 3)]
    paragraphs = [f"{{marking=GREEN}}\n{text}" for text in texts[:150]]
    internal = "  internal: {name: The office, clearance: GREEN}\n"
    return {
        "project.yaml": _PROJECT + internal,
        "documents/internal.md": _INTERNAL % "\n\n".join(paragraphs),
    }


def _readings(keys: list[str]) -> str:
    """Write invented figures that differ by country, by arithmetic alone."""
    lines = []
    for name, low, step in (("spending", 2.1, 0.37), ("enrolment", 61, 2.9), ("losses", 9.4, 0.61)):
        lines.append(f"{name}:")
        for at, key in enumerate(keys):
            value = round(low + step * ((at * 7) % 11), 1)
            lines.append(
                f"  - {{country: {key}, value: {value}, period: 2021, source: statistics}}"
            )
    lines.append("aid:")
    for at, key in enumerate(keys):
        value = 1_500_000 * (3 + (at * 5) % 17)
        lines.append(f"  - {{country: {key}, value: {value}, period: 2021, source: alpha-2019}}")
    lines.append("growth:")
    for at, key in enumerate(keys):
        for year in range(2012, 2022):
            value = round(((at * 3 + year * 5) % 13) * 0.9 - 2, 1)
            lines.append(
                f"  - {{country: {key}, value: {value}, period: {year}, source: statistics}}"
            )
    return "\n".join(lines) + "\n"
