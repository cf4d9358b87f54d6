"""Copies for single readers."""

import re

import pytest

from briefing.model.request import Request
from briefing.pipeline.recipients import check_distinct, copies

BRIEF = Request("brief", "KAZ", "public", "en", "brief-kaz")


@pytest.mark.parametrize(
    ("recipient", "part"),
    [
        ("Ministry of Foreign Affairs", "ministry-of-foreign-affairs"),
        ("Dr. Zoë Müller-Straße (private)", "dr-zoe-muller-strasse-private"),
        ("Министерство", "министерство"),
        ("../../etc/passwd", "etc-passwd"),
    ],
)
def test_a_copy_has_the_readers_name_in_its_own(recipient, part):
    (copy,) = copies([BRIEF], [recipient])

    assert (copy.name, copy.recipient) == (f"brief-kaz-for-{part}", recipient)


def test_each_reader_gets_a_copy_of_each_brief():
    other = Request("brief", "UZB", "public", "en", "brief-uzb")

    assert [copy.name for copy in copies([BRIEF, other], ["A", "B"])] == [
        "brief-kaz-for-a", "brief-kaz-for-b", "brief-uzb-for-a", "brief-uzb-for-b",
    ]  # fmt: skip


def test_without_recipients_briefs_are_as_they_are():
    assert copies([BRIEF], []) == (BRIEF,)


@pytest.mark.parametrize(
    ("recipients", "message"),
    [
        (["A-B", "a b"], "two recipients, 'A-B' and 'a b', would have files of one name: "
         "'…-for-a-b.pdf'"),
        (["…"], "the recipient '…' has no letters for a file's name"),
        ([""], "the recipient '' has no letters for a file's name"),
        (["A\nB"], "the recipient 'A\\nB' is not one line of text"),
        (["A" * 81], f"the recipient '{'A' * 81}' has 81 characters, at most 80"),
    ],
)  # fmt: skip
def test_names_that_are_of_no_use_are_refused(recipients, message):
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        copies([BRIEF], recipients)


def test_two_copies_of_one_file_name_are_refused():
    (one,) = copies([Request("a", None, "public", "en", "a")], ["b for c"])
    (other,) = copies([Request("a-for-b", None, "public", "en", "a-for-b")], ["c"])

    with pytest.raises(ValueError, match=r"^two briefs would be 'a-for-b-for-c\.pdf'$"):
        check_distinct([one, other])
