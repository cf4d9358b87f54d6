"""Answers where a number comes from, for all that a project says."""

import re
from collections.abc import Iterable, Sequence

from briefing.model.content import Content
from briefing.model.provenance import Origin, Traced
from briefing.model.request import Request
from briefing.numbers.mentioned import find_numbers
from briefing.pipeline import numbers_of
from briefing.tracing.values import Answer, Figure, Spot

_DASHES = re.compile(r"\s?[–—-]\s?")


def trace_text(content: Content, asked: str, requests: Iterable[Request]) -> tuple[Answer, ...]:
    """Say where a number that briefs print comes from.

    Args:
        content: Of the project.
        asked: The number, with or without a unit: ``16–18%``. Hyphens do for dashes.
        requests: The briefs in which it is looked for.

    Returns:
        One for each place in the author's files, in their order.

    Raises:
        ContentError: A brief cannot be made.
        ValueError: There is no number in `asked`.
    """
    wanted = _numbers(asked)
    if not wanted:
        raise ValueError(f"there is no number in {asked!r}")
    found: dict[tuple[str, str, tuple[Origin, ...]], tuple[Traced, list[Spot]]] = {}
    for request in requests:
        for number in numbers_of(content, request):
            if _even(number.text) in wanted:
                key = str(number.where), number.statement, number.origins
                found.setdefault(key, (number, []))[1].append(Spot(request.name, number.page))
    ordered = sorted(found.values(), key=lambda each: (each[0].where, each[0].statement))
    return tuple(_answer(number, spots) for number, spots in ordered)


def _numbers(asked: str) -> frozenset[str]:
    """The numbers in a question; a year that is asked for alone is one too."""
    stretches = find_numbers(asked, "en")
    texts = [asked[begin:end] for begin, end in stretches] or re.findall(r"\d[\d.,]*", asked)[:1]
    return frozenset(map(_even, texts))


def _even(text: str) -> str:
    return _DASHES.sub("–", text.strip("-−"))


def _answer(number: Traced, spots: Sequence[Spot]) -> Answer:
    figures = [
        Figure(
            one.indicator,
            one.place,
            one.period,
            f"{one.where.file}:{one.where.line}",
            as_of=one.as_of,
            licence=one.licence,
            doubt=one.doubt,
        )
        for one in number.origins
        if one.indicator
    ]
    cited = dict.fromkeys(
        f"{each.source}, {each.locator}" if each.locator else each.source
        for one in number.origins
        for each in one.cited
    )
    places = tuple(dict.fromkeys(spots))
    return Answer(
        text=number.text,
        statement=number.statement,
        spots=places,
        input=str(number.where),
        figures=tuple(figures),
        cited=tuple(cited),
        role=number.role,
    )
