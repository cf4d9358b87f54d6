"""What holds for any flow: nothing lost, doubled or misplaced, every note with its marker."""

import pytest
from hypothesis import HealthCheck, given, settings

from briefing.layout import layout
from tests.layout import courses
from tests.layout.invariants import broken, lonely
from tests.layout.recipes import Draft, drafts

FAST = settings(
    max_examples=80, deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip
MANY = settings(FAST, max_examples=2000)


@given(draft=drafts())
@FAST
def test_nothing_is_lost_doubled_or_misplaced(draft: Draft, monospace):
    pages = layout(draft.flow, monospace)

    assert broken(draft.flow, pages) == []
    assert lonely(draft.flow, pages) == []


@pytest.mark.slow
@given(draft=drafts(30))
@MANY
def test_nothing_is_lost_doubled_or_misplaced_in_many_flows(draft: Draft, monospace):
    pages = layout(draft.flow, monospace)

    assert broken(draft.flow, pages) == []
    assert lonely(draft.flow, pages) == []


@given(draft=courses.courses())
@FAST
def test_columns_and_floats_lose_nothing(draft: courses.Draft, monospace):
    pages = layout(draft.flow, monospace)

    assert broken(draft.flow, pages) == []
    assert lonely(draft.flow, pages) == []


@pytest.mark.slow
@given(draft=courses.courses(16))
@MANY
def test_columns_and_floats_lose_nothing_in_many_flows(draft: courses.Draft, monospace):
    pages = layout(draft.flow, monospace)

    assert broken(draft.flow, pages) == []
    assert lonely(draft.flow, pages) == []
