"""Whether what a condition leaves out of one brief stands in those of other readers.

An ``if`` that asks about the audience, or for a reading that others may see, keeps something from
these readers no less than an audience or a marking does.
"""

from collections.abc import Callable, Mapping, Sequence

from briefing.model.prose import Expression
from briefing.tailor.expressions import read_expression
from briefing.tailor.expressions.terms import Names
from briefing.tailor.expressions.values import ExpressionError, is_true


class Others:
    """The other audiences of a project, with what expressions may mention for each."""

    def __init__(
        self, audiences: Sequence[str], names_for: Callable[[str], Names], own: Names
    ) -> None:
        """Take their keys, how names are made for one, and the names for these readers."""
        self._audiences = audiences
        self._names_for = names_for
        self._own = own
        self._names: Mapping[str, Names] | None = None

    def with_whom_holds(self, when: Expression, names: Names) -> list[str]:
        """List the audiences for whom an expression holds, which does not for these readers.

        Args:
            when: The expression.
            names: What it may mention here: those for these readers, and what repeats add.
        """
        if self._names is None:
            self._names = {key: self._names_for(key) for key in self._audiences}
        added = {name: value for name, value in names.items() if name not in self._own}
        read = read_expression(when.source)
        holding = []
        for audience, theirs in self._names.items():
            try:
                holds = is_true(read({**theirs, **added}))
            except ExpressionError:
                continue
            if holds:
                holding.append(audience)
        return holding
