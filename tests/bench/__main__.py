"""``make bench``: what a brief costs, one JSON line for each figure, beside a calibration figure.

Times are CPU milliseconds, the median of several runs; `calibration` is what a fixed piece of plain
Python takes on this machine just now, so that figures of two machines can be compared.
"""

import gc
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import briefing
from briefing import batch, pipeline
from tests.bench.charts import measure_charts
from tests.bench.citations import measure_citations
from tests.bench.project import write_project
from tests.bench.proofs import measure_proof
from tests.bench.readings import measure_readings
from tests.bench.text import measure_counts, measure_lines, measure_setting

REPOSITORY = Path(__file__).parents[2]
RUNS = 15


def main() -> None:
    """Print every figure."""
    with tempfile.TemporaryDirectory() as folder:
        bench = write_project(Path(folder))
        emit("calibration", cpu_ms=calibration())
        measure_lines(emit)
        measure_counts(
            emit, "kazakhstan-brief", REPOSITORY, "country-brief", country="KAZ", audience="public"
        )
        measure_counts(emit, "study", REPOSITORY, "study", country=None, audience="public")
        measure_setting(emit)
        measure_citations(emit, REPOSITORY, calibration)
        measure_charts(emit, REPOSITORY, REPOSITORY / "examples" / "gallery")
        warm("bench-brief", bench, "bench", "QAA", "public")
        warm("kazakhstan-brief", REPOSITORY, "country-brief", "KAZ", "public")
        warm("sheet of two pages", REPOSITORY, "at-a-glance", "KAZ", "parliament")
        warm("study", REPOSITORY, "study", None, "public")
        tagging("kazakhstan-brief", "country-brief", "KAZ", "public")
        tagging("study", "study", None, "public")
        proof("bench-brief, nothing withheld", bench, "bench", "QAA", "public")
        guarded = write_project(Path(folder) / "guarded", is_guarded=True)
        proof("bench-brief", guarded, "bench", "QAA", "public")
        proof("kazakhstan-brief", REPOSITORY, "country-brief", "KAZ", "public")
        proof("study", REPOSITORY, "study", None, "public")
        first("study", REPOSITORY, "study")
        cold("bench-brief", bench, "bench", "QAA", "public")
        cold("kazakhstan-brief", REPOSITORY, "country-brief", "KAZ", "public")
        cold("study", REPOSITORY, "study", None, "public")
        for start in ("fork", "spawn"):
            parallel(bench, start)
        million = Path(folder) / "million"
        shutil.copytree(REPOSITORY / "tests" / "cases" / "_project", million)
        measure_readings(emit, million, calibration)


def emit(name: str, **figures: object) -> None:
    """Print one line."""
    print(json.dumps({"bench": name, **figures}), flush=True)


def calibration() -> float:
    """CPU milliseconds of a fixed piece of work: sums, texts, dictionaries."""

    def work() -> None:
        counts: dict[str, int] = {}
        for n in range(60_000):
            key = f"{n % 997:03}"
            counts[key] = counts.get(key, 0) + n
        "".join(sorted(counts))

    return round(median_cpu(work), 2)


def warm(name: str, root: Path, document: str, country: str | None, audience: str) -> None:
    """Make one brief again and again in this process, split by stage."""
    project = briefing.open(root)
    brief = project.brief(document, country=country, audience=audience)
    made = pipeline.make(project.content, brief.request)
    splits: list[dict[str, float]] = []
    totals: list[float] = []
    gc.collect()
    gc.disable()
    for _ in range(RUNS):
        split: dict[str, float] = {}
        last = start = time.process_time()

        def tick(stage: str, split: dict[str, float] = split) -> None:
            nonlocal last
            now = time.process_time()
            split[stage] = split.get(stage, 0.0) + (now - last) * 1000
            last = now

        pipeline.make(project.content, brief.request, tick)
        totals.append((time.process_time() - start) * 1000)
        splits.append(split)
    gc.enable()
    pages = made.entry["pages"]
    total = statistics.median(totals)
    stages = {key: round(statistics.median(s[key] for s in splits), 2) for key in splits[0]}
    emit(
        f"{name}, warm",
        cpu_ms=round(total, 2),
        best_cpu_ms=round(min(totals), 2),
        cpu_ms_per_page=round(total / pages, 2),
        pages=pages,
        bytes=len(made.pdf),
        stages=stages,
        peak_mb=round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
        calibration=calibration(),
    )


def tagging(name: str, document: str, country: str | None, audience: str) -> None:
    """Make one brief with tags and all, and without, in turns: what they cost of the whole."""
    project = briefing.open(REPOSITORY)
    both = {key: project.with_conformance(key) for key in ("ua1+a3a", "none")}
    briefs = {
        key: one.brief(document, country=country, audience=audience) for key, one in both.items()
    }
    sizes = {key: len(brief.pdf()) for key, brief in briefs.items()}
    times: dict[str, list[float]] = {key: [] for key in briefs}
    gc.collect()
    gc.disable()
    for _ in range(RUNS):
        for key, brief in briefs.items():
            start = time.process_time()
            pipeline.make(both[key].content, brief.request)
            times[key].append((time.process_time() - start) * 1000)
    gc.enable()
    tagged, plain = (statistics.median(times[key]) for key in briefs)
    emit(
        f"{name}, tagging",
        cpu_ms=round(tagged, 2),
        plain_cpu_ms=round(plain, 2),
        share_of_plain=round((tagged - plain) / plain, 3),
        share_of_tagged=round((tagged - plain) / tagged, 3),
        bytes=sizes["ua1+a3a"],
        plain_bytes=sizes["none"],
        calibration=calibration(),
    )


def proof(name: str, root: Path, document: str, country: str | None, audience: str) -> None:
    """Prove one paper, nothing else."""
    measure_proof(
        emit,
        name,
        root,
        document,
        country=country,
        audience=audience,
        calibration=calibration,
    )


def first(name: str, root: Path, document: str) -> None:
    """Make a document once, in a process that has made others: its words are new, not the rest."""
    script = (
        "import sys, time, briefing\n"
        f"project = briefing.open({str(root)!r})\n"
        "for brief in project.briefs(documents=['country-brief'], audiences=['public']):\n"
        "    brief.pdf()\n"
        f"brief = project.briefs(documents=[{document!r}])[0]\n"
        "start = time.process_time()\n"
        "brief.pdf()\n"
        "print((time.process_time() - start) * 1000)\n"
    )
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    times = []
    for _ in range(5):
        command = [sys.executable, "-c", script]
        run = subprocess.run(
            command, check=True, capture_output=True, cwd=REPOSITORY, env=environment
        )
        times.append(float(run.stdout))
    emit(
        f"{name}, first of its kind in a warm process",
        cpu_ms=round(statistics.median(times), 1),
        best_cpu_ms=round(min(times), 1),
        calibration=calibration(),
    )


def cold(name: str, root: Path, document: str, country: str | None, audience: str) -> None:
    """Make one brief with the command, in a process of its own, its modules compiled before."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-m", "briefing", "build", document, "-a", audience]
        command += ["-o", out, "--project", str(root), *(["-c", country] if country else [])]
        walls, cpus = [], []
        for _ in range(7):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            start = time.perf_counter()
            subprocess.run(
                command, check=True, stdout=subprocess.DEVNULL, cwd=REPOSITORY, env=environment
            )
            walls.append(time.perf_counter() - start)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            cpus.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    emit(
        f"{name}, cold process",
        seconds=round(statistics.median(walls), 3),
        best_seconds=round(min(walls), 3),
        cpu_seconds=round(statistics.median(cpus), 3),
        calibration=calibration(),
    )


def parallel(root: Path, start: batch.StartMethod) -> None:
    """Make 60 briefs in one process and in two, set-up aside."""
    project = briefing.open(root)
    requests = [brief.request for brief in project.briefs()]
    batch.build(project.content, requests[:2])
    one = wall(lambda: batch.build(project.content, requests))
    setup = wall(lambda: batch.build(project.content, requests[:2], workers=2, start=start))
    two = wall(lambda: batch.build(project.content, requests, workers=2, start=start))
    pair = wall(lambda: batch.build(project.content, requests[:2]))
    aside = max(0.0, setup - pair)
    emit(
        f"{len(requests)} briefs, 2 processes, {start}",
        serial_seconds=round(one, 3),
        parallel_seconds=round(two, 3),
        setup_seconds=round(aside, 3),
        ratio=round(two / one, 3),
        ratio_set_up_aside=round((two - aside) / one, 3),
        briefs_a_second=round(len(requests) / (two - aside), 1),
        cores=os.cpu_count(),
    )


def wall(work: Callable[[], object]) -> float:
    """Median of seven, in seconds: the machine's pace drifts, and the best of one is luck."""
    times = []
    for _ in range(7):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def median_cpu(work: Callable[[], object]) -> float:
    """Median of nine, in CPU milliseconds."""
    times = []
    for _ in range(9):
        start = time.process_time()
        work()
        times.append((time.process_time() - start) * 1000)
    return statistics.median(times)


if __name__ == "__main__":
    main()
