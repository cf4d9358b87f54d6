"""Says where numbers come from, for a terminal."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefing.model.source import Source
from briefing.tracing.values import Answer, Figure, Spot

_LONGEST = 160  # characters of a statement


def word_answers(answers: Sequence[Answer], sources: Mapping[str, Source]) -> str:
    """Tell of each number; titles of works are told where the project is known."""
    return "".join(f"{line}\n" for answer in answers for line in _answer(answer, sources))


def word_sum(answers: Sequence[Answer]) -> str:
    """Tell how many there are, and how many of them nobody can trace."""
    count = len(answers)
    lost = sum(not answer.is_traced for answer in answers)
    if not answers:
        return "no number that wants a source"
    numbers = "1 number" if count == 1 else f"{count} numbers"
    if not lost:
        return f"{numbers}, each traced"
    return f"{numbers}, {lost} of them without a source"


def _answer(answer: Answer, sources: Mapping[str, Source]) -> Iterator[str]:
    said = answer.statement
    short = said if len(said) <= _LONGEST else f"{said[:_LONGEST].rsplit(' ', 1)[0]} …"
    yield f"{answer.text}  “{short}”"
    yield f"  printed: {_spots(answer.spots)}"
    if answer.input:
        yield f"  written: {answer.input}"
    for figure in answer.figures:
        yield f"  reading: {figure.indicator}, {figure.place}, {figure.period}: {figure.input}"
        if figure.definition:
            yield f"    that is: {figure.definition}"
        if stated := _stated(figure):
            yield f"    {stated}"
    for cited in answer.cited:
        key = cited.partition(", ")[0]
        source = sources.get(key)
        title = str(source.csl.get("title", "")) if source else ""
        yield f"  source: {cited}" + (f" (“{title}”)" if title else "")
    if not answer.is_traced:
        yield "  no source: cite one in its sentence, or print a reading with figure(…)"
    yield ""


def _stated(figure: Figure) -> str:
    """What is said of a figure beside its value."""
    as_of = f"as of {figure.as_of}" if figure.as_of else ""
    return "; ".join(filter(None, (as_of, figure.licence, figure.doubt)))


def _spots(spots: Iterable[Spot]) -> str:
    files: dict[str, list[int]] = {}
    for spot in spots:
        files.setdefault(spot.file, []).extend([spot.page] if spot.page else [])
    return "; ".join(f"{file}{_pages(pages)}" for file, pages in files.items())


def _pages(pages: Sequence[int]) -> str:
    distinct = sorted(set(pages))
    if not distinct:
        return ""
    word = "page" if len(distinct) == 1 else "pages"
    return f", {word} {', '.join(map(str, distinct))}"
