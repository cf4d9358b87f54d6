"""Ids, and what leads to them."""

from collections.abc import Sequence

from briefing.load.checks.mentions import Lead, Target
from briefing.load.syntax.problems import Problems

_NUMBERED = ("chart", "table", "picture")


def check_ids(document: str, targets: Sequence[Target], problems: Problems) -> None:
    """Take down ids that an author gave twice, unless nobody can get both.

    Files of several kinds may have one name, as long as nothing leads to it.
    """
    by_id: dict[str, list[Target]] = {}
    # Those that an author can rename where they stand come second.
    for target in sorted(targets, key=lambda each: each.own):
        before = by_id.setdefault(target.id, [])
        first = next((one for one in before if target.own and target.meets(one)), None)
        if first is not None:
            hint = f"the first is {first.named()} at {first.where}"
            problems.error(target.where, f"a second {'#' + target.id!r} in {document!r}", hint)
        before.append(target)


def check_leads(
    document: str, targets: Sequence[Target], leads: Sequence[Lead], problems: Problems
) -> None:
    """Take down what leads to nothing, to two things at once, or wants words that are not there."""
    by_id: dict[str, list[Target]] = {}
    for target in targets:
        by_id.setdefault(target.id, []).append(target)
    for lead in leads:
        name = f"{'#' + lead.id!r}"
        found = by_id.get(lead.id, [])
        kinds = {target.kind: target for target in found}
        if not found:
            known = ["#" + each for each in by_id]
            problems.unknown(lead.where, f"id in {document!r}:", f"#{lead.id}", known)
        elif len(kinds) > 1 and not any(target.own for target in found):
            both = " and ".join(target.named() for target in kinds.values())
            hint = "give one of the files another name"
            problems.error(lead.where, f"{name} is the name of {both}", hint)
        else:
            _check_shown(lead, found[0], problems)


def _check_shown(lead: Lead, target: Target, problems: Problems) -> None:
    name, kind = f"{'#' + lead.id!r}", target.named()
    if lead.shown == "number" and target.kind not in _NUMBERED:
        hint = "leave out {.number}, or write {.page}"
        problems.error(lead.where, f"{name} is {kind} and has no number", hint)
    elif lead.shown in ("label", "number") and not target.called:
        hint = "give it a caption, or write words of your own between the brackets"
        if target.kind == "picture":
            hint = "give it a title in its file, or write words of your own between the brackets"
        if target.kept and not lead.yields:
            hint += '; and say what those read who may not see it: {otherwise="…"}'
        problems.error(lead.where, f"{name} is {kind} without a caption", hint)
