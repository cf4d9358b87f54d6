"""What two manifests say differently of a file: figures, sources, and what it is."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from briefing.editions.values import FactChange, Figure, FigureChange, Kind, SourceChange
from briefing.kept import Listed, Printed

_FACTS = ("edition", "marking", "conformance", "withheld", "encrypted")


def compare_figures(old: Iterable[Printed], new: Iterable[Printed]) -> tuple[FigureChange, ...]:
    """Find figures that changed, in the order of indicators, places and periods.

    One that is gone and one that is new are one change where they are the only ones of their
    indicator and place: a newer period has taken the older one's place. Where a figure was read
    from is told, and is no change.
    """
    was, now = _by_key(old), _by_key(new)
    found = [
        _change("changed", key, was[key], now[key])
        for key in was.keys() & now.keys()
        if _said(was[key]) != _said(now[key])
    ]
    gone = _by_subject(was[key] for key in was.keys() - now.keys())
    come = _by_subject(now[key] for key in now.keys() - was.keys())
    for subject in gone.keys() | come.keys():
        olds, news = gone.get(subject, []), come.get(subject, [])
        if len(olds) == len(news) == 1:
            found.append(_change("changed", _key(news[0]), olds[0], news[0]))
        else:
            found += [_change("dropped", _key(one), one, None) for one in olds]
            found += [_change("added", _key(one), None, one) for one in news]
    return tuple(sorted(found, key=_order))


def compare_sources(old: Iterable[Any], new: Iterable[Any]) -> tuple[SourceChange, ...]:
    """Find sources that are cited anew, no longer, or told in another way."""
    was, now = _sources(old), _sources(new)
    kinds: dict[str, Kind] = {key: "dropped" for key in was.keys() - now.keys()}
    kinds |= {key: "added" for key in now.keys() - was.keys()}
    kinds |= {key: "changed" for key in was.keys() & now.keys() if was[key] != now[key]}
    return tuple(SourceChange(kinds[key], key) for key in sorted(kinds))


def compare_facts(old: Listed, new: Listed) -> Iterator[FactChange]:
    """Find what else differs."""
    for name in _FACTS:
        was, now = _word(getattr(old, name)), _word(getattr(new, name))
        if was != now:
            yield FactChange(name, was, now)


def _word(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


_Key = tuple[str, str, str]


def _key(one: Printed) -> _Key:
    return one.indicator, one.place, one.period


def _by_key(printed: Iterable[Printed]) -> dict[_Key, Printed]:
    return {_key(one): one for one in printed}


def _by_subject(printed: Iterable[Printed]) -> dict[tuple[str, str], list[Printed]]:
    found: dict[tuple[str, str], list[Printed]] = {}
    for one in sorted(printed, key=_key):
        found.setdefault((one.indicator, one.place), []).append(one)
    return found


def _said(one: Printed) -> tuple[object, ...]:
    return one.low, one.high, one.source, one.also


def _change(kind: Kind, key: _Key, old: Printed | None, new: Printed | None) -> FigureChange:
    return FigureChange(kind, *key[:2], _figure(old), _figure(new))


def _order(change: FigureChange) -> tuple[str, str, str, str]:
    one = change.new or change.old
    return change.indicator, change.place, one.period if one else "", change.kind


def _figure(one: Printed | None) -> Figure | None:
    if one is None:
        return None
    return Figure(
        _value(one.low, one.high), one.period, ", ".join((one.source, *one.also)), one.input
    )


def _value(low: float | None, high: float | None) -> str:
    if low is None or high is None:
        ends = [
            f"{word} {_digits(end)}"
            for word, end in (("at least", low), ("up to", high))
            if end is not None
        ]
        return ends[0] if ends else "none"
    return _digits(low) if low == high else f"{_digits(low)}–{_digits(high)}"


def _digits(number: float) -> str:
    return f"{number:,.12g}"


def _sources(given: Iterable[Any]) -> Mapping[str, Any]:
    """Each source by its key: a manifest lists keys, or more of each with its key or id."""
    found = {}
    for one in given:
        key = one.get("key", one.get("id", "")) if isinstance(one, dict) else one
        found[str(key)] = one
    return found
