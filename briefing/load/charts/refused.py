"""What charts of other programs have, and these have not, each with the reason."""

from briefing.load.syntax.fields import Fields

_ONE_AXIS = (
    "a chart has one scale: on two, lines cross where nobody's figures do",
    "draw two charts side by side, each with span: half",
)
_FLAT = ("a chart is flat: depth makes near parts look larger than their figures", "leave it out")
_FROM_ZERO = (
    "bars begin at zero: a shorter one would not be that much less",
    "leave it out; a line or slope chart has a scale that fits its figures",
)
_OWN_SCALE = ("the scale follows from the figures", "leave it out")
_ALL_FIGURES = "the figures of every chart are attached to the file"

_EVERYWHERE = {
    **dict.fromkeys(
        ("secondary", "secondary-axis", "axis2", "axis-2", "y2", "right", "right-axis"), _ONE_AXIS
    ),
    **dict.fromkeys(("3d", "3-d", "depth", "perspective", "tilt"), _FLAT),
    "attach": (_ALL_FIGURES, "leave it out"),
}
_STARTS = ("min", "axis-from", "baseline")
_ENDS = ("max", "to", "axis-to")
_BARS = ("bar", "grouped", "stacked")


def refuse(fields: Fields, kind: str, *, of_readings: bool) -> None:
    """Take down fields that ask for what is not made, where they mean nothing else."""
    for name, (message, hint) in _EVERYWHERE.items():
        fields.refuse(name, message, hint)
    for name in _STARTS:
        fields.refuse(name, *(_FROM_ZERO if kind in _BARS else _OWN_SCALE))
    for name in _ENDS:
        fields.refuse(name, *_OWN_SCALE)
    if of_readings:
        fields.refuse("source", "every reading has a source of its own", "leave it out")
