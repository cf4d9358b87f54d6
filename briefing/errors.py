"""What is told to the people who use `briefing`: places, problems, and who can mend them.

There are three kinds of failure and no others. What an author can mend is a `Diagnostic`,
collected and raised together as a `ContentError`. What a programmer can mend is a
`ValueError`. A file that shows what its audience may not see is a `ProofError`.
"""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Literal, get_args

from msgspec import Struct
from msgspec.structs import replace

Severity = Literal["error", "warning", "note"]

Rule = Literal[
    "", "alternative", "contrast", "heading-levels", "language", "link-text", "table-head",
    "contradiction", "future", "implausible", "jump", "missing-country", "mixed-periods",
    "mixed-units", "off-record", "stale", "uncited",
]  # fmt: skip
"""Rules that a project may lower to warnings, each by its name; all others stand."""

RULES: tuple[Rule, ...] = tuple(rule for rule in get_args(Rule) if rule)
"""Their names."""


class Location(Struct, frozen=True, order=True):
    """A place in an input file. Line and column count from 1, as editors do."""

    file: str
    line: int
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Diagnostic(Struct, frozen=True, order=True):
    """One thing an author should mend, in the words of the author's own file.

    Attributes:
        where: The place of the fault itself, not of what noticed it.
        message: What is wrong: lower case, no full stop, the offending value in quotes.
        hint: What would be right.
        severity: A warning is told but stops nothing, unless the caller is strict. A note is
            nothing wrong, but should be known.
        rule: The rule that it breaks, where a project may lower that to a warning.
        reason: Why the project did.
        detail: What a program of the author's says, or holds, which may be what others must not
            read: told only to who asks for it, as logs are read by many.
    """

    where: Location
    message: str
    hint: str = ""
    severity: Severity = "error"
    rule: Rule = ""
    reason: str = ""
    detail: str = ""

    def __str__(self) -> str:
        text = f"{self.where}: {self.severity}: {self.message}"
        if self.rule:
            text += f" [{self.rule}]"
        if self.hint:
            text += f"\n  hint: {self.hint}"
        return f"{text}\n  lowered by the project: {self.reason}" if self.reason else text

    def in_full(self) -> str:
        """Say all there is to say, for the author alone."""
        return f"{self}\n  detail: {self.detail}" if self.detail else str(self)

    def lowered(self, reasons: Mapping[Rule, str]) -> "Diagnostic":
        """Make it a warning if it breaks a rule that a project has lowered.

        Args:
            reasons: Rule → why the project has.
        """
        reason = reasons.get(self.rule, "") if self.rule else ""
        return replace(self, severity="warning", reason=reason) if reason else self


class ContentError(Exception):
    """Inputs that cannot be turned into a briefing; holds every problem found.

    Attributes:
        problems: Without repeats, in the order of files, lines and columns.
    """

    def __init__(self, problems: Iterable[Diagnostic]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type["ContentError"], tuple[tuple[Diagnostic, ...]]]:
        return type(self), (self.problems,)  # so that it survives the way back from a worker


class ProofError(Exception):
    """A finished file that holds something forbidden; it is not written.

    Attributes:
        findings: Where in the file, and from which place of the content; never the text itself.
    """

    def __init__(self, findings: Iterable[str]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(self.findings))

    def __reduce__(self) -> tuple[type["ProofError"], tuple[tuple[str, ...]]]:
        return type(self), (self.findings,)


def unknown_name(where: Location, what: str, got: str, known: Iterable[str]) -> Diagnostic:
    """Say that `got` is not a known `what`, and name the nearest, whatever letters are capitals."""
    names = sorted(known)
    by_letters = {name.casefold(): name for name in reversed(names)}
    near = get_close_matches(got.casefold(), by_letters, n=1)
    guess = f"did you mean {by_letters[near[0]]!r}? " if near else ""
    listed = ", ".join(names[:20]) + (f" and {len(names) - 20} more" if len(names) > 20 else "")
    return Diagnostic(where, f"unknown {what} {got!r}", f"{guess}known: {listed or 'none'}")
