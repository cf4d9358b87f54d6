"""The command line: arguments in, one call to the library, an exit code out.

Each command is a module of its own, loaded where it is asked for: help needs none of them.
"""

from importlib import import_module
from typing import Any

import click

from briefing.cli.exits import Exit
from briefing.cli.unread import leave_unread
from briefing.version import __version__

__all__ = ["Exit", "main"]

_COMMANDS = {
    "audit": "Say what PDFs are, made here or not, and what is wrong with them.",
    "build": "Make the briefs of a selection; without one, all there are.",
    "check": "Read everything and list every problem, without making a file.",
    "diff": "Say what differs between two builds: figures, sources, statements, pages.",
    "explain": "Say of every item of a document whether it is in or out, and by which rule.",
    "list": "List the briefs that can be made: document, country, audience, language, file.",
    "trace": 'Say where numbers come from: those of a finished file, or one such as "16-18%".',
}
"""Each with the first sentence of its help; it is ``run`` in the module of its name."""


class _Commands(click.Group):
    """Commands that are loaded when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's own)
        """Name them, in order."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Load one; None where there is none of this name."""
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"briefing.cli.commands.{cmd_name}").run
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run one; it ends in silence where nobody reads its output any more."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            leave_unread()
            raise

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List them without loading any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="briefing")
def main() -> None:
    """Make tailored PDF briefing papers from one body of content."""
