"""What a manuscript knows of its marking, an embargo, a watermark and a recipient."""

import pytest

from briefing.model.content import Edition
from briefing.tailor import tailor
from tests.tailor.build import content, paragraph, tailored


@pytest.mark.parametrize(
    ("day", "embargo"),
    [("2022-10-31", "2022-11-01"), ("2022-11-01", ""), ("2022-11-02", "")],
)
def test_an_embargo_ends_with_the_edition_of_its_day(day, embargo):
    edition = {"edition": Edition(day, "Edition", "")}
    made = content(paragraph("Text."), of_project=edition, embargo="2022-11-01")

    assert tailored(made).manuscript.embargo == embargo


def test_a_manuscript_knows_whose_its_marking_is_and_whether_it_is_the_most_open():
    marked = paragraph("Green.", marking="GREEN")
    made = content(paragraph("Text."), marked, of_project={"scheme": "tlp", "marks_open": True})
    closed, is_open = (tailored(made, audience=a).manuscript for a in ("parliament", "public"))

    assert (closed.marking, closed.is_open) == ("GREEN", False)
    assert (is_open.marking, is_open.is_open) == ("CLEAR", True)
    assert {(m.scheme, m.marks_open) for m in (closed, is_open)} == {("tlp", True)}


def test_a_watermark_and_a_recipient_are_handed_on():
    made = content(paragraph("Text."), watermark="draft")
    got = tailor(
        made, "brief", place="KAZ", audience="public", language="en", recipient="The minister"
    ).manuscript

    assert (got.watermark, got.recipient) == ("draft", "The minister")
