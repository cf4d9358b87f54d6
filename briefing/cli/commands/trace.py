"""``briefing trace``."""

import sys
from pathlib import Path

import click

from briefing.cli.exits import Exit
from briefing.cli.finding import projects
from briefing.cli.options import AUDIENCES, COUNTRIES, JSON, LANGUAGES, PROJECT
from briefing.cli.selecting import open_for, select
from briefing.cli.telling import problems_told
from briefing.tracing.session import trace_for_terminal
from briefing.tracing.values import Answer


@click.command("trace")
@click.argument("what")
@click.argument("documents", nargs=-1)
@COUNTRIES
@AUDIENCES
@LANGUAGES
@JSON
@PROJECT
def run(
    what: str,
    documents: tuple[str, ...],
    countries: tuple[str, ...],
    audiences: tuple[str, ...],
    languages: tuple[str, ...],
    as_json: bool,
    folder: Path | None,
) -> None:
    """Say where numbers come from: those of a finished file, or one such as "16-18%".

    WHAT is a PDF with its manifest beside it, or a number, which is looked for in all briefs or in
    those of DOCUMENTS. Leaves with 1 where a number has no source.
    """
    root = folder or next(projects(Path.cwd()), None)
    with problems_told():
        project = open_for(root, strict=False) if root else None

    def ask(number: str) -> tuple[Answer, ...]:
        asked = project or open_for(folder, strict=False)
        selected = select(asked, documents, countries, audiences, languages)
        return asked.trace(number, selected)

    sources = project.content.sources if project else {}
    indicators = project.content.indicators if project else {}
    definitions = {key: one.definition for key, one in indicators.items()}
    try:
        with problems_told():
            is_traced = trace_for_terminal(what, ask, sources, definitions, as_json=as_json)
    except BrokenPipeError:  # of the output
        raise
    except OSError as error:
        click.echo(f"{error.filename or what}: {error.strerror or error}", err=True)
        sys.exit(Exit.USAGE)
    except ValueError as error:  # no manifest, no number
        click.echo(str(error), err=True)
        sys.exit(Exit.USAGE)
    sys.exit(Exit.MADE if is_traced else Exit.CONTENT)
