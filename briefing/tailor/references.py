"""Check that every reference inside a brief leads somewhere."""

from briefing.errors import unknown_name
from briefing.tailor.work import Work


def check_references(at: Work) -> None:
    """Report references to what is not in the brief."""
    if not at.is_whole:
        return  # what a broken condition hides may be just what a reference leads to
    for name, where in at.references:
        if name in at.printed:
            continue
        hint = unknown_name(where, "", name, at.printed).hint
        if name in at.headless:
            hint = "the section has no heading in this brief"
        elif at.is_left_out(name):
            hint = "it is left out of this brief; give what leads to it the same conditions"
        at.report(where, f"'#{name}' leads to nothing in this brief", hint)
