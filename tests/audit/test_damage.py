"""Whatever a file has been through, an audit says what it can of it."""

from io import BytesIO

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.audit.lint import lint
from briefing.audit.painting.pages import read_pages
from briefing.audit.structure.reading import read_aloud
from briefing.audit.structure.tree import read_tree
from tests.audit.mutants import built, opened

ODD = (
    b"true", b"-5", b"99999999999", b"/Foo", b"(x)", b"[]", b"[1 2]", b"<<>>",
    b"<</S/P/K 3>>", b"<FEFFD800>", b"/\xdc", b"(\xfe\xff\xd8)",
)  # fmt: skip
CASES = st.lists(st.tuples(st.integers(0), st.integers(0), st.integers(0)), min_size=1, max_size=30)


def damage(places: list[tuple[int, int, int]]) -> None:
    """Put something else in place of entries and items, and audit the file."""
    with opened(built("notes")) as pdf:
        held = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary | pikepdf.Array)]
        held = [one for one in held if not (is_of_pages(one))]
        for where, which, what in places:
            holder = held[where % len(held)]
            value = (
                held[what % len(held)] if what % 2 else pikepdf.Object.parse(ODD[what % len(ODD)])
            )
            if isinstance(holder, pikepdf.Array) and len(holder):
                holder[which % len(holder)] = value
            elif isinstance(holder, pikepdf.Dictionary) and holder.keys():
                keys = sorted(holder.keys())
                holder[keys[which % len(keys)]] = value
        out = BytesIO()
        pdf.save(out)
    audit(out.getvalue())


def is_of_pages(one) -> bool:
    """Without pages, a file is told of when it is opened."""
    return isinstance(one, pikepdf.Dictionary) and one.get("/Type") in (
        "/Pages",
        "/Catalog",
        "/Page",
    )


def audit(data: bytes) -> None:
    with opened(data) as pdf:
        tree, pages = read_tree(pdf), read_pages(pdf)
        read_aloud(tree, pages)
        lint(pdf, tree, pages)


@given(CASES)
@settings(max_examples=30, deadline=None)
def test_no_damage_stops_an_audit(places):
    damage(places)


@pytest.mark.slow
@given(CASES)
@settings(max_examples=2000, deadline=None)
def test_no_damage_stops_an_audit_at_length(places):
    damage(places)
