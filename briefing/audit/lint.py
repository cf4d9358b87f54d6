"""What is wrong with the structure of a file: also what validators do not see."""

from collections.abc import Callable, Iterator, Sequence

import pikepdf

from briefing.audit.case import Case
from briefing.audit.rules import (
    annotations,
    document,
    headings,
    lines,
    lists,
    ownership,
    pictures,
    tables,
)
from briefing.audit.structure.content import PageContent
from briefing.audit.structure.elements import Tree
from briefing.audit.values import Fault

_Rule = Callable[[Case], Iterator[Fault]]

_OF_ANY: tuple[_Rule, ...] = (
    document.find_language,
    document.find_title,
    document.find_marking,
    document.find_navigation,
    document.find_fonts,
)
_OF_TAGGED: tuple[_Rule, ...] = (
    ownership.find_broken,
    ownership.find_lost,
    ownership.find_parents,
    ownership.find_unmarked,
    annotations.find_lost_annotations,
    annotations.find_astray_references,
    annotations.find_annotation_parents,
    annotations.find_elsewhere,
    annotations.find_undescribed,
    headings.find_levels,
    headings.find_roles,
    headings.find_languages,
    headings.find_ids,
    headings.find_empty,
    pictures.find_alternatives,
    tables.find_misplaced,
    tables.find_tables,
    lists.find_misplaced,
    lists.find_numbering,
    lists.find_contents,
    lists.find_notes,
    lines.find_line_ends,
    lines.find_order,
)


def lint(pdf: pikepdf.Pdf, tree: Tree | None, pages: Sequence[PageContent]) -> tuple[Fault, ...]:
    """Everything that is wrong with a file, in the order of rules, pages and elements."""
    case = Case(pdf, tree or Tree((), {}, {}, {}), tuple(pages))
    rules = (*_OF_ANY, *_OF_TAGGED) if tree is not None else _OF_ANY
    return tuple(dict.fromkeys(fault for rule in rules for fault in rule(case)))
