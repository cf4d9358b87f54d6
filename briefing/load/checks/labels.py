"""Words of data, which have the language of the text around them wherever they are printed."""

from collections.abc import Collection, Iterator

from briefing.errors import Location
from briefing.load.conditions import spoken
from briefing.load.syntax.fields import split_names
from briefing.load.syntax.problems import Problems
from briefing.load.syntax.yaml_doc import YamlList, YamlMap, YamlNode, YamlText
from briefing.load.values.scripts import check_plain
from briefing.model.chart_spec import (
    ChartSpec,
    DonutOptions,
    FromRows,
    LineOptions,
    LocatorOptions,
    MultiplesOptions,
    TimelineOptions,
)
from briefing.model.prose import ALWAYS, LANGUAGES, Conditions

_LANGUAGES = "languages"
_Label = tuple[str, Location, Conditions]


def check_data(
    node: YamlNode, language: str, problems: Problems, *, skip: Collection[str] = ()
) -> None:
    """Check every text of a file of data.

    Args:
        node: As it was parsed.
        language: Of its words; what stands under the code of a language is in that language.
        problems: What is wrong is taken down here.
        skip: Fields that hold other things, or names of people.
    """
    if type(node) is YamlText:
        if not node.text.isascii():
            check_plain(node.text, node.where, language, problems)
    elif type(node) is YamlList:
        for item in node.items:
            check_data(item, language, problems, skip=skip)
    elif type(node) is YamlMap:
        inner = _condition(node) or language
        for name, (_, value) in node.entries.items():
            if name not in skip:
                own = name if name in LANGUAGES else inner
                check_data(value, own, problems, skip=skip)


def _condition(node: YamlMap) -> str:
    """Give the only language for which a mapping is meant; empty where it is for several."""
    _, value = node.entries.get(_LANGUAGES, (None, None))
    items: list[YamlNode] = value.items if type(value) is YamlList else [value] if value else []
    names = [name.text for one in items if type(one) is YamlText for name in split_names(one)]
    return names[0] if len(names) == 1 else ""


def check_labels(spec: ChartSpec, language: str, problems: Problems) -> None:
    """Check the words that stand in a chart; `language` is that of what says no other."""
    own = spoken(spec.conditions, language)
    for text, where, conditions in _labels(spec):
        check_plain(text, where, spoken(conditions, own), problems)


def _labels(spec: ChartSpec) -> Iterator[_Label]:
    """Go through the names of rows and series, and through what is written beside the marks."""
    options = spec.options
    if isinstance(spec.data, FromRows):
        for column in spec.data.columns:
            yield column, spec.where, ALWAYS
        for row in spec.data.rows:
            yield row.label, row.where, row.conditions
    reference = getattr(options, "reference", None)
    if reference is not None:
        yield reference.label, spec.where, ALWAYS
    if isinstance(options, LineOptions | MultiplesOptions):
        for band in options.bands:
            yield band.label, band.where, band.conditions
    match options:
        case DonutOptions(whole=whole):
            yield whole, spec.where, ALWAYS
        case LineOptions(remarks=remarks):
            for remark in remarks:
                yield remark.text, remark.where, remark.conditions
        case TimelineOptions(events=events):
            for event in events:
                for text in (event.text, event.lane):
                    yield text, event.where, event.conditions
        case LocatorOptions(marks=marks):
            for mark in marks:
                yield mark.name, mark.where, mark.conditions
