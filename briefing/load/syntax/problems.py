"""Everything that is wrong with a project's files, gathered before anything is raised."""

from collections.abc import Iterable, Mapping

from briefing.errors import ContentError, Diagnostic, Location, Rule, unknown_name


class Problems:
    """Takes down what an author should mend, so that one run shows all there is."""

    def __init__(self) -> None:
        self._found: list[Diagnostic] = []

    def error(self, where: Location, message: str, hint: str = "", rule: Rule = "") -> None:
        """Take down what must be mended; `rule` names the rule if a project may lower it."""
        self._found.append(Diagnostic(where, message, hint, rule=rule))

    def warning(self, where: Location, message: str, hint: str = "", rule: Rule = "") -> None:
        """Take down what should be looked at; `rule` names the rule that it breaks, if any."""
        self._found.append(Diagnostic(where, message, hint, "warning", rule))

    def unknown(self, where: Location, what: str, got: str, known: Iterable[str]) -> None:
        """Take down a name that is none of `known`."""
        self._found.append(unknown_name(where, what, got, known))

    def again(self, one: Diagnostic) -> None:
        """Take down what others have found."""
        self._found.append(one)

    def take(self, others: "Problems") -> None:
        """Take over what others have taken down."""
        self._found += others._found

    def lower(self, reasons: Mapping[Rule, str]) -> None:
        """Make warnings of what breaks the rules that a project has lowered, each with why."""
        if reasons:
            self._found = [one.lowered(reasons) for one in self._found]

    @property
    def failed(self) -> bool:
        """There is an error."""
        return any(one.severity == "error" for one in self._found)

    def all(self) -> tuple[Diagnostic, ...]:
        """Give errors and warnings, in the order of files and lines."""
        return tuple(sorted(set(self._found)))

    def warnings(self) -> tuple[Diagnostic, ...]:
        """Give what stops nothing, in the order of files and lines."""
        return tuple(one for one in self.all() if one.severity == "warning")

    def settle(self) -> None:
        """Raise every error that was found; warnings stay behind.

        Raises:
            ContentError: There is an error.
        """
        errors = [one for one in self.all() if one.severity == "error"]
        if errors:
            raise ContentError(errors)
