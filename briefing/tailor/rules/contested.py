"""What readers get of figures of which there are rivals, where they may not see all of them."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from briefing.model.country import Choice, Reading, figures_of, spanning, spans


def seen_of(reading: Reading, may_show: Callable[[Reading], bool]) -> Reading | None:
    """Give what readers get in place of a reading; None where they may see none of its rivals.

    Of those that they may see it is the first that the author's choice takes, else just the first;
    whether it may be printed is judged where it is. A range reaches as far as these go. The reason
    of the choice may tell of any figure, so it is for those who may see all.
    """
    if not reading.rivals:
        return reading if may_show(reading) else None
    every = figures_of(reading)
    shown = [one for one in every if may_show(one)]
    if not shown:
        return None
    choice = reading.choice
    if len(shown) == len(every):
        return reading
    if choice is not None:
        choice = replace(choice, reason="")
        if spans(reading) and len(shown) > 1:
            return spanning(shown, choice)
    taken = _taken(shown, choice)
    others = tuple([one for one in shown if one is not taken])
    return replace(taken, rivals=others, choice=choice)


def _taken(shown: Sequence[Reading], choice: Choice | None) -> Reading:
    order = choice.order if choice is not None else ()
    by_source = {one.source: one for one in reversed(shown)}
    return next((by_source[key] for key in order if key in by_source), shown[0])
