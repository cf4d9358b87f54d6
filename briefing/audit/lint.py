"""What is wrong with the structure of a file: also what validators do not see."""

from collections.abc import Sequence

import pikepdf

from briefing.audit.content import PageContent
from briefing.audit.elements import Tree
from briefing.audit.values import Fault


def lint(pdf: pikepdf.Pdf, tree: Tree | None, pages: Sequence[PageContent]) -> tuple[Fault, ...]:
    """Everything that is wrong with a file, in the order of rules, pages and elements."""
    return ()
