"""Watermarks are words of their documents: those of a withheld one are withheld."""

import pytest
from msgspec.structs import replace

from tests.proof.test_forbid import texts
from tests.tailor.build import conditions, content


@pytest.mark.parametrize(("watermark", "found"), [("Not before the vote", True), ("draft", False)])
def test_an_own_watermark_is_withheld_with_its_document(watermark, found):
    made = content()
    other = replace(
        made.documents["brief"],
        id="other", watermark=watermark, conditions=conditions(marking="RED"),
    )  # fmt: skip

    got = texts(replace(made, documents={**made.documents, "other": other}))
    assert (watermark in got) is found


def test_the_watermark_of_the_document_itself_is_not():
    assert "Not before the vote" not in texts(content(watermark="Not before the vote"))
