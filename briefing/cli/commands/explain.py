"""``briefing explain``."""

import json
from pathlib import Path
from typing import get_args

import click
import msgspec

from briefing.cli.options import AUDIENCES, COUNTRIES, JSON, LANGUAGES, PROJECT
from briefing.cli.selecting import open_for, select
from briefing.cli.telling import problems_told, warn
from briefing.errors import ContentError
from briefing.model.account import Account, Only, told


@click.command("explain")
@click.argument("document")
@COUNTRIES
@AUDIENCES
@LANGUAGES
@click.option(
    "--only",
    type=click.Choice(get_args(Only)),
    default="all",
    help="Items to show; withheld are those out by audience, marking or the Chatham House Rule.",
)
@JSON
@PROJECT
def run(
    document: str,
    countries: tuple[str, ...],
    audiences: tuple[str, ...],
    languages: tuple[str, ...],
    only: Only,
    as_json: bool,
    folder: Path | None,
) -> None:
    """Say of every item of a document whether it is in or out, and by which rule.

    All audiences of the project are told of, those for whom no file is made with the reason.

    For authors alone: what is printed quotes what is withheld.
    """
    with problems_told():
        project = open_for(folder, strict=False)
        briefs = select(project, (document,), countries, audiences, languages, declined=True)
        accounts = [(brief.name, brief.explain()) for brief in briefs]
        if as_json:
            click.echo(json.dumps([_account(*each, only) for each in accounts], indent=1))
        else:
            _tell_accounts(accounts, only)
        problems = [problem for _, account in accounts for problem in account.problems]
        if any(problem.severity == "error" for problem in problems):
            raise ContentError(problems)
        warn(problems, project.warnings, strict=False)


def _account(name: str, account: Account, only: Only) -> dict[str, object]:
    """Give an account as JSON has it."""
    return {
        "brief": name,
        "note": account.note,
        "summary": account.summary,
        "items": msgspec.to_builtins(account.select(only)),
        "problems": [str(problem) for problem in account.problems],
    }


def _tell_accounts(accounts: list[tuple[str, Account]], only: Only) -> None:
    for number, (name, account) in enumerate(accounts):
        click.echo(f"\n{name}\n" if number else f"{name}\n")
        if account.note:
            click.echo(f"{account.note}\n")
        lines = [*told(account.select(only))]
        for line in lines:
            click.echo(line)
        click.echo(f"\n{account.summary}" if lines else account.summary)
