"""What a chart costs: each kind as the example project and the gallery have it, drawn warm."""

import statistics
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import briefing
from briefing import pipeline
from briefing.charts import draw
from briefing.model.chart import Chart
from briefing.model.prose import PARTS
from briefing.model.style import Style
from briefing.text.fonts import fonts_of

RUNS = 30

Emit = Callable[..., None]


def measure_charts(emit: Emit, *roots: Path) -> None:
    """Print a line for each kind: the median of its charts, and the slowest of them."""
    times: dict[str, list[float]] = defaultdict(list)
    slowest: dict[str, tuple[float, str]] = {}
    for chart, style in _charts(roots):
        kind = type(chart.data).__name__
        cost = _cost(chart, style)
        times[kind].append(cost)
        slowest[kind] = max(slowest.get(kind, (0.0, "")), (cost, chart.id))
    for kind, costs in sorted(times.items()):
        worst, name = slowest[kind]
        emit(
            f"chart, {kind}",
            cpu_ms=round(statistics.median(costs), 2),
            slowest_cpu_ms=round(worst, 2),
            slowest=name,
            charts=len(costs),
        )


def _charts(roots: tuple[Path, ...]) -> list[tuple[Chart, Style]]:
    """Find every chart that a document prints, once for each style."""
    found: dict[tuple[str, str, str], tuple[Chart, Style]] = {}
    for root in roots:
        project = briefing.open(root)
        for brief in project.briefs():
            manuscript = pipeline.tailored_of(project.content, brief.request).manuscript
            style = project.content.styles[manuscript.style]
            for key, chart in manuscript.charts.items():
                found.setdefault((str(root), key, manuscript.style), (chart, style))
    return list(found.values())


def _cost(chart: Chart, style: Style) -> float:
    """CPU milliseconds to draw it again: the words on it have been measured before."""
    fonts = fonts_of(style.families)
    width = style.paper.share(PARTS[chart.span])
    draw(chart, width=width, style=style.chart, fonts=fonts)
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        draw(chart, width=width, style=style.chart, fonts=fonts)
        times.append((time.process_time() - start) * 1000)
    return statistics.median(times)
