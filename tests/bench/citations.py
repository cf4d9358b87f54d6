"""What it costs to name a work in a note: nothing kept, and everything kept.

A citation may take 2 ms cold, in any packaged style.
"""

import gc
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import briefing
from briefing.compose.notes import cite
from briefing.compose.notes.cite import Form
from briefing.model.citations import PACKAGED
from briefing.model.source import Source

FORMS: tuple[Form, ...] = ("full", "short")


def measure_citations(
    emit: Callable[..., None], root: Path, calibration: Callable[[], float]
) -> None:
    """Name each work of a project once, in each packaged style; the styles have been read."""
    works = [*briefing.open(root).content.sources.values()]
    gc.collect()
    gc.disable()
    for citations in PACKAGED:
        figures: dict[str, object] = {}
        for form in FORMS:
            cite._cite.cache_clear()
            _name(works[:3], form, citations, " elsewhere")
            cold = _name(works, form, citations)
            figures[f"{form}_cold_cpu_ms"] = round(statistics.mean(cold), 3)
            figures[f"{form}_slowest_cpu_ms"] = round(max(cold), 3)
            warm = _name(works, form, citations)
            figures[f"{form}_warm_cpu_ms"] = round(statistics.mean(warm), 4)
        emit(f"citations, {citations}", works=len(works), **figures, calibration=calibration())
    gc.enable()


def _name(works: list[Source], form: Form, citations: str, suffix: str = "") -> list[float]:
    """Name works, and give the CPU milliseconds of each."""
    times = []
    for work in works:
        start = time.process_time()
        cite.cite(
            work, "p. 4", form=form, language="en", addresses="printed", citations=citations,
            suffix=suffix,
        )  # fmt: skip
        times.append((time.process_time() - start) * 1000)
    return times
