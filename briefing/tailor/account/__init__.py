"""Account for every item of a brief: what tailoring let in, what it left out, and by which rule.

Tailoring alone judges; here the content is gone through once more, only to tell what it decided on
each item. What it did not ask for is out.
"""

from briefing.tailor.account.walk import account_of

__all__ = ["account_of"]
