"""``briefing build``."""

from pathlib import Path

import click

from briefing.cli.encrypting import VARIABLES, ask_encryption
from briefing.cli.options import AUDIENCES, COUNTRIES, LANGUAGES, PROJECT, STRICT
from briefing.cli.selecting import open_for, select
from briefing.cli.telling import problems_told, standing_told, tell_closed, warn, writing
from briefing.model.conformance import CONFORMANCES
from briefing.project import Brief, Project, copies_for


@click.command("build")
@click.argument("documents", nargs=-1, metavar="[DOCUMENT]...")
@COUNTRIES
@AUDIENCES
@LANGUAGES
@click.option(
    "--recipient",
    "recipients",
    multiple=True,
    metavar="NAME",
    help="Make a copy for this reader, with the name on every page; may be given several times.",
)
@click.option("-o", "--out", type=click.Path(path_type=Path), default=Path("out"), help="Folder.")
@click.option("-j", "--jobs", type=click.IntRange(min=1), help="Processes; as many as pay.")
@click.option(
    "--conformance",
    type=click.Choice(list(CONFORMANCES)),
    help="The standards that files keep; those of the project where it is not given.",
)
@click.option(
    "--encrypt",
    "is_encrypted",
    is_flag=True,
    help="Encrypt the files; passwords and permissions are taken from "
    f"{', '.join(VARIABLES.values())} in the environment, or asked for.",
)
@click.option(
    "--keep", is_flag=True, help="Keep the files as the edition of the project's date, too."
)
@click.option(
    "--replace", "replaces", is_flag=True, help="With --keep: in place of another of that date."
)
@click.option(
    "-v",
    "--verbose",
    is_flag=True,
    help="Say what was left out, and why; and all that is known of problems.",
)
@STRICT
@PROJECT
def run(
    documents: tuple[str, ...],
    countries: tuple[str, ...],
    audiences: tuple[str, ...],
    languages: tuple[str, ...],
    recipients: tuple[str, ...],
    out: Path,
    jobs: int | None,
    conformance: str | None,
    is_encrypted: bool,
    keep: bool,
    replaces: bool,
    verbose: bool,
    strict: bool,
    folder: Path | None,
) -> None:
    """Make the briefs of a selection; without one, all there are."""
    if replaces and not keep:
        raise click.UsageError("--replace goes with --keep")
    with standing_told(out) as wanted, problems_told(in_full=verbose):
        project = open_for(folder, strict=strict)
        if conformance:
            project = project.with_conformance(conformance)
        briefs = select(project, documents, countries, audiences, languages)
        briefs = _copies(briefs, recipients)
        wanted += [f"{brief.name}.pdf" for brief in briefs]
        warnings = project.warnings_of(briefs, with_unprovable=strict)
        warn(warnings, project.warnings, strict=strict)
        encryption = ask_encryption() if is_encrypted else None
        with writing(out):
            paths = project.build(
                out,
                briefs=briefs,
                workers=jobs,
                encryption=encryption,
                keep=keep,
                replace_kept=replaces,
            )
        if verbose:
            _tell_omitted(briefs)
    for path in paths:
        click.echo(path)
    tell_closed(project, out)
    if is_encrypted:
        _tell_encrypted(project)


def _copies(briefs: tuple[Brief, ...], recipients: tuple[str, ...]) -> tuple[Brief, ...]:
    if not recipients:
        return briefs
    try:
        return copies_for(briefs, recipients)
    except ValueError as error:
        raise click.UsageError(str(error)) from error


def _tell_omitted(briefs: tuple[Brief, ...]) -> None:
    for brief in briefs:
        for one in brief.omitted():
            reason = f"{one.reason}: {one.detail}" if one.detail else one.reason
            click.echo(f"{brief.name}: {one.where}: left out {one.what} ({reason})", err=True)


def _tell_encrypted(project: Project) -> None:
    plain = project.content.project.conformance
    if plain.archival:
        claim = f"they claim PDF/UA-{plain.accessible} only, since PDF/A forbids encryption"
    elif plain.accessible:
        claim = f"they claim PDF/UA-{plain.accessible}"
    else:
        claim = "they claim no standard"
    click.echo(f"encrypted: {claim}, and differ byte for byte from build to build", err=True)
