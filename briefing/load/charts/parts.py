"""What several kinds of charts may say: lines to compare with, how to sort."""

from typing import Literal, get_args

from briefing.load.fields import Fields, read_number
from briefing.load.readings import plain_text
from briefing.load.yaml_doc import YamlText
from briefing.model.chart_spec import Comparison, Sort

SORTS: tuple[Sort, ...] = get_args(Sort)

_COMPUTED: tuple[Literal["mean", "median"], ...] = ("mean", "median")


def read_comparison(fields: Fields) -> Comparison | None:
    """Read ``reference``."""
    reference = fields.fields("reference")
    if reference is None:
        return None
    label = plain_text(reference, "label")
    if not label:
        reference.missing("label", "the words beside the line")
    value = _value(reference)
    reference.done()
    return Comparison(value, label)


def _value(fields: Fields) -> Literal["mean", "median"] | float:
    node = fields.node("value")
    if node is None:
        fields.missing("value", "mean, median or a number")
        return 0.0
    for computed in _COMPUTED:
        if type(node) is YamlText and node.text == computed:
            return computed
    return read_number(node, "value", fields.problems, "mean, median or a number") or 0.0
