"""What the proof of a finished file costs: to say what is forbidden, and to search for it."""

import gc
import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import briefing
from briefing import pipeline
from briefing.proof import forbidden, prove

RUNS = 31


def measure_proof(
    emit: Callable[..., None],
    name: str,
    root: Path,
    document: str,
    *,
    country: str | None,
    audience: str,
    calibration: Callable[[], float],
) -> None:
    """Prove one file again and again, in a process that has proved it before.

    What else is done beside the proof, such as the tracing of numbers for the manifest, is not
    counted; the stage of `warm` has that, too.
    """
    project = briefing.open(root)
    request = project.brief(document, country=country, audience=audience).request
    made = pipeline.make(project.content, request)
    manifest = json.dumps(made.entry, ensure_ascii=False, indent=0)
    times: list[float] = []
    gc.collect()
    gc.disable()
    for _ in range(RUNS):
        start = time.process_time()
        withheld = forbidden(
            project.content,
            request.document,
            place=request.place,
            audience=request.audience,
            language=request.language,
        )
        prove(made.pdf, withheld, name=request.name, manifest=manifest)
        times.append((time.process_time() - start) * 1000)
    gc.enable()
    emit(
        f"{name}, proof",
        cpu_ms=round(statistics.median(times), 2),
        best_cpu_ms=round(min(times), 2),
        bytes=len(made.pdf),
        withheld=len(withheld.texts),
        calibration=calibration(),
    )
