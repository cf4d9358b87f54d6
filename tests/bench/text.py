"""How evenly text is set, what setting it costs, and how often each thing is worked on."""

import statistics
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from unittest.mock import patch

import briefing
from briefing import pipeline
from briefing.model.style import Family, ParagraphStyle, TextStyle
from briefing.pdf import write_pdf
from briefing.text import fonts as fonts_module
from briefing.text import hyphenate, lines, opportunities, widths
from briefing.text.fonts import Fonts, fonts_of
from briefing.text.lines import Line, break_lines, line_statistics
from briefing.units import Pt
from tests.layout.once import counting
from tests.text.samples import CORPUS, FAMILIES, NAMES, paragraph, run

Emit = Callable[..., None]

TEXTS = [*CORPUS.split("\n\n"), *NAMES.split("\n\n")]
MEASURES = (375.0, 225.0, 160.0)
BODY_WORDS, NOTES = 11_000, 150  # of a study of 50 pages
NOTE = TextStyle("serif", 8, "#000000")


def measure_lines(emit: Emit) -> None:
    """How evenly a fixed text is set at three measures; the narrow one is ragged."""
    fonts = fonts_of(FAMILIES)
    for measure in MEASURES:
        paragraphs = [break_lines([run(text)], paragraph(), measure, fonts) for text in TEXTS]
        found = line_statistics(line for lines in paragraphs for line in lines)
        inner = [line for lines in paragraphs for line in lines[:-1]]
        if found.justified:
            emit(
                f"lines, {measure:.0f} pt, justified",
                lines=found.lines,
                over_half=round(found.over_half, 4),
                over_twice=round(found.over_twice, 4),
                over_thrice=round(found.over_thrice, 4),
                widest=round(found.widest, 2),
                tightest=round(found.tightest, 2),
                hyphenated=round(found.hyphenated, 3),
            )
        else:
            emit(
                f"lines, {measure:.0f} pt, ragged",
                lines=found.lines,
                white=round(statistics.mean(_white(inner, measure)), 3),
                white_over_a_quarter=round(
                    statistics.mean(white > 0.25 for white in _white(inner, measure)), 4
                ),
                hyphenated=round(found.hyphenated, 3),
            )


def _white(lines: Iterable[Line], measure: float) -> list[float]:
    return [(measure - line.width) / measure for line in lines]


def measure_setting(emit: Emit) -> None:
    """What it costs to set the words of a study: new, with its words known, and known whole."""
    fonts = fonts_of(FAMILIES)
    jobs = [*_jobs()]
    cold, known, warm = [], [], []
    for _ in range(5):
        _forget()
        fresh = Fonts(FAMILIES)
        cold.append(_cost(jobs, fresh))
        lines._set.cache_clear()
        known.append(_cost(jobs, fresh))
        warm.append(_cost(jobs, fresh))
    count = sum(len(break_lines([run(text, look.text)], look, 375.0, fonts)) for text, look in jobs)
    emit(
        "text of a study",
        paragraphs=len(jobs),
        words=sum(len(text.split()) for text, _ in jobs),
        lines=count,
        new_cpu_ms=round(statistics.median(cold), 1),
        words_known_cpu_ms=round(statistics.median(known), 1),
        known_cpu_ms=round(statistics.median(warm), 1),
    )


def _jobs() -> Iterable[tuple[str, ParagraphStyle]]:
    """Paragraphs and notes of a study, each another."""
    left, shift = BODY_WORDS, 0
    while left > 0:
        for text in TEXTS:
            words = text.split()[shift:]
            if len(words) > 20 and left > 0:
                yield " ".join(words[:left]), paragraph()
                left -= len(words)
        shift += 3
    style = ParagraphStyle(NOTE, Pt(10), "justify")
    for number in range(NOTES):
        words = TEXTS[-1 - number % 30].split()
        yield f"{number} " + " ".join(words[:40]), style


def _forget() -> None:
    """Empty every cache of text."""
    fonts_module._shaper.cache_clear()
    widths._widths.cache_clear()
    lines._set.cache_clear()
    hyphenate.hyphenate.cache_clear()
    hyphenate._hyphenator.cache_clear()
    for cache in (opportunities.opportunities, opportunities.further, opportunities.hyphens):
        cache.cache_clear()


def _cost(jobs: Iterable[tuple[str, ParagraphStyle]], fonts: Fonts) -> float:
    start = time.process_time()
    for text, look in jobs:
        break_lines([run(text, look.text)], look, 375.0, fonts)
    return (time.process_time() - start) * 1000


def measure_counts(emit: Emit, name: str, root: Path, document: str, **choice: str | None) -> None:
    """How often each paragraph is broken, each word shaped, each line painted, from cold."""
    project = briefing.open(root)
    request = project.brief(document, **choice).request
    made: dict[object, Fonts] = {}

    def fresh(families: Mapping[str, Family]) -> Fonts:
        return made.setdefault(tuple(sorted(families.items())), Fonts(families))

    _forget()
    with counting() as counts, patch("briefing.pipeline.fonts_of", fresh):
        fitted = pipeline.pages_of(project.content, request)
        write_pdf(fitted.pages, fresh(fitted.pages.style.families))
    emit(f"{name}, counts", **counts.figures(fitted.flow, fitted.pages))
